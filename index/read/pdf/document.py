"""A PDF file → a Reading, page by page; only the lines of the pages are kept in memory."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

from index.errors import ReadError
from index.read.layout.flow import reading_of
from index.read.layout.pages import page_of
from index.read.layout.shapes import Page
from index.read.ocr import LONG_SIDE, MACHINE, REMARK, Recogniser
from index.read.pdf.drawings import Drawings, read_drawings
from index.read.pdf.glyphs import TextLayer, read_glyphs
from index.read.reading import Reading
from index.read.remarks import page_list

_MOST_PAGES = 3000
_ONE_AT_A_TIME = threading.Lock()
"""The library that reads PDF must not be entered by two threads."""
_DAMAGED = "文件可能已损坏或没有下载完整；请重新下载，或用 PDF 阅读器打开后另存"
_FEW = 50
"""Characters on a page that is a picture and has this few are a stamp or a page number."""


@dataclass
class _Found:
    """What was read so far; the lists hold page numbers, counted from 1."""

    eyes: Recogniser
    pages: list[Page] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    doubtful: list[int] = field(default_factory=list)
    slanted: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)


def read_pdf(name: str, data: bytes, recogniser: Recogniser | None = None) -> Reading:
    """Blocks carry their page, counted from 1. ReadError where the file is encrypted, damaged or holds nothing readable."""
    with _ONE_AT_A_TIME:
        document = _opened(name, data)
        try:
            found = _read_pages(document, recogniser or MACHINE)
        finally:
            document.close()
    return _reading(name, found)


def _opened(name: str, data: bytes) -> Any:
    import pypdfium2 as pdfium

    if b"%PDF-" not in data[:1024]:
        raise ReadError(f"「{name}」不是 PDF 文件", "扩展名可能有误；请确认文件的真实格式后改名")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium.raw.FPDF_ERR_PASSWORD:
            raise ReadError(
                f"「{name}」加了密，需要口令才能打开", "请用 PDF 阅读器输入口令打开，去掉口令后另存"
            ) from error
        raise ReadError(f"「{name}」不是有效的 PDF 文件", _DAMAGED) from error
    count = len(document)
    if count > _MOST_PAGES:
        document.close()
        raise ReadError(f"「{name}」有 {count} 页，超过 {_MOST_PAGES} 页", "请拆分后再添加")
    return document


def _read_pages(document: Any, eyes: Recogniser) -> _Found:
    import pypdfium2 as pdfium

    found = _Found(eyes)
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            found.damaged.append(number)
            continue
        try:
            _read_page(page, number, found)
        except pdfium.PdfiumError:
            found.damaged.append(number)
        finally:
            page.close()
    return found


def _read_page(page: Any, number: int, found: _Found) -> None:
    box = page.get_bbox()
    text_page = page.get_textpage()
    try:
        layer = read_glyphs(text_page, box)
    finally:
        text_page.close()
    drawings = read_drawings(page, box, layer.turn)
    if _is_picture(layer, drawings) or layer.broken:
        _see(page, number, layer, drawings, found)
        return
    turn = layer.turn
    found.pages.append(page_of(number, turn.width, turn.height, layer.glyphs, drawings.rules, layer.tilted))
    for condition, pages in (
        (layer.garbled, found.doubtful),
        (layer.slanted, found.slanted),
        (layer.hidden, found.hidden),
        (drawings.pictures > 0.25 and not layer.hidden, found.pictures),
    ):
        if condition:
            pages.append(number)


def _is_picture(layer: TextLayer, drawings: Drawings) -> bool:
    count = sum(not glyph.char.isspace() for glyph in (*layer.glyphs, *layer.tilted))
    return (count == 0 and drawings.anything) or (count < _FEW and drawings.pictures > 0.6)


def _see(page: Any, number: int, layer: TextLayer, drawings: Drawings, found: _Found) -> None:
    """Reads the picture of a page, if that is possible here."""
    if layer.broken:
        found.broken.append(number)
    if found.eyes.missing():
        found.unread.append(number)
        return
    width, height = page.get_size()
    scale = LONG_SIDE / max(width, height, 1.0)
    seen = found.eyes.recognise(page.render(scale=scale).to_pil(), number, scale)
    if seen.items or drawings.pictures > 0.25 or layer.broken:
        found.scanned.append(number)
        found.pages.append(seen)


def _reading(name: str, found: _Found) -> Reading:
    if not any(page.items for page in found.pages):
        raise _nothing(name, found)
    return reading_of(found.pages, frozenset(found.scanned), _remarks(found))


def _nothing(name: str, found: _Found) -> ReadError:
    if found.unread:
        what = "的文字没有可用的编码" if len(found.broken) == len(found.unread) else "是扫描件，没有文字层"
        return ReadError(f"「{name}」{what}", found.eyes.missing())
    if found.damaged:
        return ReadError(f"「{name}」的页面都无法读取", _DAMAGED)
    return ReadError(f"「{name}」中没有可读的文字", "请检查文件内容；若是图片，请换用更清晰的扫描件")


def _remarks(found: _Found) -> list[str]:
    rows = (
        (found.damaged, "已损坏，未能读取。"),
        (found.unread, f"没有可用的文字层，未能读取：{found.eyes.missing()}。" if found.unread else ""),
        ([n for n in found.broken if n in found.scanned], "的文字编码有误，改按图像识别。"),
        (found.scanned, REMARK),
        (found.hidden, "的文字是扫描时附带的机器识别结果，引用前请核对原件。"),
        (found.doubtful, "有个别字符无法辨认，引用前请核对原件。"),
        (found.slanted, "有斜排的文字（多为水印），未收入。"),
        ([n for n in found.pictures if n not in found.scanned], "有较大的图片，图中的文字没有读取。"),
    )
    return [page_list(pages) + words for pages, words in rows if pages]

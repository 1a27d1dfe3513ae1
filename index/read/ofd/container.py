"""An OFD file → its documents and their pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from index.errors import ReadError
from index.read.archive import Archive, open_archive
from index.read.layout.flow import reading_of
from index.read.layout.shapes import Page
from index.read.ofd.content import page_of_layers
from index.read.ofd.xml import Element, children, descendants, numbers, parsed, words
from index.read.reading import Reading

_A4 = (0.0, 0.0, 210.0, 297.0)
_DAMAGED = "文件可能已损坏；请用 OFD 阅读器打开后另存，或导出为 PDF 再添加"


def read_ofd(name: str, data: bytes) -> Reading:
    """The pages of all documents in the file, counted on from 1. What comes from page templates, running heads above all,
    is left out. ReadError where the file is damaged, encrypted or holds pictures only."""
    archive = _Parts(open_archive(name, data))
    if any("encrypt" in part.lower() for part in archive.archive.names()):
        raise ReadError(f"「{name}」加了密码", "请用 OFD 阅读器去掉密码后再添加")
    roots = [words(body, "DocRoot") for body in descendants(archive.xml("OFD.xml"), "DocBody")]
    pages: list[Page] = []
    missing: list[int] = []
    for root in filter(None, roots):
        for page in _pages(archive, root, len(pages)):
            pages.append(page)
            if page.number in archive.lost:
                missing.append(page.number)
    if not any(page.items for page in pages):
        raise _without_text(name, archive)
    return reading_of(pages, remarks=_remarks(len(roots), missing))


@dataclass
class _Parts:
    """The members of an archive by path; ``lost`` are the numbers of pages whose content is missing or damaged."""

    archive: Archive

    def __post_init__(self) -> None:
        self.lost: set[int] = set()
        self._names = {_clean(member): member for member in self.archive.names()}

    def xml(self, path: str) -> Element:
        """ReadError where it is missing or damaged."""
        member = self._names.get(_clean(path))
        found = parsed(self.archive.read(member or path))
        if found is None:
            raise ReadError(f"「{self.archive.name}」的内容「{path}」已损坏", _DAMAGED)
        return found


def _clean(path: str) -> str:
    return posixpath.normpath(path.replace("\\", "/")).lstrip("/").lower()


def _pages(archive: _Parts, root: str, before: int) -> Iterator[Page]:
    """Pages of one document; one that is missing or damaged is an empty page."""
    document = archive.xml(root)
    folder = posixpath.dirname(root.replace("\\", "/"))
    common = _box(next(descendants(document, "CommonData"), None)) or _A4
    listed = [page for block in children(document, "Pages") for page in children(block, "Page")]
    for number, page in enumerate(listed, start=before + 1):
        place = page.get("BaseLoc") or ""
        path = place if place.startswith("/") else posixpath.join(folder, place)
        try:
            content = archive.xml(path)
        except ReadError:
            archive.lost.add(number)
            yield Page(number, common[2], common[3], ())
            continue
        yield page_of_layers(number, _box(content) or common, content)


def _box(element: Element | None) -> tuple[float, float, float, float] | None:
    """x, y, width and height of the paper in millimetres."""
    area = next(descendants(element, "PhysicalBox"), None) if element is not None else None
    found = numbers(area.text) if area is not None else []
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 and found[2] > 0 < found[3] else None


def _without_text(name: str, archive: _Parts) -> ReadError:
    if archive.lost:
        return ReadError(f"「{name}」的 {len(archive.lost)} 页内容缺失或已损坏", _DAMAGED)
    return ReadError(f"「{name}」里只有图片，没有文字", "请导出为 PDF 或图片再添加，扫描件会做文字识别")


def _remarks(documents: int, missing: list[int]) -> list[str]:
    out = []
    if documents > 1:
        out.append(f"文件中有 {documents} 份文档，页码接着编")
    if missing:
        out.append(f"第 {'、'.join(map(str, missing))} 页内容缺失或已损坏，没有读到")
    return out

"""A saved page → Reading: title, the page's own data, then the article's paragraphs and tables."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Sequence
from typing import Any

from index.errors import ReadError
from index.read.encoding import decode
from index.read.html.article import find_article, prose
from index.read.html.furniture import (
    NEVER_TEXT,
    drop,
    drop_furniture,
    is_attachment,
    is_edge,
    is_footer,
    is_picture,
    is_site,
)
from index.read.html.head import letters, take_data, title_of
from index.read.html.lines import Grid, Line, Piece, pieces, shown
from index.read.html.tables import write_table
from index.read.reading import Reading, ReadingWriter

Element = Any

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]));"
)
"""Control characters, which no tree may hold."""
_HEAD = 4096
_EDGE = 12
"""So many lines at either end of an article may be furniture."""
_SHORT = 200
_OPENING = 1500
"""A title that stands within so many characters of the article's beginning need not be added."""


def read_html(name: str, data: bytes) -> Reading:
    """ReadError where the page holds no text."""
    declared = _CHARSET.search(data[:_HEAD])
    text, remarks = decode(name, data, declared.group(1).decode() if declared else None)
    return _read(name, text, remarks)


def read_mhtml(name: str, data: bytes) -> Reading:
    """A page saved as one file (.mht): its first HTML part."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body.strip():
                text, remarks = decode(name, body, part.get_content_charset())
                return _read(name, text, remarks)
    raise ReadError(f"「{name}」中没有网页正文", "请在浏览器中打开后另存为 .html")


def _read(name: str, text: str, remarks: Sequence[str]) -> Reading:
    root = _tree(name, text)
    title = title_of(root)
    for element in list(root.iter(*NEVER_TEXT)):
        drop(element)
    drop_furniture(root, prose(root))
    data = take_data(root, title)
    article = find_article(root)
    found = _titled_once(_without_edges(list(pieces(article))), title)
    writer = ReadingWriter()
    for line in data:
        writer.paragraph(line)
    if title and letters(title) not in letters(_opening(found)):
        writer.paragraph(title)
    _write(found, writer)
    return writer.reading(remarks=[*remarks, *_unread(article, found)])


def _unread(article: Element, found: Sequence[Piece]) -> list[str]:
    """What a reader of the page sees and the text lacks."""
    out = []
    pictures = sum(is_picture(image) for image in article.iter("img"))
    if pictures:
        out.append(f"正文中有 {pictures} 张图片，图片里的文字没有读取")
    files = [shown("".join(a.itertext())) for a in article.iter("a") if is_attachment(a)]
    if files and len(_opening(found)) < _SHORT:
        out.append(f"正文很短，内容可能在附件里，请另行添加：{'、'.join(filter(None, files[:3]))}")
    return out


def _tree(name: str, text: str) -> Element:
    from lxml import etree, html

    try:
        return html.document_fromstring(
            _UNWRITABLE.sub(" ", _DECLARATION.sub("", text)),
            parser=html.HTMLParser(remove_comments=True, remove_pis=True),
        )
    except etree.ParserError as error:
        raise ReadError(f"「{name}」中没有网页正文", "请在浏览器中打开原网页，重新保存") from error


def _without_edges(found: list[Piece]) -> list[Piece]:
    """Furniture at the beginning and the end left out, up to the twelfth line from either; so is the site's footer."""
    kept = _without_footer(found)
    last = len(kept) - _EDGE
    return [
        piece
        for n, piece in enumerate(kept)
        if isinstance(piece, Grid) or not ((n < _EDGE or n >= last) and is_edge(piece.text))
    ]


def _without_footer(found: list[Piece]) -> list[Piece]:
    """The last lines go as far up as they may be a footer, if one among them is certainly a site's."""
    end = len(found)
    while (
        end and isinstance(piece := found[end - 1], Line) and (is_edge(piece.text) or is_footer(piece.text))
    ):
        end -= 1
    footer = [piece for piece in found[end:] if isinstance(piece, Line)]
    return found[:end] if any(is_site(piece.text) for piece in footer) else found


def _titled_once(found: list[Piece], title: str) -> list[Piece]:
    """Without the page's heading where the article itself has the title, below it and perhaps over several lines."""
    for n, piece in enumerate(found[:_EDGE]):
        if isinstance(piece, Line) and title and letters(piece.text) == letters(title):
            rest = found[n + 1 :]
            return found[:n] + rest if letters(title) in letters(_opening(rest)) else found
    return found


def _opening(found: Sequence[Piece]) -> str:
    out = ""
    for piece in found:
        out += piece.text if isinstance(piece, Line) else "".join(piece.table.itertext())
        if len(out) > _OPENING:
            break
    return out[:_OPENING]


def write_fragment(markup: str, tables: int, writer: ReadingWriter) -> int:
    """Writes a piece of HTML that stands in another format, all of it; ``tables`` and the result count tables so far."""
    root = _tree("", markup)
    for element in list(root.iter(*NEVER_TEXT)):
        drop(element)
    return _write(list(pieces(root)), writer, tables)


def _write(found: Sequence[Piece], writer: ReadingWriter, tables: int = 0) -> int:
    for piece in found:
        if isinstance(piece, Line):
            writer.paragraph(piece.text)
        else:
            tables += 1
            write_table(piece.table, tables, writer)
    return tables

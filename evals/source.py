"""The text of a file gathered without the readers, to check them: lines of plain text, ``w:t`` of Word files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = {_W + "del", _W + "moveFrom", _FALLBACK}
"""Elements whose text an accepted document does not show; a fallback repeats a text box."""
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_TARGET = re.compile(r"\]\([^()\s]*\)")
"""Where a Markdown link leads: no text of the document."""
_PAGE_NUMBER = re.compile(
    r"(?P<dash>[-—－–―─~])+\s*\d+\s*[-—－–―─~]+|(第|Page)\s*\d+\s*页?([\s,，、/／]*(共|of)\s*\d+\s*页?)?|\d+\s*[/／]\s*\d+",
    re.I,
)
"""What may be the number of a page, on a line of its own."""
MARKDOWN_MARKS = "#*_`>|\\-+~[]=:"
"""Characters that may be marks of Markdown: not compared in such a file, on either side."""


@dataclass(frozen=True)
class Source:
    """``paragraphs`` in order, each in pieces as the file stores them; ``anywhere``: those that may be moved. ``marks`` are
    characters that are not compared. ``lines``: a paragraph is a line, so that a bare number may be that of a page."""

    paragraphs: tuple[tuple[str, ...], ...]
    anywhere: tuple[tuple[str, ...], ...] = ()
    marks: str = ""
    lines: bool = False

    def page_numbers(self) -> frozenset[str]:
        """Paragraphs that may be missing, page numbers being no text of the document, and dashes that are left of some."""
        whole = {"".join(paragraph).strip() for paragraph in self.paragraphs}
        dressed = {line for line in whole if _PAGE_NUMBER.fullmatch(line)}
        dashes = {
            match["dash"] for line in dressed if (match := _PAGE_NUMBER.fullmatch(line)) and match["dash"]
        }
        bare = {line for line in whole if self.lines and re.fullmatch(r"\d{1,4}", line)}
        return frozenset(dressed | bare | (dashes if len(dressed) > 1 else set()))


def source_of(name: str, data: bytes) -> Source | None:
    """None for kinds of files whose text cannot be had so simply."""
    match PurePath(name).suffix.lower():
        case ".txt":
            return Source(_lines(_text(data)), lines=True)
        case ".md":
            text = _TARGET.sub("]", _TAG.sub("", _COMMENT.sub("", _text(data))))
            return Source(_lines(text), marks=MARKDOWN_MARKS)
        case ".docx":
            return _word(data)
    return None


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "ignore")


def _lines(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple((line,) for line in text.splitlines() if line.strip())


def _word(data: bytes) -> Source:
    body: list[tuple[str, ...]] = []
    anywhere: list[tuple[str, ...]] = []
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for paragraph, boxed in _paragraphs(file.read("word/document.xml")):
            (anywhere if boxed else body).append(paragraph)
        for part in ("word/footnotes.xml", "word/endnotes.xml"):
            if part in file.namelist():
                anywhere += [paragraph for paragraph, _ in _paragraphs(file.read(part))]
    return Source(tuple(body), tuple(anywhere))


def _paragraphs(xml: bytes) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Pieces of each paragraph that has text, and whether it stands in a text box."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    for paragraph in etree.fromstring(xml, parser).iter(_W + "p"):
        above = {node.tag for node in paragraph.iterancestors()}
        if above & _UNSEEN:
            continue
        pieces = tuple(node.text for node in paragraph.iter(_W + "t") if node.text and _own(node, paragraph))
        if "".join(pieces).strip():
            yield pieces, _W + "txbxContent" in above


def _own(node: etree._Element, paragraph: etree._Element) -> bool:
    """Shown, and not in a text box anchored in the paragraph."""
    for above in node.iterancestors():
        if above is paragraph:
            return True
        if above.tag in _UNSEEN or above.tag == _W + "txbxContent":
            return False
    return False

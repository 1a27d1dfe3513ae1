"""A tree of HTML → the lines that a reader of the page sees, and its tables, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from index.read.html.lists import label_of

Element = Any  # lxml's elements carry no types

_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    )
)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·]")


@dataclass(frozen=True)
class Line:
    """One line as shown; ``linked`` of its characters are links; ``owner`` is the block element it stands in."""

    text: str
    linked: int
    owner: Element


@dataclass(frozen=True)
class Grid:
    """A table that holds data, not the page's layout."""

    table: Element


Piece = Line | Grid


def pieces(root: Element, tables: bool = True) -> Iterator[Piece]:
    """In reading order. Without ``tables`` the text of tables comes as lines."""
    buffer = _Buffer(root)
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if tables and element.tag == "table" and is_data(element):
                yield from buffer.flush(element.getparent())
                yield Grid(element)
                walk.skip_subtree()
                continue
            yield from buffer.open(element)
        elif event == "end":
            yield from buffer.close(element)
        if event != "start" and element is not root:
            buffer.add(element.tail, element.getparent())
    yield from buffer.flush(root)


@dataclass
class _Buffer:
    owner: Element
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    label: str = ""

    def open(self, element: Element) -> Iterator[Line]:
        if not is_inline(element):
            yield from self.flush(element)
            if element.tag == "li":
                self.label = label_of(element)
        self.links += element.tag == "a"
        self.add(element.text, element)

    def close(self, element: Element) -> Iterator[Line]:
        self.links -= element.tag == "a"
        if not is_inline(element):
            yield from self.flush(element.getparent())

    def add(self, text: str | None, parent: Element) -> None:
        if not text:
            return
        if parent is not None and parent.tag == "sup":
            text = text.translate(_SUPERSCRIPT)
        if self.links:
            self.linked += len("".join(text.split()))
        self.parts.append(text)

    def flush(self, owner: Element) -> Iterator[Line]:
        raw = "".join(self.parts)
        kept = raw.split("\n") if self.owner is not None and self.owner.tag == "pre" else [raw]
        for line in kept:
            text = shown(line)
            if text:
                label = self.label if not text.startswith(self.label.rstrip()) else ""
                yield Line(label + text, self.linked, self.owner)
                self.label = ""
        self.parts, self.linked, self.owner = [], 0, owner


def is_inline(element: Element) -> bool:
    """Also the elements of Word's own namespaces (o:p, st1:chsdate)."""
    return element.tag in _INLINE or ":" in element.tag


def shown(text: str) -> str:
    """White space as a browser shows it; a line end of the source between two Chinese characters is none."""

    def blank(match: re.Match[str]) -> str:
        left, right = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return "" if "\n" in match.group() and _WIDE.match(left) and _WIDE.match(right) else " "

    return _BLANKS.sub(blank, text).strip().strip("\u200b\ufeff").strip()


def rows_of(table: Element) -> list[Element]:
    """The rows of the table itself, not of tables inside it."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def is_data(table: Element) -> bool:
    """At least two rows with two filled cells each, and no table inside; everything else is layout."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    full = 0
    for row in table.iter("tr"):
        filled = [c for c in row if c.tag in ("td", "th") and "".join(c.itertext()).strip()]
        full += len(filled) >= 2
    return full >= 2

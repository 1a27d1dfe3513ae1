"""The body of a document as a tree of what stands in it: paragraphs with their numbers, notes, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.read.word.inline import Inline, NoteMark, read_inline
from index.read.word.labels import Labels, with_label
from index.read.word.notes import Notes
from index.read.word.numbering import Numbering
from index.read.word.package import Package
from index.read.word.styles import Styles
from index.read.word.xml import CELL, ROW, TABLE, P, W, child, is_on, members, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True)
class Para:
    """``text`` has a line break where a line ends before the paragraph does; "" for an empty one."""

    text: str


@dataclass(frozen=True)
class Note:
    text: str


@dataclass(frozen=True)
class TableCell:
    """``below``: merged with the cell above it, which has the text. Columns count from 0."""

    items: tuple[Item, ...]
    column: int
    width: int
    below: bool


@dataclass(frozen=True)
class TableRow:
    cells: tuple[TableCell, ...]
    head: bool


@dataclass(frozen=True)
class Table:
    rows: tuple[TableRow, ...]


Item = Para | Note | Table


@dataclass
class Unread:
    """How much of the document is no text of its own."""

    pictures: int = 0
    objects: int = 0
    chunks: int = 0


@dataclass(frozen=True)
class _Open:
    """A paragraph that may go on in the next, its mark being deleted or hidden."""

    inline: Inline
    properties: Element | None
    deleted: bool

    def joined(self, later: _Open) -> _Open:
        """The later mark's properties hold for both, unless one of them is nothing but its mark."""
        keep = later.inline.text.strip() == "" or (not self.deleted and self.inline.text.strip() != "")
        properties = self.properties if keep and self.inline.text.strip() else later.properties
        return _Open(self.inline.joined(later.inline), properties, later.deleted)

    @property
    def holds_something(self) -> bool:
        return bool(self.inline.text.strip() or self.inline.notes or self.inline.boxes)


@dataclass
class Body:
    """Reads the stories of one document, each once and in its order: numbers count as they are read."""

    styles: Styles
    numbering: Numbering
    notes: Notes
    unread: Unread = field(default_factory=Unread)
    _box_labels: Labels = field(default_factory=Labels)
    _note_labels: Labels = field(default_factory=Labels)

    @classmethod
    def of(cls, package: Package) -> Body:
        styles = Styles(package.part("styles"))
        return cls(styles, Numbering(package.part("numbering"), styles), Notes.of(package))

    def items(self, container: Element, labels: Labels) -> Iterator[Item]:
        """Of the body, a cell, a note or a text box; behind a paragraph its notes and text boxes."""
        for unit in self._units(container):
            if isinstance(unit, _Open):
                yield from self._paragraph(unit, labels)
            elif unit.tag == TABLE:
                yield Table(tuple(self._rows(unit, labels)))
            else:
                self.unread.chunks += 1

    def _units(self, container: Element) -> Iterator[_Open | Element]:
        """Paragraphs, joined where the mark between them is gone, and the elements that are none."""
        waiting: _Open | None = None
        for element in members(container, P, TABLE, W + "altChunk"):
            if element.tag == P:
                properties = child(element, "pPr")
                deleted = _is_deleted(properties)
                unit = _Open(read_inline(element, self.styles), properties, deleted)
                unit = waiting.joined(unit) if waiting else unit
                waiting = unit if deleted or self._is_hidden(properties) else None
                if waiting is None:
                    yield unit
            else:
                if waiting and waiting.holds_something:
                    yield waiting
                waiting = None
                yield element
        if waiting and waiting.holds_something:
            yield waiting

    def _is_hidden(self, properties: Element | None) -> bool:
        """Is the paragraph mark hidden?"""
        hidden = is_on(child(properties, "rPr"), "vanish")
        if hidden is None and self.styles.some_hide:
            return self.styles.hides(value(child(properties, "pStyle")))
        return bool(hidden)

    def _paragraph(self, unit: _Open, labels: Labels) -> Iterator[Item]:
        inline, text = unit.inline, unit.inline.text
        self.unread.pictures += inline.pictures
        self.unread.objects += inline.objects
        place = self.numbering.place(unit.properties)
        if place:
            numbered, level = place
            text = with_label(labels.next(numbered, level), numbered.suffix(level), text)
        yield Para(text)
        for mark in inline.notes:
            yield from self._note(mark)
        for box in inline.boxes:
            yield from self.items(box, self._box_labels)

    def _note(self, mark: NoteMark) -> Iterator[Item]:
        content = self.notes.take(mark)
        if content is None:
            return
        prefix = self.notes.number(mark)
        for item in self.items(content, self._note_labels):
            if isinstance(item, Para):
                text = item.text.strip()
                yield Note(prefix + text)
                prefix = "" if text else prefix
            else:
                yield item

    def _rows(self, table: Element, labels: Labels) -> Iterator[TableRow]:
        merging: set[int] = set()
        for row in members(table, ROW):
            properties = child(row, "trPr")
            if child(properties, "del") is None:
                cells = tuple(self._cells(row, labels, merging))
                yield TableRow(cells, bool(is_on(properties, "tblHeader")))

    def _cells(self, row: Element, labels: Labels, merging: set[int]) -> Iterator[TableCell]:
        """``merging`` are the columns in which a cell of the row above may go on; changed to those of this row."""
        column = number(child(row, "trPr", "gridBefore")) or 0
        above = frozenset(merging)
        merging.clear()
        for first, further in _merged(members(row, CELL)):
            properties = child(first, "tcPr")
            width = sum(max(number(child(c, "tcPr", "gridSpan")) or 1, 1) for c in (first, *further))
            merge = child(properties, "vMerge")
            below = merge is not None and value(merge) != "restart" and column in above
            if merge is not None:
                merging.add(column)
            yield TableCell(() if below else tuple(self.items(first, labels)), column, width, below)
            column += width


def _merged(cells: Iterator[Element]) -> list[tuple[Element, list[Element]]]:
    """Each cell with those that the old way of merging sidewards adds to it; deleted cells are left out."""
    out: list[tuple[Element, list[Element]]] = []
    for cell in cells:
        properties = child(cell, "tcPr")
        merge = child(properties, "hMerge")
        if child(properties, "cellDel") is not None:
            continue
        if merge is not None and value(merge) != "restart" and out:
            out[-1][1].append(cell)
        else:
            out.append((cell, []))
    return out


def _is_deleted(properties: Element | None) -> bool:
    """A tracked change took the paragraph mark away."""
    marks = child(properties, "rPr")
    return child(marks, "del") is not None or child(marks, "moveFrom") is not None

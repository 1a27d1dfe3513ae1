"""From the tree of a document to a Reading: which rows of tables are rows, and which only frame running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.read.reading import Cell, ReadingWriter, RowCell
from index.read.word.body import Item, Note, Para, Table, TableCell, TableRow

MANY = 6
"""So many paragraphs in one cell are running text; a cell that is looked up in a table has fewer."""


@dataclass
class Layout:
    """Writes items in order; tables count from 1."""

    writer: ReadingWriter
    tables: int = 0

    def write(self, items: Iterable[Item]) -> None:
        for item in items:
            match item:
                case Para(text):
                    for line in text.split("\n"):
                        self.writer.paragraph(line)
                case Note(text):
                    for line in text.split("\n"):
                        self.writer.note(line)
                case Table(rows):
                    self._table(rows)

    def _table(self, rows: tuple[TableRow, ...]) -> None:
        framed = _framed(rows)
        self.tables += not all(framed)
        table, above = self.tables, dict[int, Cell]()
        heads = _heads(rows)
        for n, row in enumerate(rows):
            if framed[n]:
                for cell in row.cells:
                    self.write(cell.items)
            else:
                self._row(row, table, above, n < heads)

    def _row(self, row: TableRow, table: int, above: dict[int, Cell], head: bool) -> None:
        cells = [
            RowCell("" if cell.below else flat(cell.items), cell.column, cell.width,
                    above.get(cell.column) if cell.below else None)
            for cell in row.cells
        ]  # fmt: skip
        placed = self.writer.row(cells, table, head=head)
        above.update({cell.column: cell for cell in placed})
        for note in _notes(item for cell in row.cells for item in cell.items):
            self.write([note])


def _heads(rows: tuple[TableRow, ...]) -> int:
    """How many rows at the top are column heads; in a table marked as nothing but heads the mark means nothing."""
    return next((n for n, row in enumerate(rows) if not row.head), 0)


def _framed(rows: tuple[TableRow, ...]) -> list[bool]:
    """Which rows hold running text: those of a table of one column; one with a single filled cell that has nearly all the
    text of the table, in many paragraphs; and the rows about it, if none has more than one, as in a pasted web page."""
    if all(len(row.cells) <= 1 for row in rows):
        return [True] * len(rows)
    texts = [[flat(cell.items) for cell in row.cells] for row in rows]
    whole = sum(len(text) for row in texts for text in row)
    lone = [sum(map(bool, row)) <= 1 for row in texts]
    running = [
        any(
            _paragraphs(cell) >= MANY and len(text) >= 0.8 * whole
            for cell, text in zip(row.cells, each, strict=True)
        )
        for row, each in zip(rows, texts, strict=True)
    ]
    if all(lone) and any(running):
        return [True] * len(rows)
    return [a and b for a, b in zip(lone, running, strict=True)]


def _paragraphs(cell: TableCell) -> int:
    return sum(isinstance(item, Para) and bool(item.text.strip()) for item in cell.items)


def flat(items: Iterable[Item]) -> str:
    """What a cell says, on one line; a table within it cell by cell. Notes stand behind the row."""
    return re.sub(r"\s*[\n\t\r\f\v]\s*", " ", "\n".join(_texts(items)).strip())


def _texts(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        match item:
            case Para(text) if text.strip():
                yield text
            case Table(rows):
                for row in rows:
                    for cell in row.cells:
                        yield from _texts(cell.items)


def _notes(items: Iterable[Item]) -> Iterator[Note]:
    for item in items:
        match item:
            case Note():
                yield item
            case Table(rows):
                yield from _notes(i for row in rows for cell in row.cells for i in cell.items)

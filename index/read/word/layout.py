"""From the tree of a document to a Reading: which tables are rows, and which only frame running text."""

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
        framing = _frames(rows)
        if not framing or any(len(_filled(row)) > 1 for row in rows):
            self.tables += 1
        table, above = self.tables, dict[int, Cell]()
        for row in rows:
            filled = _filled(row)
            if framing and (len(filled) <= 1 or any(_is_running(cell, rows) for cell in filled)):
                for cell in filled:
                    self.write(cell.items)
            else:
                self._row(row, table, above)

    def _row(self, row: TableRow, table: int, above: dict[int, Cell]) -> None:
        cells = [
            RowCell("" if cell.below else flat(cell.items), cell.column, cell.width,
                    above.get(cell.column) if cell.below else None)
            for cell in row.cells
        ]  # fmt: skip
        placed = self.writer.row(cells, table, head=row.head)
        above.update({cell.column: cell for cell in placed})
        for note in _notes(item for cell in row.cells for item in cell.items):
            self.write([note])


def _frames(rows: tuple[TableRow, ...]) -> bool:
    """One column, or cells of which only one is filled; or one cell that has nearly all the text, in many paragraphs."""
    if all(len(_filled(row)) <= 1 for row in rows):
        return True
    return any(_is_running(cell, rows) for row in rows for cell in row.cells)


def _is_running(cell: TableCell, rows: tuple[TableRow, ...]) -> bool:
    paragraphs = [item for item in cell.items if isinstance(item, Para) and item.text.strip()]
    if len(paragraphs) < MANY:
        return False
    whole = sum(len(flat(other.items)) for row in rows for other in row.cells)
    return len(flat(cell.items)) >= 0.8 * whole


def _filled(row: TableRow) -> list[TableCell]:
    return [cell for cell in row.cells if flat(cell.items)]


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

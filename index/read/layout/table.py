"""Ruled tables → rows of a Reading; a table that goes on over a page stays one, its repeated head rows left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.read.layout.shapes import Region, Table
from index.read.reading import Cell, ReadingWriter, RowCell

_ALIKE = 4.0


@dataclass
class TableWriter:
    """Writes the parts of tables in reading order."""

    writer: ReadingWriter
    number: int = 0
    _last: Table | None = None
    _last_page: int = 0
    _head: Table | None = None
    _above: dict[int, Cell] = field(default_factory=dict)

    def add(self, table: Table, page: int, after_table: bool) -> None:
        """``after_table``: nothing stands between this part and the one written before it."""
        continues = (
            after_table
            and self._last is not None
            and page == self._last_page + 1
            and _same(self._last, table)
        )
        skip = 0
        if continues and self._head is not None:
            skip = _repeated(self._head, table)
        else:
            self.number, self._head, self._above = self.number + 1, table, {}
        self._rows(table, page, skip, continues)
        self._last, self._last_page = table, page

    def _rows(self, table: Table, page: int, skip: int, continues: bool) -> None:
        placed: dict[int, Cell] = {}
        for row in range(skip, len(table.ys) - 1):
            regions = [r for r in table.regions if r.row <= row < r.row_end]
            regions.sort(key=lambda r: r.column)
            leading = continues and row == skip
            cells = [self._cell(r, placed, row == max(r.row, skip), leading) for r in regions]
            made = self.writer.row(cells, self.number, page)
            for region, cell in zip(regions, made, strict=True):
                placed[id(region)] = cell
                self._above[region.column] = cell

    def _cell(self, region: Region, placed: dict[int, Cell], first: bool, leading: bool) -> RowCell:
        width = region.column_end - region.column
        if not first:
            return RowCell("", region.column, width, placed[id(region)])
        above = self._above.get(region.column)
        if leading and not region.text and above is not None and region.column == 0 and above.width == width:
            return RowCell("", region.column, width, above)  # merged downwards over the page's end
        return RowCell(region.text, region.column, width)


def _same(one: Table, other: Table) -> bool:
    return len(one.xs) == len(other.xs) and all(
        abs(a - b) <= _ALIKE for a, b in zip(one.xs, other.xs, strict=True)
    )


def _texts(table: Table, row: int) -> Sequence[str]:
    return [r.text for r in table.regions if r.row == row]


def _repeated(head: Table, table: Table) -> int:
    """How many rows at the top say the same as the head of the table's first part."""
    count = 0
    while (
        count < min(len(head.ys), len(table.ys)) - 2
        and any(_texts(table, count))
        and _texts(head, count) == _texts(table, count)
    ):
        count += 1
    return count

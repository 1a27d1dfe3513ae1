"""Ruled tables → rows of a Reading; a table that goes on over a page stays one, its repeated head rows left out."""

from __future__ import annotations

from collections.abc import Sequence

from index.read.layout.shapes import Region, Table
from index.read.reading import Cell, ReadingWriter, RowCell

Part = tuple[Table, int]
"""What of a table stands on one page, and the page's number."""
_ALIKE = 4.0


def goes_on(last: Part, following: Part) -> bool:
    """Is it the rest of the same table, on the next page with the same columns?"""
    (one, page), (other, next_page) = last, following
    same = len(one.xs) == len(other.xs) and all(
        abs(a - b) <= _ALIKE for a, b in zip(one.xs, other.xs, strict=True)
    )
    return same and next_page == page + 1


def write_table(writer: ReadingWriter, number: int, parts: Sequence[Part]) -> None:
    """Rows that every later part repeats at its top are column heads and are written once."""
    first = parts[0][0]
    repeated = [_repeated(first, table) for table, _ in parts[1:]]
    heads = min((count for count in repeated if count), default=0)
    above: dict[int, Cell] = {}
    for i, (table, page) in enumerate(parts):
        placed: dict[Region, Cell] = {}
        start = repeated[i - 1] if i else 0
        for row in range(start, len(table.ys) - 1):
            regions = sorted((r for r in table.regions if r.row <= row < r.row_end), key=lambda r: r.column)
            across = above if i and row == start else {}
            cells = [_cell(region, placed, across) for region in regions]
            made = writer.row(cells, number, page, head=i == 0 and row < heads)
            placed.update(zip(regions, made, strict=True))
            above.update((region.column, cell) for region, cell in zip(regions, made, strict=True))


def _cell(region: Region, placed: dict[Region, Cell], across: dict[int, Cell]) -> RowCell:
    """``across``: the cells at the end of the page before, of which an empty first one is the continuation."""
    width = region.column_end - region.column
    if region in placed:
        return RowCell("", region.column, width, placed[region])
    above = across.get(region.column)
    if above and region.column == 0 and not region.text and above.width == width:
        return RowCell("", region.column, width, above)
    return RowCell(region.text, region.column, width)


def _texts(table: Table, row: int) -> list[str]:
    return [r.text for r in table.regions if r.row == row]


def _repeated(head: Table, table: Table) -> int:
    """How many rows at the top say the same as those of the table's first part."""
    count, most = 0, min(len(head.ys), len(table.ys)) - 2
    while count < most and any(_texts(table, count)) and _texts(head, count) == _texts(table, count):
        count += 1
    return count

"""A table of a page → rows: merged cells in the columns that they cover, head rows marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from index.read.html.lines import Line, pieces, rows_of
from index.read.reading import Cell, ReadingWriter, RowCell

Element = Any

_MOST_COLUMNS = 200


@dataclass
class _Merged:
    """A cell that reaches into the rows below: how many of them, and where its text stands."""

    rows: int
    cell: Cell


def write_table(table: Element, number: int, writer: ReadingWriter) -> None:
    for caption in table.iter("caption"):
        writer.paragraph(cell_text(caption))
    merged: dict[int, _Merged] = {}
    for row in rows_of(table):
        cells, spans = _placed(row, merged)
        if not cells:
            continue
        written = writer.row(cells, number, head=_is_head(row))
        merged = {c: _Merged(m.rows - 1, m.cell) for c, m in merged.items() if m.rows > 1}
        for cell, rows in zip(written, spans, strict=True):
            if rows > 1:
                merged[cell.column] = _Merged(rows - 1, cell)


def _placed(row: Element, merged: dict[int, _Merged]) -> tuple[list[RowCell], list[int]]:
    """The row's cells in their columns, those merged from above among them, and how many rows each covers from here."""
    cells: list[RowCell] = []
    spans: list[int] = []
    column = 0

    def from_above() -> None:
        nonlocal column
        while column in merged:
            above = merged[column].cell
            cells.append(RowCell("", column, above.width, above))
            spans.append(0)
            column += above.width

    for element in row.iterchildren("td", "th"):
        from_above()
        width = min(_count(element, "colspan"), _MOST_COLUMNS)
        cells.append(RowCell(cell_text(element), column, width))
        spans.append(_count(element, "rowspan"))
        column += width
    from_above()
    return cells, spans


def cell_text(element: Element) -> str:
    """On one line; the paragraphs in it are apart by a blank."""
    lines = [piece.text for piece in pieces(element, tables=False) if isinstance(piece, Line)]
    return " ".join(lines).replace("\t", " ").replace("\n", " ")


def _count(element: Element, name: str) -> int:
    text = (element.get(name) or "1").strip()
    return max(1, int(text)) if text.isdecimal() and len(text) < 6 else 1


def _is_head(row: Element) -> bool:
    parent = row.getparent()
    cells = list(row.iterchildren("td", "th"))
    return (parent is not None and parent.tag == "thead") or all(cell.tag == "th" for cell in cells)

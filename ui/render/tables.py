"""Quotations with table rows: as lines for text, as a real table for the page. Heads that the quotation itself does not hold
are shown as heads and never as quoted words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer.model import CellView, Citation, RowView
from assistant.answer.rows import head_of, pairs
from ui.render.marks import marked, safe

Show = Callable[[CellView], str]
"""The inside of a cell as HTML."""


def quote_lines(citation: Citation) -> list[str]:
    """The quotation line by line: a row with each cell under its heads; where its head row stands above it in the quotation
    too and divides it in the same way, only the cells. Two head rows are left out where every row names its heads."""
    rows = {row.line: row for row in citation.rows}
    has_body = any(not row.head for row in citation.rows)
    lines: list[str] = []
    head: RowView | None = None
    for number, line in enumerate(citation.quote.split("\n")):
        row = rows.get(number)
        if row is None:
            head = None
            lines.append(line)
            continue
        if row.head:
            beside = [rows[n] for n in (number - 1, number + 1) if n in rows and rows[n].head]
            head = None if beside else row
            lines += [] if beside and has_body else [_cells_only(row)]
        else:
            lines.append(_cells_only(row) if head and _columns(head) == _columns(row) else pairs(row))
    return lines


def _columns(row: RowView) -> list[int]:
    return [cell.column for cell in row.cells]


def _cells_only(row: RowView) -> str:
    return "｜".join(" ".join(cell.text.split()) for cell in row.cells)


def quote_html(citation: Citation, mark: bool, find: Callable[[str], Sequence[tuple[int, int]]]) -> str:
    """The quotation with its rows as tables. ``mark``: the quoted words are marked, else what ``find`` finds in a text."""
    rows = {row.line: row for row in citation.rows}
    pieces: list[str] = []
    run: list[RowView] = []

    def show(cell: CellView) -> str:
        if not mark:
            return marked(words_in(cell), find(cell.text))
        inside = (max(citation.start, cell.start) - cell.start, min(citation.end, cell.end) - cell.start)
        return marked(words_in(cell), [inside] if inside[0] < inside[1] else [])

    for number, line in enumerate([*citation.quote.split("\n"), ""]):
        row = rows.get(number)
        if row:
            run.append(row)
            continue
        if run:
            pieces.append(table_html(run, show))
            run = []
        if line:
            pieces.append(f"<p>{marked(line, [(0, len(line))] if mark else find(line))}</p>")
    return "".join(pieces)


def words_in(cell: CellView) -> str:
    """The cell's text, character for character; cells whose columns are not known stand apart by a wide space."""
    return cell.text.replace("\t", "　")


def table_html(rows: Sequence[RowView], show: Show) -> str:
    """Rows in order; above those that no head row precedes stand the heads of their cells, named as such."""
    depth = next((i for i, row in enumerate(rows) if not row.head), len(rows))
    head, body = rows[:depth], [row for row in rows[depth:] if not row.head]
    inside = body_html([(row, "", "") for row in body], show)
    return f'<div class="tk-table"><table>{head_html(head, body, show)}<tbody>{inside}</tbody></table></div>'


def head_html(head: Sequence[RowView], body: Sequence[RowView], show: Show) -> str:
    """The head rows, or where there are none the heads that the first row's cells stand under."""
    if head:
        lines = (_cells(head, i, "th", show) for i in range(len(head)))
        return "<thead>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</thead>"
    names = [head_of(cell) for cell in body[0].cells] if body else []
    if not any(names):
        return ""
    wide = zip(names, body[0].cells, strict=True)
    cells = "".join(f'<th scope="col"{_span("col", c.width)}>{safe(name)}</th>' for name, c in wide)
    return f'<thead class="outside" title="表头"><tr>{cells}</tr></thead>'


def body_html(rows: Sequence[tuple[RowView, str, str]], show: Show) -> str:
    """Each row with the attributes of its ``tr`` and what stands behind the text of its last cell."""
    views = [row for row, _, _ in rows]
    lines = (
        f"<tr{f' {attributes}' if attributes else ''}>{_cells(views, i, 'td', show, more)}</tr>"
        for i, (_, attributes, more) in enumerate(rows)
    )
    return "".join(lines)


def _cells(rows: Sequence[RowView], i: int, tag: str, show: Show, more: str = "") -> str:
    """A cell that is merged with the one above it stands only where it begins."""
    scope = ' scope="col"' if tag == "th" else ""
    own = [cell for cell in rows[i].cells if i == 0 or cell not in rows[i - 1].cells]
    pieces = []
    for cell in own:
        tall = next((n for n, row in enumerate(rows[i:]) if cell not in row.cells), len(rows) - i)
        text = show(cell) + (more if cell is own[-1] else "")
        pieces.append(f"<{tag}{scope}{_span('col', cell.width)}{_span('row', tall)}>{text}</{tag}>")
    return "".join(pieces)


def _span(kind: str, size: int) -> str:
    return f' {kind}span="{size}"' if size > 1 else ""

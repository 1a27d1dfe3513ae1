"""Table rows inside a quotation: each cell with its column heads, so that no face shows cells that run together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.draft import Quote, Said
from assistant.answer.model import CellView, RowView
from index.clauses import Clause, Document
from index.clauses.document import Span
from index.read.reading import Block

_CLOSING = "。；;，,：:"


def rows_in(document: Document, start: int, end: int) -> tuple[RowView, ...]:
    """The rows that ``document.quote(start, end)`` holds, in whole or in part."""
    entries = [c for c in document.clauses if c.start < end and c.end > start]
    if not any(c.kind in ("table", "row") for c in entries):
        return ()
    blocks = [b for b in document.blocks if b.kind == "row" and b.start < end and b.end > start]
    places = [(c, p) for c in entries for p in c.paragraphs if p[0] < end and p[1] > start]
    rows = (_row(document, line, clause, place, blocks) for line, (clause, place) in enumerate(places))
    return tuple(row for row in rows if row)


def _row(
    document: Document, line: int, clause: Clause, place: Span, blocks: Sequence[Block]
) -> RowView | None:
    """None for a line that is no row: text, a caption."""
    if clause.kind == "row" and place[0] >= clause.body:
        return RowView(line=line, head=False, cells=cells_of(document, clause))
    block = next((b for b in blocks if b.start <= place[0] < b.end), None)
    if (
        block is None
        or clause.kind not in ("table", "row")
        or (clause.kind == "table" and place[0] < clause.body)
    ):
        return None
    text = document.text
    cells = (
        CellView(
            text=text[c.start : c.end], heads=(), start=c.start, end=c.end, column=c.column, width=c.width
        )
        for c in block.cells
    )
    return RowView(line=line, head=True, cells=tuple(cells))


def cells_of(document: Document, clause: Clause) -> tuple[CellView, ...]:
    """The cells of a table row, each with the words of its column heads, topmost first."""
    text = document.text
    return tuple(
        CellView(
            text=text[c.start : c.end], heads=tuple(text[a:b] for a, b in c.heads),
            start=c.start, end=c.end, column=c.column, width=c.width,
        )
        for c in clause.cells
    )  # fmt: skip


def head_of(cell: CellView) -> str:
    """The column heads as one name: 左侧边线·X."""
    return "·".join(_flat(head) for head in cell.heads)


def pairs(row: RowView) -> str:
    """「收费项目：检索费｜金额（元）：2400」; empty cells left out, one without a head as it is."""
    return "｜".join(f"{head}：{text}" if head else text for head, text in _named(row))


def quoted(row: RowView) -> str:
    """「收费项目“检索费”，金额（元）“2400”」: only the cells are in quotation marks."""
    return "，".join(f"{head}“{text}”" for head, text in _named(row))


def _named(row: RowView) -> Iterator[tuple[str, str]]:
    """(column heads, words) of the cells that say something; cells of one column under the same head once each."""
    for cell in row.cells:
        if text := _flat(cell.text.replace("\t", "　")):
            yield head_of(cell), text


def _flat(text: str) -> str:
    return re.sub(r"[ \n\r\f\v\u00a0]+", " ", text).strip()


def arranged(quote: Quote) -> str:
    """The quotation with every row under its heads on a line of its own; head rows that only say the heads are left out."""
    rows = {row.line: row for row in rows_in(quote.document, quote.start, quote.end)}
    if not rows:
        return quote.text
    has_body = any(not row.head for row in rows.values())
    lines = []
    for number, line in enumerate(quote.text.split("\n")):
        row = rows.get(number)
        if row is None:
            lines.append(line)
        elif not row.head:
            lines.append(pairs(_cut(row, quote)))
        elif not has_body:
            lines.append("｜".join(_flat(cell.text) for cell in row.cells if cell.text.strip()))
    return "\n".join(lines)


def _cut(row: RowView, quote: Quote) -> RowView:
    """Of a row that is quoted in part, what is quoted; one quoted from its beginning keeps the cells merged with the row
    above."""
    text = quote.document.text
    line = text.rfind("\n", 0, max(cell.end for cell in row.cells)) + 1 if row.cells else 0
    from_the_beginning = not text[line : quote.start].strip()
    kept = []
    for cell in row.cells:
        if cell.start < line:
            kept += [cell] * from_the_beginning
        elif cell.start < quote.end and cell.end > quote.start:
            words = text[max(cell.start, quote.start) : min(cell.end, quote.end)]
            kept.append(cell.model_copy(update={"text": words}))
    return row.model_copy(update={"cells": tuple(kept)})


def words_of(quote: Quote) -> str:
    """The quotation in quotation marks on one line, the rows of a table on lines of their own; rows that stand without
    their head rows with the heads outside the marks."""
    rows = rows_in(quote.document, quote.start, quote.end)
    lines = quote.text.split("\n")
    if len(rows) == len(lines) and not any(row.head for row in rows):
        return "；".join(quoted(row) for row in rows)
    numbers = {row.line for row in rows}
    pieces = [
        f"\n{line}" if n and (n in numbers or n - 1 in numbers) else line for n, line in enumerate(lines)
    ]
    return f"“{''.join(pieces)}”"


def markdown_of(quote: Quote) -> list[str]:
    """The lines of the quotation; rows as a Markdown table, under heads where the quotation has none."""
    rows = {row.line: row for row in rows_in(quote.document, quote.start, quote.end)}
    lines: list[str] = []
    for number, line in enumerate(quote.text.split("\n")):
        row = rows.get(number)
        if row is None:
            lines.append(line)
            continue
        if number - 1 not in rows:
            names = [_flat(c.text) for c in row.cells] if row.head else [head_of(c) for c in row.cells]
            lines += ["", _bars(names), _bars(["---"] * len(row.cells))]
            if row.head:
                continue
        lines.append(_bars([_flat(c.text) for c in row.cells]))
    return lines[1:] if lines[:1] == [""] else lines


def _bars(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def spoken(said: Said) -> str:
    """The sentence; where it repeats table rows, with each cell under its heads."""
    text = said.text
    for quote in said.quotes:
        words = quote.text
        bare = words.rstrip(_CLOSING)
        if "\t" not in bare:
            continue
        if words in text:
            text = text.replace(words, arranged(quote))
        elif bare in text:
            text = text.replace(bare, arranged(quote).rstrip(_CLOSING))
    return text

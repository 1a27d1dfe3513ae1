"""The rows of a reading's tables: frames become paragraphs, tabbed lines of plain text become rows.

A table whose rows have one cell each is only a frame: its lines are read like any others. In plain text, lines that
share a number of tabs, or of bars, are the rows of a table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from index.clauses.markers import read_markers
from index.clauses.table_heads import cells_at_tabs, read_heads
from index.clauses.table_stacked import stacked_tables
from index.read.reading import Block, Cell, Reading

_BRIDGED = 3  # lines without tabs that may stand between the rows of a table in plain text


def is_frame(rows: Sequence[Block]) -> bool:
    return all(len(row.cells) <= 1 for row in rows)


def _attachment_rows(text: str, rows: Sequence[Block]) -> int:
    """How many rows above the table itself name the attachment that it is: 「附件1」, its title."""
    titles = next((i for i, row in enumerate(rows) if len(row.cells) > 1), 0)
    labels = (read_markers(text[row.start : row.end]) for row in rows[:titles])
    return titles if any(m.form == "附件" for markers in labels for m in markers) else 0


def with_tables(reading: Reading) -> Reading:
    """The same text; rows of frames become paragraphs, and tabbed lines of plain text become rows."""
    blocks: list[Block] = []
    for table, group in groupby(reading.blocks, lambda b: b.table if b.kind == "row" else None):
        found = list(group)
        if table is not None:
            framed = len(found) if is_frame(found) else _attachment_rows(reading.text, found)
            found[:framed] = [Block(b.start, b.end, "paragraph", b.page) for b in found[:framed]]
        blocks.extend(found)
    if reading.wrapped and not any(b.kind == "row" for b in blocks):
        blocks = stacked_tables(reading.text, blocks)
        blocks = _tabbed_tables(_with_tabs_for_bars(reading.text, blocks), blocks)
    return replace(reading, blocks=tuple(blocks))


_BARS = 2
"""Bars in each line of a table, and lines, at least: 「1|事项|牵头单位」."""


def _with_tabs_for_bars(text: str, blocks: Sequence[Block]) -> str:
    """The same length: where neighbouring lines have as many bars each, a tab for each of them."""
    bars = [0 if "\t" in text[b.start : b.end] else text[b.start : b.end].count("|") for b in blocks]
    out, at = [], 0
    for n, group in groupby(range(len(blocks)), lambda i: bars[i]):
        found = list(group)
        if n >= _BARS and len(found) > _BARS:
            start, end = blocks[found[0]].start, blocks[found[-1]].end
            out += [text[at:start], text[start:end].replace("|", "\t")]
            at = end
    return "".join([*out, text[at:]])


def _tabbed_tables(text: str, blocks: list[Block]) -> list[Block]:
    tabs = [text[b.start : b.end].rstrip("\n").count("\t") for b in blocks]
    inside = [_is_tabbed(text[b.start : b.end]) for b in blocks]
    out, i, number = [], 0, max((b.table or 0 for b in blocks), default=0)
    while i < len(blocks):
        end = _table_end(text, blocks, inside, i) if inside[i] else i
        if sum(inside[i:end]) < 2 or (max(tabs[i:end], default=0) < 2 and sum(inside[i:end]) < 3):
            out.append(blocks[i])
            i += 1
            continue
        number += 1
        out.extend(_rows(text, blocks[i:end], number, inside[i:end]))
        i = end
    return out


def _columns(tabs: Sequence[int], inside: Sequence[bool]) -> int:
    """As many as the first line has, if another one has as many; else the usual number."""
    counts = [n for n, tabbed in zip(tabs, inside, strict=True) if tabbed]
    return 1 + (counts[0] if counts.count(counts[0]) > 1 else Counter(counts).most_common(1)[0][0])


def _is_tabbed(line: str) -> bool:
    """A tab behind a label or at the start is no cell."""
    before, tab, after = line.strip(" ").partition("\t")
    return bool(tab and before.strip() and after.strip()) and not re.match(
        r"^第.{1,8}[条章节]$", before.strip()
    )


def _table_end(text: str, blocks: list[Block], inside: list[bool], i: int) -> int:
    """Lines without tabs may stand between rows, unless the head comes again below them: that is another table."""
    end, head = i + 1, _first_cell(text, blocks[i])
    while end < len(blocks):
        ahead = next((j for j in range(end, min(end + _BRIDGED + 1, len(blocks))) if inside[j]), None)
        if ahead is None or any(_ends_table(text[b.start : b.end]) for b in blocks[end:ahead]):
            break
        if ahead > end and _first_cell(text, blocks[ahead]) == head and not re.search(r"\d", head):
            break
        end = ahead + 1
    return end


def _first_cell(text: str, block: Block) -> str:
    return re.sub(r"\s", "", text[block.start : block.end].partition("\t")[0])


def _ends_table(line: str) -> bool:
    return any(m.family.name in {"附件", "章", "条"} for m in read_markers(line.strip()))


def _rows(text: str, blocks: Sequence[Block], table: int, inside: Sequence[bool]) -> list[Block]:
    tabs = [text[b.start : b.end].rstrip("\n").count("\t") for b in blocks]
    heads = read_heads(text, blocks, table)
    columns = heads.columns if heads else _columns(tabs, inside)
    out: list[Block] = list(heads.rows) if heads else []
    above: tuple[Cell, ...] = ()
    for block in blocks[len(out) :]:
        cells = _cells(text, block, columns, above, heads.named if heads else columns)
        out.append(Block(block.start, block.end, "row", block.page, table, False, cells))
        above = cells if len(cells) > 1 else above
    return out


def _cells(text: str, block: Block, columns: int, above: tuple[Cell, ...], named: int) -> tuple[Cell, ...]:
    """A line with fewer cells lacks its last ones, or those merged with the row above, if the number in its first cell goes
    on from there; one with as many cells as there are ``named`` columns has a wide last one; otherwise its columns are
    not known, and it is one cell over the full width."""
    placed = cells_at_tabs(text, block)
    missing = columns - len(placed)
    if missing == 0:
        return placed
    if len(placed) == named:
        return (*placed[:-1], replace(placed[-1], width=1 + missing))
    if 0 < missing < columns - 1 and above and _goes_on(text, above[0], placed[0]):
        return placed
    placed = tuple(replace(cell, column=cell.column + missing) for cell in placed)
    if 0 < missing < min(columns - 1, len(above)) and _goes_on(text, above[missing], placed[0]):
        return (*above[:missing], *placed)
    return (Cell(block.start, block.end, 0, columns),)


def _goes_on(text: str, above: Cell, cell: Cell) -> bool:
    before, now = (re.match(r"\s*(\d+)", text[c.start : c.end]) for c in (above, cell))
    return before is not None and now is not None and int(now[1]) == int(before[1]) + 1

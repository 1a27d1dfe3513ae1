"""Tables of which a page that was copied into plain text leaves a cell a line: 「序号⏎指标⏎2022年⏎2027年⏎1⏎城镇化率⏎73.4⏎76」.

Only one whose rows are numbered can be told for sure: the lines between two numbers are as many as the head has names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.read.reading import Block, Cell

_NUMBERED = re.compile(r"序\s*号|编\s*号")
_SENTENCE = re.compile(r"[。；]")
_LONGEST_HEAD = 30
_COLUMNS = range(3, 11)
_LEAST_ROWS = 2


def stacked_tables(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The lines of such tables as rows, a cell a line; the others as they are. Tables are counted from 1."""
    lines = [text[b.start : b.end].strip() for b in blocks]
    out: list[Block] = []
    at = table = 0
    while at < len(blocks):
        width = _width(lines, at)
        rows = _rows(lines, at + width, width) if width else 0
        if rows < _LEAST_ROWS:
            out.append(blocks[at])
            at += 1
            continue
        table += 1
        for _ in range(rows + 1):
            out.append(_row(text, blocks[at : at + width], table))
            at += width
    return out


def _width(lines: Sequence[str], at: int) -> int:
    """Columns of the table whose head begins there; 0 where none does."""
    if not _NUMBERED.fullmatch(lines[at]):
        return 0
    head = lines[at : at + _COLUMNS.stop]
    width = head.index("1") if "1" in head else 0
    named = all(len(name) <= _LONGEST_HEAD and not _SENTENCE.search(name) for name in head[:width])
    return width if width in _COLUMNS and named else 0


def _rows(lines: Sequence[str], at: int, width: int) -> int:
    """How many rows go on from there, numbered from 1."""
    rows = 0
    while at + width <= len(lines) and lines[at] == str(rows + 1):
        rows, at = rows + 1, at + width
    return rows


def _row(text: str, cells: Sequence[Block], table: int) -> Block:
    placed = tuple(Cell(*_said(text, cell), column) for column, cell in enumerate(cells))
    return Block(cells[0].start, cells[-1].end, "row", cells[0].page, table, False, placed)


def _said(text: str, line: Block) -> tuple[int, int]:
    said = text[line.start : line.end]
    return line.start + len(said) - len(said.lstrip()), line.start + len(said.rstrip())

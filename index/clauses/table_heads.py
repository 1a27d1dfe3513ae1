"""Two head rows in plain text: 「编号⇥左侧⇥右侧⇥说明」 above 「X⇥Y⇥X⇥Y」. Which heads the second row divides is not written:
where only one way fits the names and the figures below, each cell is given its column; else those stay without that the
ways do not agree on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.read.reading import Block, Cell

_NEVER_DIVIDED = re.compile(r"^(序号|编号|代码|备注|说明|附注|注)$")
_NO_NAME = re.compile(r"^[\d.,%％—－\-]*$|[。；]")
_YEAR = re.compile(r"(19|20)\d\d年度?")
_FIGURE = re.compile(r"[≥≤＞＜><约]?\s*[¥￥]?\d")
_LONGEST = 30


@dataclass(frozen=True)
class Heads:
    """The two rows as blocks; ``columns`` of the table, of which the first ``named`` have a head each and a last one
    without is part of the column before."""

    rows: tuple[Block, Block]
    columns: int
    named: int


def cells_at_tabs(text: str, block: Block) -> tuple[Cell, ...]:
    """A cell between two tabs each, columns counted from 0."""
    at, placed = block.start, []
    for column, piece in enumerate(text[block.start : block.end].split("\t")):
        lead = len(piece) - len(piece.lstrip())
        placed.append(Cell(at + lead, at + max(len(piece.rstrip()), lead), column))
        at += len(piece) + 1
    return tuple(placed)


def read_heads(text: str, lines: Sequence[Block], table: int) -> Heads | None:
    """None where the first two lines are not two head rows. ``lines`` are those of one table."""
    if len(lines) < 4:
        return None
    top, below = (cells_at_tabs(text, line) for line in lines[:2])
    names, under = _names(text, top), _names(text, below)
    counts = Counter(n for line in lines[2:] if (n := text[line.start : line.end].count("\t") + 1) > 1)
    if not names or len(under) < 2 or not counts:
        return None
    repeats = _repeats(under)
    columns = max(counts) if repeats else counts.most_common(1)[0][0]
    if columns <= max(len(names), len(under)):
        return None
    divided = repeats or len(names) + len(under) - columns
    named = len(names) - divided + len(under)
    if not 1 <= divided < len(names) or len(under) < 2 * divided or named > columns:
        return None
    ways = _alike(text, lines[2:], _ways(names, under, divided), len(under), named)
    if named < columns and any(way.stop == len(names) for way in ways):
        return None  # the column without a head would be part of a divided one
    if not ways:
        return None
    cells = _grid(top, below, (columns, named), ways)
    rows = [
        Block(line.start, line.end, "row", line.page, table, True, own)
        for line, own in zip(lines, cells, strict=False)
    ]
    return Heads((rows[0], rows[1]), columns, named)


def _names(text: str, cells: Sequence[Cell]) -> list[str]:
    """Short names; none where a cell is empty, a number or a sentence."""
    names = [re.sub(r"\s", "", text[c.start : c.end]) for c in cells]
    return [] if any(not n or len(n) > _LONGEST or _NO_NAME.search(n) for n in names) else names


def _repeats(under: Sequence[str]) -> int:
    """How many heads are divided if the names below repeat, as in 「X Y X Y」; else 0."""
    period = next(
        (p for p in range(2, len(under) // 2 + 1) if list(under) == list(under[:p]) * (len(under) // p)), 0
    )
    return len(under) // period if period else 0


def _ways(names: Sequence[str], under: Sequence[str], divided: int) -> list[range]:
    """Which neighbouring heads may be the divided ones: never the first, which names the rows. Of several the one whose
    names have most in common with those below, if there is one."""
    if len(under) % divided:
        return []
    years = all(_YEAR.search(name) for name in under)
    fixed = [bool(_NEVER_DIVIDED.match(name) or (years and _YEAR.search(name))) for name in names]
    ways = [range(i, i + divided) for i in range(1, len(names) - divided + 1)]
    ways = [way for way in ways if not any(fixed[i] for i in way)]
    shared = [_shared(names, under, way) for way in ways]
    best = [way for way, n in zip(ways, shared, strict=True) if n == max(shared)]
    return best if len(best) == 1 else ways


def _alike(text: str, lines: Sequence[Block], ways: list[range], under: int, named: int) -> list[range]:
    """Of several ways the one, if it is the only one, by which figures and words never stand under the same head."""
    if len(ways) < 2:
        return ways
    rows = [cells_at_tabs(text, line) for line in lines]
    figures = [[bool(_FIGURE.match(text[c.start : c.end])) for c in row] for row in rows if len(row) >= named]
    size = under // len(ways[0])
    fitting = []
    for way in ways:
        groups = [range(way.start + n * size, way.start + (n + 1) * size) for n in range(len(way))]
        if all(len({row[i] for i in group}) == 1 for row in figures for group in groups):
            fitting.append(way)
    return fitting if figures and len(fitting) == 1 else ways


def _shared(names: Sequence[str], under: Sequence[str], way: range) -> int:
    """How many names share a word with the head above them."""
    size = len(under) // len(way)
    return sum(bool(_words(names[way[n // size]]) & _words(name)) for n, name in enumerate(under))


def _words(name: str) -> set[str]:
    """Pairs of neighbouring characters; a year speaks of 年度."""
    name = _YEAR.sub("年度", name)
    return {name[i : i + 2] for i in range(len(name) - 1) if not re.search(r"[\d\W]", name[i : i + 2])}


def _grid(
    top: Sequence[Cell], below: Sequence[Cell], heads: tuple[int, int], ways: Sequence[range]
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """The cells of both rows, ``heads`` being (columns, named). Where the ways differ, all that they may divide is one cell in
    each row."""
    columns, named = heads
    first, last = min(way.start for way in ways), max(way.stop for way in ways)
    end = named - (len(top) - last)
    whole = [Cell(c.start, c.end, i) for i, c in enumerate(top[:first])]
    whole += [Cell(c.start, c.end, end + i) for i, c in enumerate(top[last:])]
    if whole[-1].column == named - 1:
        whole[-1] = replace(whole[-1], width=1 + columns - named)
    if len(ways) > 1:
        width = end - first
        upper = [Cell(top[first].start, top[last - 1].end, first, width)]
        lower = [Cell(below[0].start, below[-1].end, first, width)]
    else:
        size = len(below) // len(ways[0])
        upper = [Cell(top[i].start, top[i].end, first + n * size, size) for n, i in enumerate(ways[0])]
        lower = [Cell(c.start, c.end, first + n) for n, c in enumerate(below)]
    return _in_order([*whole, *upper]), _in_order([*whole, *lower])


def _in_order(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(cells, key=lambda cell: cell.column))

"""Pieces of lines → lines in reading order, two columns one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from index.read.layout.segments import rows
from index.read.layout.shapes import Line, Table

Piece = Line | Table
_FEWEST = 5
"""Lines on each side, below which no columns are seen."""

_MOST_STEPS = 1000
"""A damaged file may have a page of any width."""


def in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """From the top; where most of the page is set in two columns, each stretch of them left before right."""
    lines = [p for p in pieces if isinstance(p, Line)]
    gutter = _gutter(lines)
    if gutter is None:
        return _stacked(pieces, 0)
    out: list[Piece] = []
    across = sorted((p for p in pieces if _crosses(p, gutter)), key=_top)
    rest = [p for p in pieces if not _crosses(p, gutter)]
    for piece in across:
        above = [p for p in rest if _top(p) < _top(piece) - 1]
        rest = [p for p in rest if _top(p) >= _top(piece) - 1]
        out += _sides(above, gutter)
        out.append(piece)
    return _joined_rows(out) + _sides(rest, gutter)


def _sides(pieces: Sequence[Piece], gutter: float) -> list[Piece]:
    left = [p for p in pieces if _left(p) < gutter]
    return _stacked(left, 1) + _stacked([p for p in pieces if _left(p) >= gutter], 2)


def _stacked(pieces: Sequence[Piece], column: int) -> list[Piece]:
    tables = [p for p in pieces if isinstance(p, Table)]
    lines = rows((p for p in pieces if isinstance(p, Line)), column)
    return sorted([*lines, *tables], key=_top)


def _joined_rows(pieces: list[Piece]) -> list[Piece]:
    """Pieces across the columns that follow each other on one baseline become one line."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if isinstance(piece, Line) and isinstance(last, Line) and piece.column == last.column == 0:
            merged = rows([last, piece])
            out[-1:] = merged
        else:
            out.append(piece)
    return out


def _top(piece: Piece) -> float:
    return piece.ys[0] if isinstance(piece, Table) else piece.base - 0.5 * piece.size


def _left(piece: Piece) -> float:
    return piece.xs[0] if isinstance(piece, Table) else piece.x0


def _right(piece: Piece) -> float:
    return piece.xs[-1] if isinstance(piece, Table) else piece.x1


def _crosses(piece: Piece, gutter: float) -> bool:
    return _left(piece) < gutter < _right(piece)


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the white strip between two columns of running text, if there is one."""
    if len(lines) < 2 * _FEWEST:
        return None
    left, right = min(p.x0 for p in lines), max(p.x1 for p in lines)
    em = median(p.size for p in lines)
    steps = min(_MOST_STEPS, int((right - left) * 0.4 / (em / 4))) if em else 0
    places = [left + 0.3 * (right - left) + i * em / 4 for i in range(steps)]
    crossing = {x: sum(p.x0 < x < p.x1 for p in lines) for x in places}
    if not crossing or min(crossing.values()) > 0.4 * len(lines):
        return None
    free = [x for x in places if crossing[x] == min(crossing.values())]
    gutter = _middle_of_longest(free, em / 4)
    sides = [p for p in lines if not p.x0 < gutter < p.x1]
    halves = [p for p in sides if p.x1 <= gutter], [p for p in sides if p.x0 >= gutter]
    return gutter if all(_running(half, em) for half in halves) and _beside(*halves) else None


def _middle_of_longest(places: list[float], step: float) -> float:
    runs = [[places[0]]]
    for x in places[1:]:
        if x - runs[-1][-1] <= 1.5 * step:
            runs[-1].append(x)
        else:
            runs.append([x])
    longest = max(runs, key=len)
    return (longest[0] + longest[-1]) / 2


def _running(half: Sequence[Line], em: float) -> bool:
    """Running text, not cells of a table: most pieces go from edge to edge."""
    if len(half) < _FEWEST:
        return False
    left, right = (
        sorted(p.x0 for p in half)[len(half) // 10],
        sorted(p.x1 for p in half)[-1 - len(half) // 10],
    )
    if right - left < 10 * em:
        return False
    ends = sum(p.x1 > right - 1.6 * em for p in half)
    starts = sum(p.x0 < left + 2.6 * em for p in half)
    return ends >= 0.45 * len(half) and starts >= 0.7 * len(half)


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Both halves share a good part of their height."""
    top = max(min(p.base for p in left), min(p.base for p in right))
    bottom = min(max(p.base for p in left), max(p.base for p in right))
    inside = sum(top - 1 <= p.base <= bottom + 1 for p in [*left, *right])
    return inside >= 0.4 * (len(left) + len(right))

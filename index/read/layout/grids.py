"""Drawn lines → ruled tables: columns, rows, merged cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from index.read.layout.shapes import Rule

_NEAR = 3.0
"""In points: lines as close as this are one, or touch."""
_COVERED = 0.6
"""Share of a cell's edge that a line must cover to part two cells."""
_MOST = 1500


@dataclass(frozen=True)
class Grid:
    """``areas``: row, row end, column, column end of each cell, ends exclusive, in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[tuple[int, int, int, int], ...]

    def holds(self, x: float, y: float) -> bool:
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def area_at(self, x: float, y: float) -> int:
        """The index of the cell at a place inside the grid."""
        column = max(0, sum(edge <= x for edge in self.xs[:-1]) - 1)
        row = max(0, sum(edge <= y for edge in self.ys[:-1]) - 1)
        for i, (r0, r1, c0, c1) in enumerate(self.areas):
            if r0 <= row < r1 and c0 <= column < c1:
                return i
        raise AssertionError("the cells of a grid cover it")


def find_grids(rules: Sequence[Rule]) -> tuple[list[Grid], list[Rule]]:
    """Grids of at least two columns, from the largest, none inside another; and the lines that belong to none."""
    flat, upright = _joined(r for r in rules if r.flat), _joined(r for r in rules if not r.flat)
    if not flat or not upright or len(flat) + len(upright) > _MOST:
        return [], flat
    grids: list[Grid] = []
    for group in sorted(_connected(flat, upright), key=_area, reverse=True):
        grid = _grid(group)
        if grid and not any(_inside(grid, other) for other in grids):
            grids.append(grid)
    loose = [r for r in flat if not any(g.holds((r.start + r.end) / 2, r.at) for g in grids)]
    return grids, loose


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines in one another's continuation become one."""
    out: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.at / _NEAR), r.start)):
        last = out[-1] if out else None
        if last and abs(last.at - rule.at) < _NEAR and rule.start <= last.end + _NEAR:
            out[-1] = Rule(rule.flat, last.at, last.start, max(last.end, rule.end))
        else:
            out.append(rule)
    return out


def _touch(flat: Rule, upright: Rule) -> bool:
    return (
        flat.start - _NEAR <= upright.at <= flat.end + _NEAR
        and upright.start - _NEAR <= flat.at <= upright.end + _NEAR
    )


def _connected(flat: list[Rule], upright: list[Rule]) -> list[list[Rule]]:
    """Groups of lines that touch, directly or through others."""
    left = set(range(len(upright)))
    waiting = set(range(len(flat)))
    groups: list[list[Rule]] = []
    while waiting:
        first = waiting.pop()
        found: dict[bool, list[int]] = {True: [first], False: []}
        todo = [(True, first)]
        while todo:
            is_flat, i = todo.pop()
            pool = left if is_flat else waiting
            hit = [
                j for j in pool if (_touch(flat[i], upright[j]) if is_flat else _touch(flat[j], upright[i]))
            ]
            pool.difference_update(hit)
            found[not is_flat] += hit
            todo += [(not is_flat, j) for j in hit]
        if found[False]:
            groups.append([flat[i] for i in found[True]] + [upright[j] for j in found[False]])
    return groups


def _area(group: list[Rule]) -> float:
    flats = [r for r in group if r.flat]
    ups = [r for r in group if not r.flat]
    return (max(r.end for r in flats) - min(r.start for r in flats)) * (
        max(r.end for r in ups) - min(r.start for r in ups)
    )


def _clustered(values: Iterable[float]) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] < _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(g) / len(g) for g in groups]


def _grid(group: list[Rule]) -> Grid | None:
    flats, ups = [r for r in group if r.flat], [r for r in group if not r.flat]
    # a table may be open at its sides, or at a page's end: there the lines that run into the side give the edge
    xs = _clustered([r.at for r in ups] + [min(r.start for r in flats), max(r.end for r in flats)])
    ys = _clustered([r.at for r in flats] + [min(r.start for r in ups), max(r.end for r in ups)])
    xs, ys = _without_slivers(xs), _without_slivers(ys)
    if len(xs) < 3 or len(ys) < 2:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(_areas(xs, ys, flats, ups)))


def _without_slivers(edges: list[float]) -> list[float]:
    """Edges at least a small character apart: double lines are one."""
    out = edges[:1]
    for edge in edges[1:]:
        if edge - out[-1] >= 2 * _NEAR:
            out.append(edge)
    return out


def _covered(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    near = [r for r in rules if abs(r.at - at) < 2 * _NEAR]
    drawn = sum(max(0.0, min(r.end, end) - max(r.start, start)) for r in near)
    return drawn >= _COVERED * (end - start)


def _areas(
    xs: list[float], ys: list[float], flats: list[Rule], ups: list[Rule]
) -> Iterable[tuple[int, int, int, int]]:
    """Squares of the grid without a line between them are one cell."""
    rows, columns = len(ys) - 1, len(xs) - 1

    def open_right(r: int, c: int) -> bool:
        return c + 1 < columns and not _covered(ups, xs[c + 1], ys[r], ys[r + 1])

    def open_below(r: int, c: int) -> bool:
        return r + 1 < rows and not _covered(flats, ys[r + 1], xs[c], xs[c + 1])

    taken: set[tuple[int, int]] = set()
    for r in range(rows):
        for c in range(columns):
            if (r, c) not in taken:
                area = _grown(r, c, open_right, open_below, taken)
                taken.update((i, j) for i in range(r, area[1]) for j in range(c, area[3]))
                yield area


def _grown(
    r: int,
    c: int,
    open_right: Callable[[int, int], bool],
    open_below: Callable[[int, int], bool],
    taken: set[tuple[int, int]],
) -> tuple[int, int, int, int]:
    """The rectangle from ``(r, c)`` to the right and down as far as nothing parts it."""
    end = c + 1
    while open_right(r, end - 1) and (r, end) not in taken:
        end += 1
    below = r + 1
    while all(open_below(below - 1, j) and (below, j) not in taken for j in range(c, end)):
        below += 1
    return r, below, c, end


def _inside(grid: Grid, other: Grid) -> bool:
    return other.holds((grid.xs[0] + grid.xs[-1]) / 2, (grid.ys[0] + grid.ys[-1]) / 2)

"""Characters and drawn lines of one page → its lines and tables in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from index.read.layout.characters import units
from index.read.layout.columns import in_order
from index.read.layout.grids import Grid, find_grids
from index.read.layout.segments import rows, segments
from index.read.layout.shapes import Glyph, Line, Page, Region, Rule, Table

_CLOSING = "，。、；：！？）》〉】〕」』”’,.;:!?)]%％"
_OPENING = "（《〈【〔「『“‘(["
_TOKEN = re.compile(r"[A-Za-z0-9.,%/_@-]+")


Piece = TypeVar("Piece", Glyph, Line)


def page_of(
    number: int,
    width: float,
    height: float,
    glyphs: Sequence[Glyph],
    rules: Sequence[Rule] = (),
    tilted: Sequence[Glyph] = (),
) -> Page:
    """``tilted``: characters written across the page's direction; they come last, a line each."""
    grids, loose = find_grids(rules)
    outside, tables = _split(glyphs, grids, segments)
    items = in_order([*segments(outside), *tables])
    last = [replace(line, tilt=True) for line in segments(tilted)]
    return Page(number, width, height, (*items, *last), tuple(loose))


def page_of_lines(
    number: int, width: float, height: float, pieces: Sequence[Line], rules: Sequence[Rule] = ()
) -> Page:
    """A page whose pieces of lines were found in a picture."""
    grids, loose = find_grids(rules)
    outside, tables = _split(pieces, grids, list)
    return Page(number, width, height, tuple(in_order([*outside, *tables])), tuple(loose))


def _split(
    pieces: Sequence[Piece], grids: Sequence[Grid], as_lines: Callable[[Iterable[Piece]], list[Line]]
) -> tuple[list[Piece], list[Table]]:
    """What stands outside the grids, and the grids that hold text as tables; a frame or a drawing is none."""
    held: list[list[list[Piece]]] = [[[] for _ in grid.areas] for grid in grids]
    place: list[int | None] = []
    for piece in pieces:
        x, y = (piece.x0 + piece.x1) / 2, piece.base - 0.35 * piece.size
        at = next((i for i, grid in enumerate(grids) if grid.holds(x, y)), None)
        place.append(at)
        if at is not None:
            held[at][grids[at].area_at(x, y)].append(piece)
    lines = [[rows(as_lines(cell)) for cell in cells] for cells in held]
    real = {i for i, cells in enumerate(lines) if _is_table(cells)}
    outside = [piece for piece, at in zip(pieces, place, strict=True) if at not in real]
    return outside, [_table(grids[i], lines[i]) for i in sorted(real)]


def _is_table(cells: Sequence[Sequence[Line]]) -> bool:
    filled = sum(bool(cell) for cell in cells)
    return filled >= 2 and filled >= 0.25 * len(cells)


def _table(grid: Grid, lines: Sequence[Sequence[Line]]) -> Table:
    inner = [(grid.xs[area[2]], grid.xs[area[3]]) for area in grid.areas]
    pads = [
        min(line.x0 - left, right - line.x1)
        for (left, right), held in zip(inner, lines, strict=True)
        for line in held
    ]
    pad = max(0.0, min(pads))
    regions = tuple(
        Region(*area, cell_text(held, right - left - 2 * pad))
        for area, (left, right), held in zip(grid.areas, inner, lines, strict=True)
    )
    return Table(grid.xs, grid.ys, regions)


def cell_text(lines: Sequence[Line], width: float) -> str:
    """The lines of a cell of that inner width as one: a blank where the next word would have fitted on the line before,
    so that the line was ended on purpose."""
    text = ""
    for i, line in enumerate(lines):
        if i:
            last = lines[i - 1]
            free = (width - (last.x1 - last.x0)) / last.size
            text += " " if words_meet(text, line.text) or free > first_word(line.text) + 0.5 else ""
        text += line.text
    return text


def first_word(text: str) -> float:
    """Squares that the first word takes with the signs that may not be parted from it."""
    opening = len(text) - len(text.lstrip(_OPENING))
    token = _TOKEN.match(text, opening)
    end = token.end() if token else opening + 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return min(units(text[:end]), 12.0)


def words_meet(left: str, right: str) -> bool:
    """Would two Latin words run into one?"""
    a, b = left[-1:], right[:1]
    return a.isascii() and b.isascii() and (a.isalnum() or a in ",.;:)") and b.isalnum()

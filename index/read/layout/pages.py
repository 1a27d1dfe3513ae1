"""Characters and drawn lines of one page → its lines and tables in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.read.layout.characters import units
from index.read.layout.columns import in_order
from index.read.layout.grids import Grid, find_grids
from index.read.layout.segments import rows, segments
from index.read.layout.shapes import Glyph, Line, Page, Region, Rule, Table

_CLOSING = "，。、；：！？）》〉】〕」』”’,.;:!?)]%％"
_OPENING = "（《〈【〔「『“‘(["
_TOKEN = re.compile(r"[A-Za-z0-9.,%/_@-]+")


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
    outside, tables = _split(glyphs, grids)
    items = in_order([*segments(outside), *tables])
    last = [replace(line, tilt=True) for line in segments(tilted)]
    return Page(number, width, height, (*items, *last), tuple(loose))


def lines_page(number: int, width: float, height: float, pieces: Sequence[Line]) -> Page:
    """A page whose pieces of lines were found otherwise."""
    return Page(number, width, height, tuple(in_order(pieces)))


def _split(glyphs: Sequence[Glyph], grids: Sequence[Grid]) -> tuple[list[Glyph], list[Table]]:
    """The characters outside the grids, and the grids that hold text as tables."""
    outside: list[Glyph] = []
    held: list[list[list[Glyph]]] = [[[] for _ in grid.areas] for grid in grids]
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.35 * glyph.size
        at = next((i for i, grid in enumerate(grids) if grid.holds(x, y)), None)
        if at is None:
            outside.append(glyph)
        else:
            held[at][grids[at].area_at(x, y)].append(glyph)
    tables = []
    for grid, cells in zip(grids, held, strict=True):
        if _is_table(cells):
            tables.append(_table(grid, cells))
        else:  # a frame or a drawing
            inside = {id(g) for cell in cells for g in cell}
            outside = [g for g in glyphs if id(g) in inside or id(g) in {id(o) for o in outside}]
    return outside, tables


def _is_table(cells: Sequence[Sequence[Glyph]]) -> bool:
    filled = sum(any(not g.char.isspace() for g in cell) for cell in cells)
    return filled >= 2 and filled >= 0.25 * len(cells)


def _table(grid: Grid, cells: Sequence[Sequence[Glyph]]) -> Table:
    lines = [rows(segments(glyphs)) for glyphs in cells]
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

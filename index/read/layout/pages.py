"""Characters and drawn lines of one page → its lines and tables in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.read.layout.columns import in_order
from index.read.layout.grids import Grid, find_grids
from index.read.layout.segments import rows, segments
from index.read.layout.shapes import Glyph, Line, Page, Region, Rule, Table

_ENDS = re.compile(r"[。！？；：:;!?]$")
_STARTS = re.compile(
    r"^(?:第?[一二三四五六七八九十\d]{1,3}[、.．条)）]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳●•·■◆])"
)


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
    regions = tuple(
        Region(*area, cell_text(rows(segments(glyphs))))
        for area, glyphs in zip(grid.areas, cells, strict=True)
    )
    return Table(grid.xs, grid.ys, regions)


def cell_text(lines: Sequence[Line]) -> str:
    """The lines of a cell as one; a blank only between Latin words and where one paragraph ends and another begins."""
    text = ""
    for line in lines:
        if text and (words_meet(text, line.text) or (_ENDS.search(text) and _STARTS.match(line.text))):
            text += " "
        text += line.text
    return text


def words_meet(left: str, right: str) -> bool:
    """Would two Latin words run into one?"""
    a, b = left[-1:], right[:1]
    return a.isascii() and b.isascii() and (a.isalnum() or a in ",.;:)") and b.isalnum()

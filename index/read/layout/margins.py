"""Running heads, running feet and page numbers: what stands at the same height on most pages, and says the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.read.layout.shapes import Line, Page

_DASH = r"[-—－–―─~·•|\s]*"
_NUMBER = re.compile(
    rf"^{_DASH}(?:第|[Pp]age\s*)?\s*(\d{{1,4}}|[０-９]{{1,4}})\s*(?:页|頁)?"
    rf"(?:\s*[,，/／]?\s*(?:共|of)?\s*(?:\d{{1,4}}|[０-９]{{1,4}})\s*(?:页|頁)?)?{_DASH}$"
)
_DRESSED = re.compile(
    r"[-—－–―─]\s*[\d０-９]+\s*[-—－–―─]|第\s*[\d０-９]+\s*[页頁]|^\d+\s*[/／]\s*\d+$|^Page "
)
_DEPTH = 3
"""Lines from the top and from the bottom that may belong to the margin."""
_ALIKE = 4.0
"""In points: how far the heights of one running line may differ."""


@dataclass(frozen=True)
class _Place:
    """A line near the top or the bottom of a page; ``height`` is measured from that edge, ``order`` from outside."""

    page: int
    line: Line
    upper: bool
    height: float
    order: int


def without_margins(pages: Sequence[Page]) -> list[Page]:
    """The pages without running heads and feet and without page numbers; a line that stands once stays."""
    places = [place for page in pages for place in _places(page)]
    numbers = _numbers(places, pages)
    groups = _running(places, len(pages))
    outside = {id(place) for place in _apart([place for group in groups for place in group], numbers, pages)}
    running = [p for group in groups if 2 * sum(id(p) in outside for p in group) >= len(group) for p in group]
    gone = {id(place.line) for place in [*numbers, *running]}
    return [_without(page, gone) for page in pages]


def _without(page: Page, gone: set[int]) -> Page:
    """A page that holds nothing else keeps what it has."""
    bare = page.keep(lambda line: id(line) not in gone)
    return bare if bare.items else page.keep(lambda line: _value(line) is None)


def _places(page: Page) -> list[_Place]:
    lines = sorted((line for line in page.lines() if not line.tilt), key=lambda line: line.base)
    out = []
    for order, line in enumerate(lines[:_DEPTH]):
        if line.base < 0.3 * page.height:
            out.append(_Place(page.number, line, True, line.base, order))
    for order, line in enumerate(reversed(lines[-_DEPTH:])):
        if line.base > 0.7 * page.height:
            out.append(_Place(page.number, line, False, page.height - line.base, order))
    return out


def _value(line: Line) -> int | None:
    match = _NUMBER.match(line.text.strip())
    return int(match.group(1)) if match else None


def _numbers(places: list[_Place], pages: Sequence[Page]) -> list[_Place]:
    """Lines that hold nothing but a number which counts with the pages; on a single page only one in page-number dress."""
    found = [(p, _value(p.line)) for p in places if p.order < 2]
    numbered = [(p, n) for p, n in found if n is not None]
    starts = Counter((p.upper, n - p.page) for p, n in numbered)
    real = {start for start, count in starts.items() if count >= 3 or (count == 2 and len(pages) == 2)}
    heights = {(p.upper, round(p.height)) for p, n in numbered if (p.upper, n - p.page) in real}
    out = []
    for place, n in numbered:
        counted = (place.upper, n - place.page) in real
        dressed = bool(_DRESSED.search(place.line.text)) and place.order == 0
        same_height = any(up == place.upper and abs(h - place.height) <= _ALIKE for up, h in heights)
        if counted or dressed or (same_height and place.order == 0):
            out.append(place)
    return out


def _key(line: Line) -> str:
    """What stays the same from page to page: no numbers, no blanks."""
    return re.sub(r"[\d０-９\s]+", "#", line.text.strip())


def _running(places: list[_Place], pages: int) -> list[list[_Place]]:
    """Groups of the same words at the same height on half of the pages, or on nearly all left or all right ones; or at the
    top of three pages where most pages have something at that height (a chapter's title)."""
    if pages < 2:
        return []
    groups: dict[tuple[bool, str], list[_Place]] = defaultdict(list)
    for place in places:
        groups[(place.upper, _key(place.line))].append(place)
    out = []
    for (upper, _), group in groups.items():
        for level in _levels(group):
            at = {p.page for p in places if p.upper == upper and abs(p.height - level[0].height) <= _ALIKE}
            if _often({p.page for p in level}, pages, len(at) if upper else 0) and _alike(level):
                out.append(level)
    return out


def _alike(level: list[_Place]) -> bool:
    """Each figure is the same everywhere, or counts with the pages."""
    figures = [[int(n) for n in re.findall(r"\d{1,9}", place.line.text)] for place in level]
    if len({len(found) for found in figures}) > 1:
        return False
    pages = [place.page for place in level]
    return all(
        len(set(column)) == 1 or len({n - page for n, page in zip(column, pages, strict=True)}) == 1
        for column in zip(*figures, strict=True)
    )


def _often(on: set[int], pages: int, filled: int) -> bool:
    """``filled``: pages that have anything at that height, where that counts."""
    if len(on) < 2 or (pages > 3 and len(on) < 3):
        return False
    one_side = len({page % 2 for page in on}) == 1 and len(on) >= 0.8 * (pages // 2)
    return len(on) >= 0.5 * pages or one_side or (len(on) >= 3 and filled >= 0.6 * pages)


def _levels(group: list[_Place]) -> list[list[_Place]]:
    levels: list[list[_Place]] = []
    for place in sorted(group, key=lambda p: p.height):
        if levels and place.height - levels[-1][0].height <= _ALIKE:
            levels[-1].append(place)
        else:
            levels.append([place])
    return levels


def _apart(running: list[_Place], numbers: list[_Place], pages: Sequence[Page]) -> list[_Place]:
    """Without those that are text: with another line outside them, or as large as the text's lines and close to them.
    Where several lines are the same on each page (a form that begins alike), the distance of two lines of text is close;
    else it takes a closer one."""
    gone = {id(place.line) for place in [*running, *numbers]}
    out = []
    for page in pages:
        for upper in (True, False):
            kept = [
                p for p in running if p.page == page.number and p.upper == upper and _outermost(p, page, gone)
            ]
            close = (
                1.1 * _pitch(page) if len(kept) > 1 else 1.35 * min((p.line.size for p in kept), default=0)
            )
            while near := [place for place in kept if _in_text(place, kept, page, close)]:
                kept = [place for place in kept if place not in near]
            out += kept
    return out


def _outermost(place: _Place, page: Page, gone: set[int]) -> bool:
    """Nothing that stays stands further out, a line beside it aside."""
    half = 0.5 * place.line.size
    outside = [
        line
        for line in page.lines()
        if (line.base < place.line.base - half if place.upper else line.base > place.line.base + half)
    ]
    return all(id(line) in gone or line.tilt for line in outside)


def _pitch(page: Page) -> float:
    bases = sorted(line.base for line in page.lines())
    return median([b - a for a, b in pairwise(bases) if b - a > 4] or [0.0])


def _in_text(place: _Place, running: Sequence[_Place], page: Page, close: float) -> bool:
    gone = {id(other.line) for other in running}
    inner = [
        line
        for line in page.lines()
        if id(line) not in gone and not line.tilt and (line.base > place.line.base) == place.upper
    ]
    if not inner:
        return False
    nearest = min(inner, key=lambda line: abs(line.base - place.line.base))
    distance = abs(nearest.base - place.line.base)
    return abs(nearest.size - place.line.size) < 0.5 and 1 < distance <= close

"""Where the lines of a column begin and end, how far apart they stand, and how the document marks a new paragraph."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from index.read.layout.characters import units
from index.read.layout.shapes import Line


@dataclass(frozen=True)
class Edges:
    """Of one column: ``left`` and ``right`` of its running text."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the page it stands on and the edges of its column. ``square`` is what a Chinese character takes in it,
    the space to the next one included."""

    line: Line
    page: int
    edges: Edges
    square: float

    @property
    def step(self) -> float:
        """How far it is indented, in squares."""
        return (self.line.x0 - self.edges.left) / self.square

    @property
    def room(self) -> float:
        """What is free on its right, in squares."""
        return (self.edges.right - self.line.x1) / self.square

    @property
    def balanced(self) -> bool:
        """As much free on its left as on its right."""
        return abs(self.room - self.step) < 0.06 * (self.step + self.room) + 1.2

    @property
    def centred(self) -> bool:
        return self.room > 1.8 and self.step > 2.4 and self.balanced


def placed(pages: Sequence[tuple[int, float, Sequence[Line]]]) -> list[Placed]:
    """``pages``: number, width and lines in reading order. Left and right pages may have different margins."""
    groups: dict[tuple[int, int, int], list[Line]] = defaultdict(list)
    for number, width, lines in pages:
        for line in lines:
            groups[round(width), line.column, number % 2].append(line)
    edges = {key: _edges(lines) for key, lines in groups.items()}
    for key, other in ((key, (key[0], key[1], 1 - key[2])) for key in list(edges)):
        if other in edges and _same(edges[key], edges[other], groups[key]):
            edges[key] = _edges(groups[key] + groups[other])
    squares = _squares([line for lines in groups.values() for line in lines])
    return [
        Placed(
            line,
            number,
            edges[round(width), line.column, number % 2],
            squares.get(round(line.size), line.size),
        )
        for number, width, lines in pages
        for line in lines
    ]


def _squares(lines: Sequence[Line]) -> dict[int, float]:
    """By font size. Text on a grid is set wider than its font is large."""
    widths: dict[int, list[float]] = defaultdict(list)
    for line in lines:
        if units(line.text) >= 8:
            widths[round(line.size)].append((line.x1 - line.x0) / units(line.text))
    return {size: max(0.5 * size, median(found)) for size, found in widths.items()}


def _same(one: Edges, other: Edges, lines: Sequence[Line]) -> bool:
    """Few lines say little about their margins; equal ones can be counted together."""
    return len(lines) < 12 or abs(one.left - other.left) < 3 or abs(one.right - other.right) < 3


def _edges(lines: Sequence[Line]) -> Edges:
    upright = [line for line in lines if not line.tilt] or list(lines)
    em = _usual_size(upright)
    upright = [line for line in upright if abs(line.size - em) <= 0.1 * em]
    left = _outermost([line.x0 for line in upright], 0.5 * em, 0.04)
    middle = left + 0.6 * (max(line.x1 for line in upright) - left)
    ends = [-line.x1 for line in upright if line.x1 >= middle]
    return Edges(left, -_outermost(ends, 0.6 * em, 0.1))


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _outermost(values: list[float], width: float, share: float) -> float:
    """The smallest value around which at least two, and ``share`` of all, gather within ``width``."""
    values = sorted(values)
    least = max(2.0, share * len(values))
    for i, value in enumerate(values):
        j = i
        while j < len(values) and values[j] - value <= width:
            j += 1
        if j - i >= least:
            return value
    return values[0]


@dataclass(frozen=True)
class Habits:
    """``pitch``: distance of two lines of a paragraph, by font size. ``indents``: a paragraph's first line is indented;
    ``spaces``: paragraphs stand apart; ``flush_marks``: numbered paragraphs begin at the left edge."""

    pitch: dict[float, float]
    indents: bool
    spaces: bool
    flush_marks: bool

    def gap(self, above: Line, below: Line) -> float:
        """The distance of two lines as a multiple of the usual one."""
        usual = self.pitch.get(round(above.size), 1.6 * above.size)
        return (below.base - above.base) / usual


def habits(lines: Sequence[Placed], marked: Callable[[str], bool]) -> Habits:
    distances: dict[float, Counter[float]] = defaultdict(Counter)
    for a, b in _neighbours(lines):
        if abs(a.line.size - b.line.size) < 0.5 and 0 < b.line.base - a.line.base < 4 * a.line.size:
            distances[round(a.line.size)][round((b.line.base - a.line.base) * 2) / 2] += 1
    pitch = {size: _smallest_usual(counts, size) for size, counts in distances.items()}
    base = Habits(pitch, False, False, False)
    starts = [(a, b) for a, b in _neighbours(lines) if a.room > 2.5 and not a.centred and not b.centred]
    indented = sum(1.0 < b.step < 5 for _, b in starts)
    flush = [(a, b) for a, b in starts if abs(b.step) <= 0.7]
    spaced = sum(base.gap(a.line, b.line) > 1.25 for a, b in starts)
    marks = sum(marked(b.line.text) for _, b in flush)
    return Habits(
        pitch, indented >= max(1, 0.5 * len(starts)), spaced >= max(1, 0.6 * len(starts)), marks >= 2
    )


def _neighbours(lines: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    return [
        (a, b)
        for a, b in itertools.pairwise(lines)
        if a.page == b.page and a.line.column == b.line.column and b.line.base > a.line.base
    ]


def _smallest_usual(counts: Counter[float], size: float) -> float:
    """A few lines say little: no more than two squares then."""
    most = max(counts.values())
    smallest = min(distance for distance, count in counts.items() if count >= 0.25 * most)
    return smallest if counts.total() >= 5 else min(smallest, 2.0 * size)

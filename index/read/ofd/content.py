"""The layers of an OFD page → characters and drawn lines at their places."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.read.layout.characters import wide
from index.read.layout.pages import page_of
from index.read.layout.shapes import Glyph, Page, Rule
from index.read.ofd.xml import Element, children, descendants, numbers, tag

_POINTS = 72 / 25.4
_PATH = re.compile(r"([SMLQBAC])([^SMLQBAC]*)")
_FLAT = 0.3
"""Millimetres by which the ends of a horizontal or vertical line may differ."""


@dataclass(frozen=True)
class _Frame:
    """From an object's own coordinates to the page's, in points: its matrix, then its place."""

    a: float
    b: float
    c: float
    d: float
    x: float
    y: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return (
            (self.a * x + self.c * y + self.x) * _POINTS,
            (self.b * x + self.d * y + self.y) * _POINTS,
        )

    @property
    def stretch(self) -> float:
        """How much a height grows."""
        return math.hypot(self.c, self.d) or 1.0

    @property
    def upright(self) -> bool:
        return abs(self.b) <= 0.1 * abs(self.a)


def page_of_layers(number: int, box: tuple[float, float, float, float], content: Element) -> Page:
    """``box`` in millimetres."""
    glyphs: list[Glyph] = []
    tilted: list[Glyph] = []
    rules: list[Rule] = []
    for layers in children(content, "Content"):
        for element in layers.iter():
            if element.get("Visible") == "false":
                continue
            if tag(element) == "TextObject":
                frame = _frame(element, box)
                (glyphs if frame.upright else tilted).extend(_glyphs(element, frame))
            elif tag(element) == "PathObject":
                rules.extend(_rules(element, _frame(element, box)))
    return page_of(number, box[2] * _POINTS, box[3] * _POINTS, glyphs, rules, tilted)


def _frame(element: Element, box: tuple[float, float, float, float]) -> _Frame:
    place = [*numbers(element.get("Boundary")), 0.0, 0.0][:2]
    matrix = numbers(element.get("CTM"))
    a, b, c, d, e, f = matrix if len(matrix) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return _Frame(a, b, c, d, place[0] + e - box[0], place[1] + f - box[1])


def _glyphs(element: Element, frame: _Frame) -> Iterator[Glyph]:
    size = (numbers(element.get("Size")) or [4.0])[0]
    x = y = 0.0
    for code in children(element, "TextCode"):
        x = (numbers(code.get("X")) or [x])[0]
        y = (numbers(code.get("Y")) or [y])[0]
        across, down = steps(code.get("DeltaX")), steps(code.get("DeltaY"))
        for n, char in enumerate((code.text or "").strip("\r\n")):
            own = size if wide(char) else size / 2
            step = across[n] if n < len(across) else 0.0 if n < len(down) else own
            left, base = frame.at(x, y)
            right = frame.at(x + (step if own / 2 < step < own * 1.3 else own), y)[0]
            yield Glyph(char, left, max(right, left), base, size * frame.stretch * _POINTS)
            x, y = x + step, y + (down[n] if n < len(down) else 0.0)


def steps(text: str | None) -> list[float]:
    """``g 3 4.2 5`` is 4.2 three times, then 5."""
    out: list[float] = []
    parts = iter((text or "").split())
    try:
        for part in parts:
            if part == "g":
                count, step = int(next(parts)), float(next(parts))
                out.extend([step] * min(count, 10_000))
            else:
                out.append(float(part))
    except (ValueError, StopIteration):
        pass
    return out


def _rules(element: Element, frame: _Frame) -> Iterator[Rule]:
    """The horizontal and vertical parts of a path."""
    for data in descendants(element, "AbbreviatedData"):
        here = start = (0.0, 0.0)
        for sign, text in _PATH.findall(data.text or ""):
            ends = numbers(text)
            to = (ends[-2], ends[-1]) if len(ends) >= 2 else start
            if sign in "SM":
                start = to
            elif sign in "LC":
                yield from _rule(frame.at(*here), frame.at(*to))
            here = to


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    (x0, y0), (x1, y1) = one, other
    slack = _FLAT * _POINTS
    if abs(y0 - y1) <= slack < abs(x0 - x1):
        yield Rule(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
    elif abs(x0 - x1) <= slack < abs(y0 - y1):
        yield Rule(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))

"""What stands on a page and where. Lengths in points (or pixels of a picture), x to the right, y down from the top."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as drawn: ``x0`` to ``x1`` is its advance, ``base`` its baseline, ``size`` the height of its font."""

    char: str
    x0: float
    x1: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: at ``at``, from ``start`` to ``end`` across; ``flat`` says that it lies horizontally."""

    flat: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. ``column`` counts from 1 where the page is set in columns, and is 0 for a line across them.

    ``raised`` holds the indices in ``text`` of small raised characters (references to notes); ``tilt`` says that the line
    stands across the page's writing direction.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    column: int = 0
    raised: tuple[int, ...] = ()
    tilt: bool = False

    @property
    def top(self) -> float:
        return self.base - 0.88 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.12 * self.size


@dataclass(frozen=True, slots=True)
class Region:
    """A cell of a ruled table: rows and columns from 0, ends exclusive, with its text in one line."""

    row: int
    row_end: int
    column: int
    column_end: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table, or the part of one that stands on a page; ``xs`` are the edges of its columns, ``ys`` of its rows."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page, upright: lines and tables in reading order. ``number`` counts from 1; ``rules`` that make no table."""

    number: int
    width: float
    height: float
    items: tuple[Line | Table, ...]
    rules: tuple[Rule, ...] = ()

    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]

    def keep(self, wanted: Callable[[Line], bool]) -> Page:
        """The page with only those lines; tables stay."""
        items = tuple(i for i in self.items if isinstance(i, Table) or wanted(i))
        return Page(self.number, self.width, self.height, items, self.rules)

"""How a page is turned so that its text stands upright, with y down from the top."""

from __future__ import annotations

from dataclasses import dataclass, replace

_DIRECTIONS = ((1, 0), (0, 1), (-1, 0), (0, -1))


@dataclass(frozen=True)
class Upright:
    """``quarter``: quarter turns against the clock at which the text is written. ``fallen``: written from the top down, so
    that the columns, from the right, became lines."""

    quarter: int
    left: float
    top: float
    width: float
    height: float
    fallen: bool = False

    @classmethod
    def of(cls, quarter: int, box: tuple[float, float, float, float]) -> Upright:
        """``box`` is left, bottom, right, top of the page as the file has it."""
        along, up = _DIRECTIONS[quarter], _DIRECTIONS[(quarter + 1) % 4]
        corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        xs = [x * along[0] + y * along[1] for x, y in corners]
        ys = [x * up[0] + y * up[1] for x, y in corners]
        return cls(quarter, min(xs), max(ys), max(xs) - min(xs), max(ys) - min(ys))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """``(x, y down)`` upright of a place in the file's coordinates."""
        along, up = _DIRECTIONS[self.quarter], _DIRECTIONS[(self.quarter + 1) % 4]
        across = x * along[0] + y * along[1] - self.left
        down = self.top - (x * up[0] + y * up[1])
        return (down, self.width_before - across) if self.fallen else (across, down)

    @property
    def width_before(self) -> float:
        return self.height if self.fallen else self.width

    def stacked(self) -> Upright:
        return replace(self, width=self.height, height=self.width, fallen=True)

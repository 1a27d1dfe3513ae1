"""Characters → pieces of lines: what stands on one baseline without a wide gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from index.read.layout.characters import wide
from index.read.layout.shapes import Glyph, Line

_GAP = 1.3
"""In squares of the font: a wider one parts two pieces."""


@dataclass
class _Run:
    """Characters that follow each other on a baseline; ``spaces`` holds the blank that the file sets before each."""

    glyphs: list[Glyph] = field(default_factory=list)
    spaces: list[str] = field(default_factory=list)

    def takes(self, glyph: Glyph) -> bool:
        last = self.glyphs[-1]
        em = max(last.size, glyph.size)
        shift = 0.3 if min(last.size, glyph.size) > 0.8 * em else 0.7
        return abs(glyph.base - last.base) <= shift * em and -0.7 * em < glyph.x0 - last.x1 < _GAP * em

    def repeats(self, glyph: Glyph) -> bool:
        """Drawn twice with a small shift to look bold."""
        last = self.glyphs[-1]
        near = 0.2 * glyph.size
        return (
            last.char == glyph.char and abs(last.x0 - glyph.x0) < near and abs(last.base - glyph.base) < near
        )

    def add(self, glyph: Glyph, space: str) -> None:
        self.glyphs.append(glyph)
        self.spaces.append(space)

    def line(self) -> Line:
        size = _usual([g.size for g in self.glyphs])
        full = [g for g in self.glyphs if g.size > 0.8 * size] or self.glyphs
        base = median(g.base for g in full)
        text, raised = "", []
        usual = self._usual_gap()
        for i, (glyph, space) in enumerate(zip(self.glyphs, self.spaces, strict=True)):
            text += blank(self.glyphs[i - 1], glyph, space, usual) if i else ""
            if glyph.size < 0.8 * size and glyph.base < base - 0.2 * size:
                raised.append(len(text))
            text += glyph.char
        right = max(g.x1 for g in self.glyphs)
        return Line(text, self.glyphs[0].x0, right, base, size, raised=tuple(raised))

    def _usual_gap(self) -> float:
        """How far apart Chinese characters are set."""
        gaps = [b.x0 - a.x1 for a, b in pairwise(self.glyphs) if wide(a.char) and wide(b.char)]
        return max(0.0, median(gaps)) if gaps else 0.0


def _usual(sizes: Sequence[float]) -> float:
    rounded = [round(size, 1) for size in sizes]
    return max(set(rounded), key=lambda size: (rounded.count(size), size))


def blank(left: Glyph, right: Glyph, space: str, usual: float) -> str:
    """What stands between two characters: a blank of the file where it takes room; one between Latin words that the file
    only moves apart; a wide one where Chinese characters stand further apart than is ``usual`` in the line."""
    em = max(left.size, right.size)
    gap = right.x0 - left.x1
    chinese = wide(left.char) and wide(right.char)
    if space:
        return space if gap > (0.2 if chinese else 0.08) * em else ""
    if chinese:  # beside a sign, justified text may leave room
        apart = (gap - usual) / em if left.char.isalpha() and right.char.isalpha() else 0.0
        return "" if apart < 0.35 else " " if apart < 0.7 else "\u3000"
    return " " if not wide(left.char) and not wide(right.char) and gap > 0.2 * em else ""


def segments(glyphs: Iterable[Glyph]) -> list[Line]:
    """In the file's order, which follows a line but may jump between lines. Blanks at the ends are left out."""
    runs: list[_Run] = []
    space = ""
    for glyph in glyphs:
        if glyph.char.isspace():
            space = "\u3000" if "\u3000" in (space, glyph.char) else " "
            continue
        if runs and runs[-1].repeats(glyph):
            continue
        if not runs or not runs[-1].takes(glyph):
            runs.append(_Run())
            space = ""
        runs[-1].add(glyph, space)
        space = ""
    return _undoubled([run.line() for run in runs])


def _undoubled(lines: list[Line]) -> list[Line]:
    """Without those drawn a second time in the same place."""
    seen: set[tuple[str, int, int]] = set()
    out = []
    for line in lines:
        places = [
            (line.text, round(line.x0 / 3) + i, round(line.base / 3) + j)
            for i in (0, -1, 1)
            for j in (0, -1, 1)
        ]
        if not seen.intersection(places):
            out.append(line)
        seen.add(places[0])
    return out


def row_of(pieces: Sequence[Line], column: int = 0) -> Line:
    """Pieces on one baseline as a line, from the left; a wide gap becomes a blank, except between single characters that
    are spread out (目 录)."""
    pieces = sorted(pieces, key=lambda p: p.x0)
    spread = len(pieces) > 1 and all(len(p.text) == 1 and wide(p.text) for p in pieces)
    text, raised = "", []
    for i, piece in enumerate(pieces):
        gap = piece.x0 - pieces[i - 1].x1 if i else 0.0
        narrow = i > 0 and not wide(pieces[i - 1].text[-1]) and not wide(piece.text[0])
        apart = gap > (0.2 if narrow else 0.9) * piece.size
        text += " " if apart and not spread else ""
        raised += [len(text) + n for n in piece.raised]
        text += piece.text
    widest = max(pieces, key=lambda p: (p.size, len(p.text)))
    right = max(p.x1 for p in pieces)
    return Line(text, pieces[0].x0, right, widest.base, widest.size, column, tuple(raised))


def rows(pieces: Iterable[Line], column: int = 0) -> list[Line]:
    """Pieces of one column as lines from the top."""
    groups: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: (p.base, p.x0)):
        if groups and abs(piece.base - groups[-1][0].base) <= 0.45 * min(piece.size, groups[-1][0].size):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [row_of(group, column) for group in groups]

"""A page's text layer: its characters, set upright, and what of it cannot be trusted."""

from __future__ import annotations

import ctypes
import itertools
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from index.read.layout.characters import garbled, meant, wide
from index.read.layout.shapes import Glyph
from index.read.pdf.upright import Upright

_QUARTERS = 4


@dataclass(frozen=True)
class TextLayer:
    """``glyphs`` in the order of the file, upright by ``turn``; ``tilted`` those written across it, ``slanted`` counts
    those that lie at an angle (water-marks). ``garbled`` counts characters that stand for nothing readable; ``hidden``
    says that most are invisible, as in a scan that carries recognised text."""

    glyphs: tuple[Glyph, ...]
    tilted: tuple[Glyph, ...]
    turn: Upright
    slanted: int
    garbled: int
    hidden: bool

    @property
    def broken(self) -> bool:
        """Most likely the font does not say which characters it shows."""
        count = len(self.glyphs) + len(self.tilted)
        return count > 0 and (self.garbled > 0.1 * count + 3 or _squares(self.glyphs) > 0.5)


@dataclass(frozen=True, slots=True)
class _Raw:
    char: str
    x: float
    y: float
    corners: tuple[float, float, float, float]
    size: float
    stretch: float
    quarter: int | None
    unknown: bool


def read_glyphs(text_page: Any, box: tuple[float, float, float, float]) -> TextLayer:
    """``box`` is what the page shows: left, bottom, right, top in the file's own coordinates."""
    raws = [raw for raw in _characters(text_page) if _inside(raw, box)]
    quarters = Counter(raw.quarter for raw in raws if raw.quarter is not None)
    turn = Upright.of(quarters.most_common(1)[0][0] if quarters else 0, box)
    straight = [raw for raw in raws if raw.quarter == turn.quarter]
    glyphs = [_glyph(raw, turn) for raw in straight]
    tilted = [_glyph(raw, turn) for raw in raws if raw.quarter not in {turn.quarter, None}]
    if _stacked(glyphs):
        glyphs, tilted, turn = [_fallen(g, turn) for g in glyphs], [], turn.stacked()
    bad = sum((raw.unknown or garbled(raw.char)) for raw in raws)
    slanted = sum(raw.quarter is None for raw in raws)
    return TextLayer(tuple(glyphs), tuple(tilted), turn, slanted, bad, _hidden(text_page))


def _characters(text_page: Any) -> Iterator[_Raw]:
    import pypdfium2.raw as pdfium

    raw = text_page.raw
    x, y, rect, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    for i in range(pdfium.FPDFText_CountChars(raw)):
        if pdfium.FPDFText_IsGenerated(raw, i) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(raw, i)
        char = meant(chr(code)) if code < 0x110000 else "\ufffd"
        pdfium.FPDFText_GetCharOrigin(raw, i, x, y)
        pdfium.FPDFText_GetLooseCharBox(raw, i, rect)
        pdfium.FPDFText_GetMatrix(raw, i, matrix)
        along, up = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
        size = pdfium.FPDFText_GetFontSize(raw, i) * up
        unknown = pdfium.FPDFText_HasUnicodeMapError(raw, i) == 1
        quarter = _quarter(math.atan2(matrix.b, matrix.a))
        corners = (rect.left, rect.bottom, rect.right, rect.top)
        if size > 0.5 and char not in "\r\n":
            yield _Raw(char, x.value, y.value, corners, size, along / up if up else 1.0, quarter, unknown)


def _quarter(angle: float) -> int | None:
    """How many quarter turns against the clock; None where it is not nearly a whole number."""
    turns = angle / (math.pi / 2)
    return round(turns) % _QUARTERS if abs(turns - round(turns)) < 0.06 else None


def _inside(raw: _Raw, box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = box
    return left - 2 <= raw.x <= right + 2 and bottom - 2 <= raw.y <= top + 2


def _glyph(raw: _Raw, turn: Upright) -> Glyph:
    x0, base = turn.point(raw.x, raw.y)
    left, bottom, right, top = raw.corners
    x1 = max(turn.point(left, bottom)[0], turn.point(right, top)[0])
    if wide(raw.char):  # some fonts give only the ink's box
        x1 = max(x1, x0 + 0.95 * raw.size * raw.stretch)
    return Glyph(raw.char, x0, max(x1, x0), base, raw.size)


def _stacked(glyphs: list[Glyph]) -> bool:
    """Is most of the text written from the top down?"""
    down = along = 0
    for a, b in itertools.pairwise(glyphs):
        dx, dy = b.x0 - a.x0, b.base - a.base
        down += abs(dx) < 0.3 * a.size and 0.7 * a.size < dy < 1.8 * a.size
        along += abs(dy) < 0.3 * a.size and 0.2 * a.size < dx < 1.8 * a.size
    return down > 20 and down > 2 * along


def _fallen(glyph: Glyph, turn: Upright) -> Glyph:
    """A character of a column as one of a line: the columns, from the right, become lines from the top."""
    top = glyph.base - 0.88 * glyph.size
    return Glyph(glyph.char, top, top + glyph.size, turn.width - glyph.x0 - 0.12 * glyph.size, glyph.size)


def _squares(glyphs: tuple[Glyph, ...]) -> float:
    """Share of the Latin letters and signs that take a full square: Chinese text under a wrong code table."""
    latin = [g for g in glyphs if "!" <= g.char <= "ÿ"]
    if len(latin) < max(20, 0.5 * len(glyphs)):
        return 0.0
    return sum(g.x1 - g.x0 > 0.9 * g.size for g in latin) / len(latin)


def _hidden(text_page: Any) -> bool:
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text_page.raw)
    looked = invisible = 0
    for i in range(0, count, max(1, count // 20)):
        text_object = pdfium.FPDFText_GetTextObject(text_page.raw, i)
        if text_object:
            looked += 1
            mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
            invisible += mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    return looked > 0 and invisible > 0.5 * looked

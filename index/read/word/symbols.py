"""Characters of symbol fonts that stand for a real one: Wingdings' boxes and ticks, Symbol's Greek letters."""

from __future__ import annotations

import re

PRIVATE = re.compile("[\uf000-\uf0ff]")

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0x80: "⓪", **{0x81 + i: chr(0x2460 + i) for i in range(10)}, 0x8B: "⓿",
    **{0x8C + i: chr(0x2776 + i) for i in range(10)},
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"}
_SYMBOL_LETTERS = (
    "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",  # A … Z
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",  # a … z
)
_SYMBOL = {
    **{0x41 + i: c for i, c in enumerate(_SYMBOL_LETTERS[0])},
    **{0x61 + i: c for i, c in enumerate(_SYMBOL_LETTERS[1])},
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xC6: "∅",
    0xCE: "∈", 0xD6: "√", 0xE5: "∑",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str, code: int) -> str:
    """The character that ``code`` draws in ``font``; "" where no real one is known.

    >>> symbol("Wingdings 2", 0xF052), symbol("Symbol", 0xF0B3), symbol("宋体", 0x2103), symbol("Webdings", 0xF021)
    ('☑', '≥', '℃', '')
    """
    table = _FONTS.get(font.lower())
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if table is not None and low < 0x100:
        return table.get(low) or (chr(low) if table is _SYMBOL and 0x20 <= low < 0x7F else "")
    if low != code or 0xE000 <= code <= 0xF8FF:
        return ""
    return chr(code) if code >= 0x20 and not 0xD800 <= code < 0xE000 and code <= 0x10FFFF else ""

"""Characters that a PDF names by another code than the one meant, and how wide characters are."""

from __future__ import annotations

import unicodedata

# Characters that fonts name by a radical which Unicode itself does not map to them.
_RADICALS = dict(
    zip(
        "⺁⺠⺩⺬⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂民王示虎西见角贝车長长长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
_UPRIGHT = dict(
    zip(
        "︐︑︒︓︔︕︖︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
        "，、。：；！？（）｛｝〔〕【】《》〈〉「」『』［］",
        strict=True,
    )
)
_SYMBOLS = {
    "\uf0b7": "•",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf075": "◆",
    "\uf0b2": "◇",
}
_MEANT = {**_RADICALS, **_UPRIGHT, **_SYMBOLS, "\x02": "-", "\ufffe": "-", "\u00ad": "-", "\u00a0": " "}


def meant(char: str) -> str:
    """The character that a reader sees: radicals and compatibility ideographs become characters, ligatures letters, signs
    turned for vertical text upright ones. Everything else stays as it is."""
    if char in _MEANT:
        return _MEANT[char]
    code = ord(char)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", char)
    return char


def garbled(char: str) -> bool:
    """No character that a person could read: private use, replacement, control, unassigned."""
    return char == "\ufffd" or (
        unicodedata.category(char) in {"Co", "Cc", "Cn", "Cs"} and char not in "\t\n\r"
    )


def wide(char: str) -> bool:
    """Set in a full square: ideographs, full-width letters and signs."""
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’…—·①②③④⑤⑥⑦⑧⑨⑩"


def units(text: str) -> float:
    """Width of a text in squares, as set in usual fonts."""
    return sum(1.0 if wide(char) else 0.5 for char in text)

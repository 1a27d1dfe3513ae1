"""Chinese and Arabic ordinals as they appear in clause labels: 一 ↔ 1, full-width digits, circled digits."""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CHINESE = "〇零一二三四五六七八九十百千两"
CIRCLED = _CIRCLED

_FULL_WIDTH = {ord("０") + i: str(i) for i in range(10)}


def half_width_digits(text: str) -> str:
    """``１２`` → ``12``; everything else, brackets included, stays."""
    return text.translate(_FULL_WIDTH)


def to_int(text: str) -> int:
    """``二十五`` → 25, ``12`` → 12, ``１２`` → 12, ``③`` → 3; raises ValueError otherwise.

    >>> [to_int(t) for t in ("十", "十五", "三十八", "一百零二", "二〇二四", "７")]
    [10, 15, 38, 102, 2024, 7]
    """
    text = half_width_digits(text.strip())
    if text.isascii() and text.isdigit():
        return int(text)
    if len(text) == 1 and text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    if not text or any(c not in _DIGITS and c not in _UNITS for c in text):
        raise ValueError(f"not an ordinal: {text!r}")
    if not any(c in _UNITS for c in text):  # digit by digit, as in years
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for c in text:
        if c in _UNITS:
            total += (digit or 1) * _UNITS[c]
            digit = 0
        else:
            digit = _DIGITS[c]
    return total + digit


def to_chinese(n: int) -> str:
    """1 → 一, 25 → 二十五, 102 → 一百零二; ValueError outside 1…999.

    >>> [to_chinese(n) for n in (1, 10, 15, 38, 102, 110)]
    ['一', '十', '十五', '三十八', '一百零二', '一百一十']
    """
    if not 0 < n < 1000:
        raise ValueError(f"no label numeral for {n}")
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    out = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        out += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        out += "零"
    return out + (digits[ones] if ones else "")

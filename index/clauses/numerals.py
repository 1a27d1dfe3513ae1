"""Chinese and Arabic ordinals as they appear in clause labels: 一 ↔ 1, full-width digits, circled and Roman numbers."""

from __future__ import annotations

import re

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
BRACKETED_CHINESE = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_SINGLE = (CIRCLED, BRACKETED, DOTTED, BRACKETED_CHINESE, ROMAN)
CHINESE = "〇零一二三四五六七八九十百千两"

_FULL_WIDTH = {ord("０") + i: str(i) for i in range(10)}
_HAS_FULL_WIDTH = re.compile(r"[０-９]").search
_ONE_WIDTH = str.maketrans("()[]—–－-―〈〉", "（）〔〕—————《》")
_LATIN_ROMAN = {"I": 1, "V": 5, "X": 10}


def half_width_digits(text: str) -> str:
    """``１２`` → ``12``; everything else, brackets included, stays."""
    return text.translate(_FULL_WIDTH) if _HAS_FULL_WIDTH(text) else text


def plain(text: str) -> str:
    """For comparing titles: no white space, brackets and dashes of one width."""
    return re.sub(r"\s", "", half_width_digits(text)).translate(_ONE_WIDTH)


def to_int(text: str) -> int:
    """``二十五`` → 25, ``12`` → 12, ``１２`` → 12, ``③`` → 3, ``Ⅳ`` → 4; raises ValueError otherwise.

    >>> [to_int(t) for t in ("十", "十五", "三十八", "一百零二", "二〇二四", "７", "⑵", "㈢")]
    [10, 15, 38, 102, 2024, 7, 2, 3]
    """
    text = half_width_digits(text.strip())
    if text.isascii() and text.isdigit():
        return int(text)
    if len(text) == 1:
        for row in _SINGLE:
            if text in row:
                return row.index(text) + 1
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


def roman_to_int(text: str) -> int:
    """``IV`` → 4, ``Ⅳ`` → 4; ValueError for what is not written that way (``IIII``)."""
    if len(text) == 1 and text in ROMAN:
        return ROMAN.index(text) + 1
    values = [_LATIN_ROMAN[c] for c in text]
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    if not values or re.search(r"IIII|XXXX|VV|IIV|IIX", text):
        raise ValueError(f"not a Roman number: {text!r}")
    return total


def to_chinese(n: int) -> str:
    """1 → 一, 25 → 二十五, 102 → 一百零二, 1260 → 一千二百六十; ValueError outside 1…9999.

    >>> [to_chinese(n) for n in (1, 10, 15, 38, 102, 110, 1001, 1260)]
    ['一', '十', '十五', '三十八', '一百零二', '一百一十', '一千零一', '一千二百六十']
    """
    if not 0 < n < 10000:
        raise ValueError(f"no label numeral for {n}")
    out, gap = "", False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // value % 10
        if not digit:
            gap = bool(out)
            continue
        out += "零" if gap else ""
        out += ("" if digit == 1 and value == 10 and not out else "零一二三四五六七八九"[digit]) + unit
        gap = False
    return out

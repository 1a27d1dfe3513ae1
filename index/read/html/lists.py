"""The numbers that a browser puts before the items of a list."""

from __future__ import annotations

import re
from typing import Any

Element = Any

_NUMBERED = re.compile(
    r"\s*(?:[（(]?[0-9〇一二三四五六七八九十]+[)）、.．]|第[0-9一二三四五六七八九十百]+[章节条])"
)
_CHINESE_STYLES = ("cjk-ideographic", "simp-chinese", "trad-chinese", "cjk-decimal", "cjk-earthly")
_DIGITS = "零一二三四五六七八九"


def label_of(item: Element) -> str:
    """``1.`` and the like for an item of an ``ol``; empty where there is none, or the text brings its own number."""
    listing = item.getparent()
    if listing is None or listing.tag != "ol" or _style(item) == "none" or _style(listing) == "none":
        return ""
    if _NUMBERED.match("".join(item.itertext()).lstrip("\u3000\xa0 \n")):
        return ""
    return _written(_number(item, listing), _style(item) or _style(listing) or listing.get("type") or "1")


def _style(element: Element) -> str:
    found = re.search(r"list-style(?:-type)?\s*:\s*([\w-]+)", element.get("style") or "")
    return found.group(1).lower() if found else ""


def _whole(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\s*\d{1,6}\s*", text) else None


def _number(item: Element, listing: Element) -> int:
    number = _whole(listing.get("start")) or 1
    for sibling in listing.iterchildren("li"):
        value = _whole(sibling.get("value"))
        number = value if value is not None else number
        if sibling is item:
            break
        number += 1
    return number


def _written(number: int, style: str) -> str:
    if style.startswith(_CHINESE_STYLES):
        return f"{_chinese(number)}、"
    if style in ("a", "A", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin") and number <= 26:
        first = "A" if style == "A" or style.startswith("upper") else "a"
        return f"{chr(ord(first) + number - 1)}."
    if style in ("i", "I", "lower-roman", "upper-roman"):
        roman = _roman(number)
        return f"{roman if style == 'I' or style.startswith('upper') else roman.lower()}."
    return f"{number}."


def _chinese(number: int) -> str:
    if number > 99 or number < 1:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (
        _DIGITS[ones] if ones else ""
    )


def _roman(number: int) -> str:
    out = ""
    for value, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, number = divmod(number, value)
        out += sign * count
    return out

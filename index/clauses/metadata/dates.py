"""Dates as official documents write them: 2024年9月27日, 二〇二四年九月二十七日, 2024-09-27."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from index.clauses.numerals import to_int

_DIGIT = "〇零一二三四五六七八九OＯo"
_YEAR = rf"(?:(?:19|20)\d\d|[{_DIGIT}]{{4}})"
_SMALL = r"(?:\d{1,2}|[〇零一二三四五六七八九十]{1,3})"
DAY = rf"(?:{_YEAR}年{_SMALL}月{_SMALL}日|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))"
"""A full date in flat text."""
DAY_ONLY = re.compile(rf"^（?({DAY})）?$")
_PARTS = re.compile(rf"[\d{_DIGIT}十]+")


def iso(text: str) -> str | None:
    """The date that ``text`` (a match of DAY) names; None for one that no calendar has, or
    of no year in which such a document may be.

    >>> iso("二〇二四年九月二十七日"), iso("2023年13月1日")
    ('2024-09-27', None)
    """
    numbers = [n.translate(str.maketrans("OＯo", "〇〇〇")) for n in _PARTS.findall(text)]
    try:
        day = date(*(to_int(n) for n in numbers[:3]))
    except (ValueError, TypeError):
        return None
    return day.isoformat() if 1900 <= day.year <= 2200 else None


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def last_day(start: str, years: int = 0, months: int = 0) -> str:
    """The last day of a term that begins with ``start``."""
    first = date.fromisoformat(start)
    month = first.month - 1 + months
    year, month = first.year + years + month // 12, month % 12 + 1
    day = min(first.day, monthrange(year, month)[1])
    return (date(year, month, day) - timedelta(days=1)).isoformat()

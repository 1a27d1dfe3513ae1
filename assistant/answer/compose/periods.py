"""「2023年3月中旬交的契税」: the period of a rule, 「2023年3月1日至3月31日」, into which a day of the question falls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from index.clauses.numerals import to_int

_DAY_ASKED = re.compile(
    r"(?:(?P<year>(?:20)?\d\d)年|(?<![\d年]))(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]|(?P<part>上旬|初|中旬|中|下旬|底|末))?"
)
_YEAR_ASKED = re.compile(r"(20\d\d)年(?!\d)")
_PART = {"上旬": 5, "初": 3, "中旬": 15, "中": 15, "下旬": 25, "底": 28, "末": 28}
_PERIOD = re.compile(
    r"(?P<y1>20\d\d)年(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日起?[至到—–\-~～]+(?:(?P<y2>20\d\d)年)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日"
)
_YEAR_SPAN = re.compile(
    r"(20\d\d)年?[至到—–\-~～]+(20\d\d)年(?!\d{1,2}月)(?=期间|之间|内|[^（()）]{0,2}[购买对])"
)
_SINCE = re.compile(
    r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:[（(][^（()）]{1,8}[）)])?(?:(?P<after>[以之]?后|起(?!至))|[以之]?前)"
)


def of_its_period(question: str, text: str) -> int:
    """1 where a period of the text holds a day, or a month, that the question names; -1 where the text names periods and none
    does; else 0. White space removed.

    >>> of_its_period("我2023年3月中旬交的契税", "2023年3月1日至3月31日缴纳")
    1
    >>> of_its_period("25年5月买的房", "自2024年8月1日起至2025年2月28日")
    -1
    """
    if not (_DAY_ASKED.search(question) or _YEAR_ASKED.search(question)):
        return 0
    spans = [(int(a), int(b)) for a, b in _YEAR_SPAN.findall(text)]
    years = [int(year) for year in _YEAR_ASKED.findall(question)]
    if spans and years and not _PERIOD.search(text):
        return 1 if any(a <= year <= b for a, b in spans for year in years) else -1
    periods = list(_periods(text))
    asked = list(
        filter(None, _asked(question, {day.year for period in periods for day in period if MIN < day < MAX}))
    )
    if not asked or not periods:
        return 0
    held = (first <= day <= last for first, last in periods for days in asked for day in days)
    return 1 if any(held) else -1


_NTH_YEAR = re.compile(r"第([一二两三四五六七八九十\d]{1,2})个?年(?!级|度)")


def of_its_nth_year(question: str, text: str) -> int:
    """「干到第二年就停了」: 1 where the text says that year, -1 where it says others, else 0. White space removed.

    >>> of_its_nth_year("干到第二年就停了", "第2年退出的，退还70%"), of_its_nth_year("干到第二年就停了", "第1年退出的，全部退还")
    (1, -1)
    """
    asked, said = ({to_int(n) for n in _NTH_YEAR.findall(flat)} for flat in (question, text))
    if not asked or not said:
        return 0
    return 1 if asked & said else -1


MIN, MAX = date.min, date.max


def _asked(question: str, years: set[int]) -> Iterator[list[date]]:
    """The days that may be meant: of a day without a year, those of ``years``; of a year, its middle."""
    for match in _DAY_ASKED.finditer(question):
        day = int(match["day"]) if match["day"] else _PART.get(match["part"], 15)
        of = {int(match["year"]) % 100 + 2000} if match["year"] else years
        yield [made for year in sorted(of) if (made := _made(year, int(match["month"]), day))]
    for match in _YEAR_ASKED.finditer(question):
        if int(match[1]) not in years:
            yield [date(int(match[1]), 7, 1)]


def _periods(text: str) -> Iterator[tuple[date, date]]:
    for match in _PERIOD.finditer(text):
        first = _made(int(match["y1"]), int(match["m1"]), int(match["d1"]))
        last = _made(int(match["y2"] or match["y1"]), int(match["m2"]), int(match["d2"]))
        if first and last:
            yield first, last
    for match in _SINCE.finditer(_PERIOD.sub(" ", text)):
        if day := _made(int(match["year"]), int(match["month"]), int(match["day"])):
            yield (day, MAX) if match["after"] else (MIN, day)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

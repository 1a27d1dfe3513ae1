"""The quantities that a question names itself: 「建成100个先导区，对吗」."""

from __future__ import annotations

import re

from index.clauses.facts.targets import QUANTITY
from index.clauses.numerals import to_int


def numbers_named(flat: str) -> list[tuple[float, float, str]]:
    """(low, high, unit) of the quantities that the question itself names."""
    out = []
    for match in QUANTITY.finditer(flat):
        unit = match.group("unit") or match.group("cn_unit") or ""
        if match.group("low"):
            low = float(match.group("low").replace(",", ""))
            high = float(match.group("high").replace(",", "")) if match.group("high") else low
            if unit == "年" and low > 1900:
                continue
        else:
            try:
                low = high = {"百": 100, "千": 1000, "万": 10000}.get(match.group("cn")) or to_int(
                    match.group("cn")
                )
            except ValueError:
                continue
            if low == 1:  # 「一项」, 「一次」 count nothing
                continue
        out.append((low, high, unit))
    return out


def years_named(flat: str) -> tuple[int, ...]:
    """The short ones first, 「24年5月」; not those in a document's number, 「〔2024〕75号」."""
    short = (2000 + int(a or b) for a, b in _SHORT_YEAR.findall(flat))
    return (*short, *(int(year) for year in _YEAR.findall(flat)))


_YEAR = re.compile(r"(?<![\d〔\[【])((?:19|20)\d\d)(?![\d千万亿元户家人名个亩吨米平头台辆套])")
_SHORT_YEAR = re.compile(
    r"(?<!\d)(2\d)年(?=\d{1,2}月|底|末|的?(?:阶段|年度)|(?:[\u4e00-\u9fff]{0,2}目标))|(?:就是|到|截至)(2\d)年(?![内后以])"
)
"""「24年5月」, 「就是25年」."""

"""The quantities that a question names itself: 「建成100个先导区，对吗」."""

from __future__ import annotations

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

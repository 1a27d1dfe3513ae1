"""「单场卖票1.2万人，奖多少」: the tier of a rule into which a figure of the question falls."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from assistant.question.understand import flatten

_FIGURE = (
    r"(?P<{0}>\d[\d,]*(?:\.\d+)?)(?P<{0}_scale>[千百]?[万亿]?)"
    r"(?P<{0}_unit>元|公斤|千克|立方米|分钟|小时|千瓦|人次|人|家|户|名|台|套|件|平方米|亩|公顷|公里|米|吨|岁|个月|年|天|头|只|辆|张|倍|[%％])?"
)
_OWN = re.compile(_FIGURE.format("own"))
_BETWEEN = re.compile(
    _FIGURE.format("low") + r"(?:[（(]不?含[）)])?(?:及?以上)?[、,，]?[至到—–\-~～]+" + _FIGURE.format("high")
)
_WITHIN = re.compile(
    rf"{_FIGURE.format('low')}(?:[（(]含[）)])?及?以上的?[、，,]?(?:但?(?:不足|低于|不满|少于|未满))?"
    rf"{_FIGURE.format('high')}(?:[（(]不?含[）)])?(?:及?以[下内])?"
)
_FROM = re.compile(
    rf"(?:(?<!不)(?<!不得)超过|达到?|[年月]?满|大于(?:或?等于)?|高于){_FIGURE.format('a')}|{_FIGURE.format('b')}(?:[（(]含[）)])?及?以上"
)
_BELOW = re.compile(
    rf"(?:(?<!不)(?<!不得)(?:不足|低于|少于|未满|小于)(?:或?等于)?|不满|不超过(?=[^，。；]{{0,12}}的[，,])){_FIGURE.format('a')}|{_FIGURE.format('b')}(?:[（(]不?含[）)])?及?以[下内]"
)
_CALENDAR = re.compile(
    r"(?:19|20)\d\d年?|\d+月(?:\d+日)?|第\d+|\d+(?:号|条|项|款)|\d+(?![\d.千百万亿]*[\u4e00-\u9fff%％])"
)
"""Figures that measure nothing."""
_SCALES = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}


def lower_bound(question: str, text: str) -> float | None:
    """Of the narrowest tier of ``text`` that holds a figure of ``question``, in its unit without 万 and 亿; None where none
    does, or the question names no figure."""
    own = [_value(m, "own") for m in _OWN.finditer(_CALENDAR.sub(" ", flatten(question)))]
    fitting = [
        low
        for low, high, unit in _tiers(flatten(text))
        for value, mine in own
        if low <= value < high and (mine == unit or not mine)
    ]
    return max(fitting, default=None)


def in_tier(question: str, texts: Sequence[str]) -> list[bool]:
    """Which of the texts name the narrowest tier that holds a figure of the question; none where no text does."""
    bounds = [lower_bound(question, text) for text in texts]
    best = max((bound for bound in bounds if bound is not None), default=None)
    return [best is not None and bound == best for bound in bounds]


def _tiers(flat: str) -> Iterator[tuple[float, float, str]]:
    """(from, to, unit) of each tier."""
    for pattern in (_BETWEEN, _WITHIN):
        for match in pattern.finditer(flat):
            high, unit = _value(match, "high")
            low, own = _value(match, "low")
            if unit and own in {"", unit}:
                yield low, math.nextafter(high, math.inf), unit
        flat = pattern.sub(" ", flat)
    for pattern, below in ((_FROM, False), (_BELOW, True)):
        for match in pattern.finditer(flat):
            value, unit = _value(match, "a" if match["a"] else "b")
            if unit:
                yield (-math.inf, value, unit) if below else (value, math.inf, unit)


def _value(match: re.Match[str], name: str) -> tuple[float, str]:
    scale = math.prod(_SCALES[c] for c in match[f"{name}_scale"])
    return float(match[name].replace(",", "")) * scale, match[f"{name}_unit"] or ""

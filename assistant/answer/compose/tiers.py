"""「单场卖票1.2万人，奖多少」: the tier of a rule into which a figure of the question falls."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from assistant.question.understand import flatten
from index.clauses.numerals import to_int

_UNITS = (
    "℃|美元|欧元|港元|元|公斤|千克|立方米|分钟|小时|千瓦|马力|纳米|毫升|升|集|床|晚|分贝|层|人次|人|家|户|名|台|套|件|平方米|亩|公顷|公里|米|吨|岁"
    "|个月|年|天|头|只|辆|张|倍|分(?!之)"
)
_FIGURE = r"(?P<{0}>\d[\d,]*(?:\.\d+)?)(?P<{0}_scale>[千百]?[万亿]?)(?P<{0}_unit>" + _UNITS + "|[%％])?"
_OWN = re.compile(_FIGURE.format("own"))
_BETWEEN = re.compile(
    _FIGURE.format("low")
    + r"(?:[（(]不?含[）)])?(?:及?以上)?(?:[（(]不?含[^（()）]{0,8}[）)])?[、,，]?[至到—–\-~～]+(?P<below>未满|不满|不足)?"
    + _FIGURE.format("high")
)
_WITHIN = re.compile(
    rf"{_FIGURE.format('low')}(?:[（(]含[）)])?及?以上(?:[（(]含[^（()）]{{1,8}}[）)])?的?[、，,]?"
    rf"(?:但?(?:不足|低于|不满|少于|未满))?{_FIGURE.format('high')}(?:[（(]不?含[）)])?(?:及?以[下内])?"
)
_ABOVE = re.compile(
    rf"(?P<above>(?<!不)(?:高于|超过|大于|多于)){_FIGURE.format('low')}[、，,]?[但且并]?"
    rf"(?:(?P<below>(?:低于|少于|小于|不足|未满)(?!或?等于))|(?:低于|少于|小于)或?等于|不高于|不超过){_FIGURE.format('high')}"
)
_FROM = re.compile(
    rf"(?:(?<!不)(?<!不得)超过|达到?|(?<![未不])满|大于(?:或?等于)?|高于){_FIGURE.format('a')}|{_FIGURE.format('b')}(?:标准?煤)?(?:[（(]含[）)])?及?以上"
)
_BELOW = re.compile(
    rf"(?:(?<!不)(?<!不得)(?:不足|低于|少于|未满|小于)(?:或?等于)?|不满|不超过(?=[^，。；]{{0,12}}的[，,])){_FIGURE.format('a')}|{_FIGURE.format('b')}(?:[（(]不?含[）)])?及?以[下内]"
)
_JUST = re.compile(
    rf"(?:为|达){_FIGURE.format('a')}的|连续{_FIGURE.format('c')}(?![及以])|(?P<b>\d+)(?P<b_scale>)(?P<b_unit>层)(?![及以（(])"
)
_CALENDAR = re.compile(
    r"(?:19|20)\d\d(?:年|(?![\d.]*[千万亿元]))|\d+月(?:\d+日)?|第\d+|\d+(?:号|条|项|款)|\d+(?![\d.千百万亿]*[\u4e00-\u9fff%％])"
)
"""Figures that measure nothing."""
_SHARES = "%％"
_SCALES = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}


def lower_bound(question: str, text: str) -> float | None:
    """Of the narrowest tier of ``text`` that holds a figure of ``question``, in its unit without 万 and 亿; infinite where the
    question names the tier itself; None where none does, or the question names no figure."""
    narrowest = _narrowest(question, text)
    return narrowest[0] if narrowest else None


def _narrowest(question: str, text: str) -> tuple[float, bool] | None:
    """Its lower bound, and whether it has an upper one."""
    asked, tiers = _in_digits(flatten(question)), [*_tiers(_in_digits(flatten(text)))]
    if any(tier in tiers for tier in _tiers(asked) if math.inf not in (tier[1], -tier[0])):
        return math.inf, True
    own = _own(asked)
    fitting = [
        (low, high < math.inf)
        for low, high, unit in tiers
        for value, mine in own
        if low <= value < high and (mine == unit or (not mine and unit not in _SHARES))
    ]
    return max(fitting, default=None)


def in_tier(question: str, texts: Sequence[str]) -> list[bool]:
    """Which of the texts name the narrowest tier that holds a figure of the question; none where no text does."""
    bounds = [_narrowest(question, text) for text in texts]
    best = max((bound for bound in bounds if bound is not None), default=None)
    return [best is not None and bound == best for bound in bounds]


def of_another_tier(question: str, text: str) -> bool:
    """The text names tiers in the unit of figures of the question, none of which holds one of them."""
    own, tiers = _own(_in_digits(flatten(question))), [*_tiers(_in_digits(flatten(text)))]
    shared = {unit for _, unit in own} & {unit for _, _, unit in tiers}
    held = {unit for value, unit in own for low, high, of in tiers if of == unit and low <= value < high}
    return bool(shared - held)


def _own(asked: str) -> list[tuple[float, str]]:
    """The figures of a question; 「交了两千多万的税」 is money."""
    plain = _CALENDAR.sub(" ", asked)
    found = [(m, *_value(m, "own")) for m in _OWN.finditer(plain)]
    return [
        (
            value * (JUST_BELOW if _LESS.match(plain, m.end()) else 1),
            unit or ("元" if m["own_scale"] and _OF_MONEY.match(plain, m.end()) else ""),
        )
        for m, value, unit in found
    ]


_LESS = re.compile("以下|以内|不到")
JUST_BELOW = 0.999
"""Where 「35岁以下」 lies."""


_OF_MONEY = re.compile(r"的?(?:税|钱|款|货|投资|产值|营收|收入|利润)")
_NTH_YEAR = re.compile(r"第(\d+)个?年头")


def _in_digits(flat: str) -> str:
    """Chinese numerals in front of a unit as digits, 「三百多万」 as 300.5万 and 「七八个人」 as 7人, and the units as rules have
    them; the marker of an item is no figure."""
    flat = _AGED.sub(r"\1岁", _NTH_YEAR.sub(r"\1年", _MARKER.sub("", flat)))
    flat = _TENTHS.sub(lambda tenths: f"{to_int(tenths[1])}0%", flat)
    for spoken, unit in _SPOKEN_UNITS:
        flat = spoken.sub(unit, flat)
    return _ABOUT.sub(r"\1.5", _NUMERALS.sub(_digits, flat))


_SPOKEN_UNITS = tuple(
    (re.compile(rf"(?<=[\d一二两三四五六七八九十百千万亿多来余]){spoken}"), unit)
    for spoken, unit in (
        (r"块钱?", "元"),
        (r"个(?=人|台|岁|亿)|口(?=人)|周(?=岁)", ""),
        (r"口(?=之家|子)", "人"),
        (r"(?:摄氏)?度(?![电数过])", "℃"),
        (r"平(?:方|米)?(?!方|[一-龥]?米)", "平方米"),
    )
)
_TENTHS = re.compile(r"(?<![一二三四五六七八九十\d])([一二三四五六七八九])成(?![立员功长果效本都])")
"""「七成以上」."""
_MARKER = re.compile(r"^\d{1,2}[.．、](?=\d)")
_AGED = re.compile(r"(?<=[年都快已经龄妈爸爷奶])(\d{1,2})(?=[，,了。；]|$)")
"""「我爸今年72」."""
_NUMERALS = re.compile(
    rf"(?<![第零〇一二两三四五六七八九十百千万几\d])([一二两三四五六七八九十百千]+)([多来余]?)(?=[万亿]|{_UNITS})"
)
_ABOUT = re.compile(rf"(?<![\d.])(\d+)[多来余](?=[千百]?[万亿]|{_UNITS})")


def _digits(match: re.Match[str]) -> str:
    said, about = match.groups()
    pair = len(said) == 2 and said in "一二三四五六七八九"
    return str(to_int(said[0] if pair else said)) + (".5" if about else "")


def _tiers(flat: str) -> Iterator[tuple[float, float, str]]:
    """(from, to, unit) of each tier."""
    for pattern in (_BETWEEN, _WITHIN, _ABOVE):
        for match in [*pattern.finditer(flat)]:
            high, unit = _value(match, "high")
            low, own = _value(match, "low")
            if unit and own in {"", unit}:
                low = math.nextafter(low, math.inf) if "above" in pattern.groupindex else low
                yield low, high if _excludes(match) else math.nextafter(high, math.inf), unit
                flat = flat.replace(match.group(), " ", 1)
    for match in _JUST.finditer(flat):
        value, unit = _value(match, next(name for name in "abc" if match[name]))
        if unit:
            yield value, math.nextafter(value, math.inf), unit
    for pattern, below in ((_FROM, False), (_BELOW, True)):
        for match in pattern.finditer(flat):
            value, unit = _value(match, "a" if match["a"] else "b")
            if unit:
                yield (-math.inf, value, unit) if below else (value, math.inf, unit)


def _excludes(match: re.Match[str]) -> bool:
    """「满35周岁至未满45周岁」 does not hold the upper figure itself."""
    return "below" in match.re.groupindex and match["below"] is not None


def _value(match: re.Match[str], name: str) -> tuple[float, str]:
    scale = math.prod(_SCALES[c] for c in match[f"{name}_scale"])
    return float(match[name].replace(",", "")) * scale, match[f"{name}_unit"] or ""

"""Figures of two passages side by side: whether they are the same, and which is higher. Silent where that is not certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_FIGURE = re.compile(
    r"(?P<n>\d[\d,]*(?:\.\d+)?)(?P<scale>万|亿|千|百)?(?P<unit>元/平方米|元|平方米|个百分点|个?工作日|个月|年(?!\d|[底末初内至—\-－]|月)"
    r"|天|日(?!起)|[%％‰]|倍|名|个|家|项|户|套)(?:[（(][^（()）]{1,8}[）)])?"
)
ALIKE = 0.8
_DAY = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_WHOLE = re.compile(
    r"全额(?=[^，,。；;]{0,6}(?:补贴|补助|奖励|资助|返还|奖补|退还))|(?<=按)全额|(?<=额度)全额|(?<=予)全额"
)
_SCALE = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_RISES = re.compile(r"(?:从|由)[^，,。；;]{0,6}$")
_TOP = re.compile(r"最高|上限|封顶|不超过|最多")
_CAPS = re.compile(r"(?:最高|上限|封顶|不超过|不高于|最多|提高[至到])[^，,。；;]{0,12}$")
_COUNTS = {"个", "项", "家", "名", "户", "套"}
"""Units that only count."""
_GIVEN = re.compile(r"给予(?:一定|适当|相应)?[\u4e00-\u9fff]{2}")
_UNITS = {
    "amount": ("元", "元/平方米", "%", "‰"), "share": ("%", "‰", "元"), "time": ("日期", "年", "个月", "工作日", "天", "日"),
}  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """``value`` in units of ``unit``; ``text`` as written."""

    value: float
    unit: str
    text: str
    capped: bool = False
    """A limit is written before it: 不超过, 最高."""


@dataclass(frozen=True)
class Side:
    """What one side is called, and the words that say it."""

    name: str
    words: str


def figures(text: str) -> list[Figure]:
    """In reading order; what a value rises from (「从60万元提高至80万元」) and years of the calendar are left out."""
    flat = re.sub(r"\s+", "", text)
    out = []
    for match in _DAY.finditer(flat):
        year, month, day = (int(n or 0) for n in match.groups())
        out.append(Figure(year * 10_000 + month * 100 + day, "日期", match.group()))
    out += [Figure(100, "%", "全额") for _ in _WHOLE.finditer(flat)]
    for match in _FIGURE.finditer(_DAY.sub("□", flat)):
        if _RISES.search(match.string[: match.start()]) and re.match(
            r"[^，,。；;]{0,3}(?:提高|上浮|下调|调整|降低?|延长|增加)", match.string[match.end() :]
        ):
            continue
        value = float(match.group("n").replace(",", "")) * _SCALE.get(match.group("scale") or "", 1)
        unit = (
            match.group("unit").replace("％", "%").removeprefix("个") if match.group("unit") != "个" else "个"
        )
        capped = bool(_CAPS.search(match.string[: match.start()]))
        out.append(Figure(value, unit, re.split(r"[（(]", match.group())[0], capped))
    return out


def units_for(matter: str) -> tuple[str, ...]:
    """The units that the matter is measured in, the likeliest first; empty where any will do."""
    if re.search(r"期限|年限|时限|时间|多久|期$|几年|服务年", matter):
        return _UNITS["time"]
    if re.search(r"比例|率|首付|百分|占比|折扣", matter):
        return _UNITS["share"]
    if re.search(r"额度|金额|限额", matter):
        return _UNITS["amount"][:2]
    if re.search(r"奖|补|资助|钱|资金|投资|经费|罚|贷款|租金|费|税|标准", matter):
        return _UNITS["amount"]
    return ()


def verdict(kind: str, matter: str, sides: Sequence[Side], least: bool) -> str:
    """The sentence in front of what is set side by side; empty where only the words themselves can tell."""
    if kind == "more":
        return highest(matter, sides, least) or "不能直接比出高低，请对照原文。"
    if kind in {"same", "differ"} and len(sides) == 2:
        return same(matter, sides) or granted(sides) or (alike(sides) if kind == "same" else "")
    return ""


def alike(sides: Sequence[Side]) -> str:
    """By the words alone, where there is nothing to count."""
    one, other = (re.sub(r"\W", "", side.words) for side in sides)
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return (
        "写法一样。"
        if one == other
        else "写法基本一样，个别字句不同。"
        if ratio >= ALIKE
        else "写法不同，请对照原文。"
    )


def granted(sides: Sequence[Side]) -> str:
    """「首台（套）装备是“给予支持”，重点应用场景是“给予奖励”」: what is given, where no figures say how much."""
    found = [list(dict.fromkeys(_GIVEN.findall(re.sub(r"\s", "", side.words)))) for side in sides]
    if not all(len(some) == 1 for some in found):
        return ""
    if found[0] == found[1]:
        return f"写法一样：都是“{found[0][0]}”。"
    each = "，".join(f"{side.name}是“{some[0]}”" for side, some in zip(sides, found, strict=True))
    return f"写法不一样：{each}。"


def highest(matter: str, sides: Sequence[Side], least: bool = False) -> str:
    """「数额上甲较高：甲为100万元…」. Empty where a side has no figure of the kind, or several and the matter picks none out."""
    any_unit = dict.fromkeys(f.unit for f in figures(sides[0].words) if f.unit != "日期")
    for unit in units_for(matter) or tuple(any_unit):
        picked = [_one(matter, side, unit) for side in sides]
        if all(picked):
            return _ranked(sides, [f for f in picked if f], least)
    return ""


def _one(matter: str, side: Side, unit: str) -> Figure | None:
    found = [f for f in figures(side.words) if f.unit == unit or {f.unit, unit} <= _COUNTS]
    if len({f.value for f in found}) == 1:
        return found[0]
    capped = [f for f in found if f.capped] if _TOP.search(matter) else []
    return max(capped, key=lambda f: f.value, default=None)


def _ranked(sides: Sequence[Side], found: Sequence[Figure], least: bool) -> str:
    each = "，".join(f"{side.name}为{f.text}" for side, f in zip(sides, found, strict=True))
    values = [f.value for f in found]
    if len(set(values)) == 1:
        return f"数额相同：{each}。"
    best = min(values) if least else max(values)
    names = "、".join(s.name for s, f in zip(sides, found, strict=True) if f.value == best)
    return f"数额上{names}{'较低' if least else '较高'}：{each}；各自适用的对象和条件以所引原文为准。"


def same(matter: str, sides: Sequence[Side]) -> str:
    """Whether the figures of the two sides are the same; empty where one has none."""
    units = units_for(matter)
    found = [[f for f in figures(side.words) if not units or f.unit in units] for side in sides]
    if not all(found):
        return ""
    sets = [{(f.value, f.unit) for f in some} for some in found]
    if all(one == sets[0] for one in sets):
        return f"一样：写明的都是{_texts(found[0])}。"
    shared = set.intersection(*sets)
    both = [f for f in found[0] if (f.value, f.unit) in shared]
    each = "，".join(f"{side.name}写有{_texts(some)}" for side, some in zip(sides, found, strict=True))
    if both:
        return f"不完全一样：都写有{_texts(both)}；{each}。"
    return f"不一样：{each}。"


def _texts(found: Sequence[Figure]) -> str:
    return "、".join(dict.fromkeys(f.text for f in found))

"""Figures and dates of a text as values that compare: 三万元, 30000元 and 3万元 are one; so are 50%, 百分之五十 and 一半."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from index.clauses.numerals import to_int
from index.wording import either

Bound = Literal["=", "≥", "≤", "≈", "weak"]
"""``weak``: 达到, 满, 力争: it may be read as = or as ≥."""
Side = Literal["", "前", "后", "内", "外"]
Turn = Literal["", "from", "to"]

NUMERALS = "〇零一二两三四五六七八九十百千"
_TIMES = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
}
_TIMES |= {"百亿": 10**10, "千亿": 10**11, "万亿": 10**12}
_TIME = r"万亿|千亿|百亿|亿|千万|百万|十万|万|千|百"
_UNITS = either(
    r"个百分点|个档次|个工作日|工作日|个月|个季度|个年度|个学期|周岁|小时|分钟|平方米",
    r"平方公里|立方米|公里|公顷|公斤|千瓦时|千瓦|兆瓦|美元|欧元|港元|人次|人民币|元|亩|吨",
    r"米|年|月|天|日|岁|周|倍|%|‰|折|级|户|辆|个|家|项|所|名|位|人|条|张|件|座|处|次|种|类",
    r"批|台|套|栋|间|篇|款|期|档|场|只|头|支|片|门",
    r"成(?!员|立|为|果|功|本)",
    r"号线",
    r"[时点](?=[，。；、至到—前后起以止的（）]|$)",
    r"分(?!之|别|为|期|批|类|级|段|年|档|开|布|配|担|两|三|钟)",
)
_SAME_UNIT = {
    "个工作日": "工作日", "个季度": "季度", "个档次": "档", "个年度": "年", "个学期": "学期",
    "月": "个月", "点": "时", "周岁": "岁", "日": "天", "‰": "‰", "人民币": "元",
}  # fmt: skip
TIME = frozenset({"年", "个月", "季度", "学期", "天", "工作日", "周", "小时", "分钟"})
_RATIO = frozenset({"%", "‰", "倍"})
_OFTEN = re.compile(r"[^，。；前后内以起至到]{0,6}(?:[一二两三]|\d)次")
"""「一年集中申报一次」."""
_APIECE = re.compile(
    r"(?:合计|累计|总共|共|最[多高]|至多|不超过|不得超过|补[贴助]|奖励|资助|可?[领拿补发给])*\d[\d.]*[百千万亿]*元"
)
"""「一年60元」."""
_PER = {"名": "人", "位": "人", "家庭": "户"}
_COUNTED = frozenset("个家项所名位人条张件座处种类批台套栋间篇款场只头支片门")
_ARABIC = (
    rf"(?P<low>\d+(?:\.\d+)?)(?P<lowtimes>{_TIME})?(?:(?:(?P<first>{_UNITS})(?=[—至到]\d[\d.]*"
    rf"(?:{_TIME})?(?P=first)))?[—至到](?P<high>\d+(?:\.\d+)?)(?P<hightimes>{_TIME})?)?"
)
_FIGURE = re.compile(
    rf"(?=[\d{NUMERALS}万每/·])(?:(?:{_ARABIC}(?P<unit>{_UNITS})?)|(?P<of>[百千万])分之"
    rf"(?P<percent>[{NUMERALS}]+(?:点[{NUMERALS}]+)?|\d[\d.]*)|(?<![第那这同某当{NUMERALS}])"
    rf"(?<![^以则线]上(?=一年))(?!十分[重必明突复紧显])(?P<cn>[{NUMERALS}]+)(?P<cntimes>万亿|亿|万)?"
    rf"(?P<cnunit>{_UNITS})(?!年行动|[步定起面线])|(?P<half>一半)|(?<=前)(?P<rank>[{NUMERALS}]{{1,3}})"
    r"(?=[的名位强，、])|(?:[每/]|(?<=[人户])·)(?P<each>个?月|季度|学期|[年天日周]|平方米|家庭"
    r"|[人名位户亩辆台套件]|十?[百千万]万?(?![元\d])))"
)
_DATE = re.compile(
    r"(?=[\d上下第一二三四五六七八九十])(?:(?P<year>(?:19|20)\d\d"
    rf"|二[〇零]{{1,2}}[{NUMERALS}]{{1,2}})年(?!限|龄|均|度以)(?:度)?)?(?:(?P<month>1[0-2]|[1-9]"
    r"|十[一二]?|[一二三四五六七八九])月(?!份额)份?(?!的?时间)(?:(?P<day>[12]\d|3[01]|[1-9]"
    r"|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)?)?(?P<part>上半年|下半年"
    r"|(?:第)?[一二三四]季度)?(?P<end>底|末)?"
)
_NUMBERED = re.compile(
    rf"（不?含\d+[^（）]{{0,4}}）|〔\d{{4}}〕\d+号|〔\d+〕|第[{NUMERALS}\d]+[条款项章节部编目届次批期阶]|(?:^|(?<=[\n。；]))[（]?(?:\d{{1,2}}|[{NUMERALS}]{{1,3}})[）.、．]"
)
_EACH_YEAR = re.compile(r"[每当次同翌本]年的?度?$")
_THROUGH = re.compile(r"[至到—、和](?P<day>[12]\d|3[01]|[1-9])日")
"""「5月24日至26日」: of the same month."""
_NOT = "不(?:得|能|准|可|应当?|宜)?"
_BEFORE: tuple[tuple[Bound, int, str], ...] = (
    ("≤", 8, r"(?:不[得能准]|禁止|严禁)[^，。；：、\d]{1,10}?(?:超过|高于|多于)"),
    ("≥", 8, r"(?:不[得能准]|禁止|严禁)[^，。；：、\d]{1,10}?(?:低于|少于)"),
    ("≥", 18, rf"{_NOT}(?:低于|少于|小于|短于)|最短|最低(?!生活|工资)|最少"),
    ("≤", 18, rf"{_NOT}(?:超过?|高于|大于|多于|突破)|最高|最长|最多|至多"),
    ("≥", 8, r"至少|超过|超|大于|高于|多于|逾|突破"),
    ("≤", 8, rf"{_NOT}晚于|不到|最迟|上限|封顶|限额|(?<![期时年])限为|控制在|低于|少于|不足|不满|未满|小于"),
    ("≈", 8, r"约|大约|接近|近"),
    ("weak", 8, r"达到|达|满|力争|稳定在|保持在|争取"),
)
"""With how many characters may stand between: 「不低于特困人员基本生活供养金20%」."""
_BOUNDS = tuple(
    (bound, re.compile(rf"(?:{words})[^，。；：、\d{NUMERALS}]{{0,{far}}}$")) for bound, far, words in _BEFORE
)
_SIDE = re.compile(r"(?:以|之)?(?P<side>[前后内外])(?!容|部|勤|资|商|续|期|置|款|述|来)")
_FROM, _TO = (
    re.compile(r"[由从](?:原来的?|现行的?)?$"),
    re.compile(r"(?:提高|降低|下调|上调|调整|增加|减少|降|升|延长|缩短|扩大|上浮|下浮)[至到为]$"),
)
_UP_TO = re.compile(rf"[—至到]\d|[—至][{NUMERALS}]")
_FROM_ON = re.compile(rf"\d\D{{1,3}}[—至到]$|[{NUMERALS}](?:{_TIME})?(?:{_UNITS})[—至]$")
_AFTER = re.compile(
    r"(?:的?人|的)?(?:(?P<up>[（(]?(?:含|及其?)?(?:本数|\d+\S)?[）)]?及?以上|起|开始)|(?P<down>及?以下|以内|之内|内(?!容)|封顶|为限)|(?P<about>左右|上下))"
)


_TO_THE_END = re.compile(
    r"(?:及?以上)?[，、]?(?:但?(?:不|未)[得能]?(?:超过|满|高于|多于|大于)|至|到|—)?(?:最高)?.{0,2}"
)
"""「25周岁以上、不超过60周岁」 is one range."""


@dataclass(frozen=True)
class Value:
    """``key`` is what compares (low, high) or the parts of a date; ``start``/``end`` count characters of the flat text.
    ``side``: 2年内, 2年后 and 1小时前 are three things. ``turn``: 由60万元提高至70万元 is no 由70万元提高至60万元."""

    kind: Literal["figure", "date"]
    key: tuple[float | str | None, ...]
    unit: str
    bound: Bound
    start: int
    end: int
    side: Side = ""
    turn: Turn = ""

    def agrees(self, other: Value) -> bool:
        """Neither says another side or end than the other."""
        return all(a == b or not a or not b for a, b in ((self.side, other.side), (self.turn, other.turn)))

    def rival(self, other: Value) -> bool:
        """May one be taken for the other?"""
        if self.kind != other.kind or not (self.unit == other.unit or {self.unit, other.unit} <= _RATIO):
            return False
        if self.kind == "figure":
            return (self.key, self.unit) != (other.key, other.unit)
        return any(
            a is not None and b is not None and a != b for a, b in zip(self.key, other.key, strict=True)
        )


@lru_cache(maxsize=2_000)
def values(text: str) -> tuple[Value, ...]:
    """In reading order; numbers of documents and articles are none."""
    masked = _NUMBERED.sub(lambda m: "※" * len(m.group()), text)
    found = list(_dates(masked))
    for one in found:
        masked = masked[: one.start] + "※" * (one.end - one.start) + masked[one.end :]
    found += _figures(masked)
    return tuple(sorted(found, key=lambda v: v.start))


@lru_cache(maxsize=2_000)
def spread(text: str) -> tuple[Value, ...]:
    """The values, and what they say together: 1万元以上10万元以下 is 1万元至10万元, and that is at least 1万元."""
    plain = values(text)
    figures = [v for v in plain if v.kind == "figure"]
    both = [
        replace(a, key=(a.key[0], b.key[1]), bound="=", end=b.end)
        for a, b in pairwise(figures)
        if (a.bound, b.bound) == ("≥", "≤")
        and a.unit == b.unit
        and _TO_THE_END.fullmatch(text, a.end, b.start)
    ]
    ranges = [v for v in figures if v.key[0] != v.key[1]]
    lows = [replace(v, key=(v.key[0], v.key[0]), bound="≥") for v in ranges]
    highs = [replace(v, key=(v.key[1], v.key[1]), bound="≤") for v in ranges]
    return (*plain, *both, *lows, *highs)


def _dates(text: str) -> Iterator[Value]:
    year: int | None = None
    for match in _DATE.finditer(text):
        if not any(match.group(name) for name in ("year", "month", "part")):
            continue
        month, day = match.group("month"), match.group("day")
        if match.group("year"):
            year = to_int(match.group("year"))
        elif month and not (
            month.isdigit() or day or match.group("end") or _EACH_YEAR.search(text[: match.start()][-4:])
        ):
            continue  # 三月 without a year or a day is as often 三个月
        part = (match.group("part") or "").replace("第", "")
        own = year if match.group("year") else None
        key = (own, to_int(month) if month else None, to_int(day) if day else None, part or None)
        through = _THROUGH.match(text, match.end()) if day else None
        bound = "=" if through else _after(text, match.end())
        yield Value("date", key, "", bound, *match.span())
        if through:
            key = (*key[:2], to_int(through.group("day")), None)
            yield Value("date", key, "", _after(text, through.end()), through.start() + 1, through.end())


def _after(text: str, at: int) -> Bound:
    found = re.match(r"(?:之|以)?(?P<word>前|后|起)", text[at:])
    return "=" if not found else "≤" if found.group("word") == "前" else "≥"


def _figures(text: str) -> Iterator[Value]:
    for match in _FIGURE.finditer(text):
        read = _read(match)
        if read is None:
            continue
        low, high, unit = read
        if (low, high) == (1, 1) and unit in TIME and _APIECE.match(text, match.end()):
            unit = f"每{unit}"
        if unit in TIME and (
            text[match.start() - 1 : match.start()] == "每" or _OFTEN.match(text, match.end())
        ):
            unit = f"每{unit}"
        start, end = match.span()
        bound: Bound = "≈" if match.group("each") else "=" if low != high else bound_of(text, start, end)
        yield Value(
            "figure", (low, high), unit, bound, start, end, _side(text, end, unit), _turn(text, start)
        )


def _side(text: str, end: int, unit: str) -> Side:
    found = _SIDE.match(text, end) if unit in TIME else None
    return found.group("side") if found else ""  # type: ignore[return-value]


def _turn(text: str, start: int) -> Turn:
    before = text[max(0, start - 6) : start]
    return "from" if _FROM.search(before) else "to" if _TO.search(before) else ""


def _read(match: re.Match[str]) -> tuple[float, float, str] | None:
    if match.group("half"):
        return 50, 50, "%"
    if match.group("each"):
        return 1, 1, _per(match.group("each").removeprefix("个"))
    if match.group("rank"):
        return to_int(match.group("rank")), to_int(match.group("rank")), "?"
    if match.group("percent"):
        words = match.group("percent")
        share = float(words) if words[0].isdigit() else _decimal(words)
        return share, share, {"百": "%", "千": "‰", "万": "‱"}[match.group("of")]
    if match.group("cn"):
        return _chinese(match)
    times = _TIMES[match.group("hightimes") or match.group("lowtimes") or ""]
    own = match.group("lowtimes") or ("" if match.group("first") else match.group("hightimes")) or ""
    low = float(match.group("low")) * _TIMES[own]
    high = float(match.group("high")) * times if match.group("high") else low
    unit = match.group("unit")
    return _tenths(low, high, "?" if unit is None else _unit(unit))


def _decimal(words: str) -> float:
    """「一点五」."""
    whole, _, rest = words.partition("点")
    return float(f"{to_int(whole)}.{''.join(str(to_int(c)) for c in rest) or 0}")


def _per(one: str) -> str:
    """每人, 每名 and 每位 are one."""
    unit = _unit(one)
    return f"每{unit if unit in TIME else _PER.get(one, one)}"


def _tenths(low: float, high: float, unit: str) -> tuple[float, float, str]:
    """3成 is 30%."""
    return (low * 10, high * 10, "%") if unit == "成" else (low, high, unit)


def _chinese(match: re.Match[str]) -> tuple[float, float, str] | None:
    unit, words = match.group("cnunit"), match.group("cn")
    if words == "一" and not match.group("cntimes") and (unit in _COUNTED or unit in "次期档户折成"):
        return None
    if set(words) <= set("百千"):
        return None
    try:
        value = to_int(words) * _TIMES[match.group("cntimes") or ""]
    except ValueError:
        return None
    return _tenths(value, value, _unit(unit))


def _unit(written: str) -> str:
    if written in _COUNTED:
        return "个"
    return _SAME_UNIT.get(written, written)


def bound_of(text: str, start: int, end: int) -> Bound:
    """What the words before and behind the figure make of it."""
    if _UP_TO.match(text, end):
        return "≥"
    if _FROM_ON.search(text[max(0, start - 8) : start]):
        return "≤"
    behind = _AFTER.match(text, end)
    if behind:
        return "≥" if behind.group("up") else "≤" if behind.group("down") else "≈"
    before = text[max(0, start - 26) : start]
    found = [(match.start(), bound) for bound, words in _BOUNDS if (match := words.search(before))]
    return min(found)[1] if found else "="

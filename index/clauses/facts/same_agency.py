"""Is it the same agency? 市发改委, 市发展改革委 and 重庆市发展和改革委员会 are; 市科技局 and 区科技局 are not, nor are
农业局 and 农业农村局.

A name is place, level and core. Cores are compared in their shortest official form, from a table of the forms in use
and without 和; two are the same only where nothing in them differs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.clauses.facts.names import bare

_SHORT = (
    (r"发展(?:和|与)?改革", "发改"), (r"经济(?:和|与)?信息化?", "经信"), (r"工业(?:和|与)?信息化", "工信"),
    (r"人力资源(?:和|与)?社会保障|人力社保", "人社"), (r"卫生健康", "卫健"), (r"住房(?:和|与)?城乡建设", "住建"),
    (r"科学技术", "科技"), (r"国有资产监督管理", "国资"), (r"监督管理", "监管"), (r"规划(?:和|与)?自然资源|规划资源", "规自"),
    (r"自然资源(?:和|与)?规划", "资规"), (r"文化(?:和|与)?旅游", "文旅"), (r"文化广电(?:和|与)?旅游", "文广旅"),
    (r"交通运输", "交通"), (r"城市管理", "城管"), (r"退役军人事务", "退役军人"), (r"应急管理", "应急"),
    (r"医疗保障", "医保"), (r"人民政府", "政府"), (r"银行保险监管", "银保监"), (r"证券监管", "证监"), (r"人民银行", "人行"),
    (r"残疾人联合会", "残联"), (r"妇女联合会", "妇联"), (r"工商业联合会", "工商联"), (r"科学技术协会|科技协会", "科协"),
    (r"国际贸易促进", "贸促"), (r"供销合作(?:社联合社|总社|社)", "供销社"), (r"机关事务管理", "机关事务"),
    (r"民族宗教事务", "民宗"), (r"管理委员会", "管委会"), (r"地方金融监管", "地方金融"), (r"教育(?=委)", "教"),
    (r"住房公积金", "公积金"), (r"委员会", "委"), (r"办公室", "办"), (r"精神文明建设", "文明"),
    (r"互联网信息|网络安全和信息化", "网信"),
    (r"共青团(.{1,6})委", r"团\1委"), (r"国家发改", "发改"), (r"主管(?=部门)|行政(?=部门)|行政主管(?=部门)", ""),
)  # fmt: skip
_TABLE = tuple((re.compile(long), short) for long, short in _SHORT)
_LEVEL = r"省|市(?!场|政(?!府|协))|自治区|自治州|州|区(?!域|块)|县(?!域|级)|旗|国家(?!级)"
_PLACED = re.compile(
    rf"(?:(?P<place>[\u4e00-\u9fff]{{2,5}})(?=省|市|自治区|自治州|州|区|县|旗))?(?P<level>{_LEVEL})(?P<core>.{{2,}})"
)
_LEVELS = {"自治区": "省", "自治州": "州"}


@dataclass(frozen=True)
class AgencyName:
    """``place`` and ``level`` are None where the name has none; ``core`` is in its shortest form."""

    place: str | None
    level: str | None
    core: str


@lru_cache(maxsize=50_000)
def agency_name(name: str) -> AgencyName:
    flat = bare(name)
    match = _PLACED.fullmatch(flat)
    if not match or not _whole(match.group("core")):
        return AgencyName(None, None, _shortest(flat))
    level = match.group("level")
    return AgencyName(match.group("place"), _LEVELS.get(level, level), _shortest(match.group("core")))


def _whole(core: str) -> bool:
    """The rest behind 市 must be a name by itself: 「市场监管局」 is no 场监管局."""
    return not re.match(r"[场域级、（(]|直(?:各|有关|属)", core) and bool(
        re.search(r"[局委部厅办府会院行社队关心联处所司]$|部门$|机关$", core)
    )


def _shortest(core: str) -> str:
    for long, short in _TABLE:
        core = long.sub(short, core)
    return re.sub(r"(?<=..)[和与及](?=..)", "", core)


def is_same_agency(a: str | AgencyName, b: str | AgencyName) -> bool:
    """Same core; level and place must agree where both name one."""
    left = agency_name(a) if isinstance(a, str) else a
    right = agency_name(b) if isinstance(b, str) else b
    return (
        left.core == right.core
        and (left.level is None or right.level is None or left.level == right.level)
        and (left.place is None or right.place is None or left.place == right.place)
    )


def written_as(wanted: AgencyName) -> str:
    """A pattern of all the forms of the table in which the name may stand in a text; what it finds is to be compared
    with ``is_same_agency``, since a place or level in front may make it another."""
    longer: dict[str, list[str]] = {}
    for long, short in _SHORT:
        if short and "\\" not in short:
            longer.setdefault(short, []).append(long)
    tokens = "|".join(sorted(map(re.escape, longer), key=len, reverse=True))
    core = re.sub(tokens, lambda m: f"(?:{'|'.join(longer[m.group()])}|{m.group()})", wanted.core)
    return f"{wanted.level or '(?:[省市区县州旗]|国家)?'}{core}"

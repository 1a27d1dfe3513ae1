"""Counties, districts and county-level cities of China, and the city or province that each lies in.

``counties.txt``: a city (or province, for what lies in none) a line, its counties behind it; divisions of GB/T 2260 as of 2019.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from index.clauses.metadata.places import CITIES, MUNICIPALITIES, PROVINCES

LONGEST = 7
_SUFFIX = re.compile(r"(?:[\u4e00-\u9fff]{1,3}族)*自治[县旗]$|[县区市旗]$")
_ALSO_WORDS = """
城 郊 矿 市中 新城 老城 新市 港口 城中 城关 城北 城南 城东 城西 市辖 开发 高新 前进 和平 友谊 胜利 解放 新华 长安 安定 文化 建设
向阳 团结 光明 青年 民主 中心 工农 南山 东山 西山 金山 河口 海港 港南 港北 中山 南北 东风 红旗 新兴 永定 中原 中站 大通 平安 共和
天门 都市 集美 通道 公安 安福 安全 石林 泰安 广场 江城 江南 江北 河东 河西 河北 山南 海南 海东 城厢 五大 名山 宝山 灵活 大厂
"""
_WORDS = frozenset(_ALSO_WORDS.split())
"""Short names that are words as well, or of other places: these count with 区, 县 or 市 only."""
_OF_ANY_CITY = "城区 郊区 矿区 市中区 新城区 老城区 港口区 城中区 开发区 高新区 新市区 和县 单县"
_GENERAL = frozenset(_OF_ANY_CITY.split(" "))
_BEFORE, _BEHIND = "在去到来是给回于们，,。；;：:", "的这那做开买卖上打办种养租交工念读有分，,？?"
"""What stands on either side of a short name that is a place."""


@dataclass(frozen=True)
class County:
    """``name`` as the text says it, ``short`` without 县, 区 or 市; ``inside``: the cities or provinces that have one."""

    name: str
    short: str
    inside: tuple[str, ...]


@lru_cache(256)
def counties_in(text: str) -> tuple[County, ...]:
    """In the order of the text, the longest name where several begin alike; a short name only where it stands as a place.

    >>> [(c.name, c.inside) for c in counties_in("泉州鲤城区小学哪天报名")]
    [('鲤城区', ('泉州',))]
    >>> [c.name for c in counties_in("我们厂在顺德，能补多少")]
    ['顺德']
    """
    names = _names()
    found: dict[int, County] = {}
    for start in range(len(text)):
        for end in range(min(len(text), start + LONGEST), start + 1, -1):
            if text[start:end] in names and text[start - 1 : start + 1] not in _shorts():
                found[start] = _county(text[start:end])
                break
        else:
            if short := _short_at(text, start):
                found[start] = _county(short)
    return tuple(found[at] for at in sorted(found))


def _short_at(text: str, start: int) -> str:
    if start and text[start - 1] not in _BEFORE:
        return ""
    ends = range(start + 2, min(len(text), start + 4) + 1)
    standing = (text[start:end] for end in ends if end == len(text) or text[end] in _BEHIND)
    return next((said for said in standing if said in _shorts()), "")


def _county(said: str) -> County:
    if said in _names():
        return County(said, _SUFFIX.sub("", said), _names()[said])
    return County(said, said, _shorts()[said])


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    table = files("index.clauses.metadata").joinpath("counties.txt").read_text(encoding="utf-8")
    inside: dict[str, list[str]] = defaultdict(list)
    for row in table.replace("\n  ", " ").splitlines():
        city, _, names = row.partition(": ")
        for name in names.split():
            if name not in _GENERAL:
                inside[name].append(city)
    still = {n[:-1]: cities for n, cities in inside.items() if n.endswith("县区")}  # 「梅县」 for 梅县区
    return {name: tuple(cities) for name, cities in {**still, **inside}.items()}


@cache
def _shorts() -> Mapping[str, tuple[str, ...]]:
    taken = {*CITIES, *MUNICIPALITIES, *(p[:2] for p in PROVINCES)} | _WORDS
    shorts = {_SUFFIX.sub("", name): inside for name, inside in _names().items()}
    return {short: inside for short, inside in shorts.items() if len(short) > 1 and short not in taken}

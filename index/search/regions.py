"""Which documents belong to a region that a question names: 「兰州」, 「天河区」, 「鹿城」."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from index.clauses.metadata.counties import County, counties_in
from index.clauses.metadata.places import CITIES, MUNICIPALITIES, PROVINCE_OF, PROVINCES

_LONG = sorted((*PROVINCES, *(f"{c}市" for c in (*CITIES, *MUNICIPALITIES))), key=len, reverse=True)
_SHORT = {
    name: re.sub(r"(?:壮族|回族|维吾尔)?自治区$|特别行政区$|省$|市$", "", name)
    for name in _LONG
    if not name.endswith("兵团")
}
_AMBIGUOUS = """
朝阳 白银 日照 大同 安康 黄山 来宾 海东 山南 北海 通化 白山 长治 保定 固原 吉安 宁德 平凉
德阳 东营 百色 武威 江门 安庆 安顺 丽水 中卫 金昌 永州 新乡 新余 资阳 商洛 本溪 海口
"""
_WORDS = frozenset(_AMBIGUOUS.split())
"""Cities whose short name is a word or part of one as well: these count with 市 only."""
_ACROSS = """
大庆 重 典祝 | 广安 推 全 | 内江 境域 河 | 运城 停客货 镇 | 合肥 复混 料 | 定西 确稳规指固 - | 开封 拆未已即 验检口后箱
周口 - 店 | 河源 江 头 | 三明 - 治 | 四平 十 方米 | 大连 - 片续锁 | 哈密 - 瓜 | 南平 - 原 | 眉山 峨 - | 威海 挪 - | 阳江 浦 -
天水 - 围 | 达州 里苏华 - | 河北 - 岸堤路 | 河南 - 岸堤路 | 湖北 - 岸路 | 湖南 - 岸路 | 中山 孙 路陵装 | 长春 - 路藤 | 乐山 高 -
"""
"""Cities whose name stands by chance across other words, 「重大庆典」: name, characters before it and behind it that tell."""


def _pattern(name: str) -> str:
    before, after = _TELLING.get(name, ("-", "-"))
    return (f"(?<![{before}])" if before != "-" else "") + name + (f"(?![{after}])" if after != "-" else "")


_TELLING = {
    name: (before, after) for name, before, after in (e.split() for e in re.split(r"[|\n]", _ACROSS.strip()))
}
_ELSE = r"(?!合作组织|理工|交通大学|大学|学院|证券|交易所|银行|铁路局|话|菜|海关|海事|法院|师范)"
_NAMES = sorted({*_LONG, *_SHORT.values()} - _WORDS, key=len, reverse=True)
_NAMED = re.compile(f"(?P<name>{'|'.join(map(_pattern, _NAMES))}){_ELSE}|{'|'.join(sorted(_WORDS))}")
"""The others are only passed over: 「黄山西海」 does not name 山西."""
_NICKNAMES = {
    "穗": "广州", "羊城": "广州", "渝": "重庆", "沪": "上海", "申城": "上海", "蓉": "成都", "鹏城": "深圳", "京城": "北京",
    "津": "天津", "甬": "宁波",
}  # fmt: skip
_ONE_OF_THEM = f"({'|'.join(sorted(_WORDS))})"
_GONE_TO = re.compile(
    rf"(?:[在去到来]|我们?){_ONE_OF_THEM}(?=[市开买办租上工做找有这的，,]|$)"
    rf"|^{_ONE_OF_THEM}(?=职工|居民|城乡|医保|社保|公积金|人才|积分|落户|入户|户口|户籍|低保|公租房|购房|买房|租房|[这那]边)"
)
"""Where such a word can only be the city."""
_NICKNAMED = re.compile(
    r"(?:羊城|申城|鹏城|京城|(?:^|(?<=[在来去到于，,；;]))[穗渝沪蓉津甬](?=[对的有市里能是办买租落就公高人]))"
)


def regions_in(question: str) -> list[str]:
    """Provinces and cities that the question names, in their short form, each once in the question's order.

    >>> regions_in("兰州和深圳市的奖励"), regions_in("穗对人才有几多补贴"), regions_in("北京理工大学怎么说")
    (['兰州', '深圳'], ['广州'], [])
    """
    found = [(m.start(), _SHORT.get(m["name"], m["name"])) for m in _NAMED.finditer(question) if m["name"]]
    found += [(m.start(), m[1] or m[2]) for m in _GONE_TO.finditer(question)]
    found += [(m.start(), _NICKNAMES[m.group()]) for m in _NICKNAMED.finditer(question)]
    return list(dict.fromkeys(name for _, name in sorted(found)))


_PROVINCIAL = re.compile(r"省里|省级|全省|[我咱]们?省|省的|自治区的|按省|照省")


class Regions:
    """The regions of a library's documents, down to counties and towns."""

    def __init__(self, records: Mapping[str, Mapping[str, Any]]) -> None:
        self._holders: dict[str, set[str]] = defaultdict(set)
        for i, record in records.items():
            for name in _own(record):
                self._holders[name].add(i)

    def named(self, question: str) -> dict[str, list[str]]:
        """Region as the question says it → ids of the documents that are of it, in order. A city that no document is of has its
        province's, which hold there too; they join its own where the question speaks of 「省里的」. A province that none is of
        has none. A county inside a named city narrows it; one that no document is of has its city's."""
        said = regions_in(question)
        counties = [n for n in self._holders if n not in said and n not in _COUNTRYWIDE and n in question]
        longest = [n for n in counties if not any(n != o and n in o for o in counties)]
        found = {n: sorted(self._holders.get(n, ())) or self._of_province(n) for n in [*said, *longest]}
        if _PROVINCIAL.search(question):
            found = {n: sorted({*ids, *self._of_province(n)}) for n, ids in found.items()}
        for alone in self._without_own(question, found):
            if ids := self._of_what_it_lies_in(alone):
                found = {n: i for n, i in found.items() if n not in alone.inside} | {alone.name: ids}
        for county in longest:
            for city in said:
                if found[county] and set(found[county]) <= set(found[city]):
                    del found[city]
                    said.remove(city)
                    break
        return found

    def _without_own(self, question: str, found: Mapping[str, Sequence[str]]) -> list[County]:
        """The counties named of which there is no document."""
        named = counties_in(question)
        return [c for c in named if not ({c.name, c.short} & {*self._holders, *found})]

    def _of_what_it_lies_in(self, county: County) -> list[str]:
        """The documents of the city that a county lies in, of no other county; else of its province."""
        below = {i for name, ids in self._holders.items() if name not in _COUNTRYWIDE for i in ids}
        own = {i for place in county.inside for i in self._holders.get(place, ())} - below
        return sorted(own) or sorted({i for place in county.inside for i in self._of_province(place)})

    def _of_province(self, city: str) -> list[str]:
        """The documents of a city's province that are of no city or county in it."""
        province = PROVINCE_OF.get(city)
        inside = {i for name, ids in self._holders.items() if _lies_in(name, province) for i in ids}
        return sorted(self._holders.get(province or "", set()) - inside)


_COUNTRYWIDE = frozenset(_SHORT.values())


def _lies_in(name: str, province: str | None) -> bool:
    """A city of the province, or a county of whatever city; not the country's other provinces and cities."""
    return (PROVINCE_OF.get(name) == province and name != province) or name not in _COUNTRYWIDE


def _own(record: Mapping[str, Any]) -> set[str]:
    """Names, long and short, of a document's region and of what that lies in; where none was read, the provinces and cities
    of its titles and issuers."""
    region = str(record.get("region") or "")
    said = [*json.loads(record.get("titles") or "[]"), *json.loads(record.get("issuers") or "[]")]
    names = {n for text in (region, *said) for n in regions_in(text)}
    rest = region
    for long in _LONG:
        rest = rest.replace(long, "", 1) if rest.startswith(long) else rest
    for county in re.findall(r"[\u4e00-\u9fff]+?(?:自治县|自治旗|新区|示范区|[县区旗市镇乡]|街道)", rest):
        names.add(county)
        if len(short := re.sub(r"(?:自治县|自治旗|示范区|(?<!新)区|[县旗市镇乡]|街道)$", "", county)) > 1:
            names.add(short)
    return names

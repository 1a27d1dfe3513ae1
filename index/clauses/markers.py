"""The numbering families of Chinese official documents, as a table.

A marker is what stands before the text of a numbered line: 「一、」「（一）」「1.」「（1）」「第十五条」「附件1」.
Each family has a pattern, a rank (the usual depth, smaller is higher) and a guard that tells a label from
running text that merely begins like one (「第二条所称…」, 「2.5亿元」).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.clauses.numerals import CHINESE, CIRCLED, half_width_digits, to_int

_CN = f"[{CHINESE}]"
_SP = r"[ \t\u3000\xa0]*"


@dataclass(frozen=True)
class Family:
    """``label`` turns the match into the label of a path, ``accepts`` sees the rest of the line."""

    name: str
    rank: int
    pattern: re.Pattern[str]
    label: Callable[[re.Match[str]], str]
    accepts: Callable[[str], bool]


@dataclass(frozen=True)
class Marker:
    """``length`` counts the characters of the line that the marker takes up, white space included."""

    family: Family
    label: str
    ordinal: int
    length: int


def _compact(text: str) -> str:
    return re.sub(r"\s", "", half_width_digits(text))


def _article(match: re.Match[str]) -> str:
    return _compact(match.group("label"))


def _always(_rest: str) -> bool:
    return True


_REFERENCE = re.compile(
    r"^(第|所称|所列|所规定|规定|的|、|，|,|和|至|到|或|及|以及|或者|中|之规定|[（(]?以下)"
)


def _is_article(rest: str) -> bool:
    """「第二条所称…」 without a gap is a reference, not a heading."""
    return bool(rest[:1].isspace()) or not _REFERENCE.match(rest)


def _is_chapter(rest: str) -> bool:
    text = rest.strip()
    return len(text) <= 40 and not re.search(r"[。；，：]$", text) and not re.match(r"^[、，的第]", text)


_YEAR = re.compile(r"^(19|20)\d\d年")


def _is_numbered_item(rest: str) -> bool:
    """「17.2025年…」 is item 17; 「2.5亿元」 is an amount."""
    rest = half_width_digits(rest.lstrip())
    return not rest[:1].isdigit() or bool(_YEAR.match(rest))


_UNIT = re.compile(r"^\s*([%％‰亿万元倍米吨亩年月日]|个百分点|平方|公里)")


def _is_decimal(rest: str) -> bool:
    return not _UNIT.match(rest)


def _is_short(rest: str) -> bool:
    return len(rest.strip()) <= 30


def _family(
    name: str,
    rank: int,
    pattern: str,
    label: Callable[[re.Match[str]], str],
    accepts: Callable[[str], bool] = _always,
) -> Family:
    return Family(name, rank, re.compile(f"^{_SP}" + pattern), label, accepts)


def _n(match: re.Match[str]) -> str:
    return _compact(match.group("n"))


def _in_brackets(match: re.Match[str]) -> str:
    return f"（{_n(match)}）"


_ORDINAL = rf"(?P<n>(?:{_CN}|[0-9０-９]|{_SP})+?)"

FAMILIES: tuple[Family, ...] = (
    _family(
        "附件",
        0,
        rf"(?P<label>(?:附{_SP}件|附{_SP}录|附{_SP}表){_SP}(?P<n>[0-9０-９{CHINESE}]*)){_SP}[:：]?(?=\s*$)",
        _article,
    ),
    _family("编", 1, rf"(?P<label>第{_SP}{_ORDINAL}{_SP}[编篇])", _article, _is_chapter),
    _family("章", 2, rf"(?P<label>第{_SP}{_ORDINAL}{_SP}(?:章|部分))", _article, _is_chapter),
    _family("节", 3, rf"(?P<label>第{_SP}{_ORDINAL}{_SP}节)", _article, _is_chapter),
    _family("附则", 4, rf"(?P<label>附{_SP}则)(?=\s*$)", _article),
    _family("专栏", 9, rf"(?P<label>专{_SP}栏{_SP}(?P<n>[0-9０-９{CHINESE}]+))", _article, _is_short),
    _family(
        "条",
        4,
        rf"(?P<label>第{_SP}{_ORDINAL}{_SP}条(?:之{_CN})?)",
        _article,
        _is_article,
    ),
    _family("一、", 5, rf"(?P<n>{_CN}+){_SP}、{_SP}", _n),
    _family("（一）", 6, rf"[（(]{_SP}(?P<n>{_CN}+){_SP}[）)]{_SP}[、.．]?{_SP}", _in_brackets),
    _family(
        "1.1",
        7,
        r"(?P<n>\d{1,2}(?:[.．]\d{1,2})+)(?![\d.．])",
        lambda m: _n(m).replace("．", "."),
        _is_decimal,
    ),
    _family("1.", 7, rf"(?P<n>[0-9０-９]{{1,3}}){_SP}[.．、]{_SP}", _n, _is_numbered_item),
    _family("（1）", 8, rf"[（(]{_SP}(?P<n>[0-9０-９]{{1,3}}){_SP}[）)]{_SP}", _in_brackets),
    _family("1）", 9, rf"(?P<n>[0-9０-９]{{1,3}}){_SP}[）)]{_SP}", lambda m: f"{_n(m)}）"),
    _family("①", 10, rf"(?P<n>[{CIRCLED}]){_SP}", _n),
)


def _ordinal(match: re.Match[str], family: Family) -> int:
    text = _compact(match.groupdict().get("n") or "")
    if family.name == "1.1":
        return int(text.replace("．", ".").rsplit(".", 1)[1])
    return to_int(text) if text else 1


def read_marker(line: str) -> Marker | None:
    """The marker that ``line`` begins with, or None.

    >>> read_marker("(25)先进飞行装备。").label, read_marker("第 1 0 条 甲").label
    ('（25）', '第10条')
    >>> read_marker("第二条所称企业") is None, read_marker("2.5亿元") is None
    (True, True)
    """
    for family in FAMILIES:
        match = family.pattern.match(line)
        if match and family.accepts(line[match.end() :]):
            try:
                ordinal = _ordinal(match, family)
            except ValueError:
                continue
            return Marker(family, family.label(match), ordinal, match.end())
    return None

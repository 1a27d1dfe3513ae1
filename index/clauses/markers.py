"""The numbering families of Chinese official documents, as a table.

A marker is what stands before the text of a numbered line: 「一、」「（一）」「1.」「（1）」「第十五条」「附件1」.

| family | examples | usual depth |
|---|---|---|
| 附件 | 附件1、附录A、附表2, the head of an attachment | above all |
| 编 章 节 条 附则 | 第一编, 第三章 (第二部分), 第一节, 第十五条, 第十五条之一 | statutes |
| 一、 （一） 1. （1） 1） ① | also 一. 1、 1． ㈠ ⑴ ⒈ | policies; under 条 the items |
| 1.1 1.1.1 | 4.2, 4.2.1, also the bare 「4 代码规则」 above them | standards |
| a） Ⅰ. | letters, Roman numbers | lowest |
| 专栏 | 专栏2 | boxes |

「一是」「二是」 are running text. A family has a pattern, a rank (the usual depth, smaller is higher) and a guard that looks at
the rest of the line: it turns down what cannot be a label (「2.5亿元」), and calls doubtful what may be one or running text
(「第二条所称…」, 「1.80周岁…」); which of the two holds is decided by the numbering around it (``numbering.py``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from index.clauses.guards import (
    Guard,
    always,
    is_article,
    is_attachment,
    is_bare_chinese,
    is_bare_number,
    is_chapter,
    is_decimal,
    is_item,
    is_letter,
    is_numbered_item,
    is_short,
    is_spaced_decimal,
    is_top,
)
from index.clauses.numerals import (
    BRACKETED,
    BRACKETED_CHINESE,
    CHINESE,
    CIRCLED,
    DOTTED,
    ROMAN,
    half_width_digits,
    roman_to_int,
    to_chinese,
    to_int,
)

_CN = f"[{CHINESE}]"
_SP = r"[ \t\u3000\xa0]*"
_DIGIT = "0123456789０１２３４５６７８９"


@dataclass(frozen=True)
class Family:
    """``label`` turns the match into the label of a path, ``guard`` sees the rest of the line; ``slug`` stands in ids,
    ``begins`` holds the characters that a marker can begin with."""

    name: str
    rank: int
    slug: str
    begins: str
    pattern: re.Pattern[str] = field(repr=False)
    label: Callable[[re.Match[str]], str] = field(repr=False)
    guard: Callable[[str], Guard] = field(repr=False)


@dataclass(frozen=True)
class Marker:
    """``length`` counts the characters of the line that the marker takes up, white space included; ``numbers`` are the
    steps of a decimal label, else the ordinal alone; ``sub`` is the N of 第十条之N; ``bare`` has no mark after the number.
    ``form`` is what the labels of one list have in common: the family, for decimals with the number of steps."""

    family: Family
    label: str
    ordinal: int
    length: int
    numbers: tuple[int, ...] = ()
    sub: int = 0
    doubtful: bool = False
    bare: bool = False
    form: str = ""


def _compact(text: str) -> str:
    return re.sub(r"\s", "", half_width_digits(text))


def _whole(match: re.Match[str]) -> str:
    return _compact(match.group("label"))


def _n(match: re.Match[str]) -> str:
    return _compact(match.group("n"))


def _digits(match: re.Match[str]) -> str:
    """A sign that holds number and mark in one character (⒈) counts as the number."""
    return str(to_int(match["sign"])) if match["sign"] else _n(match)


def _in_brackets(match: re.Match[str]) -> str:
    if sign := match["sign"]:
        return f"（{to_chinese(to_int(sign)) if sign in BRACKETED_CHINESE else to_int(sign)}）"
    return f"（{_n(match)}）"


def _letter(match: re.Match[str]) -> str:
    """「a）」 keeps its half bracket, 「a.」 loses its mark like any other."""
    return _n(match) + ("）" if match["half"] else "")


def _family(
    name: str, rank: int, slug: str, begins: str, pattern: str,
    label: Callable[[re.Match[str]], str], guard: Callable[[str], Guard] = always,
) -> Family:  # fmt: skip
    return Family(name, rank, slug, begins, re.compile(f"{_SP}(?:{pattern})"), label, guard)


_ORDINAL = rf"(?P<n>(?:{_CN}|[0-9０-９]|{_SP})+?)"
_ARABIC = r"(?P<n>[0-9０-９]{1,3})"
_MARK = rf"{_SP}[、.．]?{_SP}"
_COLON = rf"(?:{_SP}(?:[:：]|、(?={_SP}[\u4e00-\u9fff《“])(?!{_SP}(?:第|附件|附则))))?"
"""「第二条、从事经营活动的…」; what goes on with another number is a reference."""
_SHORT = r"(?=[^。；，]{1,45}$)"
_TITLE_OR_NOTHING = rf"(?:{_SP}[:：.．、]?(?={_SP}$)|{_SP}[:：]{_SP}{_SHORT}|[ \t\u3000\xa0]+{_SHORT})"

FAMILIES: tuple[Family, ...] = (
    _family(
        "附件", 0, "x", "附",
        rf"(?P<label>附{_SP}(?:[件录表]{_SP}(?P<n>[0-9０-９]+(?:[-－—]\d+)?|{_CN}+|[A-Z](?![a-z])|)|(?=[:：]))){_TITLE_OR_NOTHING}",
        _whole, is_attachment,
    ),
    _family("编", 1, "p", "第", rf"(?P<label>第{_SP}{_ORDINAL}{_SP}[编篇]){_COLON}", _whole, is_chapter),
    _family("章", 2, "z", "第", rf"(?P<label>第{_SP}{_ORDINAL}{_SP}(?:章|部分)){_COLON}", _whole, is_chapter),
    _family("节", 3, "j", "第", rf"(?P<label>第{_SP}{_ORDINAL}{_SP}节){_COLON}", _whole, is_chapter),
    _family("附则", 2, "s", "附", rf"(?P<label>附{_SP}则)(?={_SP}$)", _whole),
    _family(
        "专栏", 9, "l", "专", rf"(?P<label>专{_SP}栏{_SP}(?P<n>[0-9０-９]+|{_CN}+))(?:{_SP}[:：.．、])?",
        _whole, is_short,
    ),
    _family(
        "条", 4, "t", "第",
        rf"(?P<label>第{_SP}{_ORDINAL}{_SP}条(?:{_SP}之{_SP}(?P<sub>{_CN}{{1,3}}|\d+)(?![{CHINESE}规])){{0,1}}){_COLON}",
        _whole, is_article,
    ),
    _family("一、", 5, "a", CHINESE, rf"(?P<n>{_CN}+){_SP}[、.．]{_SP}", _n, is_top),
    _family(
        "（一）", 6, "b", "（(" + BRACKETED_CHINESE,
        rf"(?:[（(]{_SP}(?P<n>{_CN}+){_SP}[）)]|(?P<sign>[{BRACKETED_CHINESE}])){_MARK}", _in_brackets, is_item,
    ),
    _family(
        "1.1", 7, "n", _DIGIT, r"(?P<n>\d{1,2}(?:[.．]\d{1,2}){1,3})(?![.．]?\d)[、.．]?",
        lambda m: _n(m).replace("．", "."), is_decimal,
    ),
    _family(
        "1.1", 7, "n", _DIGIT, r"(?P<n>\d{1,2}(?:[.．] {0,2}\d{1,2}){1,3})(?=[ \t\u3000\xa0])",
        lambda m: _n(m).replace("．", "."), is_spaced_decimal,
    ),
    _family(
        "1.", 7, "c", _DIGIT + DOTTED, rf"(?:{_ARABIC}{_SP}[.．、]|(?P<sign>[{DOTTED}])){_SP}", _digits,
        is_numbered_item,
    ),
    _family(
        "（1）", 8, "d", "（(" + BRACKETED,
        rf"(?:[（(]{_SP}{_ARABIC}{_SP}[）)]|(?P<sign>[{BRACKETED}])){_MARK}", _in_brackets, is_item,
    ),
    _family("1）", 9, "e", _DIGIT, rf"{_ARABIC}{_SP}[）)]{_MARK}", lambda m: f"{_n(m)}）"),
    _family("①", 10, "f", CIRCLED, rf"(?P<n>[{CIRCLED}]){_MARK}", _n),
    _family(
        "a）", 11, "h", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ",
        rf"(?P<n>[a-zA-J])(?:(?P<half>[）)])|[.．、](?![a-zA-Z0-9])){_SP}", _letter, is_letter,
    ),
    _family("（a）", 11, "h", "（(", rf"[（(]{_SP}(?P<n>[a-zA-J]){_SP}[）)]{_MARK}", lambda m: f"（{_n(m)}）", is_letter),
    _family("Ⅰ.", 11, "o", "IVX" + ROMAN, rf"(?P<n>[{ROMAN}]|[IVX]{{1,5}}){_SP}[.．、]{_SP}", _n, is_letter),
)  # fmt: skip
"""In the order in which they are tried: the first that fits is the usual reading."""
_BARE: tuple[Family, ...] = (
    _family("1.", 7, "c", _DIGIT, rf"(?P<n>\d{{1,2}})(?=[ \t\u3000\xa0\u4e00-\u9fff]){_SP}", _n, is_bare_number),
    _family("一、", 5, "a", CHINESE, rf"(?P<n>{_CN}+)[ \t\u3000\xa0]+", _n, is_bare_chinese),
)  # fmt: skip
"""Numbers without a mark: never labels unless the numbering around them says so."""


def _by_first_character() -> dict[str, tuple[tuple[Family, bool], ...]]:
    out: dict[str, tuple[tuple[Family, bool], ...]] = {}
    for families, bare in ((FAMILIES, False), (_BARE, True)):
        for family in families:
            for char in family.begins:
                out[char] = (*out.get(char, ()), (family, bare))
    return out


_BY_FIRST = _by_first_character()
_NAMED = {family.name: family for family in FAMILIES}


def _attachment_step(text: str) -> int:
    return ord(text) - ord("A") + 1 if text.isascii() and text.isalpha() else to_int(text)


def _numbers(match: re.Match[str], family: Family) -> tuple[int, ...]:
    groups = match.groupdict()
    text = _compact(groups.get("n") or groups.get("sign") or "")
    if not text:
        return (1,)
    if family.slug == "n":
        return tuple(int(step) for step in re.split(r"[.．]", text))
    if family.slug == "o":
        return (roman_to_int(text),)
    if family.name == "附件":
        return tuple(_attachment_step(step) for step in re.split("[-－—]", text))
    if text[0].isascii() and text[0].isalpha():
        return (ord(text.lower()) - ord("a") + 1,)
    return (to_int(text),)


def _read(line: str, family: Family, bare: bool) -> Marker | None:
    match = family.pattern.match(line)
    guard = family.guard(line[match.end() :]) if match else "no"
    if match is None or guard == "no":
        return None
    try:
        numbers = _numbers(match, family)
    except ValueError:
        return None
    sub = to_int(match["sub"]) if family.name == "条" and match["sub"] else 0
    family = _NAMED[family.name]
    return Marker(
        family, family.label(match) if not bare else _n(match), numbers[-1], match.end(), numbers, sub,
        guard == "doubtful", bare,
        f"{family.name}{len(numbers)}" if family.name == "1.1" else family.name,
    )  # fmt: skip


def read_markers(line: str) -> tuple[Marker, ...]:
    """Everything that the beginning of ``line`` may be read as, the usual reading first; doubtful ones among them."""
    first = line.lstrip(" \t\u3000\xa0")[:1]
    found = (_read(line, family, bare) for family, bare in _BY_FIRST.get(first, ()))
    return tuple(sorted((m for m in found if m), key=lambda m: m.doubtful))


def read_marker(line: str) -> Marker | None:
    """The marker that ``line`` surely begins with, looked at alone, or None.

    >>> read_marker("(25)先进飞行装备。").label, read_marker("第 1 0 条 甲").label
    ('（25）', '第10条')
    >>> read_marker("第二条所称企业") is None, read_marker("2.5亿元") is None
    (True, True)
    """
    return next((m for m in read_markers(line) if not m.doubtful), None)

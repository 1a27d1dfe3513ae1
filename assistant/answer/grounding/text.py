"""Text made comparable: one width, no white space, one form for each mark; and its parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from assistant.answer.grounding.wording import official
from index.clauses.numerals import to_int

_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)} | {0xFF05: "%"}
_MARKS = str.maketrans(
    "(),:;?!~～–－―[]「」『』﹝﹞‘’．",
    "（），：；？！—————〔〕“”“”〔〕“”.",
)
_ANY_LEVEL = re.compile(
    r"省、自治区[、和]直辖市|省（(?:自治)?区、(?:直辖)?市）|省、自治区(?=人民政府)|省级以上(?=人民政府)"
)
_UNDONE = re.compile(
    r"(?<![尚从并])未(?=[^，。；、未]{2,10}?(?<![目提此当])(?:之|以)?前(?=[，。；、）的]|$))"
)
"""「排栅未拆除前」 is 「排栅拆除前」."""
_LEVELS = re.compile(r"([省市县区乡])[、和]?([省市县区乡镇村])[两二]级")
_CLOCK = re.compile(r"(?<![\d：])([01]?\d|2[0-4])：([0-5]\d)(?![\d：])")
_NUMERAL = "[一二两三四五六七八九十]{1,3}|(?<![\\d.])\\d{1,3}"
_RANGE = re.compile(
    rf"(?<![第星期周零〇百千万\d])({_NUMERAL})[至到]({_NUMERAL})(?=个?月(?!\d)|[倍名人年天日户家次个成项](?!\d))"
)
"""「三到六个月」."""
_RANGE_OF = re.compile(
    rf"(?<![第〇零百千万亿\d])({_NUMERAL})([百千万亿]{{0,2}})(元|个月|年|天|日|倍)[至到]({_NUMERAL})([百千万亿]{{0,2}})\3"
)
"""「两万元到十万元」."""
_SEGMENT = re.compile(r"[^，。；：？！\n]+")
_SENTENCE = re.compile(r"[^。；？！\n]+")
_STRAIGHT = re.compile(r"[\"＂]([^\"＂]*)[\"＂]")


def flat(text: str) -> str:
    """Half-width letters and digits, full-width marks, no white space; 省、自治区、直辖市 is 省级, 省市两级 is 省、市级,
    包含 is 含."""
    text = _STRAIGHT.sub(r"“\1”", text.translate(_WIDTHS))
    text = re.sub(r"(?<=\d)[,，](?=\d{3}(?!\d))", "", text)
    text = re.sub(r"[ \t\r\f\v\u3000\u00a0]+", "", re.sub(r"\n+", "\n", text))
    text = re.sub(r"(?<=[^。；：\n])\n(?=[^\n])", "", text) if text.count("\n") > 40 else text
    text = re.sub(r"(?<=[\d%元年月日万亿])-(?=\d)|—+", "—", text.translate(_MARKS))
    text = re.sub(r"〔(?!\d+〕)([^〔〕]*)〕", r"（\1）", text)
    text = _RANGE.sub(lambda m: f"{to_int(m[1])}—{to_int(m[2])}", text)
    text = _RANGE_OF.sub(lambda m: f"{to_int(m[1])}{m[2]}{m[3]}—{to_int(m[4])}{m[5]}{m[3]}", text)
    text = _CLOCK.sub(lambda m: f"{int(m[1])}时" + (f"{m[2]}分" if m[2] != "00" else ""), text)
    text = _LEVELS.sub(r"\1、\2级", _ANY_LEVEL.sub("省级", text))
    text = _UNDONE.sub("", text.replace("特别行政区", "特区"))
    return official(text.replace("包含", "含"))


def segments(text: str) -> Iterator[tuple[int, int]]:
    """Spans between commas, colons and full stops."""
    for match in _SEGMENT.finditer(text):
        yield match.span()


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans between semicolons and full stops."""
    for match in _SENTENCE.finditer(text):
        yield match.span()


def span_around(text: str, at: int, marks: str = "，。；：？！\n") -> tuple[int, int]:
    """The part of the text between two of the marks that holds ``at``."""
    places = _places(text, marks)
    n = bisect_left(places, at)
    return places[n - 1] + 1 if n else 0, places[n] if n < len(places) else len(text)


@lru_cache(maxsize=500)
def _places(text: str, marks: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer(f"[{marks}]", text))


def sentence_around(text: str, at: int) -> tuple[int, int]:
    return span_around(text, at, "。；？！\n")


_EMPTY = frozenset(
    "的了和与及或等在对将为是由把被以其此该这那并而则也均都就之于从到至，。；：、“”《》（）！？\n"
)
"""Characters that say nothing by themselves: no pair with one of them tells two places apart."""


_CONTENT = re.compile(f"[^{''.join(sorted(_EMPTY))}]{{2,}}")


@lru_cache(maxsize=20_000)
def pairs(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters that carry content."""
    runs = _CONTENT.findall(text)
    return frozenset(run[i : i + 2] for run in runs for i in range(len(run) - 1))


@lru_cache(maxsize=20_000)
def characters(text: str) -> frozenset[str]:
    """Those that carry content."""
    return frozenset(text) - _EMPTY


_POINTS = str.maketrans("", "", "，、；：")
_DEED = 6


def does_so(who: str, behind: str, text: str) -> bool:
    """The text has the party with the same deed right behind it, to its end, points aside: 「财政部门审查后，报政府」."""
    deed = re.split("[，。；]", behind)[0].translate(_POINTS)
    return len(deed) >= _DEED and who + deed in text.translate(_POINTS)

"""A list that claims to be whole must be whole: 「配合部门有甲、乙」 is wrong where the clause names five.

Who says 等, 其中, 之一 or 还有 claims nothing; a list as a mere subject (「甲、乙应当…」) does not either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs, segments, span_around

_OPEN = re.compile(
    r"等(?!级|于|待|额|值|候|同|次|效)|之一|其中|例如|比如|譬如|(?<![假诸])如(?!下|实|期|果|何)|部分|[也还另](?!款|清|本)|以及其他|主要[有是为包]|不限于|某些|有些|之列|在内"
)
_SEPARATOR = re.compile(
    r"、|以及|(?<![调缓总协随饱中共])和(?!谐|解|平|睦|改)|(?<![涉普危推])及(?!时|其|格)|或者|(?<![参给授])与(?!会|其|否)|(?<![戊])或"
)
_ONLY = re.compile(r"(?:只|仅)(?:能|可以?|限于?|包括|包含|有|由|是|用于|采取|适用于|对|需|须)*")
_CLAIM = re.compile(
    r"(?:包括|包含|涵盖|分为|(?<![所没具拥享持含既现原国公私自占保共特带负])有(?!关|效|限|意|权|机|害"
    r"|色|条件|基础|需)|(?<![作认成行视改因分勇])为(?!了|主|准|期|由|限|此|止|其|[^，。；]*(?:提供"
    r"|创造|办理|开展))|是(?!否|指|在)|：)(?:以下|下列)?"
    r"(?:[\d两一二三四五六七八九十]+[个家项类种])?：?(?P<list>[^，。；：]+)$"
)
_WHO = re.compile(r"(?:单位|部门|机关|机构|组织|城市|地区|的)，?(?:有|是|为)$")
_BY = re.compile(
    r"(?:(?<=[管办受审治清处代]理)|(?<![自理]))由(?P<list>[^，。；：由]{2,40}?)(?:共同|联合|分别)?(?:负责|牵头|承担|配合|组织实施|办理)"
)
_COUNT = re.compile(
    r"(?:[\d两一二三四五六七八九十]+(?:个|家|项|类|种|方)?(?:城市|部门|单位|机构|方面|方式|标准|条件|文件|情形|内容)?|三方面)$|(?:组成|构成)$"
)
_ITEM = re.compile(
    r"(?:^|(?<=[\n。；：]))(?:[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．](?!\d)|[①-⑳]|[一二三四五六七八九十]是)"
)
_RUN = re.compile(r"(?:(?!牵头|会同)[^，。；：？！（）\n])+")
_FEW = re.compile(r"[\d一两二三][个家项类种次处份名位人]")
_FIGURE = re.compile(r"\d(?![^《]*》)")
_ASIDE = re.compile(r"为|向|对|按|根据|依")
_LIKE, _LEAST, _VERB = 0.7, 4, 8


@dataclass(frozen=True)
class _Listed:
    """An enumeration of the clause: its members, and the part of the clause that it stands in."""

    members: tuple[str, ...]
    around: str


def lists(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    if _OPEN.search(sentence):
        return []
    for members, only in _claimed(sentence):
        if missing := _missing(members, only, sentence, source.text):
            return [f"没有列全，还有“{missing[:20]}”"]
    return []


def _claimed(sentence: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """(members, whether the sentence says 只 or 仅) of each list that claims to be whole."""
    plain = sentence.replace("：", "")
    for begin, end in segments(plain):
        part = plain[begin:end]
        for only in _ONLY.finditer(part):
            if not _FEW.search(part, only.end(), only.end() + _VERB):  # 「只能推荐一项」 is of their number
                yield _members(part[only.end() :]), True
        if claim := _CLAIM.search(part):
            members = _members(claim.group("list"))
            if len(members) > 1 or _WHO.search(part[: claim.start("list")]) or not claim.start():
                yield members, False
        elif _COUNT.search(part):
            yield _members(part), False
        for by in _BY.finditer(part):
            yield _members(_ASIDE.split(by.group("list"))[0]), False


def _members(words: str) -> tuple[str, ...]:
    """Empty where one of several is meant, or figures are listed."""
    found = [_COUNT.sub("", one) for one in _SEPARATOR.split(_bare(words))]
    return () if "或" in words else tuple(one for one in found if len(one) >= 2 and not _FIGURE.search(one))


def _bare(words: str) -> str:
    return re.sub(r"（[^（）、]{1,24}）", "", words)


def _missing(members: tuple[str, ...], only: bool, sentence: str, text: str) -> str:
    """A member of the clause's list that the sentence leaves out; empty where some list of the clause is told whole, or a
    place that is none bears the only member."""
    if not members:
        return ""
    short = []
    for one in _enumerations(text):
        named = frozenset[str]().union(*(pairs(s) for s in members))
        told = [m for m in one.members if any(_alike(m, s) for s in members) or _within(m, sentence, named)]
        cores = [_core(s, one.members[-1]) for s in members]
        if not all(any(_alike(m, s) for m in one.members) for s in cores):
            continue
        if len(told) == len(one.members):
            return ""
        if len(members) > 1 or len(pairs(sentence) & pairs(one.around)) >= 4:
            short.append(next(m for m in one.members if m not in told))
    if short and len(members) == 1 and not only and _alone(members[0], text):
        return ""
    return short[0] if short else ""


def _core(said: str, last: str) -> str:
    """「新建项目」 of 「新建、改建、扩建项目」: without the end that all of them share."""
    size = next((n for n in range(min(len(said) - 2, len(last) - 2), 1, -1) if said[-n:] == last[-n:]), 0)
    return said[:-size] if size else said


def _alike(member: str, said: str) -> bool:
    if said in member or member in said:
        return True
    wanted = pairs(said)
    return bool(wanted) and len(wanted & pairs(member)) >= _LIKE * len(wanted)


def _within(member: str, sentence: str, named: frozenset[str]) -> bool:
    """What it has besides the members ``named`` stands in the sentence."""
    wanted = pairs(member[:12]) - named or pairs(member[:12])
    return bool(wanted) and len(wanted & pairs(sentence)) >= _LIKE * len(wanted)


def _alone(member: str, text: str) -> bool:
    """It stands somewhere in the clause outside of a list."""
    for match in re.finditer(re.escape(member), text):
        begin, end = span_around(text, match.start(), "，。；：？！（）\n")
        if not _SEPARATOR.search(text[begin:end]):
            return True
    return False


@lru_cache(maxsize=500)
def _enumerations(text: str) -> tuple[_Listed, ...]:
    """Of words joined by 、 or 和, and of numbered items."""
    found = []
    for match in _RUN.finditer(_bare(text)):
        members = tuple(m for m in _SEPARATOR.split(match.group()) if m)
        if len(members) > 1 and max(map(len, members[:-1])) > 1:
            around = match.string[slice(*span_around(match.string, match.start(), "。\n"))]
            found.append(_Listed(_trimmed(members), around))
    marks = [m.end() for m in _ITEM.finditer(text)]
    if len(marks) > 2:
        heads = (re.split(r"[，。；：\n]", text[at:])[0] for at in marks)
        found.append(_Listed(tuple(h for h in heads if h), text))
    return tuple(found)


def _trimmed(members: tuple[str, ...]) -> tuple[str, ...]:
    """The first without what leads in, the last without what follows, as far as the others tell how long a member is."""
    inner = [len(m) + 1 for m in members[1:-1]] or [min(len(members[0]), len(members[-1]))]
    longest = max(_LEAST, *inner)
    return (members[0][-longest:], *members[1:-1], members[-1][:longest])

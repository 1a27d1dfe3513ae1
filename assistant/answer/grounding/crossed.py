"""Said of another thing or case of the clause: 「一般事项不设上限」 where it sets none for 重点事项, and one for 一般事项;
「县属单位申请的，向市局提出」 where those of the city do so, and those of the county elsewhere.

Two places of the clause are worded alike; of the words of the claim one holds all that the other holds, and some besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.answer.grounding.operators import denials, operators
from assistant.answer.grounding.places import governed
from assistant.answer.grounding.scales import opposed
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs, segments, sentences, span_around
from assistant.answer.grounding.values import values

_CONFINES = re.compile("方可|方能|只|仅|限|禁|才|严|杜绝|拒|避免|防止|除|专[款用]|未|非|违|不|一律|唯一")
_OF_WHOM = re.compile(r".{3}的[^的]{0,6}(?:人员?|者|单位|企业|机构|职工|家庭|学生|公司|户|项目|地区)$")
_FOR = re.compile(r"(?P<case>对[^，的]{3,}的[^，的]{2,8})(?P<then>，.+)")
_ALIKE, _MORE, _THING, _SUBJECT, _WHOLLY = 3, 2, 4, 3, 0.85
"""Pairs of characters that both have; that name the thing; characters of a thing that is told from others."""


def crossed(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    return [
        *_denied_of_another(sentence, source.text),
        *_of_another_case(sentence, source.text),
        *_banned_nowhere(sentence, source.text),
        *_named_to_deny(sentence, source.text),
        *opposed(sentence, source.text),
    ]


def _denied_of_another(sentence: str, text: str) -> list[str]:
    said = [text[begin:end] for begin, end in sentences(text)]
    faults = []
    for one in denials(sentence):
        begin, end = span_around(sentence, one.start)
        what, claim = sentence[one.end : end], pairs(sentence[begin : one.start])
        denied = pairs(what)
        if not denied or "的" in what or what[-1] in "时者":  # a case
            continue
        denying = [
            s for s in said if any(denied <= pairs(s[o.end : o.end + len(what) + 2]) for o in denials(s))
        ]
        held = frozenset[str]().union(*(claim & pairs(s) for s in denying))
        others = (
            claim & pairs(s)
            for s in said
            if not denials(s) and what[-2:] in s and 2 * len(denied & pairs(s)) >= len(denied)
        )
        if len(held) >= _ALIKE and any(held < other and len(other - held) >= _MORE for other in others):
            faults.append(f"“{one.word}{what[:8]}”说的是别的")
    return faults


def _of_another_case(sentence: str, text: str) -> list[str]:
    """What follows is that of one case of the clause, and the case another one."""
    return [
        f"“{said.then[1:13]}”说的是别的情形"
        for read, least in ((_cases, 0.0), (_subjects, _WHOLLY), (_for_whom, _WHOLLY))
        for said in read(sentence)
        if _exchanged(said, read(text), least)
    ]


@dataclass(frozen=True)
class _Case:
    """「…的，…」: a case and what follows from it, up to the next one; ``lead``: the case with what stands before it."""

    case: str
    then: str
    lead: str
    kind: str = ""

    @property
    def whole(self) -> str:
        return f"{self.lead}，{self.then}"

    @cached_property
    def figures(self) -> frozenset[tuple[object, ...]]:
        return _figures(self.case)


def _figures(text: str) -> frozenset[tuple[object, ...]]:
    return frozenset((v.key, v.unit, v.side or v.bound) for v in values(text))


def _exchanged(said: _Case, known: Sequence[_Case], least: float) -> bool:
    """``least``: the share of the case that its own holds, and of what follows that the other one does."""
    known = [one for one in known if one.kind == said.kind]
    wanted = pairs(said.case) - _common(known)
    left = [(one, wanted & pairs(one.case)) for one in known if not _excluded(said, one)]
    own = [one for one, held in left if not _outdone(said, one, held, [other for _, other in left])]
    others = [one for one in known if one not in own]
    alike = len(own) == 1 and len(pairs(said.case) & pairs(own[0].lead)) >= least * len(pairs(said.case))
    return alike and any(_follows_rather(said.then, other.then, own[0].whole, least) for other in others)


def _excluded(said: _Case, one: _Case) -> bool:
    """「满6个月后」 is none of 「6个月内」, 「尚未开工」 none of 「已开工」."""
    theirs = {figure[:2] for figure in one.figures}
    if any(figure[:2] in theirs for figure in said.figures - one.figures):
        return True
    return any(_denied(a, b) and not _denied(b, b) for a, b in ((said.case, one.case), (one.case, said.case)))


def _denied(case: str, other: str) -> bool:
    """The case denies a word of the other one."""
    return any(case[o.end : o.end + 2] in other for o in denials(case))


def _common(known: Sequence[_Case]) -> frozenset[str]:
    """Words of two cases tell none."""
    found = [pairs(one.lead) for one in known]
    return frozenset(pair for words in found for pair in words if sum(pair in other for other in found) > 1)


def _outdone(said: _Case, one: _Case, held: frozenset[str], others: Sequence[frozenset[str]]) -> bool:
    """Another case has all the words of this one that the sentence has, and more; of several named at once, clearly so."""
    least = _MORE if "、" in said.case else 1
    return len(pairs(said.case) & pairs(one.case)) < 2 or any(
        held < other and len(other - held) >= least for other in others
    )


def _follows_rather(then: str, other: str, own: str, least: float) -> bool:
    wanted, theirs, mine = pairs(then), pairs(other), pairs(own)
    if (figures := _figures(then)) and figures <= _figures(own) and not figures <= _figures(other):
        return False
    rather = len(wanted & (theirs - mine)) - len(wanted & (mine - theirs))
    if len(wanted & theirs) < least * len(wanted):
        return False
    return rather >= _MORE or (rather > 0 and wanted <= theirs)


@lru_cache(maxsize=500)
def _cases(text: str) -> tuple[_Case, ...]:
    return tuple(_read_cases(text))


def _is_case(part: str) -> bool:
    """「无工作单位的人员，…」 is one as well."""
    return part[-1] in "的时" or bool(denials(part) and _OF_WHOM.search(part))


def _read_cases(text: str) -> Iterator[_Case]:
    for begin, end in sentences(text):
        before, case, then = "", "", ""
        for first, last in ((begin + a, begin + b) for a, b in segments(text[begin:end])):
            part = f"，{text[first:last]}"
            if text[last : last + 1] == "，" and _is_case(part):
                if then:
                    yield _Case(case, then, before + case)
                    case, then = "", ""
                case += part
            elif not case:
                before += part
            elif not then and part[1] in "或且":  # 「甲的，或取得乙、不再丙的，…」
                case += part
            else:
                then += part
        if then:
            yield _Case(case, then, before + case)


@lru_cache(maxsize=500)
def _for_whom(text: str) -> tuple[_Case, ...]:
    """「对现有的人才，…；对引进的人才，…」."""
    every = (text[begin:end] for begin, end in sentences(text))
    found = (_FOR.match(one) for one in every)
    return tuple(_Case(m["case"], m["then"], m["case"]) for m in found if m)


@lru_cache(maxsize=500)
def _subjects(text: str) -> tuple[_Case, ...]:
    return tuple(_read_subjects(text))


def _read_subjects(text: str) -> Iterator[_Case]:
    """「甲、乙应当…；丙、丁应当…」: of each its own is said."""
    for begin, end in segments(text):
        part = text[begin:end]
        found = (o for o in operators(part) if o.kind in ("must", "may", "ban") and o.start >= _SUBJECT)
        if (first := next(found, None)) and part[-1] not in "的时":
            yield _Case(part[: first.start], f"，{part[first.end :]}", part[: first.start], first.kind)


def _banned_nowhere(sentence: str, text: str) -> Iterator[str]:
    """The clause denies and confines nothing; 「未经批准不得…」, two denials, is another way to demand."""
    found = denials(sentence)
    if len(found) == 1 and found[0].kind == "ban" and not denials(text) and not _CONFINES.search(text):
        yield f"条款没有“{sentence[found[0].start : found[0].end + 8]}”"


def _named_to_deny(sentence: str, text: str) -> Iterator[str]:
    """「归集发卡信息和个人信息」 where the clause has the second only as what is not 归集."""
    if denials(sentence) or _CONFINES.search(sentence):
        return
    for one in (d for d in denials(text) if d.word != "未"):
        phrase = governed(text, one)
        verb, thing = phrase[:2], phrase[2:]
        at = sentence.find(thing) if len(thing) >= _THING else -1
        if at >= 0 and verb in sentence[:at] and text.count(thing) == 1:
            yield f"条款说“{one.word}{phrase[:8]}”"

"""Said of another thing or case of the clause: 「一般事项不设上限」 where it sets none for 重点事项, and one for 一般事项;
「县属单位申请的，向市局提出」 where those of the city do so, and those of the county elsewhere.

Two places of the clause are worded alike; of the words of the claim one holds all that the other holds, and some besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer.grounding.operators import denials
from assistant.answer.grounding.places import governed
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs, segments, sentences, span_around
from assistant.answer.grounding.values import values

_CONFINES = re.compile("方可|方能|只|仅|限|禁|才|严|杜绝|拒|避免|防止|除|专[款用]|未|非|违|不|一律|唯一")
_ALIKE, _MORE, _THING = 3, 2, 4
"""Pairs of characters that both have; that name the thing; characters of a thing that is told from others."""


def crossed(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    return [
        *_denied_of_another(sentence, source.text),
        *_of_another_case(sentence, source.text),
        *_banned_nowhere(sentence, source.text),
        *_named_to_deny(sentence, source.text),
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
    known = list(_cases(text))
    return [f"“{said.then[1:13]}”说的是别的情形" for said in _cases(sentence) if _exchanged(said, known)]


@dataclass(frozen=True)
class _Case:
    """「…的，…」: a case and what follows from it, up to the next one; ``whole``: with what stands before it."""

    case: str
    then: str
    whole: str

    @property
    def figures(self) -> frozenset[tuple[object, ...]]:
        return frozenset((v.key, v.unit, v.side or v.bound) for v in values(self.case))


def _exchanged(said: _Case, known: list[_Case]) -> bool:
    own = [one for one in known if not _excluded(said, one) and not _outdone(said, one, known)]
    others = [one for one in known if one not in own]
    return len(own) == 1 and any(_follows_rather(said.then, other.then, own[0].whole) for other in others)


def _excluded(said: _Case, one: _Case) -> bool:
    """「满6个月后」 is none of 「6个月内」, 「尚未开工」 none of 「已开工」."""
    theirs = {figure[:2]: figure for figure in one.figures}
    if any(figure[:2] in theirs and theirs[figure[:2]] != figure for figure in said.figures):
        return True
    return any(_denied(a, b) and not _denied(b, b) for a, b in ((said.case, one.case), (one.case, said.case)))


def _denied(case: str, other: str) -> bool:
    """The case denies a word of the other one."""
    return any(case[o.end : o.end + 2] in other for o in denials(case))


def _outdone(said: _Case, one: _Case, known: list[_Case]) -> bool:
    """Another case has all the words of this one that the sentence has, and more."""
    wanted = pairs(said.case)
    held = wanted & pairs(one.case)
    return len(held) < 2 or any(
        held < wanted & pairs(other.case) for other in known if not _excluded(said, other)
    )


def _follows_rather(then: str, other: str, own: str) -> bool:
    wanted, theirs, mine = pairs(then), pairs(other), pairs(own)
    rather = len(wanted & (theirs - mine)) - len(wanted & (mine - theirs))
    return rather >= _MORE or (rather > 0 and wanted <= theirs)


def _cases(text: str) -> Iterator[_Case]:
    for begin, end in sentences(text):
        before, case, then = "", "", ""
        for first, last in ((begin + a, begin + b) for a, b in segments(text[begin:end])):
            part = f"，{text[first:last]}"
            if part[-1] in "的时" and text[last : last + 1] == "，":
                if then:
                    yield _Case(case, then, before + case + then)
                    case, then = "", ""
                case += part
            elif not case:
                before += part
            elif not then and part[1] in "或且":  # 「甲的，或取得乙、不再丙的，…」
                case += part
            else:
                then += part
        if then:
            yield _Case(case, then, before + case + then)


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

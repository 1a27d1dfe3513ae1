"""A sentence against the clauses that it cites: every claim of it must be theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answer.grounding.addressed import addressed
from assistant.answer.grounding.agents import agencies, roles
from assistant.answer.grounding.conditions import affirmed, waived
from assistant.answer.grounding.content import ABSENT, absent, content, overlap
from assistant.answer.grounding.contrast import contrast
from assistant.answer.grounding.counted import counted
from assistant.answer.grounding.crossed import crossed
from assistant.answer.grounding.denied import denied
from assistant.answer.grounding.directed import directed
from assistant.answer.grounding.doers import doers
from assistant.answer.grounding.excepted import excepted
from assistant.answer.grounding.exchanged import exchanged
from assistant.answer.grounding.figures import figures
from assistant.answer.grounding.lists import lists
from assistant.answer.grounding.mentions import mentions, written_out_as_in
from assistant.answer.grounding.modality import modality
from assistant.answer.grounding.names import names
from assistant.answer.grounding.often import often
from assistant.answer.grounding.since import since
from assistant.answer.grounding.source import Source, together
from assistant.answer.grounding.steps import steps
from assistant.answer.grounding.text import flat, pairs
from assistant.answer.grounding.values import values

Check = Callable[[str, Source], list[str]]
CHECKS: tuple[Check, ...] = (
    figures,
    agencies,
    roles,
    doers,
    denied,
    directed,
    addressed,
    exchanged,
    modality,
    excepted,
    contrast,
    crossed,
    since,
    often,
    lists,
    counted,
    steps,
)
"""Each takes the flat sentence and what it stands on, and gives what is wrong, in words."""
_WITH_TITLES: tuple[Check, ...] = (names, content)
"""What stands in 《》 is theirs alone: 《禁止传销条例》 forbids nothing."""
LONGEST = 500
"""Characters of a sentence that is looked at; a longer one is none, and is not shown."""
_BEGINS = re.compile(
    r"(?:^|[。；：\n]|第[〇零一二三四五六七八九十百千\d]+[条款项]|（[^（）]{1,3}）|(?<![\d.])\d{1,2}[.、]|[一二三四五六七八九十]、)$"
)
_ENDS = re.compile(r"[。；！？\n]|$")
_TITLE = re.compile(r"《[^《》]*》")
_DENIAL = re.compile(r"[^，。；]*(?:没有|并未|未|不是|并非)[^，。；]*")


def faults(sentence: str, sources: Sequence[Source], question: str = "") -> list[str]:
    """Empty where every claim is held. What a sentence denies in the words of the question, or says to be missing, is no
    claim of the clause's."""
    return list(_wrong(sentence, sources, question))


def supported(sentence: str, sources: Sequence[Source], question: str = "") -> bool:
    return next(_wrong(sentence, sources, question), None) is None


def _wrong(sentence: str, sources: Sequence[Source], question: str) -> Iterator[str]:
    if not sources:
        yield "没有依据"
    elif len(sentence) > LONGEST:
        yield f"一句超过 {LONGEST} 字"
    else:
        basis = together(tuple(sources))
        said = flat(sentence)
        if _verbatim(said, basis.text):
            return
        missing = absent(said, basis)
        yield from missing
        claims = "" if missing else written_out_as_in(basis.text, _claims(said, flat(question)))
        if claims.strip("，。；"):
            for check in _WITH_TITLES:
                yield from check(claims, basis)
            untitled, bare = _untitled(claims), replace(basis, text=_untitled(basis.text))
            turned = replace(bare, text=affirmed(untitled, bare.text))
            for check in CHECKS:
                yield from _both(check, untitled, bare, turned)
            yield from waived(untitled, bare.text)


def _both(check: Check, said: str, basis: Source, turned: Source) -> list[str]:
    """What is wrong whichever way the clause puts its conditions."""
    found = check(said, basis)
    if not found or turned.text == basis.text:
        return found
    also = check(said, turned)
    return [one for one in found if one in also]


@lru_cache(maxsize=500)
def _untitled(said: str) -> str:
    while said != (said := _TITLE.sub("〈〉", said)):
        pass
    return said


def _verbatim(said: str, text: str) -> bool:
    """A whole sentence of the clause, or what stands between its semicolons, is the clause's."""
    bare = said.rstrip("。；！？")
    at = text.find(bare) if len(bare) > 1 else -1
    return at >= 0 and bool(_BEGINS.search(text[:at]) and _ENDS.match(text, at + len(bare)))


def bound(
    sentence: str, cited: Sequence[int], sources: Sequence[Source], question: str = ""
) -> tuple[int, ...]:
    """Indices of the sources that bear the sentence: those cited that have a part in it, or the one of the others that shares
    most with it, or none."""
    said = flat(sentence)
    if cited and supported(sentence, [sources[i] for i in cited], question):
        return _needed(sentence, tuple(cited), sources, question)
    others = sorted(range(len(sources)), key=lambda i: -overlap(said, sources[i]))
    return next(((i,) for i in others if supported(sentence, [sources[i]], question)), ())


def _needed(
    sentence: str, cited: tuple[int, ...], sources: Sequence[Source], question: str
) -> tuple[int, ...]:
    """Without those that neither bear it alone nor add a word to what the others bear."""
    said = pairs(flat(sentence))
    for one in reversed(cited):
        rest = [i for i in cited if i != one]
        new = said & pairs(sources[one].text) - pairs("\n".join(sources[i].text for i in rest))
        alone = new or not rest or supported(sentence, [sources[one]], question)
        if not alone and supported(sentence, [sources[i] for i in rest], question):
            cited = tuple(rest)
    return cited


def _claims(said: str, asked: str) -> str:
    """Without what is said to be missing, and without what is denied of the question's own words."""

    def held(match: re.Match[str]) -> str:
        words = match.group()
        asked_of = [n for n in re.findall(r"\d+", words) if n in asked]
        if ABSENT.search(words):
            return "" if _only_asked(words, asked) else words
        return "" if asked_of and re.search(r"没有|不是|并非", words) else words

    return re.sub(r"，{2,}", "，", _DENIAL.sub(held, said))


def _only_asked(words: str, asked: str) -> bool:
    """Figures and agencies that are said to be missing stand in the question; others are a claim: 「没有规定上限即500万元」."""
    figures = [words[v.start : v.end] for v in values(words)]
    return all(one in asked for one in (*figures, *(m.name for m in mentions(words))))

"""Who entrusts whom, and who tells whom: 「甲委托乙」 is no 「乙委托甲」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.grounding.deeds import party_pattern
from assistant.answer.grounding.mentions import same
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import segments

_WORDS = "委托|授权|通知|告知|督促|指导|监督|协助|配合|会同|商请?"
_CHARGED = re.compile(
    rf"(?P<one>{party_pattern()})(?:根据|按照|依据|受|接受)(?P<other>{party_pattern()})的?(?P<verb>委托|授权)"
)
"""「甲受乙委托」: it is 乙 that entrusts."""
_TOWARDS = "向|报|交|给|转交|移送|移交"
_PAIR = re.compile(
    rf"(?P<one>{party_pattern()})[^，。；]{{0,8}}?(?P<verb>{_WORDS}|{_TOWARDS})(?!(?<=交)[通易流纳])(?:[^，。；、]{{0,10}}?的)?(?P<other>{party_pattern()})"
)


def directed(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words: both stand in the clause the other way round, and nowhere so."""
    known = list(_relations(source.text))
    return [
        f"不是“{one}{verb}{other}”"
        for one, verb, other in _relations(sentence)
        if any(_is(one, b, verb, v) and _is(other, a, verb, v) for a, v, b in known)
        and not any(_is(one, a, verb, v) and _is(other, b, verb, v) for a, v, b in known)
    ]


def _relations(text: str) -> Iterator[tuple[str, str, str]]:
    for begin, end in segments(text):
        for match in _PAIR.finditer(text[begin:end]):
            yield match["one"], match["verb"], match["other"]
        for match in _CHARGED.finditer(text[begin:end]):
            yield match["other"], match["verb"], match["one"]


def _is(name: str, other: str, verb: str, theirs: str) -> bool:
    """``theirs``: the verb there; all ways of turning to somebody are one."""
    towards = _TOWARDS.split("|")
    alike = verb == theirs or (verb in towards and theirs in towards)
    return alike and (name == other or name.endswith(other) or other.endswith(name) or same(name, other))

"""Who entrusts whom, and who tells whom: 「甲委托乙」 is no 「乙委托甲」."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answer.grounding.deeds import PARTY_ENDS, party_pattern
from assistant.answer.grounding.mentions import same
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import segments

_WORDS = "委托|授权|通知|告知|督促|指导|监督|协助|配合|会同|商请?"
_CHARGED = re.compile(
    rf"(?P<one>{party_pattern()})(?:可以?|应当?|依法)?(?:根据|按照|依据|受|接受)(?P<other>{party_pattern()})的?(?P<verb>委托|授权)"
)
"""「甲受乙委托」: it is 乙 that entrusts."""
_TOWARDS = "向|报|交|给|转交|移送|移交"
_ANY = re.compile(f"{_WORDS}|{_TOWARDS}")
_PAIR = re.compile(
    rf"(?P<one>{party_pattern()})[^，。；]{{0,8}}?(?P<verb>{_WORDS}|{_TOWARDS})(?!(?<=交)[通易流纳])(?:[^，。；、]{{0,10}}?的)?(?P<other>{party_pattern()})"
)


def directed(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words: both stand in the clause the other way round, and nowhere so."""
    said = _relations(sentence)
    known = _relations(source.text) if said else ()
    return [
        f"不是“{one}{verb}{other}”"
        for one, verb, other in said
        if any(_is(one, b, verb, v) and _is(other, a, verb, v) for a, v, b in known)
        and not any(_is(one, a, verb, v) and _is(other, b, verb, v) for a, v, b in known)
    ]


@lru_cache(maxsize=500)
def _relations(text: str) -> tuple[tuple[str, str, str], ...]:
    parts = (text[begin:end] for begin, end in segments(text))
    return tuple(one for part in parts if _ANY.search(part) and _two_parties(part) for one in _of_part(part))


def _two_parties(part: str) -> bool:
    """Cheap to tell, and without them there is no relation."""
    return len(PARTY_ENDS.findall(part)) > 1


def _of_part(part: str) -> Iterator[tuple[str, str, str]]:
    for match in _PAIR.finditer(part):
        yield match["one"], match["verb"], match["other"]
    for match in _CHARGED.finditer(part):
        yield match["other"], match["verb"], match["one"]


def _is(name: str, other: str, verb: str, theirs: str) -> bool:
    """``theirs``: the verb there; all ways of turning to somebody are one."""
    towards = _TOWARDS.split("|")
    alike = verb == theirs or (verb in towards and theirs in towards)
    return alike and (name == other or name.endswith(other) or other.endswith(name) or same(name, other))

"""Two parties at each other's place: 「由甲制定，报乙备案」 is no 「由乙制定，报甲备案」, though both stand in the clause."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations

from assistant.answer.grounding.deeds import deeds, party_pattern
from assistant.answer.grounding.doers import generic
from assistant.answer.grounding.mentions import same
from assistant.answer.grounding.source import Source

_MARKS = {
    "向": "told", "报": "told", "报送": "told", "报请": "told", "抄送": "told", "交": "told", "移交": "told", "转交": "told",
    "给": "told", "通知": "told", "告知": "told", "委托": "charged", "授权": "charged", "指定": "charged", "征求": "asked",
    "征得": "asked", "经": "passed",
}  # fmt: skip
"""What stands before a party that does not act itself, and its place."""
_MARKED = re.compile(
    rf"(?P<mark>{'|'.join(sorted(_MARKS, key=len, reverse=True))})(?!(?<=交)[通易流纳]|(?<=经)(?:[济营办信开贸费理销纪]|征))"
    rf"(?P<which>[^，。；、]{{0,12}}的)?(?P<who>{party_pattern()})"
)
_OR = re.compile("或者?|、")
_FRAME = re.compile(r"^(?:相关|有关|该|本|其|上述|具有[^，。；]*的)+")


def exchanged(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    said = _places(sentence)
    known = _places(source.text) if len(said) > 1 else frozenset()
    return [
        f"“{one}”与“{other}”互换"
        for (one, place), (other, further) in permutations(sorted(said), 2)
        if place in ("does", "passed")
        and place != further
        and _of(other, known) >= {place}
        and _of(one, known) >= {further}
        and place not in _of(one, known)
        and further not in _of(other, known)
    ]


@lru_cache(maxsize=2_000)
def _places(text: str) -> frozenset[tuple[str, str]]:
    """(party, place) of all that the text has do something or turns to."""
    acting = {
        (_FRAME.sub("", who), "does")
        for d in deeds(text)
        if not d.helps
        for who in (d.who, *_OR.split(d.who))
    }
    turned_to = {(_name(m), _MARKS[m["mark"]]) for m in _MARKED.finditer(text)}
    return frozenset((name, place) for name, place in acting | turned_to if not generic(name))


def _name(match: re.Match[str]) -> str:
    """「组织采购疫苗的部门」, of which 部门 alone is no name."""
    who: str = match["who"]
    return _FRAME.sub("", f"{match['which'] or ''}{who}" if generic(who) else who)


def _of(name: str, known: frozenset[tuple[str, str]]) -> set[str]:
    return {place for other, place in known if name == other or name.endswith(other) or same(name, other)}

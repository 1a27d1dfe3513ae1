"""To whom something is done: 「对导游处以罚款」 is no 「对旅行社处以罚款」, 「报上级批准」 no 「报上级备案」.

What is done stands behind the one to whom; where the clause has the same done to others only, the sentence is wrong."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.grounding.deeds import party_pattern
from assistant.answer.grounding.mentions import same
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs

_TO = re.compile(
    rf"(?P<mark>向|(?<!申)报(?![告名考]))(?P<who>{party_pattern()})(?P<done>[^，。；：、]{{2,6}})"
)
_PUNISHES = re.compile(
    r"对(?P<who>[^，。；：、对]{2,16}?)(?:可以?|应当?|并|依法|按规定|分别)*(?:处以?|并处|罚款|给予)(?=\d|[^，。；]{0,10}(?:罚款|处分|警告|罚金))"
)
_PUNISHMENT = re.compile(r"(?:处以?|并处|罚款)(?=\d)|给予(?=[^，。；]{0,10}(?:处分|警告))")
_FRAME = re.compile(r"^(?:所在地的?|当地的?|相关|有关|该|本(?!级)|其|上述)+")
SHARED = 0.6
"""Of the words for one to whom it is done, in those for another one that is the same."""
_SAID_BEFORE = ("其", "本人", "对方", "双方")
_SAID_AGAIN = re.compile(r"该(?:单位|企业|公司|机构|组织|个?人员?|者|当事人)")


def addressed(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    text = source.text
    punished = _punished(sentence)
    theirs = _punished(text) if punished and len(_PUNISHMENT.findall(text)) == len(_punished(text)) else ()
    faults = [f"受罚的不是“{who}”" for who in punished if theirs and not any(_are(who, w) for w in theirs)]
    return faults + [
        f"不是{mark}“{who}”{done}"
        for mark, who, done in _addressees(sentence)
        if (others := _to_whom(mark, done, text)) and not any(_are(who, other) for other in others)
    ]


def _to_whom(mark: str, done: str, text: str) -> list[str]:
    """To whom the clause has it done; empty where it also has it done without saying to whom."""
    found = re.findall(rf"(?<!申){mark}([^，。；：、]{{2,18}}?){re.escape(done)}", text)
    return [_FRAME.sub("", who) for who in found] if len(found) == text.count(done) else []


@lru_cache(maxsize=1_000)
def _punished(text: str) -> tuple[str, ...]:
    return tuple(
        _FRAME.sub("", m["who"])
        for m in _PUNISHES.finditer(text)
        if not (m["who"].startswith(_SAID_BEFORE) or _SAID_AGAIN.fullmatch(m["who"]))
    )


@lru_cache(maxsize=1_000)
def _addressees(text: str) -> tuple[tuple[str, str, str], ...]:
    """(mark, to whom, two characters of what is done) in reading order."""
    return tuple(
        (m["mark"], _FRAME.sub("", m["who"]), m["done"][:2])
        for m in _TO.finditer(text)
        if not m["who"].startswith(_SAID_BEFORE)
    )


def _are(who: str, other: str) -> bool:
    alike = len(pairs(who) & pairs(other)) >= SHARED * len(pairs(who))
    return alike or who in other or other in who or same(who, other)

"""Does a value stand with the words that it qualifies? 「居民每人每天120元」 is wrong where 120元 is the employees' and the
residents' is 60元, though every figure of it occurs.

For a value and a rival of its kind, only what tells their two places apart counts: words near one and not near the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from assistant.answer.grounding.text import pairs, sentence_around, span_around

_LIST = re.compile(r"、|和|及|与|以及")
_ROLE = re.compile(r"牵头|责任|配合|负责|单位|部门|之一")
_MOST = 60


class Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def misplaced(
    sentence: str,
    claim: Placed,
    beside: Sequence[Placed],
    text: str,
    own: Sequence[Placed],
    rivals: Sequence[Placed],
    margin: int = 2,
) -> bool:
    """``own`` are the places of the claimed value in ``text``, ``rivals`` those of others of its kind, ``beside`` the other
    values of the sentence. True where the words around the claim are a rival's by ``margin`` pairs more than they are those
    of every place of its own. Those in its part of the sentence decide; where they do not tell, the whole sentence does."""
    every = sorted([*own, *rivals], key=lambda p: p.start)
    said = [pairs("，".join(_context(sentence, claim, beside, wide))) for wide in (False, True)]
    return any(all(_another(said, text, p, rival, every, margin) for p in own) for rival in rivals)


def _another(
    claimed: Sequence[frozenset[str]],
    text: str,
    own: Placed,
    rival: Placed,
    every: Sequence[Placed],
    margin: int,
) -> bool:
    for wide, said in enumerate(claimed):
        mine, theirs = _context(text, own, every, bool(wide)), _context(text, rival, every, bool(wide))
        length = max(6, min(len(mine[0]), len(theirs[0])) + 2)
        behind = max(12, min(len(mine[1]), len(theirs[1])) + 2)
        ours = pairs(mine[0][-length:]) | pairs(mine[1][:behind])
        other = pairs(theirs[0][-length:]) | pairs(theirs[1][:behind])
        for_rival, for_own = len(said & (other - ours)), len(said & (ours - other))
        if for_rival or for_own:
            return for_rival >= for_own + margin
    return False


def _context(text: str, place: Placed, every: Sequence[Placed], wide: bool) -> tuple[str, str]:
    """(before, after) a value, up to the next value of its kind: in its part of the sentence, of an enumeration, or wider."""
    item = member(text, place)
    if item:
        return item, ""
    begin, end = sentence_around(text, place.start) if wide else span_around(text, place.start)
    if not wide and place.start - begin < 3 and begin > 1 and text[begin - 1] in "，：":
        further, _ = span_around(text, begin - 2)
        begin = begin if any(further <= p.start < begin for p in every) else further
    before = max([begin, place.start - _MOST, *(p.end for p in every if p.end <= place.start)])
    after = min([end, place.end + _MOST, *(p.start for p in every if p.start >= place.end)])
    front, back = text[before : place.start], text[place.end : after]
    if not wide and re.search(r"\d", text[begin : place.start]) and "、" in front:
        front = front[front.rfind("、") + 1 :]
    if not wide and re.search(r"、[^，。；]*\d", text[place.end : end]):
        back = back.split("、")[0]
    return _ROLE.sub("。", front), _ROLE.sub("。", back)


def member(text: str, place: Placed) -> str:
    """「国家级、省级产品分别奖励50万元、25万元」: the second sum is that of the second name. Empty where there is no 分别."""
    begin, _ = sentence_around(text, place.start)
    at = text.rfind("分别", begin, place.start)
    if at < 0 or re.search(r"[，]", text[at : place.start]):
        return ""
    _, end = span_around(text, place.start)
    parts = _LIST.split(text[at:end])
    number = len(_LIST.findall(text[at : place.start]))
    for match in reversed(list(re.finditer(r"[^，。；：]+", text[begin:at]))):
        members = _LIST.split(match.group())
        if len(members) == len(parts) > number:
            lengths = [len(m) for m in members[:-1]]
            return (
                members[number][: max(lengths) + 1] if number == len(members) - 1 else members[number][-14:]
            )
    return ""

"""Does a value stand with the words that it qualifies? 「居民每人每天120元」 is wrong where 120元 is the employees' and the
residents' is 60元, though every figure of it occurs.

For a value and a rival of its kind, only what tells their two places apart counts: words near one and not near the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from assistant.answer.grounding.text import pairs, sentence_around, span_around
from assistant.answer.grounding.values import Bound, values

_LIST = re.compile(r"、|和|及|与|以及")
_JOINS = re.compile(r"[、或和与并]|及(?!其?以)")
_LEAD = re.compile(r".*[的为对]")
_FIGURE_ON = re.compile(r"(?<=..)\d.*")
_FIGURE_END = re.compile(r"^.*\d[\d.]*(?:[百千万亿]*[^\d、，。；]|%)?")
_ASIDE = re.compile(r"（[^（）\d]*）")
_ROLE = re.compile(r"牵头|责任|配合|负责|单位|部门|之一")
_COMMA = re.compile(r"(?:以[上下内]|左右)?(?=[，：])")
_SAID_BEFORE = re.compile(
    r"不?[低少高多超][于过]|达到?|到|为|是|不|力争|其中|再|则|还|约|按|可|[^，]{0,4}年底?前?|[\d.]+"
)
"""What may stand before a figure without saying of what it is."""
_CASE = re.compile(r"^(?:如|若|属于)[^\d]*$")
_SINCE = re.compile(r"(?P<event>[^，。；]{2,12}?)(?:之日起?|日起|[起后])(?:的?第)?$")
_FULL_STOPS = "。？！\n"
_MOST = 60
_PARALLEL = 6
_OWN = 5
"""Characters that the last of an enumeration has for itself."""
_BOUND_TOGETHER = 3
"""So many pairs of words a figure counts that stands with the value: 「500亩以上…200元」."""


_Figure = tuple[tuple[float | str | None, ...], str, Bound]


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
    said = [_surroundings(sentence, claim, beside, wide) for wide in (False, True)]
    mine, theirs = ([_Place(text, p, _around(text, p, every)) for p in places] for places in (own, rivals))
    return any(
        all(_another(said, p, rival, margin) and not _one_span(text, p.place, rival.place) for p in mine)
        for rival in theirs
    )


def _around(text: str, place: Placed, every: Sequence[Placed]) -> Sequence[Placed]:
    """Those of its sentence; no other one bounds what is said of it."""
    begin, end = span_around(text, place.start, _FULL_STOPS)
    first, last = (bisect_left(every, at, key=lambda p: p.start) for at in (begin, end))
    return every[first:last]


@dataclass
class _Place:
    """A place of the clause, each thing read of it once; ``every``: those that are compared."""

    text: str
    place: Placed
    every: Sequence[Placed]

    @cached_property
    def near(self) -> tuple[_Near, _Near]:
        """In its part of the sentence, and in the whole of it."""
        narrow, wide = (_surroundings(self.text, self.place, self.every, wide) for wide in (False, True))
        return narrow, wide

    @cached_property
    def share(self) -> _Share | None:
        return _share(self.text, self.place)

    @cached_property
    def carried(self) -> frozenset[str]:
        return pairs(_carried(self.text, self.place))

    @cached_property
    def topic(self) -> frozenset[str]:
        return _topic(self.text, self.place, self.every)


def _one_span(text: str, one: Placed, other: Placed) -> bool:
    """「1月1日至12月31日」, 「5年以下和5年以上」: both stand with the same words."""
    first, last = sorted((one, other), key=lambda p: p.start)
    return bool(
        re.fullmatch(
            r"起?[至到—](?:[次翌当]日|第二天|[次翌]年)?|以[上下内外](?:（[^（）]*）)?[、和及或与]",
            text[first.end : last.start],
        )
    )


def _another(claimed: Sequence[_Near], own: _Place, rival: _Place, margin: int) -> bool:
    one, two = own.share, rival.share
    for wide, said in enumerate(claimed):
        mine, theirs = own.near[wide], rival.near[wide]
        from_mine, from_theirs = (_counts_from(said.front, place.front) for place in (mine, theirs))
        if wide == 0 and from_mine != from_theirs:
            return from_theirs
        length = max(6, min(len(mine.front), len(theirs.front)) + 2)
        if two and not one:  # the words of a member are few, and all its own
            length = _MOST
        behind = max(12, min(len(mine.back), len(theirs.back)) + 2)
        ours = mine.words(length, behind) | own.carried
        other = theirs.words(length, behind) | rival.carried
        if one and not two:
            ours |= one.common
        if two and not one:
            other |= two.common
        if wide and not one:
            ours, other = ours | own.topic, other | rival.topic
        words = said.words()
        for_rival, for_own = len(words & (other - ours)), len(words & (ours - other))
        for_rival += _BOUND_TOGETHER * len(said.figures & theirs.beside(mine))
        for_own += _BOUND_TOGETHER * len(said.figures & mine.beside(theirs))
        if for_rival or for_own:
            side_by_side = one is not None and two is not None and one.common == two.common
            return for_rival >= for_own + (1 if side_by_side or _alike(ours, other) else margin)
    return False


def _counts_from(front: str, other: str) -> bool:
    """Both periods run from the same: 「终止之日起」."""
    said, theirs = _SINCE.search(front), _SINCE.search(other)
    if not said or not theirs:
        return False
    event = pairs(said["event"])
    return len(event) >= 2 and 2 * len(event & pairs(theirs["event"])) >= len(event)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Two places worded alike, as 「两孩家庭按…」 and 「三孩家庭按…」: the least difference tells them apart."""
    apart = (len(one - other), len(other - one))
    return len(one & other) >= _PARALLEL and apart[0] == apart[1] <= _PARALLEL // 2


@dataclass(frozen=True)
class _Near:
    """What stands before and behind a value; ``figures``: those of other kinds in the same breath, with
    their comparators."""

    front: str
    back: str
    figures: frozenset[_Figure]

    def words(self, length: int = _MOST, behind: int = _MOST) -> frozenset[str]:
        return pairs(self.front[-length:]) | pairs(self.back[:behind])

    def beside(self, other: _Near) -> frozenset[_Figure]:
        """Figures of a unit of which the other place has another one: 「500亩以上」 and 「100亩」."""
        units = {unit for _, unit, _ in other.figures}
        return frozenset(f for f in self.figures - other.figures if f[1] in units)


def _surroundings(text: str, place: Placed, every: Sequence[Placed], wide: bool) -> _Near:
    front, back = _context(text, place, every, wide)
    begin, end = sentence_around(text, place.start)
    if "分别" in text[begin:end]:
        return _Near(front, back, frozenset())
    first = max([begin, *(p.end for p in every if p.end <= place.start)])
    last = min([end, *(p.start for p in every if p.start >= place.end)])
    figures = frozenset(
        (v.key, v.unit, v.bound)
        for v in values(text)
        if v.kind == "figure"
        and first <= v.start
        and v.end <= last
        and not (place.start < v.end and v.start < place.end)
    )
    return _Near(front, back, figures)


def _carried(text: str, place: Placed) -> str:
    """The part before, where it is the value's case, or the value's own has no word: 「到2025年不低于4.66人」."""
    begin, end = span_around(text, place.start)
    beside = f"{text[begin : place.start]}，{text[place.end : end]}"
    if begin < 2 or text[begin - 1] != "，":
        return ""
    start, _ = span_around(text, begin - 2)
    before = text[start : begin - 1]
    return before if _CASE.search(before) or not pairs(_SAID_BEFORE.sub("", beside)) else ""


def _topic(text: str, place: Placed, every: Sequence[Placed]) -> frozenset[str]:
    """「单方缴存者，甲区…；乙区…」: the first words hold for what stands behind the semicolon too."""
    start, _ = span_around(text, place.start, _FULL_STOPS)
    _, end = span_around(text, start)
    topic, own = pairs(text[start:end]), sentence_around(text, place.start)[0]
    instead = pairs(text[own : span_around(text, own)[1]])
    if text[end - 1 : end] == "的" or (own > start and 2 * len(topic & instead) >= len(topic)):
        return frozenset()  # 「已结清的，…；未结清的，…」: each has its own
    return frozenset() if any(start <= p.start < end for p in every) else topic


def _context(text: str, place: Placed, every: Sequence[Placed], wide: bool) -> tuple[str, str]:
    """(before, after) a value, up to the next value of its kind: in its part of the sentence, of an enumeration, or wider."""
    item = member(text, place)
    if item:
        return item, ""
    begin, end = sentence_around(text, place.start) if wide else span_around(text, place.start)
    if not wide and place.start - begin < 3 and begin > 1 and text[begin - 1] in "，：":
        further, _ = span_around(text, begin - 2)
        begin = begin if any(further <= p.start < begin for p in every) else further
    if not wide and place.start - begin < 3 and end - place.end < 2 and text[end : end + 1] == "，":
        _, end = span_around(text, end + 1)  # 「到2020年底，实现…」: it stands in front of what it is of
    raised = [p for p in every if _raised(p, place)]
    borders = [p.end for p in every if p.end <= place.start and p not in raised]
    before = max([begin, place.start - _MOST, *borders])
    after = min([end, place.end + _MOST, *(p.start for p in every if p.start >= place.end)])
    if wide and before > begin and place.start - span_around(text, place.start)[0] < 3:
        before, _ = span_around(text, place.start)  # what stands before the comma is the value's before it
    if wide and after < end and (comma := _COMMA.match(text, place.end)):
        after = comma.end()  # what stands behind the comma is the next one's
    if any(p.start == after for p in every) and _JOINS.match(text, place.end):
        after = place.end  # 「超过8亿元或市外产值超过3亿元」: so is what a conjunction begins
    front, back = text[before : raised[-1].start if raised else place.start], text[place.end : after]
    if not wide and not raised and re.search(r"\d", text[begin : place.start]) and "、" in front:
        front = front[front.rfind("、") + 1 :]
    if not wide and re.search(r"、[^，。；]*\d", text[place.end : end]):
        back = back.split("、")[0]
    return _ROLE.sub("。", front), _ROLE.sub("。", back)


def _raised(one: Placed, place: Placed) -> bool:
    """「由50万元提高至60万元」: both are of what stands before the first."""
    return (getattr(one, "turn", ""), getattr(place, "turn", "")) == (
        "from",
        "to",
    ) and (0 <= place.start - one.end < 6)


@dataclass(frozen=True)
class _Share:
    """``words``: of whom the value is; ``common``: pairs of what is said of all of them."""

    words: str
    common: frozenset[str]


def member(text: str, place: Placed) -> str:
    """「国家级、省级产品分别奖励50万元、25万元」: the second sum is that of the second name. Empty where there is no 分别."""
    found = _share(text, place)
    return found.words if found else ""


def _share(text: str, place: Placed) -> _Share | None:
    begin, _ = sentence_around(text, place.start)
    if "分别" not in text[begin : place.start]:
        return None
    text = _ASIDE.sub(lambda m: "※" * len(m.group()), text)  # 「本科生（中级职称、技师）、大专生」 are two
    at = text.rfind("分别", begin, place.start)
    if at < 0 or re.search(r"[，]", text[at : place.start]):
        return None
    _, end = span_around(text, place.start)
    parts = _LIST.split(text[at:end])
    number = len(_LIST.findall(text[at : place.start]))
    for match in reversed(list(re.finditer(r"[^，。；：]+", text[begin:at]))):
        members = _LIST.split(match.group().replace("※", ""))
        if len(members) == len(parts) > max(number, 1):
            own = members[number][-14:]
            if number == len(members) - 1:  # 「国家、省级企业技术中心」: the noun behind it is of both
                longest = max([len(m) + 1 for m in members[1:-1]] or [_OWN])
                own = _FIGURE_ON.sub("", members[number][:longest])
            lead, behind = _LEAD.match(members[0]), _FIGURE_END.sub("", parts[-1])
            return _Share(own, pairs(lead.group() if lead else "") | pairs(behind))
    return None

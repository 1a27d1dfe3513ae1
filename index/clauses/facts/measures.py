"""Support measures: who gets what, on which condition, read from sentences that grant something.

A statement is a sentence or the part of one that grants once; it is read as what stands before the grant (who, on what
condition) and the grant itself (kind, amount).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.clauses.document import Span
from index.clauses.facts.amounts import MONEY, RATE, read_amount
from index.clauses.facts.clause_text import ClauseText
from index.clauses.facts.conditions import Who, names_somebody, read_who
from index.clauses.facts.statements import ENCOURAGE, GIVES, NOT_SUPPORT, grant_in, statements
from index.clauses.facts.tiers import read_tiers

if TYPE_CHECKING:
    from index.clauses.document import Fact

KINDS = (
    ("贴息", r"贴息"),
    ("奖励", r"奖励|奖补|奖金|表彰|激励资金"),
    ("税收", r"减税|免税|加计扣除|退税|免征|减征|减按|减半征收|应纳税|税前扣除|税收优惠|即征即退"),
    ("补助", r"补贴|补助|资助|补偿|资金支持|资金扶持|消费券|返还"),
    ("税收", r"税收|减免"),
    ("融资", r"基金|贷款|融资|担保|投资|信贷"),
    ("用地", r"用地|土地|厂房|场地|租金|免租"),
    ("人才", r"人才|博士后|落户|子女入学|入学"),
    ("要素", r"要素|用能|用电|数据开放"),
    ("支持", r""),
)
_INTENSIFY = re.compile(r"加大对(?P<who>[^，。；]{2,60}?)的(?P<how>支持力度|扶持力度|投入力度)")
_USE = re.compile(
    r"(?P<how>(?:用好|落实|(?<![已未不过])享受)(?P<who>[^，。；]{2,40}?(?=等?优惠)|[^，。；]{0,30}?(?:税|费|补|奖|贴息|减|免|扣除)[^，。；]{0,20}?)等?(?:优惠政策|优惠|政策)(?!措施|法规|体系|的《|的(?:单位|人|企业)))"
)
_ENSURE = re.compile(
    r"(?P<how>(?:加强|强化|优先保障|保障)对?(?P<who>(?!资源)[^，。；]{2,10}?)的?(?:用地|用能|要素)(?:保障|需求))"
)


@dataclass(frozen=True)
class _Read:
    who: Who
    how: Span
    strength: str


def measures(reading: ClauseText) -> Iterator[Fact]:
    """Facts with ``beneficiary`` (with its conditions, as worded), ``who`` (without them) and ``conditions`` (spans),
    ``support`` (kind), ``amount`` (see ``amounts.Amount``) or None, ``tiers`` (condition and amount, spans in pairs) and
    ``strength``: ``grant`` for what is given, ``encourage`` for 支持/鼓励 somebody to do something."""
    if reading.clause.kind in {"front", "back"} or not _HINT.search(reading.text):
        return
    for start, end in reading.sentences():
        if not _HINT.search(reading.text, start, end):
            continue
        for begin, stop in statements(reading.flat, start, end):
            found = _read(reading.flat, begin, stop)
            if found:
                yield _fact(reading, begin, stop, found)


_HINT = re.compile(
    r"给予|予以|享受|奖励|奖补|补贴|补助|资助|贴息|减免|免征|减征|减半|减按|免收|返还|抵扣|兑现|优惠|支持|鼓励|发放|提供|保障"
)


def _fact(reading: ClauseText, begin: int, stop: int, found: _Read) -> Fact:
    flat, text, who = reading.flat, reading.text, found.who
    amount = read_amount(flat, text, *found.how) if found.strength == "grant" else None
    data: dict[str, Any] = {
        "beneficiary": text[slice(*who.whole)], "support": _kind(flat, found.how, amount is not None), "strength": found.strength,
        "amount": amount.to_data() if amount else None, "who": (text[slice(*who.head)].strip() or None) if who.head else None,
        "conditions": tuple(reading.span(*c) for c in who.conditions),
    }  # fmt: skip
    if amount and who.whole[1] > who.whole[0]:
        tiers = read_tiers(flat, who.whole, (min(who.whole[1], found.how[0]), found.how[1]))
        data["tiers"] = tuple((reading.span(*c), reading.span(*a)) for c, a in tiers)
    return reading.fact("measure", begin, stop, **data)


def _read(flat: str, start: int, end: int) -> _Read | None:
    """The first of: a grant, one of the plan's set phrases, an encouragement."""
    if NOT_SUPPORT.search(flat, start, end):
        return None
    found = grant_in(flat, start, end)
    if found:
        who, how, recipient = found
        read = read_who(flat, *who) if who[1] > who[0] else None
        read = _with_recipient(flat, read, recipient, encouraged=bool(_ENCOURAGED.match(flat, *who)))
        if read or MONEY.search(flat, *how) or RATE.search(flat, *how):
            return _Read(read or Who((how[0], how[0]), None, ()), how, "grant")
    for pattern in (_INTENSIFY, _USE, _ENSURE):
        if match := pattern.search(flat, start, end):
            return _Read(Who(match.span("who"), None, ()), match.span("how"), "grant")
    if match := ENCOURAGE.match(flat, start, end):
        read = read_who(flat, *match.span("who")) or Who(match.span("who"), None, ())
        return _Read(read, match.span("how"), "encourage")
    return None


_ENCOURAGED = re.compile(r"(?:积极)?(?:支持|鼓励)")


def _with_recipient(flat: str, read: Who | None, recipient: Span | None, encouraged: bool) -> Who | None:
    """「组织专列，给予地接社5万元」: who is given to is the beneficiary where the words before name none."""
    if recipient is None or (
        read and read.head and names_somebody(flat[slice(*read.head)]) and not encouraged
    ):
        return read
    if read is None or encouraged:
        return Who(recipient, recipient, ())
    own = (*read.conditions, read.head) if read.head else read.conditions
    return Who(read.whole, recipient, tuple(sorted(own)))


def _kind(flat: str, how: Span, has_amount: bool) -> str:
    """By the words around the grant itself; by all the wording where they say nothing and no amount does."""
    gives = GIVES.search(flat, *how)
    if gives and has_amount:
        end = re.compile(r"[，。；]|$").search(flat, gives.start(), how[1])
        return kind_of(flat[gives.start() : end.start() if end else how[1]])
    return kind_of(flat[slice(*how)])


def kind_of(wording: str) -> str:
    """The first kind of KINDS whose words occur."""
    return next(name for name, pattern in KINDS if re.search(pattern, wording))

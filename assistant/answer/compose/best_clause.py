"""What the best clause says of a detail though it repeats little of the subject: it is never said to leave that open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.amounts import (
    of_another_grant,
    of_another_sum,
    of_another_than_known,
    of_this_place,
    of_what_is_asked,
)  # fmt: skip
from assistant.answer.compose.holders import Holder
from assistant.answer.compose.left_open import CLOSING, nearest, share_of
from assistant.answer.compose.money import of_the_kind
from assistant.answer.compose.place import Place, holds_clauses
from assistant.answer.compose.reads import LEAST_IN_SENTENCE
from assistant.answer.compose.tiers import in_tier
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.alike import opposed
from assistant.question.details import SAID_BY
from assistant.question.paying import PRICE_ASKED, WHAT_THEN
from assistant.question.said_as import MONEY, RATIO
from assistant.question.understand import flatten

SHORT = 800
"""Characters of a clause with numbered ones in it up to which it is one rule."""
SHOWN = 2
"""Sentences that answer together."""
FAR_AHEAD = 2.0
"""Distance in score to the next clause from which the best one is the one meant in seven of eight cases."""
ONLY_ONE = ("deadline", "quantity", "contact", "place", "size", "age", "places")
"""Details that the one sentence of a clause that says them answers, whatever else it says."""
MEASURED = (*ONLY_ONE, "amount")
"""Details of which a sentence that says one does not leave one open."""
WELL_COVERED = 0.5
"""Of the question in a sentence that answers by itself."""
LITTLE = 0.4
"""Of the question in a sentence below which a grant that seems to be another one is."""


def in_best(evidence: Evidence, detail: str, found: Sequence[Place]) -> list[Holder]:
    """Those that the best clause holds, but for figures that are none of what is asked."""
    held = _in_best(evidence, detail, found)
    if detail != "amount":
        return held
    document = found[0].document
    held = [h for h in held if not of_another_sum(evidence, document, h.sentence.start, h.sentence.end)]
    return [
        h
        for h in held
        if (
            share_of(evidence, h.sentence) >= LITTLE
            or not of_another_grant(evidence, document, h.sentence.start, h.sentence.end)
        )
        and not of_another_than_known(evidence, document, h.sentence.start, h.sentence.end)
    ]


def _in_best(evidence: Evidence, detail: str, found: Sequence[Place]) -> list[Holder]:
    """A sentence of the best clause that says the detail, though it repeats little of the subject: what holds it is never said to
    leave it open. The nearest sentence, where the question only asks what comes of something."""
    place = found[0]
    near = nearest(evidence, place)
    flat = evidence.question.flat
    if near and _of_another(evidence, near):
        near = None
    share = share_of(evidence, near) if near else 0.0
    if WHAT_THEN.search(flat) and (tier := _of_tier(evidence, place)):
        return [Holder(1.0, place, tier)]
    as_much = _says_as_much(evidence, near) and of_this_place(evidence, place) if near else False
    if near and share >= WELL_COVERED and (WHAT_THEN.search(flat) or as_much):
        return [Holder(share, place, near)]
    if near and (said := _as_exactly(evidence, detail, place)):
        return [Holder(share, place, one) for one in said]
    if detail == "penalty" and _far_ahead(found) and (said := _saying(evidence, detail, place)):
        return [Holder(1.0, place, one) for one in said[:SHOWN]]
    if near and evidence.question.says(detail, near.text):
        of_it = of_what_is_asked(evidence, place.document, near.start, near.end)
        meant = share >= WELL_COVERED or (_far_ahead(found) and detail in MEASURED)
        if of_it or (meant and of_the_kind(evidence, near.text) and of_this_place(evidence, place)):
            return [Holder(share, place, near)]
    one = (
        _only_one(evidence, detail, place)
        or _figure_of(evidence, detail, place)
        or (_only_sum(evidence, place) if detail == "amount" and _far_ahead(found) else None)
    )
    return [Holder(1.0, place, one)] if one else []


def _of_tier(evidence: Evidence, place: Place) -> Sentence | None:
    """The sentence of a clause whose tier the question's own figure falls into: 「晚了8个月，会怎么处理」."""
    found = list(sentences(place.document, place.clause, place.start, place.end))
    meant = in_tier(evidence.question.about, [one.text for one in found])
    return next((one for one, fits in zip(found, meant, strict=True) if fits), None)


def _as_exactly(evidence: Evidence, detail: str, place: Place) -> list[Sentence]:
    """The sentences of a clause that say the detail in what it is asked in, a share where a share is asked for: behind one that
    says the matter."""
    long = place.end - place.start > SHORT and holds_clauses(place)
    if evidence.question.said_by(detail) is SAID_BY[detail] or long:
        return []
    said = _saying(evidence, detail, place)
    if holds_clauses(place) or not of_what_is_asked(evidence, place.document, place.start, place.end):
        said = [one for one in said if of_what_is_asked(evidence, place.document, one.start, one.end)]
    said = [one for one in said if of_the_kind(evidence, one.text) and not _of_another_fee(evidence, one)]
    return said if len(said) <= SHOWN else []


_FEE = re.compile(r"([\u4e00-\u9fff]{2,6})[费价租](?![用率标])")


def _of_another_fee(evidence: Evidence, one: Sentence) -> bool:
    """「延时服务费每月150元」 where it is asked what the school bus costs."""
    named = _FEE.findall(flatten(one.text))
    pieces = evidence.question.priced
    asks = bool(PRICE_ASKED.search(evidence.question.flat)) and bool(pieces)
    return asks and bool(named) and not any(piece in flatten(one.text) for piece in pieces)


_SHARE_ASKED = re.compile(r"比例(?:是|为|有)?多少|百分之[几多]")
_AS_MUCH = {
    "amount": re.compile(rf"{MONEY}|{RATIO}"),
    "penalty": re.compile(r"不再|不予|公布|通报|公告|停止|暂停|限期|终止|赔偿|视为"),
}
"""A share where a sum is asked for, and what follows without being a penalty: a sentence that says such a thing leaves nothing
open."""
_SUM = re.compile(r"[万元块亿]|多少钱|额度?|金额|数额|最高")


def _says_as_much(evidence: Evidence, one: Sentence) -> bool:
    says = _AS_MUCH.get(evidence.question.detail or "")
    question = evidence.question
    if question.detail == "amount" and (_SUM.search(question.flat) or _SHARE_ASKED.search(question.flat)):
        return False
    return bool(says and says.search(one.text)) and of_the_kind(evidence, one.text)


def _only_sum(evidence: Evidence, place: Place) -> Sentence | None:
    """The one sentence of a clause that says an amount as it is asked for, and something of the question."""
    found = [one for one in _saying(evidence, "amount", place) if of_the_kind(evidence, one.text)]
    fits = (
        len(found) == 1
        and of_this_place(evidence, place)
        and share_of(evidence, found[0]) >= LEAST_IN_SENTENCE
    )
    return found[0] if fits else None


def _far_ahead(found: Sequence[Place]) -> bool:
    """Of every other clause that does not say the same, as a second copy of the document does."""
    first, *others = found
    text = first.document.quote(first.start, first.end)
    return not first.named and all(
        p.fused <= first.fused - FAR_AHEAD or p.document.quote(p.start, p.end) == text
        for p in others
        if (p.document.id, p.clause.path) != (first.document.id, first.clause.path)
    )


def _only_one(evidence: Evidence, detail: str, place: Place) -> Sentence | None:
    """「以上工作要在2019年2月底前完成」: the one sentence of the best clause that says such a detail, whatever it repeats of
    the subject."""
    if detail not in ONLY_ONE or place.document.children(place.clause):
        return None
    found = [
        one
        for one in _saying(evidence, detail, place)
        if not CLOSING.search(one.text) and of_what_is_asked(evidence, place.document, one.start, one.end)
    ]
    return found[0] if len(found) == 1 else None


def _figure_of(evidence: Evidence, detail: str, place: Place) -> Sentence | None:
    """The best clause's own figure for the thing asked about."""
    if not evidence.question.priced or place.document.children(place.clause):
        return None
    own = (
        one
        for one in _saying(evidence, detail, place)
        if of_what_is_asked(evidence, place.document, one.start, one.end)
    )
    return next(own, None)


def _saying(evidence: Evidence, detail: str, place: Place) -> list[Sentence]:
    """The sentences of a place that say such a detail as it is asked for."""
    found = sentences(place.document, place.clause, place.start, place.end)
    said = [one for one in found if evidence.question.says(detail, one.text)]
    return [one for one in said if not _of_another(evidence, one)]


def _of_another(evidence: Evidence, one: Sentence) -> bool:
    """Of what is opposed to the thing asked about, or of another act."""
    flat = evidence.question.flat
    act = evidence.question.act
    return opposed(flat, flatten(one.text)) or bool(act and not act.search(one.text))

"""The sentences that say a detail as a question asks for it, the nearest to the question first."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer.compose import cells
from assistant.answer.compose.amounts import of_what_is_asked, under_headings
from assistant.answer.compose.items import lead_in, with_items
from assistant.answer.compose.meant import nearest_in_meaning
from assistant.answer.compose.periods import of_its_period
from assistant.answer.compose.place import Place, core_terms, holds_clauses
from assistant.answer.compose.referred import points_elsewhere
from assistant.answer.compose.tiers import in_tier, lower_bound, of_another_tier
from assistant.answer.compose.wording import FRAGMENT
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.acts import act_asked
from assistant.question.alike import denies_alike, missed, opposed, parted
from assistant.question.details import ASKED_BY
from assistant.question.understand import Term, flatten
from assistant.question.within import limit_asked, unit_asked
from index.clauses import Document

LEAST_IN_SENTENCE = 0.2
LEAST_FOR_QUANTITY = 0.6
"""Share of the question that the sentence itself must hold, beside what its clause holds; a bare number fits anything."""
NEAR_BEST = 0.7
FOR_LIMIT = 0.2
"""What a sentence that names a limit is ahead of one that does not, where the question asks for one."""
FOR_UNIT = 0.1
"""For the unit that is asked in: 「能骑几年」."""
FOR_TIER = 0.3
FOR_AROUND = 0.3
"""What a sentence is ahead of another one that says all that stands next to the words of asking."""
DENIED = 0.2
HEADED = 0.2
"""What a sentence is ahead whose clause is headed by the detail that is asked for."""
OWN = 0.3
"""What a sentence is ahead that repeats a figure of the question: 「法定45天，压到几天」."""
PARTED = 0.2
"""What a sentence falls behind that names only other things of a kind: 「大型」 where 「小型」 is asked about."""
ADDS = 0.05
"""Share of the question that a case names beyond the case before it."""
DEFINED = 0.3
"""What a sentence falls behind that says what a word means."""
NAMED = 0.8
MEANING = 15.0
ALIKE = 0.01
"""Where the words do not tell: for how far a sentence's worth falls behind the nearest, but for what is too little to matter."""
OF_THE_BEST = -0.01
"""Nearness from which a sentence of the best clause is meant."""
LISTS = ("procedure", "condition")
"""Details that are asked for as a list."""


@dataclass(frozen=True)
class Holder:
    """A sentence that says what is asked for, with how much of the question it and its clause hold."""

    score: float
    place: Place
    sentence: Sentence


def holders(evidence: Evidence, detail: str, found: Sequence[Place]) -> list[Holder]:
    """Best first. Only clauses that hold nearly as much of the question as the best one take part."""
    asked = _asked(evidence, detail)
    reads = list(_reads(evidence, asked, found))
    near = nearest_in_meaning(evidence, [(read.place, read.one) for read in reads], found)
    by_place = {(n.place.clause.id, n.sentence.start): n for n in near}
    out = []
    for read in reads:
        mine = by_place.get((read.place.clause.id, read.one.start))
        first, leads = read.place is found[0], read.place is reads[0].place
        meant = mine is not None and mine.near >= (OF_THE_BEST if first else 0)
        if _holds(evidence, asked, read, meant or (read.falls and (leads or read.exact))):
            behind = (mine or near[-1]).worth - near[0].worth if near else 0.0
            score = _worth(evidence, asked, read) + MEANING * min(ALIKE + behind, 0.0)
            out.append(Holder(score, read.place, read.one))
    return sorted(_with_tier(evidence, out), key=lambda h: -h.score)


def _reads(evidence: Evidence, asked: _Asked, found: Sequence[Place]) -> Iterator[_Read]:
    best = max((p.score for p in found if not p.clause.children), default=found[0].score)
    for place in found:
        if place.score < NEAR_BEST * best and not place.first:
            continue
        if found[0].named and not _speaks_of_subject(evidence, place):
            continue
        of_place = [*sentences(place.document, place.clause, place.start, place.end)]
        for one, before in zip(of_place, [None, *of_place], strict=False):
            if read := _read(evidence, asked, place, one, before):
                yield read


@dataclass(frozen=True)
class _Asked:
    """What is the same for every sentence: ``least`` is the share of ``terms`` that one must hold."""

    detail: str
    terms: tuple[Term, ...]
    least: float
    limit: re.Pattern[str] | None
    act: re.Pattern[str] | None
    unit: re.Pattern[str] | None


def _asked(evidence: Evidence, detail: str) -> _Asked:
    flat = evidence.question.flat
    bare = detail == "quantity" and not evidence.question.counts
    least = LEAST_FOR_QUANTITY if bare else LEAST_IN_SENTENCE
    unit = unit_asked(flat) if detail == "deadline" else None
    return _Asked(detail, core_terms(evidence), least, limit_asked(flat), act_asked(flat), unit)


_NOTHING = Sentence(0, 0, "")


@dataclass(frozen=True)
class _Read:
    """A sentence that says the detail, itself or by its lead-in: ``whole`` with its items, ``over`` the lead-in where it counts,
    ``carried`` the case before a semicolon that it goes on from, ``said`` all of it in one line, ``share`` how much of the
    question that holds, ``falls`` into a tier of its, which in one of the
    best two clauses the question names ``exact``ly."""

    place: Place
    one: Sentence
    whole: Sentence
    over: Sentence | None
    carried: Sentence | None
    by_lead: bool
    said: str
    share: float
    falls: bool
    exact: bool


def _read(
    evidence: Evidence, asked: _Asked, place: Place, one: Sentence, before: Sentence | None
) -> _Read | None:
    above = lead_in(place.document, one)
    says = _says(evidence, place.document, one, asked.detail)
    by_lead = not says and above is not None and evidence.question.says(asked.detail, above.text)
    if not (says or by_lead):
        return None
    bound = lower_bound(evidence.question.about, one.text)
    falls = bound is not None
    over = above if asked.limit or falls or by_lead else None
    goes_on = before is not None and not over and _goes_on(evidence, asked, place, one, before, falls)
    adds = before is not None and not over and not goes_on and _adds(evidence, asked, place, before, one)
    carried = before if goes_on or adds else None
    whole = with_items(place.document, one)
    heading = _own_heading(place.document, one)
    said = flatten(heading + (over or carried or _NOTHING).text + whole.text)
    share = evidence.coverage(said.lower(), asked.terms)
    if adds and before:
        one = Sentence(before.start, one.end, place.document.quote(before.start, one.end))
    return _Read(
        place, one, whole, over, carried, by_lead, said, share, falls, bound == math.inf and place.first
    )


def _goes_on(
    evidence: Evidence, asked: _Asked, place: Place, one: Sentence, before: Sentence, falls: bool
) -> bool:
    """Of two cases on either side of a semicolon this is the one asked about, by its tier, its limit or what it denies; what
    both are of stands in the first."""
    if not before.text.endswith(("；", ";")):
        return False
    limit = asked.limit if place.first else None
    limited = limit and limit.search(one.text) and not limit.search(before.text)
    of_its_day = of_its_period(evidence.question.flat, flatten(one.text)) > 0
    of_its_kind = bool(missed(evidence.question.flat, before.text)) and not missed(
        evidence.question.flat, one.text
    )
    return falls or bool(limited) or of_its_day or of_its_kind or _is_a_case_with(evidence, one, before)


def _adds(evidence: Evidence, asked: _Asked, place: Place, before: Sentence, one: Sentence) -> bool:
    """On one line with the case before it, it names of the question what that does not: 「不低于300万元；纺织业不低于150万元」.
    Both are shown."""
    on_one_line = "\n" not in place.document.text[before.start : one.start]
    if not (on_one_line and before.text.endswith(("；", ";"))) or not _says(
        evidence, place.document, before, asked.detail
    ):
        return False
    known, said = flatten(before.text).lower(), flatten(one.text).lower()
    own = evidence.coverage(known + said, asked.terms) - evidence.coverage(known, asked.terms)
    return own >= ADDS and len(one.text) <= len(before.text)


def _own_heading(document: Document, one: Sentence) -> str:
    """What a sentence stands under that says no more than a figure, 「办理时限：1.5个工作日」; else ""."""
    entry = document.clause_at(one.start, one.end) if len(one.text) < FRAGMENT else None
    return "".join(c.heading for c in (*document.ancestors(entry), entry)) if entry else ""


def _holds(evidence: Evidence, asked: _Asked, read: _Read, meant: bool) -> bool:
    """It is of the thing and the act that are asked about, and says enough of the question."""
    place, one = read.place, read.one
    if asked.act and not asked.act.search(flatten(under_headings(place.document, one.start, one.end))):
        return False
    if opposed(evidence.question.flat, flatten(read.whole.text) if read.carried else read.said):
        return False
    saying = (read.over,) if read.by_lead else (one, read.over, read.carried)
    if not any(
        of_what_is_asked(evidence, place.document, s.start, s.end, meant, place.first) for s in saying if s
    ):
        return False
    named = place.named and not holds_clauses(place)
    return meant or read.share >= asked.least or named


def _worth(evidence: Evidence, asked: _Asked, read: _Read) -> float:
    question, place, one = evidence.question, read.place, read.one
    more = FOR_LIMIT if asked.limit and asked.limit.search(one.text) else 0.0
    more += FOR_LIMIT if asked.detail in LISTS and read.whole.end > one.end else 0.0
    more += FOR_UNIT if asked.unit and asked.unit.search(flatten(one.text)) else 0.0
    more += FOR_TIER * of_its_period(question.flat, flatten(one.text))
    more += FOR_AROUND * _said_around(evidence, place.document, one)
    more += DENIED * denies_alike(question.flat, flatten(one.text))
    more += HEADED * _headed_so(place.document, one, asked.detail)
    more -= DEFINED * bool(asked.detail != "condition" and _MEANS.search(one.text))
    more += OWN * _repeats_figure(evidence, read.said) - PARTED * parted(question.flat, read.said)
    return read.share + more + place.score - evidence.handicap(place.document)


_MEANS = re.compile(r"”(?:，)?是指|所称[^，。；]{2,30}是指")


def _headed_so(document: Document, one: Sentence, detail: str) -> bool:
    """The clause of the sentence is headed by the detail itself: 「办理时限」, 「奖励标准」."""
    entry = document.clause_at(one.start, one.end)
    if entry is None or not entry.heading or one.start < entry.body:
        return False
    return bool(ASKED_BY[detail].search(flatten(entry.heading)))


def _repeats_figure(evidence: Evidence, said: str) -> bool:
    figures = set(re.findall(r"(?<![\d.])(\d{2,})(?![\d.年])", evidence.question.flat))
    return bool(figures & set(re.findall(r"(?<![\d.])(\d{2,})(?![\d.年])", said)))


def _with_tier(evidence: Evidence, found: Sequence[Holder]) -> list[Holder]:
    """Of the sentences of the best one's clause, those whose tier the question's own figure falls into are ahead, and those
    of another tier behind."""
    if evidence.question.yes_no or not found:
        return list(found)
    clause = max(found, key=lambda h: h.score).place.clause
    texts = [h.sentence.text if h.place.clause is clause else "" for h in found]
    meant = in_tier(evidence.question.about, texts)
    if not any(meant):
        return list(found)
    others = [of_another_tier(evidence.question.about, text) for text in texts]
    return [
        replace(h, score=h.score + FOR_TIER * (m - other))
        for h, m, other in zip(found, meant, others, strict=True)
    ]


def _is_a_case_with(evidence: Evidence, one: Sentence, before: Sentence) -> bool:
    """Of two cases on either side of a semicolon, one with something and one without, this is the one asked about."""
    asked = evidence.question.flat
    return denies_alike(asked, flatten(before.text)) < 0 or denies_alike(asked, flatten(one.text)) > 0


def _said_around(evidence: Evidence, document: Document, one: Sentence) -> float:
    """Share of the characters next to the words of asking that the sentence has, or a heading that it stands under."""
    around = evidence.question.around
    text = under_headings(document, one.start, one.end) if around else ""
    return sum(c in text for c in around) / len(around) if around else 0.0


def _says(evidence: Evidence, document: Document, one: Sentence, detail: str) -> bool:
    """The sentence holds such a detail, or the table row does under its heads; the head of a table is none."""
    entry = document.clause_at(one.start, one.end)
    if entry is not None and entry.kind == "table" and entry.children:
        return False
    if detail in {"amount", "deadline", "quantity", "condition"} and points_elsewhere(one):
        return True  # what the sentence points to is shown with it
    return evidence.question.says(detail, one.text) or (
        entry is not None and cells.says(document, entry, detail)
    )


def _speaks_of_subject(evidence: Evidence, place: Place) -> bool:
    """Where the question names a clause by its heading, an amount that another clause gives for something else is no answer."""
    subject = evidence.subject
    if subject is None or subject.share < NAMED:
        return True
    return subject.matched in evidence.context(
        place.document, place.clause, place.document.quote(place.start, place.end)
    )

"""Which sentences of a clause answer a question: a short clause whole, of a long one those that cover the question best."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.faq import pair_meant
from assistant.answer.compose.hits_meant import words_as_written
from assistant.answer.compose.items import lead_in, outermost, with_items
from assistant.answer.compose.left_open import share_of
from assistant.answer.compose.marked import marked
from assistant.answer.compose.meant import Near
from assistant.answer.compose.place import Place, without_forwarding
from assistant.answer.compose.places_named import names_county, names_place
from assistant.answer.compose.sought import saying_what_is_sought
from assistant.answer.compose.tiers import in_tier
from assistant.answer.compose.whether import MAY
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.alike import parted
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Document

RULE = 800
"""Characters of a clause that is one rule."""
SHORT = 260
"""Characters up to which a clause is shown whole."""
SHOWN = 4
SHORT_SHOWN = 6
"""Sentences of a short clause that are shown at most."""
NEAR_BEST = 0.75
"""Share of what the best sentence says of the question from which another one is meant too."""
ALIKE = 0.01
"""Distance in worth within which sentences are about as near to the question."""
NEAREST = 2
"""Sentences of a clause that are shown where only their meaning tells."""


def chosen_of(evidence: Evidence, place: Place, near: Sequence[Near]) -> list[Sentence]:
    """A short clause whole; of a long one the sentences that cover the question best, or are the nearest in meaning where the
    words do not tell; in document order."""
    document, clause = place.document, place.clause
    found = _without_captions(list(sentences(document, clause, place.start, place.end)))
    found = without_forwarding(evidence, clause, found) or found
    written = words_as_written(evidence)
    found = [one for one in found if any(w in flatten(one.text).lower() for w in written)] or found
    if not found:
        return [Sentence(clause.start, clause.end, document.quote(clause.start, clause.end))]
    if pair := pair_meant(evidence, document, found):
        return [pair]
    if one := marked(evidence, document, found):
        return [with_items(document, one)]
    terms = terms_of(content_of(_rest(evidence, place)))
    scored = [(evidence.coverage(flatten(one.text).lower(), terms), one) for one in found]
    best = max(score for score, _ in scored)
    asks_more = bool(terms) and best >= 0.5
    if sum(len(one.text) for one in found) <= SHORT and not (asks_more and len(found) > 2):
        return _short(document, found)
    if not asks_more and place.named:
        return outermost([with_items(document, one) for one in found[:SHOWN]])
    kept = [one for score, one in scored if score >= max(best * NEAR_BEST, 0.01)] or found
    fits = in_tier(evidence.question.about, [one.text for one in found])
    if any(fits):
        kept = [one for one, its in zip(found, fits, strict=True) if its]
    kept = [one for one in kept if not parted(evidence.question.flat, one.text)] or kept
    kept = [one for one in found if _names_the_region(evidence, document, one)] or kept
    nearest = max(scored, key=lambda item: item[0])[1]
    if of_year := _goals_of_the_year(evidence, found, nearest):
        kept = of_year
    elif near:
        alike = [n.sentence for n in near if n.place is place and n.worth >= near[0].worth - ALIKE]
        kept = sorted(alike[:NEAREST], key=lambda one: one.start)
    kept = kept if any(fits) else saying_what_is_sought(evidence, found, kept)
    kept = _without_leads(document, kept)
    if whole := _list_asked_for(evidence, document, kept):
        return [with_items(document, whole)]
    return outermost([with_items(document, one) for one in kept[:SHOWN]])


def _goals_of_the_year(evidence: Evidence, found: Sequence[Sentence], nearest: Sentence) -> list[Sentence]:
    """「2035年的目标」: the sentences that name the year; none where the nearest one goes on from one of these, 「到2020年，…。
    总动力超过10亿千瓦」."""
    if not _GOAL.search(evidence.question.flat):
        return []
    years = {f"{year}年" for year in evidence.question.years}
    named = [set(_YEAR.findall(flatten(one.text))) for one in found if one.start <= nearest.start]
    if years & next((some for some in reversed(named) if some), set()):
        return []
    return [one for one in found if years & set(_YEAR.findall(flatten(one.text)))]


_YEAR = re.compile(r"20\d\d年")


def _short(document: Document, found: Sequence[Sentence]) -> list[Sentence]:
    """A short clause sentence by sentence; one of many sentences, or with headings in it, as it stands, so that none is left
    out: 「（一）提供资金援助。按照…」."""
    start, end = found[0].start, found[-1].end
    entry = document.clause_at(start, found[0].end)
    headed = entry is not None and any(c.heading and c.start < end for c in document.children(entry))
    if len(found) <= SHORT_SHOWN and not headed:
        return _without_leads(document, found)
    return [Sentence(start, end, document.quote(start, end))]


ADDS = 0.1
"""Share of the question that items say beyond their lead-in, from which they are asked for and not the list."""


def _list_asked_for(evidence: Evidence, document: Document, kept: Sequence[Sentence]) -> Sentence | None:
    """「哪些费用不给付」, of which the lead-in of the items chosen says as much as they do: it leads in to the list that is
    asked for."""
    leads = {lead.start: lead for one in kept if (lead := lead_in(document, one))}
    if not evidence.question.which or len(leads) != 1 or not all(lead_in(document, one) for one in kept):
        return None
    (lead,) = leads.values()
    alone = share_of(evidence, lead)
    said = (flatten(lead.text + one.text).lower() for one in kept)
    terms = evidence.question.core_terms
    return lead if alone and all(evidence.coverage(text, terms) < alone + ADDS for text in said) else None


def _names_the_region(evidence: Evidence, document: Document, one: Sentence) -> bool:
    """「荆州打造…」 in the plan of a province, where it is asked about that city."""
    regions = [r for r in evidence.question.regions if r not in "".join(document.titles())]
    return any(names_place(one.text, region) for region in regions) or names_county(
        evidence, document, one.text
    )


_GOAL = re.compile(r"目标|任务|定位|愿景")
_FORBIDS = re.compile(
    r"不得|禁止|严禁|不予|不再?享受|不计入|不在[^，。；]{0,8}范围|不属于|不纳入|方可|方能|后才能|继续有效"
)


def with_what_it_forbids(evidence: Evidence, place: Place, chosen: list[Sentence]) -> list[Sentence]:
    """Whether one may do something is not answered without what the same clause forbids, or demands first."""
    flat = evidence.question.flat
    if not (evidence.question.yes_no and MAY.search(flat)) or place.end - place.start > RULE:
        return chosen
    found = [
        one
        for one in sentences(place.document, place.clause, place.start, place.end)
        if _FORBIDS.search(one.text) and lead_in(place.document, one) is None
    ]
    best = max(found, key=lambda one: share_of(evidence, one), default=None)
    shown = [share_of(evidence, one) for one in chosen if _FORBIDS.search(one.text)]
    known = any(best.start < one.end and one.start < best.end for one in chosen) if best else True
    if best is None or known or share_of(evidence, best) <= max(shown, default=-1.0):
        return chosen
    return sorted([*chosen, best], key=lambda one: one.start)


_CAPTION = re.compile(r"[\u4e00-\u9fffA-Z\d]{2,8}。")
_RULES = re.compile(r"不|禁|严|免|应|可|须|必|奖|补|罚|由|给|限|按")


def _without_captions(found: Sequence[Sentence]) -> list[Sentence]:
    """Without 「茶园提质。」 in front of the rules of a clause, which says what they are of."""
    captions = [one for one in found[:1] if _CAPTION.fullmatch(one.text) and not _RULES.search(one.text)]
    return [one for one in found if one not in captions] or list(found)


def _without_leads(document: Document, kept: Sequence[Sentence]) -> list[Sentence]:
    items = [one for one in kept if lead_in(document, one)]
    return [one for one in kept if not _leads_to(document, one, items)]


def _leads_to(document: Document, one: Sentence, items: list[Sentence]) -> bool:
    """It is the lead-in of items that are shown, and comes with them."""
    return any(
        lead is not None and lead.start == one.start and one.end <= lead.end
        for lead in (lead_in(document, item) for item in items)
    )


def _rest(evidence: Evidence, place: Place) -> str:
    """The question without the heading that it names."""
    rest = evidence.question.flat
    if place.named:
        for name in (flatten(place.clause.heading), evidence.subject.matched if evidence.subject else ""):
            rest = rest.replace(name, "") if name else rest
    return rest

"""Questions for a detail (an amount, a date, a procedure…): the sentences that hold it, or that the document leaves it open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer.compose import cells
from assistant.answer.compose.amounts import of_the_kind, of_this_place, of_what_is_asked, under_headings
from assistant.answer.compose.consequences import consequences
from assistant.answer.compose.items import LISTED, lead_in, left_out, said_of, with_items
from assistant.answer.compose.left_open import (
    CLOSING,
    asks_of_document,
    left_open,
    nearest,
    of_document,
    share_of,
)
from assistant.answer.compose.period import named_term, validity
from assistant.answer.compose.place import COVERED, Place, core_terms, places, titles_of
from assistant.answer.compose.tiers import lower_bound
from assistant.answer.compose.wording import closest, lead, quoted, sentence
from assistant.answer.draft import Draft, Quote, Said, without_repeats
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import ALL_IN_TITLE, NEAR, Evidence
from assistant.question.details import WHAT_THEN
from assistant.question.understand import flatten
from assistant.question.within import RARE, limit_asked
from index.clauses import Document

LEAST_IN_SENTENCE = 0.2
LEAST_FOR_QUANTITY = 0.6
"""Share of the question that the sentence itself must hold, beside what its clause holds; a bare number fits anything."""
NEAR_BEST = 0.7
FOR_LIMIT = 0.2
"""What a sentence that names a limit is ahead of one that does not, where the question asks for one."""
FOR_TIER = 0.2
FOR_AROUND = 0.3
"""What a sentence is ahead of another one that says all that stands next to the words of asking."""
NAMED = 0.8
FAR_AHEAD = 2.0
"""Distance in score to the next clause from which the best one is the one meant in seven of eight cases."""
SHOWN = 2
LISTS = ("procedure", "condition")
"""Details that are asked for as a list."""
ONLY_ONE = ("deadline", "quantity", "contact", "place", "size", "age", "places")
"""Details that the one sentence of a clause that says them answers, whatever else it says."""
MEASURED = (*ONLY_ONE, "amount")
"""Details of which a sentence that says one does not leave one open."""
OF_THE_WHOLE = ("procedure", "contact")
"""Details that hold for all of a document."""
_ACTS = re.compile(r"提交|提供|报送|申请|申报|受理|办理|电话|邮箱|网址")
WELL_COVERED = 0.5
"""Of the question in a sentence that answers by itself."""
PREFERRED = 0.4
"""Distance in score from which the search prefers one clause to another."""
BESIDE = 0.08
"""How far a second sentence may fall behind the first."""


def compose(evidence: Evidence) -> Draft | None:
    detail = evidence.question.detail
    if detail is None:
        return None
    found = places(evidence)
    if not found or (detail == "deadline" and asks_of_document(evidence)):
        return of_document(evidence, detail)
    holding = holders(evidence, detail, found)
    if detail == "penalty" and (follows := consequences(found[0])):
        return _answered(evidence, [Holder(1.0, held, one) for held, one in follows])
    if holding:
        return _answered(evidence, holding)
    if detail == "deadline" and (draft := term_of_titled(evidence)):
        return draft
    if elsewhere := in_the_document(evidence, detail) or _in_best(evidence, detail, found):
        return _answered(evidence, elsewhere)
    return (
        left_open(evidence, evidence.question.missing, found) if of_this_place(evidence, found[0]) else None
    )


def _in_best(evidence: Evidence, detail: str, found: Sequence[Place]) -> list[Holder]:
    """A sentence of the best clause that says the detail, though it repeats little of the subject: what holds it is never said to
    leave it open. The nearest sentence, where the question only asks what comes of something."""
    place = found[0]
    near = nearest(evidence, place)
    share = share_of(evidence, near) if near else 0.0
    said_by, flat = evidence.question.said_by(detail), evidence.question.flat
    if near and share >= WELL_COVERED and WHAT_THEN.search(flat):
        return [Holder(share, place, near)]
    if near and said_by.search(near.text):
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


def _only_sum(evidence: Evidence, place: Place) -> Sentence | None:
    """The one sentence of a clause that says an amount as it is asked for, and something of the question."""
    said_by = evidence.question.said_by("amount")
    found = [
        one for one in sentences(place.document, place.clause, place.start, place.end)
        if said_by.search(one.text) and of_the_kind(evidence, one.text)
    ]  # fmt: skip
    fits = len(found) == 1 and of_this_place(evidence, place) and share_of(evidence, found[0]) >= LEAST_IN_SENTENCE
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


@dataclass(frozen=True)
class Holder:
    """A sentence that says what is asked for, with how much of the question it and its clause hold."""

    score: float
    place: Place
    sentence: Sentence


def holders(evidence: Evidence, detail: str, found: Sequence[Place]) -> list[Holder]:
    """Best first. Only clauses that hold nearly as much of the question as the best one take part."""
    said_by = evidence.question.said_by(detail)
    terms = core_terms(evidence)
    best = max((p.score for p in found if not p.clause.children), default=found[0].score)
    bare = detail == "quantity" and not evidence.question.counts
    least = LEAST_FOR_QUANTITY if bare else LEAST_IN_SENTENCE
    limit = limit_asked(evidence.question.flat)
    out = []
    for place in found:
        if (place.score < NEAR_BEST * best and not place.first) or not _speaks_of_subject(evidence, place):
            continue
        for one in sentences(place.document, place.clause, place.start, place.end):
            whole = with_items(place.document, one)
            over = lead_in(place.document, one) if limit else None
            said = (over.text if over else "") + whole.text
            share = evidence.coverage(flatten(said).lower(), terms)
            of_it = of_what_is_asked(evidence, place.document, one.start, one.end)
            if (
                of_it
                and _says(place.document, one, detail, said_by)
                and (share >= least or (place.named and not place.clause.children))
            ):
                limits = FOR_LIMIT if limit and limit.search(one.text) else 0.0
                limits += FOR_LIMIT if detail in LISTS and whole.end > one.end else 0.0
                near = FOR_AROUND * _said_around(evidence, place.document, one)
                score = share + limits + near + place.score - evidence.handicap(place.document)
                out.append(Holder(score, place, one))
    return sorted(_with_tier(evidence, out), key=lambda h: -h.score)


def _with_tier(evidence: Evidence, found: Sequence[Holder]) -> list[Holder]:
    """Of the sentences of the best one's clause, those whose tier the question's own figure falls into are ahead."""
    if evidence.question.yes_no or not found:
        return list(found)
    clause = max(found, key=lambda h: h.score).place.clause
    about = evidence.question.about
    bounds = [lower_bound(about, h.sentence.text) if h.place.clause is clause else None for h in found]
    best = max((b for b in bounds if b is not None), default=None)
    return [
        replace(h, score=h.score + FOR_TIER) if best is not None and bound == best else h
        for h, bound in zip(found, bounds, strict=True)
    ]


def _said_around(evidence: Evidence, document: Document, one: Sentence) -> float:
    """Share of the characters next to the words of asking that the sentence has, or a heading that it stands under."""
    around = evidence.question.around
    text = under_headings(document, one.start, one.end) if around else ""
    return sum(c in text for c in around) / len(around) if around else 0.0


_ELSEWHERE = re.compile(
    r"(?:详?见|按照?|依照|参照)(?:本[\u4e00-\u9fff]{2,6})?(?:《[^《》]+(?:目录|表|标准)》|附[件表录]\d{0,2})"
    r"(?:的?规定)?(?:执行|办理|确定|计算)?[。；;]?$"
)


def _says(document: Document, one: Sentence, detail: str, said_by: re.Pattern[str]) -> bool:
    """The sentence holds such a detail, or the table row does under its heads; the head of a table is none."""
    entry = document.clause_at(one.start, one.end)
    if entry is not None and entry.kind == "table" and entry.children:
        return False
    if detail in {"amount", "deadline", "quantity", "condition"} and _ELSEWHERE.search(flatten(one.text)):
        return True  # what the sentence points to is shown with it
    return bool(said_by.search(one.text)) or (entry is not None and cells.says(document, entry, detail))


def _speaks_of_subject(evidence: Evidence, place: Place) -> bool:
    """Where the question names a clause by its heading, an amount that another clause gives for something else is no answer."""
    subject = evidence.subject
    if subject is None or subject.share < NAMED:
        return True
    return subject.matched in evidence.context(
        place.document, place.clause, place.document.quote(place.start, place.end)
    )


def _answered(evidence: Evidence, holding: Sequence[Holder]) -> Draft:
    near = [h for h in holding if h.score >= holding[0].score - BESIDE]
    chosen = list({h.sentence.text: h for h in reversed(near)}.values())[::-1][:SHOWN]
    if other := _of_better_hit(holding, chosen):
        chosen = [*chosen, other]
    said = []
    for holder in chosen:
        document, clause = holder.place.document, holder.place.clause
        listed = _whole_list(evidence, document, holder.sentence) or _of_one_list(near, holder)
        said += [listed] if listed else said_of(document, clause, [with_items(document, holder.sentence)])
    first = chosen[0].place
    said = list(without_repeats(said))
    said[0] = Said(lead(evidence, first.clause) + said[0].text, said[0].quotes)
    quotes = tuple(q for s in said for q in s.quotes)
    return Draft("answered", tuple(said), left_out(quotes), closest(evidence, quotes))


def _of_better_hit(holding: Sequence[Holder], chosen: Sequence[Holder]) -> Holder | None:
    """Where the words of another sentence decided against a clause that the search prefers and that says such a detail as well:
    both are shown."""
    best = max(holding, key=lambda h: h.place.fused)
    shown = max(h.place.fused for h in chosen)
    return best if best.place.fused >= shown + PREFERRED else None


def in_the_document(evidence: Evidence, detail: str) -> list[Holder]:
    """A question put to one document has that document's matter: how, where and when to apply is the same for all of it."""
    applying = detail == "deadline" and bool(_ACTS.search(evidence.question.flat))
    if evidence.of_one_document and evidence.question.said_by(detail).pattern in RARE:
        return _rare(evidence, detail)
    if not evidence.of_one_document or not (detail in OF_THE_WHOLE or applying):
        return []
    said_by = evidence.question.said_by(detail)
    for hit in evidence.hits[:NEAR]:
        place = Place(hit.document, hit.clause, hit.start, hit.end, False, COVERED)
        for one in sentences(place.document, place.clause, place.start, place.end):
            if said_by.search(one.text) and _ACTS.search(one.text):
                return [Holder(1.0, place, one)]
    return []


def _rare(evidence: Evidence, detail: str) -> list[Holder]:
    """Hours or schooling: where one document says such a thing in one article alone, that is what is asked."""
    document, said_by = evidence.searched[0], evidence.question.said_by(detail)
    leaves = (c for c in document.clauses if not document.children(c))
    held = [
        (c, one) for c in leaves for one in sentences(document, c, c.start, c.end) if said_by.search(one.text)
    ]
    places = [(Place(document, c, c.start, c.end, False, COVERED), one) for c, one in held]
    return [Holder(1.0, place, one) for place, one in places] if len({c.id for c, _ in held}) == 1 else []


def _whole_list(evidence: Evidence, document: Document, one: Sentence) -> Said | None:
    """「要交哪些材料」 where the sentence is one item of a list that is headed so: the list."""
    entry = document.clause_at(one.start, one.end)
    detail = evidence.question.detail
    if detail not in LISTS or entry is None or entry.kind != "clause" or entry.heading or not entry.parent:
        return None
    owner = document.by_id[entry.parent]
    end = document.end_of(owner)
    headed = owner.heading or owner.text
    if not evidence.question.said_by(detail).search(headed) or end - owner.start > LISTED:
        return None
    quote = Quote(document, owner, owner.start, end)
    return Said(sentence(quote.text), (quote,))


def _of_one_list(near: Sequence[Holder], first: Holder) -> Said | None:
    """More items of one list than are shown, none of them nearer to the question than another: the list."""
    document = first.place.document
    over = lead_in(document, first.sentence)
    if over is None:
        return None
    items = {
        h.sentence.start
        for h in near
        if h.place.document is document and lead_in(document, h.sentence) == over
    }
    whole = with_items(document, over)
    if len(items) <= SHOWN or whole.end <= over.end:
        return None
    said = said_of(document, first.place.clause, [whole])[0]
    return None if left_out(said.quotes) else said


def _only_one(evidence: Evidence, detail: str, place: Place) -> Sentence | None:
    """「以上工作要在2019年2月底前完成」: the one sentence of the best clause that says such a detail, whatever it repeats of
    the subject."""
    if detail not in ONLY_ONE or place.document.children(place.clause):
        return None
    said_by = evidence.question.said_by(detail)
    found = [
        one for one in sentences(place.document, place.clause, place.start, place.end)
        if said_by.search(one.text) and not CLOSING.search(one.text)
        and of_what_is_asked(evidence, place.document, one.start, one.end)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def term_of_titled(evidence: Evidence) -> Draft | None:
    """「购房补贴政策到哪天截止」: a question that says nothing but what the title says asks for the document's own term."""
    document = evidence.documents[0]
    if evidence.coverage(titles_of(document), core_terms(evidence)) < ALL_IN_TITLE:
        return None
    quote = validity(document)
    if quote is None or not named_term(quote.text):
        return None
    return quoted(evidence, quote)


def _figure_of(evidence: Evidence, detail: str, place: Place) -> Sentence | None:
    """The best clause's own figure for the thing asked about."""
    if not evidence.question.priced or place.document.children(place.clause):
        return None
    said_by = evidence.question.said_by(detail)
    found = [
        one
        for one in sentences(place.document, place.clause, place.start, place.end)
        if said_by.search(one.text) and of_what_is_asked(evidence, place.document, one.start, one.end)
    ]
    return found[0] if found else None

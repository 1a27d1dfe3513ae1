"""Questions for a detail (an amount, a date, a procedure…): the sentences that hold it, or that the document leaves it open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.amounts import of_the_kind, of_this_place, of_what_is_asked
from assistant.answer.compose.consequences import consequences
from assistant.answer.compose.holders import LEAST_IN_SENTENCE, LISTS, Holder, holders
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
from assistant.answer.compose.tiers import in_tier
from assistant.answer.compose.wording import closest, lead, quoted, sentence
from assistant.answer.draft import Draft, Quote, Said, without_repeats
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import ALL_IN_TITLE, NEAR, Evidence
from assistant.question.alike import opposed
from assistant.question.details import SAID_BY, WHAT_THEN
from assistant.question.understand import flatten
from assistant.question.within import MONEY, RARE, RATIO, limit_asked
from index.clauses import Document

FAR_AHEAD = 2.0
"""Distance in score to the next clause from which the best one is the one meant in seven of eight cases."""
SHOWN = 2
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
    flat = evidence.question.flat
    if near and opposed(flat, flatten(near.text)):
        near = None
    share = share_of(evidence, near) if near else 0.0
    if WHAT_THEN.search(flat) and (tier := _of_tier(evidence, place)):
        return [Holder(1.0, place, tier)]
    if near and share >= WELL_COVERED and (WHAT_THEN.search(flat) or _says_as_much(evidence, near)):
        return [Holder(share, place, near)]
    if near and share >= WELL_COVERED and (said := _as_exactly(evidence, detail, place)):
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
    if evidence.question.said_by(detail) is SAID_BY[detail] or place.document.children(place.clause):
        return []
    said = [
        one
        for one in _saying(evidence, detail, place)
        if of_what_is_asked(evidence, place.document, one.start, one.end)
    ]
    return said if len(said) <= SHOWN else []


_AS_MUCH = {
    "amount": re.compile(rf"{MONEY}|{RATIO}"),
    "penalty": re.compile(r"不再|不予|公布|通报|公告|停止|暂停|限期|终止|赔偿|视为"),
}
"""A share where a sum is asked for, and what follows without being a penalty: a sentence that says such a thing leaves nothing
open."""


_SUM = re.compile(r"[万元块亿]|额度?|金额|数额|最高")


def _says_as_much(evidence: Evidence, one: Sentence) -> bool:
    says = _AS_MUCH.get(evidence.question.detail or "")
    if evidence.question.detail == "amount" and _SUM.search(evidence.question.flat):
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


def _answered(evidence: Evidence, holding: Sequence[Holder]) -> Draft:
    near = [h for h in holding if h.score >= holding[0].score - BESIDE]
    chosen = list({h.sentence.text: h for h in reversed(near)}.values())[::-1][:SHOWN]
    if other := _of_better_hit(evidence, holding, chosen):
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


def _of_better_hit(evidence: Evidence, holding: Sequence[Holder], chosen: Sequence[Holder]) -> Holder | None:
    """Where the words of another sentence decided against a clause that the search prefers and that says such a detail as well:
    both are shown."""
    limit = limit_asked(evidence.question.flat)
    fitting = [h for h in holding if limit is None or limit.search(h.sentence.text)]
    best = max(fitting, key=lambda h: h.place.fused, default=holding[0])
    shown = max(h.place.fused for h in chosen)
    return best if best.place.fused >= shown + PREFERRED else None


def in_the_document(evidence: Evidence, detail: str) -> list[Holder]:
    """A question put to one document has that document's matter: how, where and when to apply is the same for all of it."""
    applying = detail == "deadline" and bool(_ACTS.search(evidence.question.flat))
    if evidence.of_one_document and evidence.question.said_by(detail).pattern in RARE:
        return _rare(evidence, detail)
    if not evidence.of_one_document or not (detail in OF_THE_WHOLE or applying):
        return []
    for hit in evidence.hits[:NEAR]:
        place = Place(hit.document, hit.clause, hit.start, hit.end, False, COVERED)
        for one in sentences(place.document, place.clause, place.start, place.end):
            if evidence.question.says(detail, one.text) and _ACTS.search(one.text):
                return [Holder(1.0, place, one)]
    return []


def _rare(evidence: Evidence, detail: str) -> list[Holder]:
    """Hours or schooling: where one document says such a thing in one article alone, that is what is asked."""
    document, question = evidence.searched[0], evidence.question
    leaves = (c for c in document.clauses if not document.children(c))
    held = [
        (c, one)
        for c in leaves
        for one in sentences(document, c, c.start, c.end)
        if question.says(detail, one.text)
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
    found = [
        one
        for one in _saying(evidence, detail, place)
        if not CLOSING.search(one.text) and of_what_is_asked(evidence, place.document, one.start, one.end)
    ]
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
    return [one for one in said if not opposed(evidence.question.flat, flatten(one.text))]

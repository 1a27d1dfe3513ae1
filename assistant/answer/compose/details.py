"""Questions for a detail (an amount, a date, a procedure…): the sentences that hold it, or that the document leaves it open."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer.compose.act_times import of_the_act, under_its_heading
from assistant.answer.compose.amounts import of_this_place
from assistant.answer.compose.asked_list import asked_list
from assistant.answer.compose.best_clause import in_best
from assistant.answer.compose.consequences import asked_so, consequences
from assistant.answer.compose.doubted import doubted
from assistant.answer.compose.each_item import of_each
from assistant.answer.compose.holders import TOO_FAR, Holder, counts_all, holders, of_no_grant
from assistant.answer.compose.items import LISTED, behind_marker, lead_in, left_out, said_of, with_items
from assistant.answer.compose.items_counted import counted_items
from assistant.answer.compose.left_open import asks_of_document, left_open, left_open_by, nearest, of_document
from assistant.answer.compose.of_the_asked import counts_other_things, of_the_asked
from assistant.answer.compose.period import named_term, validity
from assistant.answer.compose.place import COVERED, Place, places, titles_of
from assistant.answer.compose.spoken_of import says_more_without, says_only_some
from assistant.answer.compose.standards import whole_standard
from assistant.answer.compose.whether import rules_on_money, says_whether
from assistant.answer.compose.wording import FRAGMENT, closest, lead, quoted, sentence
from assistant.answer.compose.worth import LISTS
from assistant.answer.draft import Draft, Quote, Said, quotes_of, without_repeats
from assistant.answer.sentences import Sentence, own_sentences, sentences
from assistant.evidence import ALL_IN_TITLE, NEAR, Evidence
from assistant.question.limits import limit_asked
from assistant.question.within import RARE
from index.clauses import Clause, Document
from index.wording import either

SHOWN = 2
OF_THE_WHOLE = ("procedure", "contact")
"""Details that hold for all of a document."""
APPLYING = re.compile(r"提交|提供|报送|申请|申报|受理|办理|电话|邮箱|网址|征求意见|反馈|提出?(?:意见|建议)")
PREFERRED = 0.4
"""Distance in score from which the search prefers one clause to another."""
OF_ONE = 3
"""Hits that must be of one document for a contact of it to be meant."""
LEVEL = 1.5
"""Distance in the search's score within which another clause may say the same."""
BESIDE = 0.08
"""How far a second sentence may fall behind the first."""


def compose(evidence: Evidence) -> Draft | None:
    detail = evidence.question.detail
    if detail is None:
        return None
    found = places(evidence)
    if found and _is_only_named(evidence, detail, found):
        return None
    if not found or (detail == "deadline" and asks_of_document(evidence)):
        when = in_the_document(evidence, detail) if evidence.question.act else []
        return _answered(evidence, when) if when else of_document(evidence, detail)
    if detail == "penalty" and (follows := consequences(found[0]) or asked_so(found[0])):
        return _answered(evidence, [Holder(1.0, held, one) for held, one in follows])
    if headed := under_its_heading(evidence):
        document, clause, one = headed
        whole = Place(document, clause, clause.start, document.end_of(clause), False, COVERED)
        return _answered(evidence, [Holder(1.0, whole, one)])
    near = holders(evidence, detail, found)
    holding = of_the_asked(evidence, near)
    if not holding and detail == "deadline" and (draft := term_of_titled(evidence)):
        return draft
    said_once = not holding
    if not holding:
        elsewhere = in_the_document(evidence, detail) or in_best(evidence, detail, found)
        timed = [
            h for h in elsewhere if of_the_act(evidence, h.place.document, h.sentence.start, h.sentence.text)
        ]
        holding = of_the_asked(evidence, timed)
    if holding:
        return _said(evidence, detail, holding, found, said_once)
    return _not_said(evidence, detail, near, found)


def _said(
    evidence: Evidence, detail: str, holding: Sequence[Holder], found: Sequence[Place], said_once: bool
) -> Draft:
    """What the sentences say, unless that is only some of what is asked, or of something else."""
    missing = evidence.question.missing
    rare = said_once and evidence.question.said_by(detail).pattern in RARE
    meant = None if rare else says_more_without(evidence, detail, holding[0], found)
    if some := says_only_some(evidence, detail, holding[0]):
        return left_open_by(evidence, holding[0].place, some, "文件的规定是：", missing)
    if meant or doubted(evidence, holding[0]):
        return left_open(evidence, missing, [meant, *found] if meant else found)
    return _answered(evidence, holding)


def _not_said(
    evidence: Evidence, detail: str, near: Sequence[Holder], found: Sequence[Place]
) -> Draft | None:
    """No sentence says the detail: it is counted, or left open; None where whether something is so is asked."""
    if detail == "quantity" and (listed := counted_items(evidence, found)):
        return listed
    if other := next((h for h in near if counts_other_things(evidence, h)), None):
        return left_open_by(
            evidence, other.place, other.sentence, "文件的规定是：", f"所问的{evidence.question.missing}"
        )
    if whole := next((place for h in near if (place := counts_all(evidence, h))), None):
        return left_open(evidence, evidence.question.missing, [whole])
    if evidence.question.perhaps or says_whether(evidence, found) or not of_this_place(evidence, found[0]):
        return None
    return left_open(evidence, evidence.question.missing, found)


def _is_only_named(evidence: Evidence, detail: str, found: Sequence[Place]) -> bool:
    """What the detail is of is asked about, and not the detail."""
    if detail == "amount" and rules_on_money(evidence, found):
        return True
    return evidence.question.perhaps and not _may_ask_how_much(evidence, found[0])


def _may_ask_how_much(evidence: Evidence, place: Place) -> bool:
    """A figure is given, or the sentence that says most of the question says a sum."""
    near = nearest(evidence, place)
    given = any(c.isdigit() for c in evidence.question.flat)
    return given or (near is not None and evidence.question.says("amount", near.text))


def _answered(evidence: Evidence, holding: Sequence[Holder]) -> Draft:
    near = [
        h
        for h in holding
        if h.score >= holding[0].score - BESIDE
        and (h.place.clause is holding[0].place.clause or h.place.fused >= holding[0].place.fused - LEVEL)
    ]
    chosen = list({h.sentence.text: h for h in reversed(near)}.values())[::-1][:SHOWN]
    if not holding[0].place.named and (other := _of_better_hit(evidence, holding, chosen)):
        chosen = [*chosen, other]
    chosen = [replace(holder, sentence=whole_standard(evidence, holder)) for holder in chosen]
    said = []
    for holder in chosen:
        document, clause = holder.place.document, holder.place.clause
        listed = _whole_list(evidence, document, holder.sentence) or _of_one_list(near, holder)
        whole = asked_list(evidence, document, holder.sentence) or with_items(document, holder.sentence)
        said += [listed] if listed else said_of(document, clause, [whole])
    said = list(without_repeats([*said, *of_each(evidence, chosen[0])]))
    said[0] = said[0].behind(lead(evidence, _speaking(chosen[0]), said[0].text))
    quotes = quotes_of(said)
    return Draft("answered", tuple(said), left_out(quotes), closest(evidence, quotes))


def _speaking(holder: Holder) -> Clause:
    """The clause that is named in front: of a mere figure the one that it stands in."""
    document, one = holder.place.document, holder.sentence
    entry = document.clause_at(one.start, one.end) if len(one.text) < FRAGMENT else None
    return entry if entry and entry.heading else holder.place.clause


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
    applying = detail == "deadline" and bool(APPLYING.search(evidence.question.flat))
    if evidence.of_one_document and evidence.question.said_by(detail).pattern in RARE:
        return _rare(evidence, detail)
    if detail == "contact" and (found := _telephone(evidence)):
        return found
    if applying and (found := _closing_day(evidence)):
        return found
    if not evidence.of_one_document or not (detail in OF_THE_WHOLE or applying):
        return []
    near = [hit for hit in evidence.hits[:NEAR] if hit.score >= evidence.hits[0].score - TOO_FAR]
    for hit in near:
        place = Place(hit.document, hit.clause, hit.start, hit.end, False, COVERED)
        if of_no_grant(evidence, place):
            continue
        for one in sentences(place.document, place.clause, place.start, place.end):
            if evidence.question.says(detail, one.text) and APPLYING.search(one.text):
                return [Holder(1.0, place, one)]
    return []


def _telephone(evidence: Evidence) -> list[Holder]:
    """The one place where a document says how to reach those who answer for it."""
    return _said_once(evidence, lambda text: evidence.question.says("contact", text))


def _closing_day(evidence: Evidence) -> list[Holder]:
    """Until when one may apply."""
    return _said_once(
        evidence, lambda text: bool(_CLOSES.search(text)) and evidence.question.says("deadline", text)
    )


def _said_once(evidence: Evidence, says: Callable[[str], bool]) -> list[Holder]:
    """The sentences of which that holds, where all the best hits are of one document and it says so in one clause alone."""
    if len({hit.document.id for hit in evidence.hits[:OF_ONE]}) != 1:
        return []
    document = evidence.hits[0].document
    said = [
        (clause, one)
        for clause in document.clauses
        for one in own_sentences(document, clause)
        if says(one.text)
    ]
    return _of_one_clause(document, said)


_CLOSES = re.compile(
    either(
        r"(?:申请|申报|受理|报名|提交)[^，。；]{0,6}(?:截[止至]|时间)",
        r"征求意见(?:的?(?:时间|期限)|期)",
        r"截[止至][^，。；]{0,12}(?:申请|申报|受理|报名)",
        r"(?:前|内)[^，。；]{0,16}(?:反馈|提出)[^，。；]{0,8}意见",
        r"意见[^，。；]{0,16}(?:前|内)[^，。；]{0,10}反馈",
    )
)


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
    return _of_one_clause(document, held)


def _of_one_clause(document: Document, said: Sequence[tuple[Clause, Sentence]]) -> list[Holder]:
    """The sentences, where they stand in one clause alone."""
    found = [Holder(1.0, Place(document, c, c.start, c.end, False, COVERED), one) for c, one in said]
    return found if len({c.id for c, _ in said}) == 1 else []


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
    quote = Quote(document, owner, behind_marker(document, owner), end)
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


def term_of_titled(evidence: Evidence) -> Draft | None:
    """「购房补贴政策到哪天截止」: a question that says nothing but what the title says asks for the document's own term."""
    document = evidence.documents[0]
    if evidence.coverage(titles_of(document), evidence.question.core_terms) < ALL_IN_TITLE:
        return None
    quote = validity(document)
    if quote is None or not named_term(quote.text):
        return None
    return quoted(evidence, quote)

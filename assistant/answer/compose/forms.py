"""「适用范围是什么」, 「职工有哪些权利」: the article that is written so, not the first one that speaks of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.compose.holders import Holder
from assistant.answer.compose.items import lead_in, left_out, outermost, said_of, with_items
from assistant.answer.compose.place import Place, places, titles_of
from assistant.answer.compose.reads import NEAR_BEST
from assistant.answer.compose.wording import closest, lead, titled
from assistant.answer.draft import Draft, Said, quotes_of
from assistant.answer.sentences import Sentence, own_sentences, sentences
from assistant.evidence import ALL_IN_TITLE, Evidence
from assistant.question import vocabulary
from assistant.question.forms import Form, form_of
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Document

LEAST = 0.4
"""Share of the question that a sentence of the form must hold, its lead-in counted."""
FOR_LIST = 0.2
"""What a sentence that leads in to a list is ahead of one that does not, where the question asks for several things."""
BESIDE = 0.1
SHOWN = 3
NAMED = 0.5
"""Share of what else the question says that the title must hold of the one document that it is put to."""


def compose(evidence: Evidence) -> Draft | None:
    form = form_of(evidence.question.flat)
    if form is None or not evidence.documents or (evidence.question.detail and not form.closing):
        return None
    if form.name == "authority" and evidence.documents[0].agencies_by_owner:
        return None
    if form.name == "kinds" and _lists_headings(evidence):
        return None
    if form.of_whole:
        return _of_document(evidence, form)
    found = sorted(_written_so(evidence, form), key=lambda held: -held.score)
    if not found:
        return None
    near = [
        h for h in found if h.score >= found[0].score - BESIDE and h.place.clause is found[0].place.clause
    ]
    return _draft(evidence, found[0].place, [h.sentence for h in near[:SHOWN]])


def _lists_headings(evidence: Evidence) -> bool:
    """What stands under the heading that the question names is what it includes."""
    subject = evidence.subject
    under = subject.document.children(subject.clause) if subject else []
    return len([c for c in under if c.kind == "clause" and c.heading]) > 1


def _written_so(evidence: Evidence, form: Form) -> Iterator[Holder]:
    found = places(evidence)
    terms = terms_of(content_of(form.asked.sub(" ", evidence.question.about))) or evidence.question.terms
    for place in found:
        if place.score < NEAR_BEST * found[0].score:
            continue
        before = None
        for each in sentences(place.document, place.clause, place.start, place.end):
            one, before = _with_its_subject(place.document, each, before), each
            if not form.said.search(one.text) or _PUNISHES.search(one.text):
                continue
            if _DENIES.search(one.text) and not _ASKS_WHAT_IS_DENIED.search(evidence.question.flat):
                continue
            over, whole = lead_in(place.document, one), with_items(place.document, one)
            share = evidence.coverage(flatten((over.text if over else "") + whole.text).lower(), terms)
            if share < LEAST:
                continue
            lists = FOR_LIST if evidence.question.which and whole.end > one.end else 0.0
            lists += FOR_LIST if form.best and form.best.search(one.text) else 0.0
            yield Holder(share + lists + place.score - evidence.handicap(place.document), place, one)


_WITHOUT_SUBJECT = re.compile(r"(?:不得|严禁|禁止|不准)")


def _with_its_subject(document: Document, one: Sentence, before: Sentence | None) -> Sentence:
    """「不得用于教职工工资。」 with the sentence in front of it on the same line, which says what must not."""
    if (
        before is None
        or not _WITHOUT_SUBJECT.match(one.text)
        or "\n" in document.text[before.start : one.start]
    ):
        return one
    return Sentence(before.start, one.end, document.quote(before.start, one.end))


_DENIES = re.compile(
    r"(?:情形|情况|条件|行为)[^，。；]{0,6}[，,](?:一律)?(?:不予|不得|不能|不再|不纳入|不享受)"
)
_ASKS_WHAT_IS_DENIED = re.compile(r"不|无法|没法|禁|取消|限制|拒|排除|除外")
_PUNISHES = re.compile(r"罚款|责令|给予.{0,6}处分|吊销|追究")


def _of_document(evidence: Evidence, form: Form) -> Draft | None:
    """The article that says it of the whole document, where the question is about nothing but the document."""
    document = evidence.documents[0]
    rest = content_of(form.asked.sub(" ", evidence.question.about))
    least = NAMED if evidence.of_one_document else ALL_IN_TITLE
    if _says_more(rest) and evidence.coverage(titles_of(document), terms_of(rest)) < least:
        return None
    clauses = reversed(document.clauses) if form.closing else document.clauses
    for clause in clauses:
        written = [one for one in own_sentences(document, clause) if form.said.search(one.text)]
        if written:
            place = Place(document, clause, clause.start, clause.end, False, 1.0)
            return _draft(evidence, place, written[: 1 if form.closing else SHOWN])
    if not form.missing:
        return None
    text = f"{titled(document.title)}没有写明{form.missing}。"
    return Draft("unspecified", (Said(text),), closest=closest(evidence, ()))


def _says_more(rest: str) -> bool:
    return len([c for c in rest if c.isalnum() and c not in vocabulary.STOP_CHARACTERS]) > 2


def _draft(evidence: Evidence, place: Place, chosen: Sequence[Sentence]) -> Draft:
    document = place.document
    whole = dict.fromkeys(with_items(document, one) for one in chosen)
    shown = sorted(whole, key=lambda one: one.start)
    said = said_of(document, place.clause, outermost(shown))
    said[0] = said[0].behind(lead(evidence, place.clause))
    quotes = quotes_of(said)
    return Draft("answered", tuple(said), left_out(quotes), closest(evidence, quotes))

"""A rule for other members of a kind than the one asked about leaves that one open: 3A to 5A where 2A is asked about."""

from __future__ import annotations

from assistant.answer.compose.amounts import LEFT_OUT
from assistant.answer.compose.items import said_of, with_items
from assistant.answer.compose.left_open import left_open_by
from assistant.answer.compose.place import COVERED, Place
from assistant.answer.compose.wording import closest, sentence, unspecified
from assistant.answer.draft import Draft, Quote
from assistant.answer.sentences import sentences, under_headings
from assistant.evidence import Evidence
from assistant.question.alike import missed
from assistant.question.understand import flatten
from index.clauses import Clause, Document


def left_open_for(evidence: Evidence, draft: Draft) -> Draft | None:
    """What the draft says, and that nothing is said of the member asked about; None where it, or no other one, is named."""
    quotes = draft.quotes
    table = any(one.row for one in draft.said)
    if draft.outcome != "answered" or evidence.question.yes_no or not evidence.question.detail or table:
        return None
    said = "".join(under_headings(q.document, q.start, q.end) + "".join(q.document.titles()) for q in quotes)
    said = LEFT_OUT.sub("", said)  # 「不含国有企业」 is of others
    member = missed(evidence.question.flat, said)
    if not member:
        return None
    if quotes and (own := _of_member(evidence, quotes[0], member)):
        return own
    provides = f"文件的规定是：“{sentence(quotes[0].text).rstrip('。')}”"
    return unspecified(evidence, "", f"{member}的情形", quotes[0], provides)


def _of_member(evidence: Evidence, quote: Quote, member: str) -> Draft | None:
    """What another sentence of the same article says of the member: the detail, or that it is left open."""
    document, clause = quote.document, quote.clause
    while clause.parent and not clause.heading and clause.kind != "row":
        clause = document.by_id[clause.parent]
    detail = evidence.question.detail or ""
    held = sentences(document, clause, clause.start, document.end_of(clause))
    naming = [one for one in held if member in flatten(one.text)]
    if not naming:
        return None
    if saying := next((one for one in naming if evidence.question.says(detail, one.text)), None):
        said = said_of(document, clause, [with_items(document, saying)])
        return Draft("answered", tuple(said), closest=closest(evidence, said[0].quotes))
    return left_open_by(
        evidence, _place(document, clause), naming[0], "文件的规定是：", evidence.question.missing
    )


def _place(document: Document, clause: Clause) -> Place:
    return Place(document, clause, clause.start, document.end_of(clause), False, COVERED)

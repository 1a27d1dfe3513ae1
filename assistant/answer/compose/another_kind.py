"""A rule for other members of a kind than the one asked about leaves that one open: 3A to 5A where 2A is asked about."""

from __future__ import annotations

from assistant.answer.compose.wording import sentence, unspecified
from assistant.answer.draft import Draft, Quote
from assistant.answer.sentences import under_headings
from assistant.evidence import Evidence
from assistant.question.alike import missed
from assistant.question.understand import flatten


def _article(quote: Quote) -> str:
    """All that the quotation's article says: another item may be of the member."""
    document, clause = quote.document, quote.clause
    while clause.parent and not clause.heading and clause.kind != "row":
        clause = document.by_id[clause.parent]
    return flatten(document.quote(clause.start, document.end_of(clause)))


def left_open_for(evidence: Evidence, draft: Draft) -> Draft | None:
    """What the draft says, and that nothing is said of the member asked about; None where it, or no other one, is named."""
    quotes = [q for s in draft.said for q in s.quotes]
    table = any(one.row for one in draft.said)
    if draft.outcome != "answered" or evidence.question.yes_no or not evidence.question.detail or table:
        return None
    said = "".join(under_headings(q.document, q.start, q.end) + "".join(q.document.titles()) for q in quotes)
    member = missed(evidence.question.flat, said)
    if not member or any(member in _article(q) for q in quotes):
        return None
    provides = f"文件的规定是：“{sentence(quotes[0].text).rstrip('。')}”"
    return unspecified(evidence, "", f"{member}的情形", quotes[0], provides)

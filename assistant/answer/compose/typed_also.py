"""Words of a search box that an answer does not say yet, from the rule that it is taken from: 「登记凭证 有效期 延续」."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.compose.also_asked import LONGEST, rule_of
from assistant.answer.compose.items import lead_in, said_of, with_items
from assistant.answer.draft import Draft
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence
from assistant.question.typed import typed_apart
from assistant.question.understand import flatten

MOST = 3
"""Statements of an answer to which more are added."""


def with_all_typed(evidence: Evidence, draft: Draft) -> Draft:
    """The draft with the first sentence of its rule for each word that neither it nor the question's document title says."""
    rule = rule_of(draft)
    if not evidence.question.typed or draft.outcome != "answered" or rule is None:
        return draft
    document, clause = rule
    said = list(draft.said)
    shown = "".join(q.text for q in draft.quotes) + "".join(document.titles()) + document.source
    if document.end_of(clause) - clause.start > LONGEST:
        return draft
    for _, pieces in typed_apart(evidence.question):
        if len(said) >= MOST or any(piece in flatten(shown) for piece in pieces):
            continue
        found = sentences(document, clause, clause.start, document.end_of(clause))
        one = next((s for s in found if any(piece in flatten(s.text) for piece in pieces)), None)
        if one is not None and lead_in(document, one) is None:
            said += said_of(document, clause, [with_items(document, one)])
            shown += one.text
    return replace(draft, said=tuple(said)) if len(said) > len(draft.said) else draft

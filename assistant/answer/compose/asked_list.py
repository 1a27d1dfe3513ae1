"""「可以通过哪些途径筹集」 where a sentence is one item of the list that is asked for: the list, behind its lead-in."""

from __future__ import annotations

from assistant.answer.compose.items import LISTED, lead_in, with_items
from assistant.answer.compose.worth import LISTS
from assistant.answer.sentences import Sentence, under_headings
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Document

OF_THE_LEAD = 0.5
"""Share of the question that the lead-in must say, with what it stands under, for all items to be meant."""


def asked_list(evidence: Evidence, document: Document, one: Sentence) -> Sentence | None:
    """None where no list is asked for, the sentence is no item, or the list is too long to be shown whole."""
    over = lead_in(document, one) if evidence.question.which else None
    if over is None:
        return None
    of_things = evidence.question.detail in (None, *LISTS)  # 「几个工作日」 asks for no list
    leads = under_headings(document, over.start, over.end, leads=True) if of_things else over.text
    if evidence.coverage(flatten(leads).lower(), evidence.question.core_terms) < OF_THE_LEAD:
        return None
    whole = with_items(document, over)
    return whole if whole.end > over.end and one.end <= whole.end <= whole.start + LISTED else None

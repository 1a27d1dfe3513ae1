"""Whether a sentence that says a detail says it of what is asked about at all: doubted where it is near to the question neither
in its words nor in its meaning.

A logistic regression on 850 answers about 30 folders of documents that are not in the repository, 94 of which should have been
left open: of the 36 that it doubts, 30 are among these.
"""

from __future__ import annotations

from assistant.answer.compose.holders import Holder
from assistant.answer.compose.items import behind_lead
from assistant.answer.sentences import before_on_its_line
from assistant.evidence import Evidence

CONTEXT, COSINE, MEANING, BIAS = 3.63, 16.5, 52.2, -15.5
"""Log odds: for the share of the question in the sentence with what it stands under, for the best hit's cosine, for the
sentence's own nearness."""
BEYOND_DOUBT = 1.6
"""Log odds without the meaning from which it is not compared: that takes time."""
SHORT = 40
"""Characters below which a sentence is compared with what stands in front of it."""
OF_AN_OFFICE = ("contact", "person")
"""Details that stand where a document says who answers for it, far from the matter."""


def doubted(evidence: Evidence, holder: Holder) -> bool:
    """Never of a clause that the question names, nor where one document is chosen, or all there is: that has the matter. How to
    apply holds for all of a document, also where only its place is named."""
    detail = evidence.question.detail
    by_name = bool(evidence.regions or evidence.question.names_document) and detail != "procedure"
    chosen = (evidence.of_one_document and not by_name) or len(evidence.snapshot.document_ids) == 1
    if evidence.near is None or not evidence.hits or holder.place.named or chosen or detail in OF_AN_OFFICE:
        return False
    odds = BIAS + CONTEXT * _covered(evidence, holder) + COSINE * evidence.hits[0].cosine
    return odds < BEYOND_DOUBT and odds + MEANING * evidence.near([_said(holder)])[0] < 0


def _covered(evidence: Evidence, holder: Holder) -> float:
    """Share of the question in the sentence with what stands before it on its line, and what it stands under."""
    document, one = holder.place.document, holder.sentence
    clause = document.clause_at(one.start, one.end) or holder.place.clause
    line = before_on_its_line(document, one.start) + document.text[one.start : one.end]
    return evidence.coverage(evidence.context(document, clause, line), evidence.question.core_terms)


def _said(holder: Holder) -> str:
    """The sentence behind its lead-in; a short one behind what stands before it on its line, or its heading."""
    document, one = holder.place.document, holder.sentence
    said = behind_lead(document, one)
    if len(said) >= SHORT:
        return said
    if before := before_on_its_line(document, one.start).strip():
        return before[-SHORT:] + said
    entry = document.clause_at(one.start, one.end) or holder.place.clause
    over = (c.heading for c in (entry, *reversed(document.ancestors(entry))) if c.heading)
    return next(over, "") + said

"""Whether a sentence that says a detail says it of what is asked about at all: doubted where it is near to the question neither
in its words nor in its meaning.

A logistic regression on 828 answers about 29 folders of documents that are not in the repository, 93 of which should have been
left open: of the 36 that it doubts, 28 are among these.
"""

from __future__ import annotations

from assistant.answer.compose.holders import Holder
from assistant.answer.compose.items import behind_lead
from assistant.answer.compose.place import core_terms
from assistant.evidence import Evidence

CONTEXT, COSINE, MEANING, BIAS = 3.42, 16.25, 51.6, -15.1
"""Log odds: for the share of the question in the sentence with what it stands under, for the best hit's cosine, for the
sentence's own nearness."""
BEYOND_DOUBT = 1.6
"""Log odds without the meaning from which it is not compared: that takes time."""
SHORT = 40
"""Characters below which a sentence is compared with its heading in front."""


def doubted(evidence: Evidence, holder: Holder) -> bool:
    """Never of a clause that the question names, nor where one document is chosen: that has the matter."""
    chosen = evidence.of_one_document and not (evidence.regions or evidence.question.names_document)
    if evidence.near is None or not evidence.hits or holder.place.named or chosen:
        return False
    document, clause = holder.place.document, holder.place.clause
    context = evidence.context(document, clause, holder.sentence.text)
    odds = BIAS + CONTEXT * evidence.coverage(context, core_terms(evidence))
    odds += COSINE * evidence.hits[0].cosine
    return odds < BEYOND_DOUBT and odds + MEANING * evidence.near([_said(holder)])[0] < 0


def _said(holder: Holder) -> str:
    """The sentence behind its lead-in; a short one behind the heading that it stands under."""
    document, one = holder.place.document, holder.sentence
    said = behind_lead(document, one)
    if len(said) >= SHORT:
        return said
    entry = document.clause_at(one.start, one.end) or holder.place.clause
    over = (c.heading for c in (entry, *reversed(document.ancestors(entry))) if c.heading)
    return next(over, "") + said

"""A long run of the question's words that stands in one sentence as it is asked: 「收到选房短信」."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.compose.items import with_items
from assistant.answer.compose.place import Place, titles_of
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.understand import flatten

RUN = 4
"""Characters of the question's words that name a sentence where they stand in it."""
NEXT = 4
"""Clauses in which it is looked for."""


def in_full(evidence: Evidence, chosen: Place, found: Sequence[Place]) -> tuple[Place, list[Sentence]] | None:
    """The one sentence of the best clauses that has a long run of the question's words as they stand, 「收到选房短信」, where the
    clause that is chosen has none."""
    title = titles_of(chosen.document)
    runs = [term.text for term in evidence.question.core_terms if _beyond_title(term.text, title) >= RUN]
    text = flatten(chosen.document.quote(chosen.start, chosen.end)).lower()
    if not runs or any(run in text for run in runs):
        return None
    said = [
        (place, one)
        for place in found[:NEXT]
        for one in sentences(place.document, place.clause, place.start, place.end)
        if any(run in flatten(one.text).lower() for run in runs)
    ]
    return (said[0][0], [with_items(said[0][0].document, said[0][1])]) if len(said) == 1 else None


def _beyond_title(run: str, title: str) -> int:
    """Characters of the run that are none of the title's words."""
    return sum(
        run[at : at + 2] not in title and run[at - 1 : at + 1] not in title for at in range(1, len(run))
    )

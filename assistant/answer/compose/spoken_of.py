"""A clause that a question is about leaves its detail open, though another clause, of something else, says such a detail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer.compose.place import Place
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence

LOOKED_INTO = 5
SPOKEN_OF = 0.5
FAR_LESS = 0.88
MEANT, FOR_STEPS = 1.7, 4.0
"""Clauses looked into; the least share of the question in one that is meant and leaves the detail open, the most of that share
in one with the detail, and the least distance between them in the search's score, for how to apply, which
holds for all of a document, a larger one; from 900 questions of nine lots."""


def says_more_without(evidence: Evidence, detail: str, holder: Place, found: Sequence[Place]) -> Place | None:
    """A clause that words and search prefer by far to the one with the detail, and that has none of it: what is asked is left
    open there."""
    others = [
        p
        for p in found[:LOOKED_INTO]
        if p.worded
        and p.clause.id != holder.clause.id
        and p.score >= SPOKEN_OF
        and holder.score < FAR_LESS * p.score
        and p.fused >= holder.fused + (FOR_STEPS if detail == "procedure" else MEANT)
    ]
    silent = (p for p in others if not any(_says_detail(evidence, detail, p)))
    return None if holder.named else next(silent, None)


def _says_detail(evidence: Evidence, detail: str, place: Place) -> Iterator[bool]:
    for one in sentences(place.document, place.clause, place.start, place.end):
        yield evidence.question.says(detail, one.text)

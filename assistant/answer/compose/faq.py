"""Questions and answers under one heading without numbers, 「常见问题」: the pair that is meant."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.sentences import Sentence, question_above
from assistant.evidence import Evidence
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Document

FOR_WORDS = 0.05
"""What all of the question's words weigh beside its nearness."""


def pair_meant(evidence: Evidence, document: Document, found: Sequence[Sentence]) -> Sentence | None:
    """The question of the document that is nearest to the user's, with its answer, as one passage; None where the sentences
    answer no two questions, or stand in a text without numbers, of which each is found by itself."""
    entry = document.clause_at(found[0].start, found[0].end)
    if entry is None or entry.kind == "front":
        return None
    pairs: dict[str, list[Sentence]] = {}
    for one in found:
        pairs.setdefault(question_above(document, one.start), []).append(one)
    asked = [line for line in pairs if line]
    if len(asked) < 2:
        return None
    terms = terms_of(content_of(evidence.question.flat))
    words = [FOR_WORDS * evidence.coverage(flatten(line).lower(), terms) for line in asked]
    near = evidence.near(asked) if evidence.near else ()
    worth = [how + share for how, share in zip(near, words, strict=False)] or words
    best = asked[worth.index(max(worth))]
    answers = pairs[best]
    start = document.text.rfind(best, 0, answers[0].start)
    return Sentence(start, answers[-1].end, document.quote(start, answers[-1].end))

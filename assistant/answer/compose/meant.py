"""Where the question's words do not tell which sentence is meant, people having words of their own: the nearest in meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.compose.items import behind_lead
from assistant.answer.compose.place import GONE_ODDS, LEVEL, Place
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.understand import flatten

TELLS = 0.4
"""Share of the question in a sentence from which its words tell; calibrated on questions told by citizens."""
FOR_WORDS = 0.05
FOR_SCORE = 0.006
"""What all of the question's words, and a point of the search's score, weigh beside its nearness."""
FOR_ACT = 0.008
"""What it weighs that a sentence has the act of which is asked whether it may be or is done: 「钱能退不」."""
_ACT = re.compile(r"([\u4e00-\u9fff])(?:不\1|[不吗么][？?]?$)")


@dataclass(frozen=True)
class Near:
    """A sentence with how near it is to the question, from 0 on beyond doubt, and with what it is worth beside other ones: the
    same with a little of the words and of the search's score."""

    place: Place
    sentence: Sentence
    near: float
    worth: float


def nearest_in_meaning(
    evidence: Evidence, said: Sequence[tuple[Place, Sentence]], found: Sequence[Place]
) -> list[Near]:
    """Of ``said``, those that stand in clauses about as good as the best of ``found``, the best first; none where the words
    tell, or the question names the clause."""
    if evidence.near is None or not found or found[0].named or found[0].clause.kind == "table":
        return []
    best = max(_score(evidence, p) for p in found)
    level = [(p, s, behind_lead(p.document, s)) for p, s in said if _score(evidence, p) >= best - LEVEL]
    terms = evidence.question.core_terms
    shares = [evidence.coverage(flatten(text).lower(), terms) for _, _, text in level]
    if not level or max(shares) >= TELLS:
        return []
    act = _ACT.search(evidence.question.flat)
    more = [
        FOR_SCORE * _score(evidence, place)
        + FOR_WORDS * share
        + FOR_ACT * (act is not None and act[1] in text)
        for (place, _, text), share in zip(level, shares, strict=True)
    ]
    order = sorted(range(len(level)), key=lambda i: (-more[i], i))
    nearness = evidence.near([level[i][2] for i in order])
    near = []
    for i, how in zip(order, nearness, strict=False):
        place, one, _ = level[i]
        near.append(Near(place, one, how, how + more[i]))
    return sorted(near, key=lambda n: -n.worth)


def _score(evidence: Evidence, place: Place) -> float:
    """The search's, less where the document is not in force."""
    return place.fused - GONE_ODDS * (place.document.id in evidence.gone)


def of_places(found: Sequence[Place]) -> list[tuple[Place, Sentence]]:
    return [(p, s) for p in found for s in sentences(p.document, p.clause, p.start, p.end)]

"""Sentences that say what is sought, in the next clauses, where those chosen do not say it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.compose.items import with_items
from assistant.answer.compose.place import Place
from assistant.answer.compose.sought import MEMBERS, lacking
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.sought import A_GRANT
from assistant.question.understand import flatten
from assistant.question.vocabulary import OF_ANY_POLICY

SURE = frozenset({A_GRANT, "计算的公式"})
"""What few sentences say but those that are meant."""
NEXT = 4
"""Clauses that are looked into."""


def where_typed(evidence: Evidence, found: Sequence[Place]) -> tuple[Place, list[Sentence]] | None:
    """「创业担保贷款 经办银行」: the sentence of another clause that has the word typed last and says what it asks for."""
    word = evidence.question.typed[-1] if evidence.question.typed else ""
    for place in found[1:NEXT] if word else ():
        for one in sentences(place.document, place.clause, place.start, place.end):
            if word in one.text and not lacking(evidence, place.document, [one]):
                return place, [one]
    return None


SAYS_ENOUGH = 0.5


def where_sought(
    evidence: Evidence, found: Sequence[Place], chosen: Sequence[Sentence], missing: str
) -> tuple[Place, list[Sentence]] | None:
    """「起草了国家标准，有奖励吗」: the sentence of the best clause, or where a grant is sought of another one, that says so, and
    more of the question than the one chosen, half of it at least."""
    of = [term for term in evidence.question.core_terms if term.text not in OF_ANY_POLICY]

    def share(one: Sentence) -> float:
        return evidence.coverage(flatten(one.text).lower(), of)

    least = max(SAYS_ENOUGH, *(share(one) for one in chosen))
    listed = missing == MEMBERS  # by a sentence that leads in to a list
    said = [
        (share(one), place, one)
        for place in found[: NEXT if listed or missing in SURE else 1]
        for one in sentences(place.document, place.clause, place.start, place.end)
        if not lacking(evidence, place.document, [one])
        and (place is found[0] or not listed or with_items(place.document, one).end > one.end)
    ]
    best = max(said, key=lambda item: item[0], default=None)
    if best is None or best[0] < least or (best[0] == least and not listed):
        return None
    return best[1], [with_items(best[1].document, best[2]) if listed else best[2]]

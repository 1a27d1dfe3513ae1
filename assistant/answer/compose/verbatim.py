"""A question that has the text before it, 「因故不能开放的，应当提前几日向社会公示」: the sentence that it is taken from."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer.compose.items import left_out, said_of, with_items
from assistant.answer.compose.wording import closest, lead
from assistant.answer.draft import Draft, Said
from assistant.answer.grounding.mentions import mentions
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import NEAR, Evidence
from assistant.question.understand import flatten
from index.search.hit import Hit

RUN = 5
"""Characters that question and sentence must have in a row for these to count."""
TAKEN = 0.75
"""Share of the question that such runs make up."""
SHORTEST = 14
"""Characters of a question that can be taken from a text."""


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if question.detail is None and question.role is None:
        return None
    found = [
        (share, hit, one) for share, hit, one in _taken(evidence) if share >= TAKEN and _says(evidence, one)
    ]
    if not found:
        return None
    _, hit, one = max(found, key=lambda item: item[0] - evidence.handicap(item[1].document))
    said = said_of(hit.document, hit.clause, [with_items(hit.document, one)])
    said[0] = Said(lead(evidence, hit.clause, said[0].text) + said[0].text, said[0].quotes)
    return Draft("answered", tuple(said), left_out(said[0].quotes), closest(evidence, said[0].quotes))


def _says(evidence: Evidence, one: Sentence) -> bool:
    """The detail that is asked for, or some agency."""
    question = evidence.question
    if question.detail:
        return question.says(question.detail, one.text)
    return bool(mentions(one.text, generic=True))


def _taken(evidence: Evidence) -> Iterator[tuple[float, Hit, Sentence]]:
    """Each sentence of the nearest hits with the share of the question that it has in runs."""
    asked = flatten(evidence.question.about).strip("《》：:？?。")
    if len(asked) < SHORTEST:
        return
    for hit in evidence.hits[:NEAR]:
        for one in sentences(hit.document, hit.clause, hit.start, hit.end):
            yield share_in_runs(asked, flatten(one.text)), hit, one


def share_in_runs(asked: str, said: str) -> float:
    """Share of the characters of ``asked`` that stand in ``said`` with ``RUN`` in a row.

    >>> share_in_runs("公示时间不得少于多少日", "施划方案公示时间不得少于十五日")
    0.7272727272727273
    """
    covered = [False] * len(asked)
    for start in range(len(asked) - RUN + 1):
        if asked[start : start + RUN] in said:
            covered[start : start + RUN] = [True] * RUN
    return sum(covered) / len(asked)

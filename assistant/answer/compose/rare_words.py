"""Where nothing else tells: the sentence of the best hits that has the question's rare words as they stand, 「元宇宙」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.compose.items import said_of, with_items
from assistant.answer.compose.place import titles_of
from assistant.answer.compose.wording import closest, lead
from assistant.answer.draft import Draft
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence
from assistant.question.pairs import pairs_of
from assistant.question.understand import content_of, flatten
from assistant.question.vocabulary import STOP_CHARACTERS

LEAST = 1.5
"""What the rare words of a sentence must be worth. Of 34 sets of questions, those that nothing else answers: from here on all
five that are asked of the text are answered rightly and none that is not; 1.48 would answer one of these, 0.8 five."""
LONGEST = 60
"""Characters of a run; a longer one is no word."""
RARE = 0.55
"""Rarity from which a pair of characters is none of the words that documents share."""
_ASKS_MORE = re.compile(
    r"多[少久长大高远]|几[个家种项条]?|怎么[办样]|如何|报名|联系|哪[家个些一两二三四五六七八九十几]|谁|什么"
)
"""What such a sentence would not say, having only the word."""


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if question.detail or question.role or question.typed or question.head_fields or question.quoted:
        return None
    if _ASKS_MORE.search(question.flat):
        return None
    runs = [run.lower() for run in content_of(question.about).split() if len(run) <= LONGEST]
    scored = [
        (
            sum(_worth(evidence, word) for word in _said(runs, one.text, titles_of(hit.document))),
            hit,
            one,
        )
        for hit in evidence.hits
        if hit.document.id not in evidence.gone
        for one in sentences(hit.document, hit.clause, hit.start, hit.end)
    ]
    best, hit, one = max(scored, key=lambda item: item[0], default=(0.0, None, None))
    if hit is None or one is None or best < LEAST:
        return None
    said = said_of(hit.document, hit.clause, [with_items(hit.document, one)])
    said[0] = said[0].behind(lead(evidence, hit.clause))
    return Draft("answered", tuple(said), closest=closest(evidence, said[0].quotes))


def _said(runs: list[str], text: str, titles: str) -> Iterator[str]:
    """The longest pieces of the question that the text has and the titles have not."""
    flat = flatten(text).lower()
    for run in runs:
        at = 0
        while at < len(run) - 1:
            end = next((e for e in range(len(run), at + 1, -1) if run[at:e] in flat), 0)
            if end and run[at:end] not in titles:
                yield run[at:end]
            at = end or at + 1


def _worth(evidence: Evidence, word: str) -> float:
    """Of its pairs of characters, as rare as they are."""
    rare = [evidence.rarity(p) for p in pairs_of(word) if not {*p} & STOP_CHARACTERS]
    return sum(r for r in rare if r >= RARE)

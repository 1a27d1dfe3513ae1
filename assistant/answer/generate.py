"""What a language model is given: the question word for word, and each clause as a numbered block."""

from __future__ import annotations

import re
from collections.abc import Sequence

import prompts
from assistant.answer.compose.wording import name_of
from assistant.answer.draft import Draft, Quote, quote_hit
from assistant.answer.reply import MARKER
from assistant.answer.rows import arranged
from assistant.evidence import Evidence

BLOCKS, MOST_BLOCKS = 6, 16
"""So many clauses where the answer rests on few; so many where it rests on many."""


def clauses_for(draft: Draft, evidences: Sequence[Evidence]) -> list[Quote]:
    """What the model may cite, in the order of its numbers: the draft's places, then the nearest hits."""
    own = _whole(draft.quotes)[:MOST_BLOCKS]
    near = _whole([*own, *(quote_hit(h) for e in evidences for h in e.hits)])
    return near[: max(BLOCKS, len(own))]


def _whole(quotes: Sequence[Quote]) -> list[Quote]:
    """Their clauses as a whole, each once."""
    first = {q.clause.id: q for q in reversed(quotes)}
    order = dict.fromkeys(q.clause.id for q in quotes)
    chosen = [first[clause] for clause in order]
    return [Quote(q.document, q.clause, q.clause.start, q.clause.end) for q in chosen]


def prompt(question: str, clauses: Sequence[Quote]) -> str:
    blocks = [
        f"[{n}] {q.clause.locator} {as_data(name_of(q.document, q.clause))}\n{as_data(arranged(q))}"
        for n, q in enumerate(clauses, start=1)
    ]
    return prompts.fill("answer", clauses="\n\n".join(blocks), question=question)


def as_data(text: str) -> str:
    """A clause that holds 「[9] …」 looks like no block of ours: the brackets are others, and its lines are one block."""
    return re.sub(r"\n\s*\n+", "\n", MARKER.sub(r"〔\1〕", text))

"""A further question that the answer to the first one answers as well."""

from __future__ import annotations

from assistant.answer.draft import Draft
from assistant.evidence import Evidence
from assistant.question import details
from assistant.question.understand import content_of, flatten


def told_already(further: Evidence, first: Evidence, draft: Draft) -> bool:
    """The same detail of another thing, which the sentence that answers the first question says as well: 「公寓停车位的配建标准
    是多少？商品住房呢」."""
    question = further.question
    if question.detail is None or question.detail != first.question.detail:
        return False
    of = details.ASKED_BY[question.detail]
    new = [run for run in content_of(question.about, of).split() if run not in first.question.flat]
    quoted = flatten("".join(q.text for q in draft.quotes))
    return bool(new) and all(_in_both(run, quoted, first.question.flat) for run in new)


NAME = 3
"""Characters of the name of another thing."""


def _in_both(run: str, quoted: str, asked: str) -> bool:
    """A name at its beginning stands in the quotation, and what is left of it in the first question: 「商品住房标准是」."""
    end = max((e for e in range(NAME, len(run) + 1) if run[:e] in quoted), default=0)
    return end > 0 and all(c in asked for c in run[end:])

"""Is the assistant silent where the documents are silent?"""

from __future__ import annotations

from assistant.answer.model import Answer
from evals.case import Case


def answerable(case: Case) -> bool:
    return case.outcome == "answered"


def silent(answer: Answer) -> bool:
    """No answer was claimed: unspecified or refused."""
    return answer.outcome != "answered"


def bare(answer: Answer) -> bool:
    """A refusal shows no sources under it."""
    return answer.outcome != "refused" or not answer.citations

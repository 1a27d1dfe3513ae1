"""Is the assistant silent where the documents are silent, and only there?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Crossing:
    """How many questions were answered or not, of those that can be and those that cannot; right or wrong is not asked."""

    answerable_answered: int
    answerable_silent: int
    unanswerable_answered: int
    unanswerable_silent: int


def crossing(judged: Iterable[tuple[Case, Answer]]) -> Crossing:
    """A question that could not be put (an error) is left out by the caller."""
    pairs = [(answerable(case), silent(answer)) for case, answer in judged]
    return Crossing(
        *(pairs.count(pair) for pair in ((True, False), (True, True), (False, False), (False, True)))
    )

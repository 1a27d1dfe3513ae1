"""One answer against one case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer.model import Answer
from evals.case import Case, Labels
from evals.citation import uncited
from evals.folding import fold, unmarked
from evals.refusal import bare


@dataclass(frozen=True)
class Verdict:
    """``faults`` are Chinese reasons, empty when right; ``answer`` is None when asking failed."""

    case: Case
    answer: Answer | None
    faults: tuple[str, ...]

    @property
    def right(self) -> bool:
        return not self.faults


def judge(case: Case, answer: Answer) -> Verdict:
    """Right is: the outcome expected, the clauses cited, the words there, nothing said that must not be."""
    said = fold(" ".join([unmarked(answer.answer), *(s.text for s in answer.statements)]))
    shown = said + fold(" ".join(citation.quote for citation in answer.citations))
    faults = [
        *_outcome(case, answer),
        *(f"未引{_print(path)}" for path in uncited(case, answer.citations)),
        *(f"答语缺“{item}”" for item in lacking(case.say, said)),
        *(f"答语与引文缺“{item}”" for item in lacking(case.words, shown)),
        *(f"答语不应有“{item}”" for item in case.absent if fold(item) in said),
    ]
    return Verdict(case, answer, tuple(faults))


def _outcome(case: Case, answer: Answer) -> Iterable[str]:
    if answer.outcome != case.outcome:
        yield f"应为 {case.outcome}，得到 {answer.outcome}"
    if case.outcome == "refused" and not bare(answer):
        yield "拒答却附引用"


def lacking(items: Iterable[str], text: str) -> list[str]:
    """The items of which no word separated by | stands in the folded text."""
    return [item for item in items if not any(fold(word) in text for word in item.split("|"))]


def _print(path: Labels) -> str:
    return " ".join(path) if path else "文首"

"""Ask the assistant every question of a suite and measure its answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from assistant.answer.model import Answer, Citation
from evals.brevity import FACTS, brief
from evals.case import Case, Half, datasets, load_cases
from evals.citation import Clauses, invented, verbatim
from evals.interval import Estimate, share
from evals.judge import Verdict, judge
from evals.numbers import unsupported
from evals.refusal import Crossing, answerable, crossing, silent
from evals.thresholds import below
from index.errors import InputError, TiaokuanError


class Asked(Protocol):
    """The part of the assistant that a suite needs; documents are named by id, title, number or file name."""

    def ask(
        self, question: str | None = None, turns: Sequence[str] = (), documents: Sequence[str] = ()
    ) -> Answer: ...

    def show(self, doc: str) -> dict[str, Any]: ...


@dataclass(frozen=True)
class SuiteReport:
    """Verdicts in file order; a measure with nothing to count is left out."""

    suite: str
    verdicts: tuple[Verdict, ...]
    measures: Mapping[str, Estimate]

    @property
    def short(self) -> tuple[str, ...]:
        """Names of the measures below their threshold."""
        return below(self.suite, self.measures)

    @property
    def passed(self) -> bool:
        return not self.short

    @property
    def crossing(self) -> Crossing:
        return crossing((v.case, v.answer) for v in self.verdicts if v.answer)

    @property
    def failing(self) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.verdicts if not verdict.right)

    def to_json(self) -> dict[str, Any]:
        measures = {name: estimate.to_json() for name, estimate in self.measures.items()}
        return {
            "suite": self.suite,
            "n": len(self.verdicts),
            "measures": measures,
            "passed": self.passed,
        }


def run_suite(name: str, assistant: Asked, progress: Callable[[int, int], None] | None = None) -> SuiteReport:
    """``progress`` is told (done, all) after each case; an unknown suite raises InputError."""
    return run_cases(name, suite_cases(name), assistant, progress)


def suite_cases(name: str, half: Half | None = None) -> tuple[Case, ...]:
    """All cases of a suite, or those of one half."""
    known = datasets()
    if name not in known:
        raise InputError(f"没有名为“{name}”的评测", f"可用：{'、'.join(known)}，以及 retrieval、answers")
    cases = load_cases(known[name])
    chosen = tuple(case for case in cases if half is None or case.half == half)
    if not chosen:
        raise InputError(f"评测“{name}”没有分为 tune 和 hold 两半", "请不要使用 --half")
    return chosen


def run_cases(
    suite: str,
    cases: Sequence[Case],
    assistant: Asked,
    progress: Callable[[int, int], None] | None = None,
) -> SuiteReport:
    verdicts = []
    for done, case in enumerate(cases, start=1):
        verdicts.append(_verdict(case, assistant))
        if progress:
            progress(done, len(cases))
    return SuiteReport(suite, tuple(verdicts), measure(verdicts, Sources(assistant)))


def measure(verdicts: Sequence[Verdict], sources: Callable[[str], Clauses]) -> dict[str, Estimate]:
    """``sources`` gives the clauses of a document id."""
    flags = {
        "answerable": [v.right for v in verdicts if answerable(v.case)],
        "false_refusals": [v.answer is not None and silent(v.answer) for v in verdicts if answerable(v.case)],
        "unanswerable": [
            v.answer is not None and silent(v.answer) for v in verdicts if not answerable(v.case)
        ],
        "unanswerable_right": [v.right for v in verdicts if not answerable(v.case)],
    }
    answers = [(v.case, v.answer) for v in verdicts if v.answer]
    flags |= {
        "verbatim": [verbatim(c, sources(c.document.id)) for _, a in answers for c in _shown(a)],
        "quoted": [not invented(a, _texts(a, sources)) for _, a in answers if a.statements],
        "numbers": [not unsupported(a) for _, a in answers if a.outcome == "answered"],
        "brief": [brief(a) for case, a in answers if case.kind in FACTS],
    }
    return {name: share(values) for name, values in flags.items() if values}


def by_kind(verdicts: Sequence[Verdict]) -> dict[str, tuple[int, int]]:
    """Kind → (right, all), in the order of first appearance."""
    counts: dict[str, tuple[int, int]] = {}
    for verdict in verdicts:
        right, n = counts.get(verdict.case.kind, (0, 0))
        counts[verdict.case.kind] = (right + verdict.right, n + 1)
    return counts


class Sources:
    """Clauses by document id, each document fetched once."""

    def __init__(self, assistant: Asked) -> None:
        self._assistant = assistant
        self._shown: dict[str, Clauses] = {}

    def __call__(self, doc: str) -> Clauses:
        if doc not in self._shown:
            self._shown[doc] = self._assistant.show(doc)["clauses"]
        return self._shown[doc]


def _verdict(case: Case, assistant: Asked) -> Verdict:
    documents = (case.document,) if case.document else ()
    try:
        answer = assistant.ask(case.question, turns=case.turns, documents=documents)
    except TiaokuanError as error:
        return Verdict(case, None, (f"出错：{error}",))
    return judge(case, answer)


def _shown(answer: Answer) -> tuple[Citation, ...]:
    """Every quotation that a reader sees, the closest clauses included."""
    return answer.citations + answer.closest


def _texts(answer: Answer, sources: Callable[[str], Clauses]) -> list[str]:
    documents = dict.fromkeys(citation.document.id for citation in _shown(answer))
    return ["".join(clause["text"] for clause in sources(doc)) for doc in documents]

"""Do answers to questions with gold passages cite one of them, and what is answered when their document is taken away?"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any, Protocol

from assistant.answer.model import Answer, Citation
from assistant.views import IndexReport
from evals.citation import Clauses
from evals.folding import squeeze
from evals.interval import Estimate, quantile, share
from evals.retrieval import Question, load_questions
from evals.run import Asked, Sources

MOST_CITATIONS = 3
SEED = 20261128
SPEED_LIMITS = {"compose_p50_ms": 15, "compose_p95_ms": 60}


class Shelved(Asked, Protocol):
    """An assistant that says which documents it has."""

    def list_documents(self) -> IndexReport: ...


@dataclass(frozen=True)
class Tried:
    """A question with what was answered from all documents and from all but its own (None where it names none)."""

    question: Question
    whole: Answer
    without: Answer | None


@dataclass(frozen=True)
class AnswersReport:
    n: int
    measures: Mapping[str, Estimate]
    tried: tuple[Tried, ...] = ()
    suite: str = "answers"
    passed: bool = True

    def to_json(self) -> dict[str, Any]:
        measures = {name: estimate.to_json() for name, estimate in self.measures.items()}
        return {"suite": self.suite, "n": self.n, "measures": measures, "passed": self.passed}


def run_answers(
    corpus: Path,
    questions: Path,
    open_folder: Callable[[Path], Shelved],
    sample: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> AnswersReport:
    """Every question, or ``sample`` of them, always the same ones."""
    asked = drawn(load_questions(questions), sample)
    assistant = open_folder(corpus)
    documents = {row.id: Path(row.source).stem for row in assistant.list_documents().documents}
    tried = []
    for done, question in enumerate(asked, start=1):
        tried.append(_tried(question, assistant, documents))
        if progress:
            progress(done, len(asked))
    return AnswersReport(len(asked), measure(tried, Sources(assistant)), tuple(tried))


def drawn(questions: Sequence[Question], sample: int | None) -> tuple[Question, ...]:
    """In the order of the file."""
    if sample is None or sample >= len(questions):
        return tuple(questions)
    chosen = set(random.Random(SEED).sample(range(len(questions)), sample))
    return tuple(question for i, question in enumerate(questions) if i in chosen)


def measure(tried: Sequence[Tried], shown: Callable[[str], Clauses]) -> dict[str, Estimate]:
    """``shown`` gives the clauses of a document id. ``removed_``: without the question's document; there an answer that cites
    a gold passage all the same has it from another document and is no failure."""
    whole = [t.whole for t in tried]
    removed = [(t.question, t.without) for t in tried if t.without]
    hits = [cites_gold(t.question.gold, t.whole, shown) for t in tried]
    claimed = [a.outcome == "answered" for a in whole]
    flags = {
        "gold_cited": [hit and answered for hit, answered in zip(hits, claimed, strict=True)],
        "gold_cited_of_answered": [hit for hit, answered in zip(hits, claimed, strict=True) if answered],
        **_outcomes("", whole),
        **_outcomes("removed_", [a for _, a in removed]),
        "removed_refusal_recall": [
            a.outcome != "answered" or cites_gold(question.gold, a, shown) for question, a in removed
        ],
    }
    times = [float(a.timings_ms.compose) for a in whole]
    speed = {"compose_p50_ms": quantile(times, 0.5), "compose_p95_ms": quantile(times, 0.95)}
    return {name: share(values) for name, values in flags.items() if values} | speed


def cites_gold(gold: Sequence[str], answer: Answer, shown: Callable[[str], Clauses]) -> bool:
    """One of the first ``MOST_CITATIONS`` quotations shares a gold passage (either inside the other), or the cited clause
    with what is below it contains one; white space aside."""
    wanted = [squeeze(passage) for passage in gold]
    return any(_meets(wanted, citation, shown) for citation in answer.citations[:MOST_CITATIONS])


def _meets(wanted: Sequence[str], citation: Citation, shown: Callable[[str], Clauses]) -> bool:
    quote = squeeze(citation.quote)
    if any(passage in quote or quote in passage for passage in wanted):
        return True
    span = squeeze(_span(citation, shown(citation.document.id)))
    return any(passage in span for passage in wanted)


def _span(citation: Citation, clauses: Clauses) -> str:
    """The text of the clause and all below it; front matter, which has no path, only its own."""
    at = next((i for i, clause in enumerate(clauses) if clause["id"] == citation.clause_id), None)
    if at is None:
        return ""
    path = tuple(clauses[at]["path"])
    below = takewhile(lambda clause: path and tuple(clause["path"])[: len(path)] == path, clauses[at + 1 :])
    return "".join(clause["text"] for clause in (clauses[at], *below))


def _outcomes(prefix: str, answers: Sequence[Answer]) -> dict[str, list[bool]]:
    kinds = ("answered", "unspecified", "refused")
    return {f"{prefix}{kind}": [answer.outcome == kind for answer in answers] for kind in kinds}


def _tried(question: Question, assistant: Shelved, documents: Mapping[str, str]) -> Tried:
    others = [doc for doc, title in documents.items() if title != question.title]
    own = len(others) < len(documents)
    without = assistant.ask(question.query, documents=others) if own and others else None
    return Tried(question, assistant.ask(question.query), without)

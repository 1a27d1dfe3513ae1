"""Does the search bring the passages that answer a question to the top?"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from evals.folding import squeeze
from evals.interval import Estimate, mean, share
from evals.machine import machine
from index.errors import InputError

DEPTH = 10
READING_LENGTH = 2500
MOST_RESULTS = 50


@dataclass(frozen=True)
class Result:
    """A hit as retrieval returns it: its quotation, and the file name of its document."""

    quote: str
    source: str


Search = Callable[[str], Sequence[Result]]


class Question(BaseModel):
    """``gold`` are passages of the document ``title`` (its file name without suffix), white space aside."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    query: str
    gold: tuple[str, ...] = Field(min_length=1)
    title: str | None = None

    @field_validator("gold")
    @classmethod
    def _line_breaks(cls, gold: tuple[str, ...]) -> tuple[str, ...]:
        """Some passages of Legal-DC have the two characters ``\\n`` where a line breaks."""
        return tuple(passage.replace("\\n", "\n") for passage in gold)


@dataclass(frozen=True)
class RetrievalReport:
    n: int
    measures: Mapping[str, Estimate]
    timings_ms: Mapping[str, float]
    """``median`` and ``p95`` from a question to its ranked clauses; documents are read when a hit first lies in them."""
    suite: str = "retrieval"
    passed: bool = True

    def to_json(self) -> dict[str, Any]:
        measures = {name: estimate.to_json() for name, estimate in self.measures.items()}
        return {"suite": self.suite, "n": self.n, "measures": measures, "passed": self.passed} | {
            "timings_ms": dict(self.timings_ms), "machine": machine(),
        }  # fmt: skip


def recalled(gold: Sequence[str], results: Sequence[Result]) -> bool:
    """Every gold passage is inside the concatenated results."""
    text = "".join(squeeze(result.quote) for result in results)
    return all(squeeze(passage) in text for passage in gold)


def within(results: Sequence[Result], length: int = READING_LENGTH) -> Sequence[Result]:
    """The top results whose quotations together have at most ``length`` characters, none of them cut."""
    sums = accumulate(len(result.quote) for result in results)
    return results[: sum(1 for _ in takewhile(lambda total: total <= length, sums))]


def reciprocal_rank(gold: Sequence[str], results: Sequence[Result], depth: int = DEPTH) -> float:
    """1/rank of the first result that contains any gold passage, 0 beyond ``depth``."""
    for rank, result in enumerate(results[:depth], start=1):
        if any(recalled([passage], [result]) for passage in gold):
            return 1 / rank
    return 0.0


def right_document(title: str, results: Sequence[Result]) -> bool:
    """The first result comes from the file ``title``, suffix aside."""
    return bool(results) and Path(results[0].source).stem == title


def measure(questions: Sequence[Question], found: Sequence[Sequence[Result]]) -> dict[str, Estimate]:
    """``found`` holds each question's results, best first; a measure with nothing to count is left out."""
    pairs = list(zip(questions, found, strict=True))
    titled = [right_document(q.title, results) for q, results in pairs if q.title is not None]
    measures = {
        "r@5": share([recalled(q.gold, results[:5]) for q, results in pairs]),
        "r@10": share([recalled(q.gold, results[:10]) for q, results in pairs]),
        "r@2500": share([recalled(q.gold, within(results)) for q, results in pairs]),
        "mrr@10": mean([reciprocal_rank(q.gold, results) for q, results in pairs]),
    }
    return measures | ({"doc@1": share(titled)} if titled else {})


def load_questions(file: Path) -> tuple[Question, ...]:
    """In file order; raises InputError that names the file and the line."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"读不出问题文件 {file.name}：{error}", "须为 UTF-8 的 JSONL") from error
    questions = [_question(file, i, line) for i, line in enumerate(lines, start=1) if line.strip()]
    if not questions:
        raise InputError(f"{file.name} 中没有问题", "每行一个 JSON：id、query、gold、title")
    return tuple(questions)


def run_retrieval(
    corpus: Path,
    questions: Path,
    open_library: Callable[[Path], Search],
    progress: Callable[[int, int], None] | None = None,
) -> RetrievalReport:
    """``open_library`` indexes the folder once (or finds its index) and gives its search.

    The search returns results best first, up to ``MOST_RESULTS`` of them, so that 2,500 characters fill.
    """
    asked = load_questions(questions)
    if not corpus.is_dir():
        raise InputError(f"没有文件夹 {corpus}", "--corpus 须是一个放有文件的文件夹")
    search = open_library(corpus)
    found, times = [], []
    for done, question in enumerate(asked, start=1):
        begun = time.perf_counter()
        found.append(search(question.query))
        times.append(1000 * (time.perf_counter() - begun))
        if progress:
            progress(done, len(asked))
    timings = {"median": round(median(times), 1), "p95": round(quantiles([*times, *times], n=20)[-1], 1)}
    return RetrievalReport(len(asked), measure(asked, found), timings)


def _question(file: Path, number: int, line: str) -> Question:
    try:
        return Question.model_validate_json(line)
    except ValidationError as error:
        detail = error.errors()[0]
        where = ".".join(str(part) for part in detail["loc"])
        raise InputError(f"{file.name} 第 {number} 行有误：{where} {detail['msg']}") from error

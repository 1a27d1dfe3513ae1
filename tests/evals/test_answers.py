"""Answers against gold passages, on a scripted assistant."""

from __future__ import annotations

import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.answer.model import Answer
from assistant.views import IndexReport, IndexRow
from evals.answers import cites_gold, drawn, run_answers
from evals.report import print_answers
from evals.retrieval import Question
from tests.evals.builders import CLAUSES, ScriptedAssistant, answer, citation


def shown(_: str) -> list[dict[str, object]]:
    return [*CLAUSES, {"id": "c3", "path": ["二"], "text": "二、其他", "start": 16, "end": 20}]


@pytest.mark.parametrize(
    ("gold", "cited", "found"),
    [
        ("奖励 100万元", [citation()], True),
        ("一、甲（一）奖励100万元。", [citation(quote="奖励100万元")], True),
        ("奖励100万元。", [citation(quote="一、甲", path=["一"], clause_id="c1")], True),
        ("二、其他", [citation(quote="一、甲", path=["一"], clause_id="c1")], False),
        ("奖励100万元。", [citation(quote="二、其他", path=["二"], clause_id="c3")], False),
        ("奖励100万元。", [*[citation(quote="二", path=["二"], clause_id="c3")] * 3, citation()], False),
    ],
    ids=["inside the quotation", "around it", "below the clause", "beside it", "elsewhere", "fourth"],
)
def test_a_gold_passage_is_cited(gold: str, cited: list[object], found: bool) -> None:
    assert cites_gold([gold], answer(citations=cited), shown) is found  # type: ignore[arg-type]


class Shelf(ScriptedAssistant):
    """Documents 甲 and 乙; without 甲 the question is refused or answered as ``without`` says."""

    def __init__(self, whole: Answer, without: Answer) -> None:
        super().__init__({})
        self.whole, self.without = whole, without

    def ask(
        self, question: str | None = None, turns: Sequence[str] = (), documents: Sequence[str] = ()
    ) -> Answer:
        self.asked.append((str(question), tuple(documents)))
        return self.without if documents else self.whole

    def list_documents(self) -> IndexReport:
        rows = [IndexRow(id=f"d{n}", title=n, source=f"{n}.docx", state="unchanged") for n in "甲乙"]
        return IndexReport(documents=tuple(rows), library="v")


OTHER = citation(quote="一、甲", path=["三"], clause_id="none")


@pytest.mark.parametrize(
    ("without", "recall"),
    [
        (answer(outcome="refused"), 1.0),
        (answer(outcome="unspecified"), 1.0),
        (answer(citations=[citation()]), 1.0),
        (answer(citations=[OTHER]), 0.0),
    ],
    ids=["refused", "unspecified", "the same passage elsewhere", "something else"],
)
def test_run(tmp_path: Path, without: Answer, recall: float) -> None:
    file = tmp_path / "q.jsonl"
    line = {"id": "1", "query": "问", "gold": ["奖励100万元"], "title": "甲"}
    file.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    assistant = Shelf(answer(citations=[citation()]), without)
    report = run_answers(tmp_path, file, lambda _: assistant)
    values = {name: estimate.value for name, estimate in report.measures.items()}
    assert assistant.asked == [("问", ("d乙",)), ("问", ())]
    assert (values["gold_cited"], values["answered"], values["removed_refusal_recall"]) == (1, 1, recall)
    assert values["removed_answered"] == (without.outcome == "answered")
    assert set(report.to_json()) == {"suite", "n", "measures", "passed"}
    console = Console(file=StringIO(), width=120)
    print_answers(report, console)
    assert "15 ms" in console.file.getvalue()  # type: ignore[attr-defined]


def test_an_unanswered_question_does_not_count_as_cited(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "1", "query": "问", "gold": ["奖励100万元"]}', encoding="utf-8")
    silent = answer(outcome="unspecified", citations=[citation()])
    report = run_answers(tmp_path, file, lambda _: Shelf(silent, silent))
    assert report.measures["gold_cited"].value == 0
    assert "removed_refusal_recall" not in report.measures


def test_a_sample_is_the_same_each_time_and_in_order() -> None:
    questions = [Question(id=f"{n:03}", query="问", gold=("答",)) for n in range(50)]
    first = drawn(questions, 10)
    assert len(first) == 10
    assert [q.id for q in first] == sorted(q.id for q in first)
    assert first == drawn(questions, 10)
    assert drawn(questions, 99) == drawn(questions, None) == tuple(questions)

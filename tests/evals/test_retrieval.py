"""Retrieval measures against fractions worked out by hand."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from evals.retrieval import (
    Question,
    Result,
    load_questions,
    measure,
    recalled,
    reciprocal_rank,
    right_document,
    run_retrieval,
    within,
)
from index.errors import InputError


def results(*quotes: str) -> list[Result]:
    return [Result(quote, "甲.docx") for quote in quotes]


def question(*gold: str, title: str | None = "甲") -> Question:
    return Question(id="q", query="问", gold=gold, title=title)


def test_recall_wants_every_passage_and_no_white_space() -> None:
    assert recalled(["甲 乙", "丁"], results("甲\n乙", "丙丁"))
    assert not recalled(["甲乙", "戊"], results("甲乙", "丙丁"))
    assert recalled(["乙丙"], results("甲乙", "丙丁"))


@pytest.mark.parametrize(
    ("lengths", "kept"),
    [([1000, 1500], 2), ([1000, 1501], 1), ([2501, 1], 0), ([1000, 2000, 100], 1), ([], 0)],
)
def test_the_results_that_fit(lengths: list[int], kept: int) -> None:
    assert len(within(results(*("字" * n for n in lengths)))) == kept


def test_reciprocal_rank_of_any_passage() -> None:
    assert reciprocal_rank(["丁", "乙"], results("甲", "乙", "丁")) == 1 / 2
    assert reciprocal_rank(["戊"], results("甲")) == 0
    assert reciprocal_rank(["末"], results(*"甲" * 10, "末")) == 0
    assert reciprocal_rank(["甲乙"], results("甲", "乙")) == 0


def test_document_of_the_first_result() -> None:
    assert right_document("甲", results("一"))
    assert not right_document("乙", results("一"))
    assert not right_document("甲", [])


def test_measures() -> None:
    asked = [question("六"), question("一", title="乙"), question("一", "无"), question("九")]
    measures = measure(asked, [results(*"一二三四五六")] * 4)
    values = {name: round(estimate.value, 4) for name, estimate in measures.items()}
    assert values == {
        "r@5": 1 / 4,
        "r@10": 2 / 4,
        "r@2500": 2 / 4,
        "mrr@10": round((1 / 6 + 1 + 1 + 0) / 4, 4),
        "doc@1": 3 / 4,
    }


def test_no_title_no_document_measure() -> None:
    assert "doc@1" not in measure([question("一", title=None)], [results("一")])


def test_run(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    line = {"id": "1", "query": "问", "gold": ["一"], "title": "甲", "answer": "", "class": "事实型"}
    file.write_text(json.dumps(line, ensure_ascii=False) + "\n\n", encoding="utf-8")
    opened: list[Path] = []

    def open_library(corpus: Path) -> object:
        opened.append(corpus)

        def search(query: str) -> object:
            time.sleep(0.02)
            return results("一") if query == "问" else []

        return search

    report = run_retrieval(tmp_path, file, open_library).to_json()  # type: ignore[arg-type]
    assert opened == [tmp_path]
    assert (report["suite"], report["n"], report["passed"]) == ("retrieval", 1, True)
    assert report["measures"]["r@5"] == {"value": 1.0, "low": 0.2065, "high": 1.0}
    assert 20 <= report["timings_ms"]["median"] <= report["timings_ms"]["p95"]
    assert "核" in report["machine"]


@pytest.mark.parametrize(
    ("text", "named"),
    [("{", "第 1 行"), ('{"id": "1", "query": "问", "gold": []}', "gold"), ("", "没有问题")],
)
def test_bad_questions_are_named(tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"q\.jsonl") as caught:
        load_questions(file)
    assert named in str(caught.value)


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl"):
        load_questions(tmp_path / "none.jsonl")

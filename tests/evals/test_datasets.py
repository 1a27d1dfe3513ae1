"""The question files: they load, are complete, and their expectations stand in the plan."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from evals.case import KINDS, Case, datasets, load_cases
from evals.folding import fold
from index.clauses.parse import parse
from index.errors import InputError

PLAN = load_cases(datasets()["plan"])
SOURCE = files("index") / "corpus" / "渝府办发〔2024〕75号.txt"
DOCUMENT_KINDS = {"amount", "condition", "deadline", "procedure"}
DENIALS = {"premise", "occurrence"}


def test_enough_questions_of_every_kind() -> None:
    counts = Counter(case.kind for case in PLAN)
    assert len(PLAN) >= 300
    assert set(counts) == set(KINDS) - DOCUMENT_KINDS
    assert min(counts.values()) >= 5


def test_no_question_twice() -> None:
    assert max(Counter(fold(case.asked) for case in PLAN).values()) == 1


@pytest.mark.parametrize("case", PLAN, ids=lambda case: case.id)
def test_expected_words_stand_in_the_plan(case: Case) -> None:
    source = fold(SOURCE.read_text(encoding="utf-8"))
    wanted = [item for item in (*case.say, *case.words) if not (case.kind in DENIALS and "|" in item)]
    for item in wanted:
        assert any(fold(word) in source for word in item.split("|")), item


def test_expected_paths_exist_in_the_plan() -> None:
    document = parse(SOURCE.read_text(encoding="utf-8"), SOURCE.name)
    known = {clause.path for clause in document.clauses}
    assert {path for case in PLAN for path in case.paths} - known == set()


LINE = '{"id": "a", "kind": "head", "question": "问", "outcome": "answered", "say": ["答"]}'


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{", "第 1 行"),
        (LINE.replace("head", "heads"), "heads"),
        (LINE.replace('"say": ["答"]', '"says": ["答"]'), "says"),
        (LINE.replace('"say": ["答"]', '"note": ""'), "条款或用语"),
        (LINE.replace('"say": ["答"]', '"say": [" "]'), "空白"),
        (LINE.replace('"问"', 'null'), "turns"),
        (LINE.replace("answered", "refused").replace('"say": ["答"]', '"cite_all": [["一"]]'), "refused"),
        (LINE + "\n" + LINE, "重复：a"),
        ("", "没有题目"),
    ],
)  # fmt: skip
def test_bad_files_are_named(tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.jsonl") as caught:
        load_cases(file)
    assert named in str(caught.value)

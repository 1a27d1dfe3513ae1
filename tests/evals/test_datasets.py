"""The question files: they load, are complete, and their expectations stand in the plan."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from evals.case import KINDS, Case, datasets, load_cases
from evals.corpus import FOLDER_SUITES
from evals.folding import fold
from index.clauses.parse import parse
from index.errors import InputError
from index.read import read

PLAN = load_cases(datasets()["plan"])
SOURCE = files("index") / "corpus" / "渝府办发〔2024〕75号.txt"
DOCUMENT_KINDS = {"amount", "condition", "deadline", "procedure"}
DENIALS = {"comparison", "premise", "occurrence"}


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


CARRIED = Path(__file__).parents[1] / "data" / "documents"
FOLDERS = {name: load_cases(datasets()[name]) for name in sorted(FOLDER_SUITES)}
HERE = [case for case in FOLDERS["policies"] if case.document and (CARRIED / case.document).exists()]


@pytest.mark.parametrize("cases", FOLDERS.values(), ids=FOLDERS)
def test_a_document_is_tuned_on_or_held_back_not_both(cases: tuple[Case, ...]) -> None:
    halves: dict[str, set[str | None]] = {}
    for case in cases:
        if case.document:
            halves.setdefault(case.document, set()).add(case.half)
    assert all(len(found) == 1 for found in halves.values())
    counts = Counter(case.half for case in cases)
    assert set(counts) == {"tune", "hold"}
    assert counts["hold"] >= 0.3 * len(cases)


@pytest.mark.parametrize("cases", FOLDERS.values(), ids=FOLDERS)
def test_a_third_cannot_be_answered(cases: tuple[Case, ...]) -> None:
    share = sum(case.outcome != "answered" for case in cases) / len(cases)
    assert 0.25 <= share <= 0.4
    assert max(Counter((fold(case.asked), case.document) for case in cases).values()) == 1


@pytest.mark.parametrize("case", HERE, ids=lambda case: case.id)
def test_what_is_expected_of_a_carried_document_stands_in_it(case: Case) -> None:
    file = CARRIED / str(case.document)
    document = parse(read(file.name, file.read_bytes()), file.name)
    assert set(case.paths) <= {clause.path for clause in document.clauses}
    for item in (*case.say, *case.words):
        assert any(fold(word) in fold(document.text) for word in item.split("|")), item


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

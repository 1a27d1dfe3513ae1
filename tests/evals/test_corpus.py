"""Suites over a folder: what must be there, and one run on real documents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.bootstrap import open_corpus_assistant
from assistant.settings import Settings
from evals.case import Case
from evals.corpus import FOLDER_SUITES, checked, run_folder_suite
from evals.run import Asked, run_cases, suite_cases
from index.errors import InputError
from tests.evals.builders import case

DATA = Path(__file__).parents[1] / "data" / "documents"
ALLOWANCES = "广州市民政局广州市财政局关于印发我市2025年最低生活保障及相关社会救助标准的通知.txt"


def never(folder: Path) -> Asked:
    raise AssertionError(folder)


@pytest.mark.parametrize("suite", sorted(FOLDER_SUITES))
def test_the_option_that_is_missing_is_named(suite: str) -> None:
    with pytest.raises(InputError, match=f"eval {suite} 缺少 --corpus"):
        run_folder_suite(suite, None, never)


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"没有文件夹 .*无"):
        run_folder_suite("policies", tmp_path / "无", never)


def test_documents_that_are_missing_are_named(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("一、甲", encoding="utf-8")
    cases = [case(id=name, document=f"{name}.txt") for name in "甲乙丙丁戊"]
    with pytest.raises(InputError, match=r"乙\.txt、丙\.txt、丁\.txt等 4 份"):
        checked("policies", tmp_path, cases)


def test_the_halves_make_the_whole() -> None:
    halves = [suite_cases("policies", "tune"), suite_cases("policies", "hold")]
    assert sorted(c.id for half in halves for c in half) == sorted(c.id for c in suite_cases("policies"))
    with pytest.raises(InputError, match="tune 和 hold"):
        suite_cases("plan", "tune")


def test_questions_are_put_to_the_folder_alone(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    shutil.copy(DATA / ALLOWANCES, folder)
    home = tmp_path / "home"
    assistant = open_corpus_assistant(Settings(home=home), folder)
    assert [row.source for row in assistant.list_documents().documents] == [ALLOWANCES]
    assert [path.name for path in home.iterdir()] == ["eval"]
    report = run_cases("policies", [_asked()], assistant)
    assert report.failing == ()
    assert report.measures["verbatim"].value == 1


def _asked() -> Case:
    return case(
        question="全市城乡最低生活保障标准是多少？",
        document=ALLOWANCES,
        cite_any=[["一", "（一）"]],
        say=["1309元"],
    )

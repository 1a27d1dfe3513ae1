"""Whether a document is in force on a day, and who says so; what nothing says stays unknown."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.clauses import parse
from index.clauses.status import Dated, Standings, dated
from index.library import Library
from tests.index.conftest import HashingEncoder

TODAY = date(2026, 6, 1)
OLD = Dated("old", ("示例市奖励办法",), "示府发〔2015〕3号", issued="2015-02-01")
NEW = Dated("new", ("示例市科技奖励办法",), "示府发〔2024〕8号", issued="2024-03-01", effective="2024-04-01")
NAMED = (("示例市奖励办法", "示府发〔2015〕3号"),)


def status(*documents: Dated, of: str = "old", today: date = TODAY) -> tuple[str, str]:
    standing = Standings(documents, today).of_id(of)
    assert standing is not None
    return standing.status, standing.reason


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({}, ("unknown", "")),
        ({"effective": "2020-01-01"}, ("unknown", "")),
        ({"expires": "2026-05-31"}, ("expired", "有效期至2026年5月31日")),
        ({"expires": "2026-06-01"}, ("current", "有效期至2026年6月1日")),
        ({"effective": "2026-07-01"}, ("unknown", "尚未施行，自2026年7月1日起施行")),
        ({"effective": "2026-07-01", "expires": "2031-06-30"}, ("unknown", "尚未施行，自2026年7月1日起施行")),
    ],
)
def test_by_its_own_dates(dates: dict[str, str], expected: tuple[str, str]) -> None:
    assert status(replace(OLD, **dates)) == expected


@pytest.mark.parametrize(
    ("repeals", "expected"),
    [
        (NAMED, "superseded"),
        ((("示例市奖励办法", None),), "superseded"),
        (((None, "示府发〔2015〕3号"),), "superseded"),
        ((("示例市 奖励办法", "示府发 (2015) 3号"),), "superseded"),
        ((("示例市奖励办法", "示府发〔2009〕1号"),), "unknown"),
        ((("示例市奖励办法实施细则", None),), "unknown"),
        ((), "unknown"),
    ],
)
def test_repealed_by_title_or_number(
    repeals: tuple[tuple[str | None, str | None], ...], expected: str
) -> None:
    assert status(OLD, replace(NEW, repeals=repeals))[0] == expected


def test_the_reason_names_what_repeals() -> None:
    repealed = status(OLD, replace(NEW, repeals=NAMED))
    assert repealed == ("superseded", "已由《示例市科技奖励办法》（示府发〔2024〕8号）废止")


def test_a_repeal_counts_from_the_day_it_takes_effect() -> None:
    documents = (OLD, replace(NEW, repeals=NAMED))
    assert status(*documents, today=date(2024, 3, 31))[0] == "unknown"
    assert status(*documents, today=date(2024, 4, 1))[0] == "superseded"


def test_nothing_repeals_itself_or_what_is_newer() -> None:
    same_title = replace(NEW, titles=OLD.titles, repeals=((OLD.titles[0], None),))
    assert status(same_title, of="new")[0] == "unknown"
    assert status(OLD, same_title)[0] == "superseded"
    assert status(replace(OLD, issued="2025-01-01", number=None), same_title)[0] == "unknown"
    assert status(replace(OLD, issued=None, number=None), same_title)[0] == "unknown"


def test_a_carried_document_is_repealed_by_its_own_title() -> None:
    notice = replace(OLD, titles=("示例市人民政府关于印发示例市奖励办法的通知", "示例市奖励办法"))
    assert status(notice, replace(NEW, repeals=NAMED))[0] == "superseded"


def test_the_text_as_it_was_before_a_revision() -> None:
    first = Dated("old", ("示例市绿化条例",), issued="2010-05-01", revised="2016-01-01")
    last = replace(first, id="new", revised="2020-09-24")
    assert status(first, last) == ("superseded", "《示例市绿化条例》已于2020年9月24日修订")
    assert status(first, last, of="new")[0] == "unknown"
    other = replace(last, issued="2011-05-01")
    assert status(first, other)[0] == "unknown"


@pytest.mark.parametrize("chosen", ["current", "expired", "superseded", "unknown"])
def test_the_user_has_the_last_word(chosen: str) -> None:
    said = replace(OLD, expires="2020-01-01", chosen=chosen)  # type: ignore[arg-type]
    assert status(said, replace(NEW, repeals=NAMED)) == (chosen, "由使用者设定")


def test_read_from_texts() -> None:
    old = parse(
        "示例市奖励办法\n示府发〔2015〕3号\n第一条　本办法用于奖励。\n示例市人民政府\n2015年2月1日\n", "a.txt"
    )
    new = parse(
        "示例市科技奖励办法\n第一条　本办法用于奖励。\n"
        "第二条　本办法自2024年4月1日起施行。《示例市奖励办法》（示府发〔2015〕3号）同时废止。\n",
        "b.txt",
    )
    standings = Standings((dated(old), dated(new)), TODAY)
    assert standings.of(old).status == "superseded"
    assert standings.of(new).status == "unknown"


# in a library

A = "示例区补助办法\n\n第一条　本办法补助设备。\n\n第二条　本办法自2020年1月1日起施行，有效期2年。\n"
B = "示例区新补助办法\n\n第一条　本办法补助软件。\n\n第二条　本办法自2024年1月1日起施行。《示例区旧办法》同时废止。\n"


@pytest.fixture
def library(seeded: Library, tmp_path: Path) -> Library:
    shutil.copytree(seeded.home, tmp_path / "home")
    return Library(tmp_path / "home", HashingEncoder())


def test_what_the_user_sets_survives_a_new_text_and_a_rebuild(library: Library) -> None:
    library.add_files([("补助办法.txt", A.encode())])
    row = library.choose_status("示例区补助办法", "current")

    def now() -> str:
        standing = Library(library.home, HashingEncoder()).standings(TODAY).of_id(row.id)
        assert standing is not None
        return standing.status

    assert now() == "current"
    (again,) = library.add_files([("补助办法.txt", A.replace("设备", "设备与软件").encode())])
    assert (again.id, again.state, now()) == (row.id, "updated", "current")
    library.rebuild()
    assert now() == "current"
    library.choose_status(row.id, None)
    assert now() == "expired"


def test_a_library_knows_who_repeals_without_reading_the_documents(library: Library) -> None:
    (old,) = library.add_files([("旧办法.txt", "示例区旧办法\n\n第一条　本办法补助设备。\n".encode())])
    before = library.snapshot()
    library.add_files([("新补助办法.txt", B.encode())])
    repealed = library.snapshot().standings(TODAY).of_id(old.id)
    assert before.standings(TODAY).of_id(old.id) != repealed
    assert repealed is not None
    assert (repealed.status, repealed.reason) == ("superseded", "已由《示例区新补助办法》废止")

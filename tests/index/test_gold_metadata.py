"""Metadata of the carried documents against what a reader found (conventions: evals/gold/README.md)."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from evals.metadata import FIELDS, Comparison, Gold, compare, folded, load_gold, report

FOLDERS = [Path(__file__).parents[1] / "data" / "documents", Path(__file__).parents[2] / "index" / "corpus"]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(load_gold(), FOLDERS)


def test_at_least_95_percent_of_the_fields_are_right(comparison: Comparison) -> None:
    assert comparison.documents >= 16
    assert comparison.share >= 0.95, "\n" + report(comparison)


def test_nothing_is_invented(comparison: Comparison) -> None:
    assert not comparison.invented, "\n" + "\n".join(map(str, comparison.invented))


def test_the_gold_covers_more_than_thirty_documents_each_with_its_words() -> None:
    gold = load_gold()
    assert len({each.digest for each in gold}) == len(gold) > 30


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("土 地 使 用 期 限", "土地使用期限"),
        ("措施(试行)", "措施（试行）"),
        ("中华人民共和国国务院令第713号", "国务院令第713号"),
        (["广州市 民政局"], ("广州市民政局",)),
    ],
)
def test_spaces_and_width_do_not_count(one: object, other: object) -> None:
    assert folded(one) == folded(other)


def test_a_value_where_the_reader_found_none_is_invented(tmp_path: Path) -> None:
    file = tmp_path / "试点办法.txt"
    file.write_text("试点办法\n\n第一条 本办法自2024年5月1日起施行。\n", encoding="utf-8")
    fields = dict.fromkeys(FIELDS) | {"issuers": [], "carried": [], "repeals": [], "title": "试点办法"}
    assert compare([Gold(file.name, "another", fields)], [tmp_path]).absent == (file.name,)
    known = Gold(file.name, hashlib.sha256(file.read_bytes()).hexdigest(), fields)
    found = {finding.name: finding.verdict for finding in compare([known], [tmp_path]).findings}
    assert found["effective"] == "invented"

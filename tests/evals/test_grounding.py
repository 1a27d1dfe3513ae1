"""The statements about real clauses, and the two figures that they are there for."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import get_args

import pytest

from evals.grounding import FAITHFUL, KINDS, LOTS, GroundingReport, Half, Record, load_records, run_grounding

RECORDS = load_records()


@pytest.fixture(scope="module")
def report() -> GroundingReport:
    return run_grounding(RECORDS)


def test_there_are_enough_from_enough_documents() -> None:
    altered = Counter(a.kind for r in RECORDS for a in r.altered)
    assert len({r.document for r in RECORDS}) >= 200
    assert all(altered[kind] >= 19 for kind in KINDS if kind != "quotation")
    assert sum(len(r.faithful) for r in RECORDS) >= 1000
    for lot in LOTS:
        of = {h: {r.document for r in RECORDS if (r.lot, r.half) == (lot, h)} for h in get_args(Half)}
        assert not of["tuning"] & (of["test"] | of["hold"]), "split by document"
    documents = {lot: {r.document for r in RECORDS if r.lot == lot} for lot in LOTS}
    shared = [(a, b) for a, b in combinations(LOTS, 2) if documents[a] & documents[b] and 4 not in (a, b)]
    assert not shared, "each lot but the fourth is of other documents"


def test_what_is_held_back_gives_figures_only(report: GroundingReport) -> None:
    held = [one for one in report.judged if one.record.half == "hold"]
    assert len(held) >= 100
    assert not set(report.failing) & set(held)
    lots = [lot for lot in LOTS if f"caught_{lot}_hold" in report.measures]
    measured = [report.measures[f"{what}_{lot}_hold"].n for lot in lots for what in ("caught", "kept")]
    assert sum(measured) == len(held)


def test_no_statement_is_a_copy_and_none_stands_twice() -> None:
    said = [(r.clause, text) for r in RECORDS for text in (*r.faithful, *(a.text for a in r.altered))]
    assert len(said) == len(set(said))
    copies = [text for clause, text in said if re.sub(r"\W", "", text) in re.sub(r"\W", "", clause)]
    assert len(copies) <= 0.15 * len(said)


def test_the_altered_are_caught_and_the_faithful_kept(report: GroundingReport) -> None:
    assert report.passed, report.short
    assert report.measures["caught"].value >= 0.95
    assert report.measures["kept"].value >= 0.97


def test_a_sentence_is_checked_within_ten_milliseconds(report: GroundingReport) -> None:
    assert report.median_ms < 10


def test_what_counts_as_right() -> None:
    record = Record(
        document="示例办法", half="test", locator="第二条", heading="", above=(), clause="第二条 奖励3万元。",
        faithful=("奖励三万元。", "奖励5万元。"), altered=({"kind": "number", "text": "奖励4万元。"},),
    )  # fmt: skip
    judged = run_grounding((record,)).judged
    assert [(one.kind, one.right) for one in judged] == [
        (FAITHFUL, True),
        (FAITHFUL, False),
        ("number", True),
    ]

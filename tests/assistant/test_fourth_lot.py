"""The statements written last, on more documents: what the checks make of them; of the held half only the totals."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from evals.grounding import FAITHFUL, Judged, Record, run_grounding

ROWS = (files("evals") / "datasets" / "grounding" / "fourth.jsonl").read_text(encoding="utf-8").splitlines()
RECORDS = tuple(Record.model_validate(json.loads(row) | {"lot": 3}) for row in ROWS)


@pytest.fixture(scope="module")
def judged() -> tuple[Judged, ...]:
    return run_grounding(RECORDS).judged


@pytest.mark.parametrize(
    ("half", "kept", "caught"), [("tuning", 0.95, 0.97), ("hold", 0.75, 0.85)], ids=["tuning", "hold"]
)
def test_they_are_kept_and_caught(judged: tuple[Judged, ...], half: str, kept: float, caught: float) -> None:
    for least, faithful in ((kept, True), (caught, False)):
        right = [o.right for o in judged if o.record.half == half and (o.kind == FAITHFUL) is faithful]
        assert len(right) >= 50
        assert sum(right) >= least * len(right)


def test_none_is_a_copy_and_none_stands_twice() -> None:
    said = [(r.clause, text) for r in RECORDS for text in (*r.faithful, *(a.text for a in r.altered))]
    assert len(said) == len(set(said))
    assert sum(text.rstrip("。") in clause for clause, text in said) == 0
    halves = {half: {r.document for r in RECORDS if r.half == half} for half in ("tuning", "hold")}
    assert not halves["tuning"] & halves["hold"]

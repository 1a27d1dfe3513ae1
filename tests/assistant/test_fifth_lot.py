"""The fifth lot of statements, worded freely on 51 further documents: what the checks make of them, as those of the fourth."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from evals.grounding import FAITHFUL, Record, run_grounding

ROWS = (files("evals") / "datasets" / "grounding" / "fifth.jsonl").read_text(encoding="utf-8").splitlines()
RECORDS = tuple(Record.model_validate(json.loads(row) | {"lot": 3}) for row in ROWS)


@pytest.mark.parametrize(("faithful", "least"), [(True, 0.96), (False, 0.95)], ids=["kept", "caught"])
def test_they_are_kept_and_caught(faithful: bool, least: float) -> None:
    right = [one.right for one in run_grounding(RECORDS).judged if (one.kind == FAITHFUL) is faithful]
    assert len(right) > 150
    assert sum(right) >= least * len(right)


def test_none_is_a_copy_and_none_stands_twice() -> None:
    said = [(r.clause, text) for r in RECORDS for text in (*r.faithful, *(a.text for a in r.altered))]
    assert len(said) == len(set(said))
    assert sum(text.rstrip("。") in clause for clause, text in said) == 0

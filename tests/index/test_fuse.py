"""Reciprocal rank fusion against fractions worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from index.search.fuse import reciprocal_rank


@pytest.mark.parametrize(
    ("dense", "lexical", "weight", "k", "expected"),
    [
        (["a", "b"], [], 1, 10, {"a": Fraction(1, 11), "b": Fraction(1, 12)}),
        (
            ["a", "b"],
            ["b", "c"],
            1,
            10,
            {"a": Fraction(1, 11), "b": Fraction(1, 12) + Fraction(1, 11), "c": Fraction(1, 12)},
        ),
        (["a"], ["a"], Fraction(7, 10), 10, {"a": Fraction(1, 11) + Fraction(7, 110)}),
        (
            ["a", "b"],
            ["b", "a"],
            Fraction(1, 2),
            0,
            {"a": Fraction(1, 1) + Fraction(1, 4), "b": Fraction(1, 2) + Fraction(1, 2)},
        ),
        (
            ["a", "b", "c"],
            ["c"],
            2,
            60,
            {"a": Fraction(1, 61), "b": Fraction(1, 62), "c": Fraction(1, 63) + Fraction(2, 61)},
        ),
        ([], [], 1, 10, {}),
    ],
)
def test_sums(
    dense: list[str], lexical: list[str], weight: Fraction, k: int, expected: dict[str, Fraction]
) -> None:
    fused = reciprocal_rank({"dense": dense, "lexical": lexical}, {"dense": 1.0, "lexical": float(weight)}, k)
    assert fused == pytest.approx({key: float(value) for key, value in expected.items()})


def test_found_by_both_beats_first_in_one() -> None:
    fused = reciprocal_rank({"dense": ["a", "b"], "lexical": ["c", "b"]}, {"lexical": 0.7})
    assert max(fused, key=lambda item: fused[item]) == "b"


def test_a_ranking_without_weight_counts_once() -> None:
    assert reciprocal_rank({"dense": ["a"]}, {}, k=9) == {"a": 0.1}

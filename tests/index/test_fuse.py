"""One score from several: each evidence counts, and what only one of them knows is not lost."""

from __future__ import annotations

import pytest

from index.search.fuse import Weights, features, fuse
from index.search.lexical import Match, StoredPassage


def match(name: str, coverage: float = 0.0) -> Match:
    return Match(StoredPassage(name, f"d{name}", name, (0, 9), 0), coverage)


def test_features_are_relative_to_the_best_of_the_question() -> None:
    found = features([match("a", 0.5), match("b", 0.1)], {"a": 0.7, "b": 0.9}, {"db": 0.4})
    assert found["a"] == pytest.approx((-0.2, 0.5, 0.0))
    assert found["b"] == pytest.approx((0.0, 0.1, 0.4))


@pytest.mark.parametrize(
    ("weights", "order"),
    [(Weights(1, 0, 0), "bac"), (Weights(0, 1, 0), "cab"), (Weights(0, 0, 1), "acb")],
)
def test_each_weight_counts_for_its_own_evidence(weights: Weights, order: str) -> None:
    found = [match("a", 0.5), match("b", 0.4), match("c", 0.9)]
    known = features(found, {"a": 0.8, "b": 0.9, "c": 0.7}, {"da": 0.9, "dc": 0.2})
    scores = fuse(known, weights)
    assert "".join(sorted(scores, key=lambda i: -scores[i])) == order


def test_no_shared_word_at_all_leaves_the_meaning() -> None:
    scores = fuse(features([match("a"), match("b")], {"a": 0.3, "b": 0.6}, {}))
    assert scores["b"] > scores["a"]


def test_nothing_to_rank() -> None:
    assert fuse(features([], {}, {})) == {}

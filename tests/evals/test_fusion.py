"""The fit finds the features that tell, and its figures are those of the retrieval measures."""

from __future__ import annotations

import numpy as np
import pytest

from evals.fusion import NAMES, Ranked, fit, measures, validated

TELLING = NAMES.index("coverage")
ALL = [True] * len(NAMES)


def question(n: int, corpus: str = "c") -> Ranked:
    """Twenty candidates, the right one high in one feature; the others are noise."""
    random = np.random.default_rng(n)
    x = random.normal(size=(20, len(NAMES)))
    right = np.arange(20) == n % 20
    x[right, TELLING] += 3.0
    quotes = tuple(f"第{i}条" for i in range(20))
    return Ranked(corpus, f"document {n}", (quotes[n % 20],), x, right, quotes)


def test_the_telling_feature_gets_the_weight() -> None:
    weights = fit([question(n) for n in range(60)], ALL)
    assert weights[TELLING] > 1.0
    assert all(abs(w) < 0.5 * weights[TELLING] for i, w in enumerate(weights) if i != TELLING)


def test_a_feature_left_out_has_no_weight() -> None:
    used = [n != TELLING for n in range(len(NAMES))]
    assert fit([question(n) for n in range(20)], used)[TELLING] == 0.0


def test_validation_tells_what_the_feature_adds() -> None:
    asked = [question(n) for n in range(60)]
    with_it = validated(asked, ALL)["c"]
    without = validated(asked, [n != TELLING for n in range(len(NAMES))])["c"]
    assert with_it[0] > 0.9
    assert without[0] < 0.5


def test_a_small_corpus_counts_as_much_as_a_large_one() -> None:
    large = [question(n) for n in range(60)]
    small = [question(n, "small") for n in range(3)]
    for q in small:
        q.x[:, [TELLING, 0]] = q.x[:, [0, TELLING]]  # there another feature tells
    weights = fit([*large, *small], ALL)
    assert min(weights[TELLING], weights[0]) > 0.5


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([0, 1, 2, 3, 4, 5], (True, True, True, 1.0)),
        ([1, 2, 0, 3, 4, 5], (True, True, True, 1 / 3)),
        ([1, 2, 3, 4, 5, 0], (False, True, False, 1 / 6)),
    ],
)
def test_measures(order: list[int], expected: tuple[bool, bool, bool, float]) -> None:
    """The answer is short, each other passage has 600 characters: four fit into 2,500."""
    quotes = tuple("答" * 10 if n == 0 else f"{n}" * 600 for n in range(6))
    x = np.zeros((6, len(NAMES)))
    x[order, 0] = range(6, 0, -1)
    right = np.arange(6) == 0
    weights = np.eye(len(NAMES))[0]
    assert measures(Ranked("c", "d", (quotes[0],), x, right, quotes), weights) == pytest.approx(expected)

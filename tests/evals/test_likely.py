"""The fit finds the feature that tells; a sentence answers where it stands in the clause cited and holds the words."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.service import Assistant
from evals.case import Case
from evals.likely import NAMES, Asked, fit, found_among, look

TELLING = NAMES.index("meaning")


def asked(n: int) -> Asked:
    """Twelve sentences, the right one high in one feature; the others are noise."""
    random = np.random.default_rng(n)
    x = random.normal(size=(12, len(NAMES)))
    right = np.arange(12) == n % 12
    x[right, TELLING] += 3.0
    return Asked(f"document {n}", x, right)


def test_the_telling_feature_gets_the_weight() -> None:
    weights = fit([asked(n) for n in range(60)])
    assert weights[TELLING] > 0.5
    assert all(abs(w) < 0.5 * weights[TELLING] for i, w in enumerate(weights) if i != TELLING)


def test_more_sentences_hold_more_answers() -> None:
    questions = [asked(n) for n in range(60)]
    weights = fit(questions)
    first = found_among(questions, lambda _: weights)
    assert first == sorted(first)
    assert first[0] > 0.8
    assert found_among(questions, lambda _: -weights)[0] < 0.05


@pytest.mark.parametrize(("words", "answers"), [(("1万亿元",), False), (("8—10个",), True)])
def test_a_sentence_answers_that_holds_the_words(
    assistant: Assistant, words: tuple[str, ...], answers: bool
) -> None:
    question = "到2027年建成多少个市级未来产业先导区？"
    case = Case(id="x", kind="target", question=question, outcome="answered", words=words)
    seen = look(assistant, case)
    assert seen
    assert seen.x.shape == (len(seen.right), len(NAMES))
    assert bool(seen.right.any()) is answers

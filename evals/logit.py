"""A conditional logit: the weights with which a right candidate most likely comes first among its question's candidates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize

RIDGE = 0.02


def conditional_logit(groups: Sequence[tuple[np.ndarray, np.ndarray, float]], mask: np.ndarray) -> np.ndarray:
    """(features,) float64, 0 where ``mask`` is 0. A group: candidates (candidates, features), whether each is right
    (candidates,), and what the group counts; a softmax over each, with a ridge."""
    scale = np.std(np.concatenate([x for x, _, _ in groups]), axis=0) + 1e-9

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        total, gradient = RIDGE * float(w @ w), 2 * RIDGE * w
        for x, right, counts in groups:
            x = x / scale * mask
            score = x @ w
            score -= score.max()
            p = np.exp(score)
            held = p * right
            total += counts * float(np.log(p.sum()) - np.log(held.sum()))
            gradient = gradient + counts * (p @ x / p.sum() - held @ x / held.sum())
        return total, gradient

    best = minimize(loss, np.zeros(len(mask)), jac=True, method="L-BFGS-B").x
    found: np.ndarray = best / scale * mask
    return found

"""Reciprocal rank fusion of the dense and the lexical ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

K = 10
LEXICAL_WEIGHT = 0.7
"""Measured on 2,474 questions over 539 statutes: k = 10 and 0.7 are best for this pair of rankings."""


def reciprocal_rank(
    rankings: Mapping[str, Sequence[str]], weights: Mapping[str, float], k: int = K
) -> dict[str, float]:
    """Ranked ids by name of the ranking → summed ``weight / (k + rank)``, rank from 1; larger is better, not comparable
    between questions."""
    out: dict[str, float] = {}
    for name, ids in rankings.items():
        for rank, item in enumerate(ids, start=1):
            out[item] = out.get(item, 0.0) + weights.get(name, 1.0) / (k + rank)
    return out

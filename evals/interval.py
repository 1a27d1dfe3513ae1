"""Estimates with their 95 % intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

Z95 = 1.959963984540054


@dataclass(frozen=True)
class Estimate:
    """``value`` in [0, 1] (a quantile: in the unit of its values), ``low`` and ``high`` the 95 % interval, ``n`` what it was
    counted over."""

    value: float
    low: float
    high: float
    n: int

    def to_json(self) -> dict[str, float]:
        return {name: round(getattr(self, name), 4) for name in ("value", "low", "high")}


def wilson(hits: int, n: int) -> Estimate:
    """Wilson score interval of a share; ``n`` = 0 raises ValueError.

    >>> e = wilson(8, 10); round(e.low, 3), round(e.high, 3)
    (0.49, 0.943)
    """
    if not 0 <= hits <= n or n == 0:
        raise ValueError(f"share of {hits} in {n}")
    share, square = hits / n, Z95 * Z95
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = Z95 * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return Estimate(share, max(0.0, centre - half), min(1.0, centre + half), n)


def share(flags: Sequence[bool]) -> Estimate:
    return wilson(sum(flags), len(flags))


def mean(values: Sequence[float]) -> Estimate:
    """Mean of values in [0, 1] with a normal interval cut to [0, 1]; empty raises ValueError."""
    if not values:
        raise ValueError("mean of nothing")
    n = len(values)
    centre = sum(values) / n
    spread = sqrt(sum((value - centre) ** 2 for value in values) / max(1, n - 1) / n)
    return Estimate(centre, max(0.0, centre - Z95 * spread), min(1.0, centre + Z95 * spread), n)


def quantile(values: Sequence[float], q: float) -> Estimate:
    """The value at rank q, with the interval that order statistics give; empty raises ValueError.

    >>> e = quantile(range(1, 102), 0.5); e.value, e.low, e.high
    (51, 41, 61)
    """
    if not values:
        raise ValueError("quantile of nothing")
    ordered, last = sorted(values), len(values) - 1
    half = Z95 * sqrt(len(values) * q * (1 - q))
    ranks = (q * last, q * last - half, q * last + half)
    value, low, high = (ordered[min(last, max(0, round(rank)))] for rank in ranks)
    return Estimate(value, low, high, len(values))

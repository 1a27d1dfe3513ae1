"""The order behind the first hits: what a reader, or a model, of limited length reads on with.

The first five stay as they are scored. Behind them a hit is worth its odds for each character that it takes, and more where
many hits come from its document and where it stands next to one of the best: an answer runs on into the article below it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from index.search.hit import Hit

FIRST = 5
SAME_DOCUMENT = 0.7
"""Of the logarithm of the share that the document's hits have in the odds of all."""
NEXT_TO = 0.3
CLOSE = 4.0
"""Of a neighbour within this many log-odds of the best hit, ``NEXT_TO`` for each that it is nearer."""
LEADING = 8
"""Hits whose neighbours count."""
SHORT = 20
"""Characters added to every length: what its locator and title take."""
GAP = 3
"""Characters of white space between neighbours, at most."""


def for_reading(hits: Sequence[Hit]) -> list[Hit]:
    """``hits`` best first → the same ones, the first ``FIRST`` in their order, ranks anew."""
    if len(hits) <= FIRST:
        return list(hits)
    best = hits[0].score
    mass: dict[str, float] = defaultdict(float)
    for hit in hits:
        mass[hit.document.id] += math.exp(hit.score - best)
    total = sum(mass.values())

    def worth(hit: Hit) -> float:
        beside = max((CLOSE - (best - h.score) for h in hits[:LEADING] if _neighbours(hit, h)), default=0.0)
        share = math.log(mass[hit.document.id] / total + 1e-4)
        return (
            hit.score
            + SAME_DOCUMENT * share
            + NEXT_TO * max(beside, 0.0)
            - math.log(hit.end - hit.start + SHORT)
        )

    ordered = [*hits[:FIRST], *sorted(hits[FIRST:], key=lambda h: (-worth(h), h.rank))]
    return [replace(hit, rank=n) for n, hit in enumerate(ordered, start=1)]


def _neighbours(a: Hit, b: Hit) -> bool:
    if a.document.id != b.document.id:
        return False
    return 0 <= a.start - b.end <= GAP or 0 <= b.start - a.end <= GAP

"""One score from what is known of each candidate: nearness in meaning, shared words, length, the document's own match."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass

from index.search.lexical import Match

LONGEST = 1500
"""Characters from which on a passage counts as no longer."""


@dataclass(frozen=True)
class Weights:
    """Of each feature in the log-odds that a candidate answers; fitted by ``python -m evals.fusion``."""

    cosine: float = 117.76
    bm25: float = 4.83
    coverage: float = 9.89
    length: float = 0.31
    document: float = 1.58


WEIGHTS = Weights()
Features = tuple[float, float, float, float, float]


def features(
    matches: Iterable[Match], cosines: Mapping[str, float], documents: Mapping[str, float]
) -> dict[str, Features]:
    """By passage id, in the order of the fields of ``Weights``: the cosine less the best one, BM25 as a share of the best, the
    coverage of the question's rare words, the logarithm of the length in characters, and how much of the document's title
    the question says (``documents``, by document id)."""
    found = list(matches)
    near = max((cosines[m.passage.id] for m in found), default=0.0)
    most = max((m.bm25 for m in found), default=0.0) or 1.0
    return {
        m.passage.id: (
            cosines[m.passage.id] - near,
            m.bm25 / most,
            m.coverage,
            math.log(1 + min(m.passage.span[1] - m.passage.span[0], LONGEST)),
            documents.get(m.passage.document, 0.0),
        )
        for m in found
    }


def fuse(candidates: Mapping[str, Features], weights: Weights = WEIGHTS) -> dict[str, float]:
    """Passage id → score; larger is better, comparable within one question only."""
    by = astuple(weights)
    return {i: sum(w * x for w, x in zip(by, row, strict=True)) for i, row in candidates.items()}

"""One score from what is known of each candidate: nearness in meaning, shared rare words, the document's own match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass

from index.search.lexical import Match


@dataclass(frozen=True)
class Weights:
    """Of each feature in the log-odds that a candidate answers; fitted by ``python -m evals.fusion``."""

    cosine: float = 129.5
    coverage: float = 19.12
    document: float = 2.22


WEIGHTS = Weights()
Features = tuple[float, float, float]


def features(
    matches: Iterable[Match], cosines: Mapping[str, float], documents: Mapping[str, float]
) -> dict[str, Features]:
    """By passage id, in the order of the fields of ``Weights``: the cosine less the best one, the coverage of the question's
    rare words, and how much of the document's title the question says (``documents``, by document id). BM25 finds candidates
    and adds nothing to these; nor does the length (docs/retrieval.md)."""
    found = list(matches)
    near = max((cosines[m.passage.id] for m in found), default=0.0)
    return {
        m.passage.id: (
            cosines[m.passage.id] - near,
            m.coverage,
            documents.get(m.passage.document, 0.0),
        )
        for m in found
    }


def fuse(candidates: Mapping[str, Features], weights: Weights = WEIGHTS) -> dict[str, float]:
    """Passage id → score; larger is better, comparable within one question only."""
    by = astuple(weights)
    return {i: sum(w * x for w, x in zip(by, row, strict=True)) for i, row in candidates.items()}

"""What retrieval ranks and returns."""

from __future__ import annotations

from dataclasses import dataclass

from index.clauses.document import Clause, Document


@dataclass(frozen=True)
class Hit:
    """A passage with its rank (from 1), fused score and the two scores behind it.

    ``cosine`` lies in [-1, 1], ``bm25`` is ≥ 0 and comparable within one question only.
    """

    document: Document
    clause: Clause
    start: int
    end: int
    rank: int
    score: float
    cosine: float
    bm25: float

    @property
    def id(self) -> str:
        return self.clause.id

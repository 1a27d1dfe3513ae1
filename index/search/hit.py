"""What retrieval ranks and returns."""

from __future__ import annotations

from dataclasses import dataclass

from index.clauses.document import Clause, Document


@dataclass(frozen=True)
class Hit:
    """A passage with its rank (from 1), fused score, and cosine in [-1, 1]."""

    document: Document
    clause: Clause
    start: int
    end: int
    rank: int
    score: float
    cosine: float

    @property
    def id(self) -> str:
        return self.clause.id

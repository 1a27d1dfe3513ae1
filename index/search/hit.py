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

    def holds(self, document: Document, at: int) -> bool:
        """The passage is of that document, and ``at``, an offset in its text, stands in it."""
        return self.document is document and self.start <= at < self.end

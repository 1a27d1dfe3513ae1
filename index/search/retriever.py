"""Hybrid retrieval over one snapshot of the library, as a LangChain ``BaseRetriever``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.clauses.document import Clause, Document
from index.search.encoder import Encoder
from index.search.fuse import LEXICAL_WEIGHT, reciprocal_rank
from index.search.snapshot import Snapshot

POOL = 50


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


def rank(
    snapshot: Snapshot, vector: Sequence[float], question: str, k: int, documents: Sequence[str] | None = None
) -> list[Hit]:
    """Reciprocal rank fusion of the ``POOL`` best by cosine and by BM25."""
    if not snapshot.passages:
        return []
    dense = dict(snapshot.nearest(vector, POOL, documents))
    scores = snapshot.lexical.scores(question)
    if documents is not None:
        allowed = set(documents)
        mask = np.array([p.document in allowed for p in snapshot.passages])
        scores = np.where(mask, scores, 0.0)
    best = [int(i) for i in np.argsort(-scores, kind="stable")[:POOL] if scores[i] > 0]
    fused = reciprocal_rank(
        {"dense": list(dense), "lexical": [snapshot.passages[i].id for i in best]},
        {"dense": 1.0, "lexical": LEXICAL_WEIGHT},
    )
    hits: list[Hit] = []
    for passage_id in sorted(fused, key=lambda i: (-fused[i], i)):
        place = snapshot.places.get(passage_id)
        if place is None:  # written after the snapshot was taken
            continue
        found = snapshot.resolve(passage_id)
        if found is None:
            continue
        document, clause, start, end = found
        hits.append(
            Hit(
                document,
                clause,
                start,
                end,
                len(hits) + 1,
                fused[passage_id],
                dense.get(passage_id, 0.0),
                float(scores[place]),
            )
        )
        if len(hits) == k:
            break
    return hits


class ClauseRetriever(BaseRetriever):
    """``invoke(question)`` → LangChain documents whose ``page_content`` is verbatim source text."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    snapshot: Callable[[], Snapshot]
    encoder: Any  # an Encoder; pydantic cannot check a protocol
    k: int = 10
    documents: list[str] | None = None

    def hits(self, question: str, k: int | None = None, documents: Sequence[str] | None = None) -> list[Hit]:
        """The best hits of the library as it is now, best first; ``k`` and ``documents`` in place of the retriever's own."""
        encoder: Encoder = self.encoder
        chosen = self.documents if documents is None else documents
        return rank(self.snapshot(), encoder.embed_query(question), question, k or self.k, chosen)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002  the interface has it
    ) -> list[LangChainDocument]:
        return [
            LangChainDocument(
                page_content=hit.document.text[hit.start : hit.end],
                id=hit.id,
                metadata={
                    "document": hit.document.id, "title": hit.document.part_title(hit.clause),
                    "locator": str(hit.clause.locator), "score": hit.score, "start": hit.start, "end": hit.end,
                },
            )
            for hit in self.hits(query)
        ]  # fmt: skip

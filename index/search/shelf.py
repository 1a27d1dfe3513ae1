"""One state of the library in Chroma: the parsed documents and their passages with vectors.

A document's passages carry its generation, a digest of the parsed document. New passages are written beside the old
ones; the document's own record then names the new generation in one step. Passages of any other generation answer to
nobody and are deleted afterwards, so an interruption at any point leaves the old document or the new one, whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from index.search.passages import Passage

BATCH = 256
DOCUMENTS_AT_ONCE = 16
NO_VECTOR = [1.0]
ALIKE = 1 - 1e-4
Record = dict[str, Any]


class Shelf:
    """Two Chroma collections, both in force."""

    def __init__(self, documents: Any, passages: Any) -> None:
        self._documents, self._passages = documents, passages

    @property
    def name(self) -> str:
        """Of the collection of passages: another rebuild is another collection."""
        return str(self._passages.name)

    # documents

    def put_document(self, doc_id: str, text: str, record: Record) -> None:
        """The switch: from here on the passages of ``record["generation"]`` are the document's."""
        sealed = record | {"seal": seal_of(record)}
        self._documents.upsert(ids=[doc_id], documents=[text], metadatas=[sealed], embeddings=[NO_VECTOR])

    def get_document(self, doc_id: str) -> str | None:
        found = self._documents.get(ids=[doc_id], include=["documents"])["documents"]
        return found[0] if found else None

    def get_documents(self, ids: Sequence[str]) -> dict[str, str]:
        """By id, those that there are."""
        if not ids:
            return {}
        found = self._documents.get(ids=list(ids), include=["documents"])
        return dict(zip(found["ids"], found["documents"], strict=True))

    def records(self, where: Record | None = None) -> dict[str, Record]:
        """Id → record of every document, or of those that ``where`` allows."""
        found = self._documents.get(where=where, include=["metadatas"])
        return dict(zip(found["ids"], found["metadatas"], strict=True))

    def record(self, doc_id: str) -> Record | None:
        found = self._documents.get(ids=[doc_id], include=["metadatas"])["metadatas"]
        return dict(found[0]) if found else None

    def delete_document(self, doc_id: str) -> None:
        """The document first: passages without one answer to nobody."""
        self._documents.delete(ids=[doc_id])
        self._passages.delete(where={"document": doc_id})

    # passages

    def put_passages(
        self, doc_id: str, generation: str, passages: Sequence[Passage], vectors: Sequence[Sequence[float]],
        collection: str,
    ) -> None:  # fmt: skip
        """Write one generation of a document's passages, exactly these."""
        for i in range(0, len(passages), BATCH):
            some = passages[i : i + BATCH]
            self._passages.upsert(
                ids=[passage_id(p, generation) for p in some],
                documents=[p.embedded for p in some],
                embeddings=list(vectors[i : i + BATCH]),
                metadatas=[
                    {
                        "document": doc_id, "generation": generation, "clause": p.clause_id,
                        "start": p.span[0], "end": p.span[1], "collection": collection, "trace": trace_of(vector),
                    }
                    for p, vector in zip(some, vectors[i : i + BATCH], strict=True)
                ],
            )  # fmt: skip
        stale = self.passage_ids(doc_id, generation) - {passage_id(p, generation) for p in passages}
        self.delete_passages(stale)

    def passage_ids(self, doc_id: str, generation: str) -> set[str]:
        where = {"$and": [{"document": doc_id}, {"generation": generation}]}
        return set(self._passages.get(where=where, include=[])["ids"])

    def delete_other_generations(self, doc_id: str, generation: str) -> None:
        where = {"$and": [{"document": doc_id}, {"generation": {"$ne": generation}}]}
        self.delete_passages(set(self._passages.get(where=where, include=[])["ids"]))

    def delete_passages(self, ids: set[str]) -> None:
        listed = sorted(ids)
        for i in range(0, len(listed), BATCH):
            self._passages.delete(ids=listed[i : i + BATCH])

    def all_passages(self, texts: bool = True) -> Iterator[tuple[str, str, Record]]:
        """(id, embedded text, metadata) in the order of their ids; texts are empty where not wanted."""
        total, step = self._passages.count(), 2000
        include = ["documents", "metadatas"] if texts else ["metadatas"]
        for offset in range(0, total, step):
            got = self._passages.get(limit=step, offset=offset, include=include)
            written = got["documents"] if texts else [""] * len(got["ids"])
            yield from zip(got["ids"], written, got["metadatas"], strict=True)

    def passages_of(self, documents: Sequence[str]) -> Iterator[tuple[str, str, Record, Any]]:
        """(id, embedded text, metadata, vector) of these documents' passages of any generation."""
        for i in range(0, len(documents), DOCUMENTS_AT_ONCE):
            got = self._passages.get(
                where={"document": {"$in": list(documents[i : i + DOCUMENTS_AT_ONCE])}},
                include=["documents", "metadatas", "embeddings"],
            )
            yield from zip(got["ids"], got["documents"], got["metadatas"], got["embeddings"], strict=True)

    def contents(self) -> Iterator[tuple[str, str, Record, Sequence[float] | None]]:
        """(id, embedded text, metadata, vector) of every passage; None for a vector that is not there."""
        total, step = self._passages.count(), 1000
        for offset in range(0, total, step):
            include = ["documents", "metadatas", "embeddings"]
            got = self._passages.get(limit=step, offset=offset, include=include)
            yield from zip(got["ids"], got["documents"], got["metadatas"], got["embeddings"], strict=True)

    def count(self) -> int:
        """Passages, those of no document among them."""
        return int(self._passages.count())

    def vectors(self, ids: Sequence[str]) -> dict[str, Any]:
        """The stored vectors by passage id."""
        got = self._passages.get(ids=list(ids), include=["embeddings"])
        return dict(zip(got["ids"], got["embeddings"], strict=True))

    def nearest(
        self, vector: Sequence[float], k: int, documents: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """(passage id, cosine) of the ``k`` nearest, best first; within ``documents`` where given."""
        where = {"document": {"$in": list(documents)}} if documents is not None else None
        k = min(k, max(self.count(), 1))
        got = self._passages.query(
            query_embeddings=[list(vector)], n_results=k, where=where, include=["distances"]
        )
        return [(i, 1.0 - float(d)) for i, d in zip(got["ids"][0], got["distances"][0], strict=True)]

    def finds(self, passage: str, vector: Sequence[float], doc_id: str) -> bool:
        """Whether a search with the passage's own vector finds it, or one just like it. The index is approximate: before it
        is called broken it is asked more widely."""
        for k, within in ((5, None), (5, [doc_id]), (100, [doc_id])):
            near = self.nearest(vector, k, within)
            if passage in dict(near) or (near and near[0][1] > ALIKE):
                return True
        return False


def seal_of(record: Record) -> str:
    """Sixteen hexadecimal digits of what is kept beside a document, the seal itself left out."""
    kept = sorted((key, value) for key, value in record.items() if key != "seal")
    return hashlib.sha256(json.dumps(kept, ensure_ascii=False).encode()).hexdigest()[:16]


def intact(record: Record) -> bool:
    """Whether a record is as it was written; one from before there were seals counts as such."""
    return "seal" not in record or record["seal"] == seal_of(record)


def trace_of(vector: Sequence[float]) -> float:
    """A number in [-n, n] by which an altered vector is told, whatever its length."""
    row = np.asarray(vector, dtype=float)
    return float(row @ np.cos(np.arange(1, len(row) + 1)) / (np.linalg.norm(row) or 1.0))


def generation_of(text: str) -> str:
    """Eight hexadecimal digits of the parsed document: another text or another reading of it is another generation."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def passage_id(passage: Passage, generation: str) -> str:
    """Passages of two generations stand side by side until the old ones are deleted."""
    return f"{passage.id}~{generation}"

"""One consistent view of the library: its passages in memory, the lexical index, and documents read on demand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.clauses.document import Clause, Document, Span
from index.search.lexical import LexicalIndex
from index.search.vectors import VectorStore


@dataclass(frozen=True)
class StoredPassage:
    id: str
    document: str
    clause: str
    span: Span
    collection: str


class Snapshot:
    """Immutable apart from its cache of documents; a changed library gets a new one."""

    def __init__(
        self,
        version: str,
        store: VectorStore,
        passage_collection: str,
        load: Callable[[str], Document | None],
    ) -> None:
        self.version = version
        self._store, self._name, self._load = store, passage_collection, load
        self._documents: dict[str, Document | None] = {}
        rows = list(store.all_passages(passage_collection))
        self.passages = [
            StoredPassage(i, m["document"], m["clause"], (m["start"], m["end"]), m["collection"])
            for i, _, m in rows
        ]
        self.places = {p.id: n for n, p in enumerate(self.passages)}
        self.lexical = LexicalIndex([text for _, text, _ in rows])

    @cached_property
    def document_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.document for p in self.passages))

    def collection_ids(self, collection: str) -> list[str]:
        """Ids of the documents in a named collection."""
        return list(dict.fromkeys(p.document for p in self.passages if p.collection == collection))

    def document(self, doc_id: str) -> Document | None:
        if doc_id not in self._documents:
            self._documents[doc_id] = self._load(doc_id)
        return self._documents[doc_id]

    def documents(self, ids: Sequence[str] | None = None) -> list[Document]:
        wanted = self.document_ids if ids is None else ids
        return [d for d in (self.document(i) for i in wanted) if d is not None]

    def nearest(
        self, vector: Sequence[float], k: int, documents: Sequence[str] | None
    ) -> list[tuple[str, float]]:
        return self._store.nearest(self._name, vector, k, documents)

    def resolve(self, passage_id: str) -> tuple[Document, Clause, int, int] | None:
        """The passage's clause and span; None where the document has changed since (it is then left out)."""
        stored = self.passages[self.places[passage_id]]
        document = self.document(stored.document)
        clause = document.by_id.get(stored.clause) if document else None
        if document is None or clause is None or clause.start != stored.span[0]:
            return None
        return document, clause, *stored.span

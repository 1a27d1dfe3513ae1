"""One consistent view of the library: its passages in memory, the lexical index, and documents read on demand."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from index.clauses.document import Clause, Document, Span
from index.clauses.status import Standings
from index.errors import ReplacedError
from index.rows import standings
from index.search.lexical import LexicalIndex
from index.search.shelf import Shelf, generation_of


def _replaced() -> ReplacedError:
    return ReplacedError("条款库刚刚更换了索引", "请再问一次")


@dataclass(frozen=True)
class StoredPassage:
    id: str
    document: str
    clause: str
    span: Span
    collection: str


class Snapshot:
    """Immutable apart from its cache of documents; a changed library gets a new one.

    Where a rebuild takes the collections away that it reads from, ReplacedError asks for the question to be put again: a
    new snapshot has them all. Only passages of the generation that a document's record names are in it: what an
    interrupted write left behind, or a replaced document's old passages, are not.
    """

    def __init__(self, version: str, shelf: Shelf, current: Callable[[], str] | None = None) -> None:
        self.version = version
        self._shelf, self._current = shelf, current or (lambda: version)
        self._documents: dict[str, Document | None] = {}
        self._standings: Standings | None = None
        self.records = shelf.records()
        self._generations = {i: r.get("generation") for i, r in self.records.items()}
        rows = [
            row
            for row in shelf.all_passages()
            if row[2]["document"] in self._generations
            and self._generations[row[2]["document"]] == row[2].get("generation")
        ]
        self.passages = [
            StoredPassage(i, m["document"], m["clause"], (m["start"], m["end"]), m["collection"])
            for i, _, m in rows
        ]
        self.places = {p.id: n for n, p in enumerate(self.passages)}
        self.lexical = LexicalIndex([text for _, text, _ in rows])

    def standings(self, today: date) -> Standings:
        """Which documents are in force on that day."""
        if self._standings is None or self._standings.today != today:
            self._standings = standings(self.records, today)
        return self._standings

    @cached_property
    def document_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.document for p in self.passages))

    def collection_ids(self, collection: str) -> list[str]:
        """Ids of the documents in a named collection."""
        return list(dict.fromkeys(p.document for p in self.passages if p.collection == collection))

    def document(self, doc_id: str) -> Document | None:
        """None where it is not in this view, or is just being replaced or removed."""
        if doc_id not in self._documents:
            self._documents[doc_id] = self._load(doc_id)
        return self._documents[doc_id]

    def _load(self, doc_id: str) -> Document | None:
        if doc_id not in self._generations:
            return None
        with self._in_force():
            text = self._shelf.get_document(doc_id)
        if text is None or generation_of(text) != self._generations[doc_id]:
            if self._current() != self.version:
                raise _replaced()
            return None
        return Document.from_json(text)

    @contextlib.contextmanager
    def _in_force(self) -> Iterator[None]:
        """Whatever Chroma raises of a collection that is gone becomes ReplacedError."""
        try:
            yield
        except Exception as error:
            if self._current() == self.version:
                raise
            raise _replaced() from error

    def documents(self, ids: Sequence[str] | None = None) -> list[Document]:
        wanted = self.document_ids if ids is None else ids
        return [d for d in (self.document(i) for i in wanted) if d is not None]

    def nearest(
        self, vector: Sequence[float], k: int, documents: Sequence[str] | None
    ) -> list[tuple[str, float]]:
        with self._in_force():
            return self._shelf.nearest(vector, k, documents)

    def resolve(self, passage_id: str) -> tuple[Document, Clause, int, int] | None:
        """The passage's clause and span; None where the document has changed since (it is then left out)."""
        stored = self.passages[self.places[passage_id]]
        document = self.document(stored.document)
        clause = document.by_id.get(stored.clause) if document else None
        if document is None or clause is None:
            return None
        return document, clause, *stored.span

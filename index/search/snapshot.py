"""One consistent view of the library: records, what a search needs, and documents read on demand."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property

from index.clauses.document import Clause, Document
from index.clauses.status import Standings
from index.errors import ReplacedError
from index.rows import standings
from index.search.lexical import StoredPassage
from index.search.mirror import Mirror, Original
from index.search.named import Titles
from index.search.regions import Regions
from index.search.shelf import Shelf, generation_of

EXACT = 50_000
"""Passages that are all compared: 2 ms at 30,000, no more than Chroma's index takes. The index is built by several threads
and anew whenever it is opened: the same question may find other passages in another process, and now and then it misses one
for good (about once in a hundred openings, of 62 passages)."""

AT_ONCE = 64
"""Documents read from Chroma in one go."""


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Without looking for garbage: among the many objects of many documents there is none, and each look takes longer."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _replaced() -> ReplacedError:
    return ReplacedError("条款库刚刚更换了索引", "请再问一次")


class Snapshot:
    """Immutable apart from its cache of documents; a changed library gets a new one.

    Where a rebuild takes the collections away that it reads from, ReplacedError asks for the question to be put again: a
    new snapshot has them all. Only passages of the generation that a document's record names are in it: what an
    interrupted write left behind, or a replaced document's old passages, are not.
    """

    def __init__(
        self,
        version: str,
        shelf: Shelf,
        mirror: Mirror,
        current: Callable[[], str] | None = None,
        before: Snapshot | None = None,
    ) -> None:
        """``current`` tells the version in force; ``before`` is the view that this one takes the place of: what has not
        changed of it is kept."""
        self.version = version
        self._shelf, self._current = shelf, current or (lambda: version)
        self._standings: Standings | None = None
        self.records = shelf.records()
        self._generations = {i: str(r.get("generation")) for i, r in self.records.items()}
        self._documents: dict[str, Document | None] = {
            i: d
            for i, d in (before._documents if before else {}).items()
            if d is not None and before and before._generations.get(i) == self._generations.get(i)
        }
        self.view = mirror.follow(shelf.name, self._generations, self._originals)

    def _originals(self, documents: Sequence[str]) -> Iterator[Original]:
        return (
            Original(i, m["document"], m["clause"], m["start"], m["end"], text, vector)
            for i, text, m, vector in self._shelf.passages_of(documents)
            if self._generations.get(m["document"]) == m.get("generation")
        )

    def standings(self, today: date) -> Standings:
        """Which documents are in force on that day."""
        if self._standings is None or self._standings.today != today:
            self._standings = standings(self.records, today)
        return self._standings

    @property
    def size(self) -> int:
        """Passages."""
        return self.view.words.size

    def rarity(self, token: str) -> float:
        """Inverse document frequency in [0, 1]; 1 for a token that occurs nowhere."""
        return self.view.words.rarity(token)

    @cached_property
    def titles(self) -> Titles:
        """By which a question names a document."""
        return Titles(self.records)

    @cached_property
    def regions(self) -> Regions:
        """By which a question names the documents of a place."""
        return Regions(self.records)

    @cached_property
    def document_ids(self) -> tuple[str, ...]:
        return tuple(sorted(self.records))

    def collection_ids(self, collection: str) -> list[str]:
        """Ids of the documents in a named collection."""
        return [i for i in self.document_ids if self.records[i]["collection"] == collection]

    def document(self, doc_id: str) -> Document | None:
        """None where it is not in this view, or is just being replaced or removed."""
        if doc_id not in self._documents:
            self._load([doc_id])
        return self._documents[doc_id]

    def _load(self, ids: Sequence[str]) -> None:
        with self._in_force():
            texts = self._shelf.get_documents([i for i in ids if i in self._generations])
        for doc_id in ids:
            self._documents[doc_id] = self._read(doc_id, texts.get(doc_id))

    def _read(self, doc_id: str, text: str | None) -> Document | None:
        if doc_id not in self._generations:
            return None
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
        missing = [i for i in wanted if i not in self._documents]
        with uncollected():
            for i in range(0, len(missing), AT_ONCE):
                self._load(missing[i : i + AT_ONCE])
        return [d for d in (self.document(i) for i in wanted) if d is not None]

    def nearest(self, vector: Sequence[float], k: int, documents: Sequence[str] | None) -> list[str]:
        """Ids of the ``k`` nearest passages: exactly up to ``EXACT`` passages and within documents, by Chroma's approximate
        index in a larger library."""
        if documents is not None or self.size <= EXACT:
            return [p.id for p in self.view.nearest(vector, k, documents)]
        with self._in_force():
            return [i for i, _ in self._shelf.nearest(vector, k)]

    def resolve(self, passage: StoredPassage) -> tuple[Document, Clause, int, int] | None:
        """The passage's clause and span; None where the document has changed since (it is then left out)."""
        document = self.document(passage.document)
        clause = document.by_id.get(passage.clause) if document else None
        if document is None or clause is None:
            return None
        return document, clause, *passage.span

"""Writing to the library: one document at a time, whole or not at all; then a new version for the readers.

The order loses nothing at any point: passages of the new generation beside the old ones, a search that finds them, the
document's record that names the new generation (the switch), the old passages away, the version. A mark in the library's
state stands while a writer is at work; a mark without a writer tells the next one to clear up.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from typing import Any

from index.clauses import FORMAT
from index.clauses.status import Status
from index.errors import LibraryError
from index.prepare import Prepared
from index.search.encoder import Encoder
from index.search.shelf import Record, Shelf, intact, passage_id
from index.search.vectors import DOCUMENTS, FAILURES, PASSAGES, VectorStore

EMBED_BATCH = 16
Told = Callable[[int], None]
"""Called with the number of passages embedded since the last call."""
WRITTEN_ANEW = 3


class Writer:
    """Made under the library's write lock. ``version`` is the last one published."""

    def __init__(self, store: VectorStore, encoder: Encoder) -> None:
        self.store, self.encoder = store, encoder
        self.state = store.state()
        self.shelf = store.shelf(self.state)
        self._content = int(str(self.state.get("content", "0")), 16)
        self._published = time.monotonic()
        self.changed = False
        self._half: tuple[str, str] | None = None
        self._again: Rebuild | None = None
        if self.state.get("writing"):
            self.tidy()
            self.publish()

    @property
    def version(self) -> str:
        return str(self.state.get("version", "0"))

    # documents

    def put(self, new: Prepared, told: Told | None = None) -> None:
        """Add or replace one document; LibraryError where a search does not find it afterwards, and the old one stays."""
        self._mark()
        generation = new.record["generation"]
        self._half = new.id, generation
        vectors = embedded(self.encoder, new, told)
        try:
            put_to_be_found(self.shelf, new, vectors)
        except LibraryError:
            self._undo_half()
            raise
        old = self.shelf.record(new.id)
        keep_choice(old, new.record)
        self.shelf.put_document(new.id, new.json, new.record)
        self._content ^= fingerprint(new.id, new.record)
        self.changed = True
        if old:
            self._content ^= fingerprint(new.id, old)
            self.shelf.delete_other_generations(new.id, generation)
        self._half = None

    def remove(self, doc_id: str) -> None:
        self._mark()
        old = self.shelf.record(doc_id)
        self.shelf.delete_document(doc_id)
        if old:
            self._content ^= fingerprint(doc_id, old)
        self.changed = True

    def relink(self, doc_id: str, record: Record) -> None:
        """The same document under another record: its file was moved."""
        self.shelf.put_document(doc_id, self.shelf.get_document(doc_id) or "", record)

    def choose(self, doc_id: str, status: Status | None) -> Record:
        """What the user says of the document's status, None for nothing; it stays when the file is read again."""
        old = self.shelf.record(doc_id) or {}
        if not intact(old):
            raise altered(old, "登记的信息")
        record = old | {"chosen": status or ""}
        self.relink(doc_id, record)
        self.changed = True
        return record

    def _mark(self) -> None:
        if not self.state.get("writing"):
            self.state["writing"] = True
            self.store.set_state(self.state)

    def settle(self) -> None:
        """The end, also after an error in the middle of a document: what was begun of it goes, what was done is published."""
        self._undo_half()
        if self._again:
            self._again.abandon()
        if self.changed:
            self.publish()

    def _undo_half(self) -> None:
        if self._half is None:
            return
        doc_id, generation = self._half
        record = self.shelf.record(doc_id)
        if record is None or record.get("generation") != generation:
            self.shelf.delete_passages(self.shelf.passage_ids(doc_id, generation))
        else:
            self.shelf.delete_other_generations(doc_id, generation)
        self._content = content_of(self.shelf.records())
        self._half, self.changed = None, True

    # the version

    def due(self) -> bool:
        """Whether readers should see what was written since the last version: soon, but not so often that they do little
        else than catch up."""
        return self.changed and time.monotonic() - self._published > 5

    def publish(self, **state: Any) -> None:
        """A new version: a counter and a digest of what the library holds."""
        count = int(self.version.split("-")[0]) + 1
        content = f"{self._content:016x}"
        new = {**self.state, **state, "content": content, "version": f"{count}-{content[:8]}"}
        new["writing"] = False
        self.store.set_state(new)
        self.state, self.changed, self._published = new, False, time.monotonic()

    # after an interruption

    def tidy(self) -> tuple[int, int]:
        """Passages that belong to no document go, and collections that are not in force; how many of each."""
        records = self.shelf.records()
        lost = orphans(self.shelf, records)
        self.shelf.delete_passages(lost)
        idle = leftovers(self.store, self.state)
        for name in idle:
            self.store.drop(name)
        self._content = content_of(records)
        return len(lost), len(idle)

    # another generation of the whole library

    def rebuilding(self) -> Rebuild:
        self._again = Rebuild(self)
        return self._again


class Rebuild:
    """A second shelf, filled while the first one answers; ``finish`` switches to it in one step."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._old = {writer.state.get("documents", DOCUMENTS), writer.state.get("passages", f"{PASSAGES}-1")}
        n = int(str(writer.state.get("passages", f"{PASSAGES}-1")).rsplit("-", 1)[1]) + 1
        self._names = {"documents": f"{DOCUMENTS}-{n}", "passages": f"{PASSAGES}-{n}"}
        writer._mark()
        for name in self._names.values():
            writer.store.drop(name)
        self._shelf = writer.store.shelf(self._names)
        self._records: dict[str, Record] = {}

    def put(self, new: Prepared, told: Told | None = None) -> None:
        keep_choice(self._writer.shelf.record(new.id), new.record)
        vectors = embedded(self._writer.encoder, new, told)
        put_to_be_found(self._shelf, new, vectors)
        self._shelf.put_document(new.id, new.json, new.record)
        self._records[new.id] = new.record

    def finish(self) -> None:
        writer = self._writer
        writer._content = content_of(self._records)
        writer.publish(encoder=writer.encoder.name, format=FORMAT, **self._names)
        writer.shelf, writer._again = self._shelf, None
        for name in self._old:
            writer.store.drop(name)

    def abandon(self) -> None:
        """The old shelf stays in force."""
        self._writer._again, self._writer.changed = None, True
        for name in self._names.values():
            self._writer.store.drop(name)


def keep_choice(old: Record | None, new: Record) -> None:
    """Not of a record that was altered: nobody knows who set it."""
    if old and old.get("chosen") and intact(old):
        new["chosen"] = old["chosen"]


def embedded(encoder: Encoder, new: Prepared, told: Told | None) -> list[list[float]]:
    vectors: list[list[float]] = []
    for i in range(0, len(new.passages), EMBED_BATCH):
        some = [p.embedded for p in new.passages[i : i + EMBED_BATCH]]
        vectors.extend(encoder.embed_documents(some))
        if told:
            told(len(some))
    return vectors


def put_to_be_found(shelf: Shelf, new: Prepared, vectors: Sequence[Sequence[float]]) -> None:
    """Writes a document's passages until a search finds them. Now and then a vector comes to stand in Chroma's graph where no
    search arrives (one small document in fifty on a busy machine); written anew it stands elsewhere. LibraryError where that
    does not help."""
    generation = new.record["generation"]
    for _ in range(WRITTEN_ANEW + 1):
        shelf.put_passages(new.id, generation, new.passages, vectors, new.record["collection"])
        if found(shelf, new, vectors):
            return
        shelf.delete_passages(shelf.passage_ids(new.id, generation))
    raise LibraryError(
        f"「{new.record['source']}」写入后检索不到，没有算作已加入",
        "请运行 tiaokuan doctor 检查条款库，再重新添加",
    )


def found(shelf: Shelf, new: Prepared, vectors: Sequence[Sequence[float]]) -> bool:
    """All passages of a document are there, and a search for the first, the last and one between arrives at them."""
    generation = new.record["generation"]
    if len(shelf.passage_ids(new.id, generation)) != len({p.id for p in new.passages}):
        return False
    samples = sorted({0, len(vectors) // 2, len(vectors) - 1}) if vectors else []
    return all(shelf.finds(passage_id(new.passages[i], generation), vectors[i], new.id) for i in samples)


def altered(record: Record, what: str) -> LibraryError:
    return LibraryError(
        f"「{record.get('source', '')}」{what}与登记的摘要不符，可能被改动过",
        "请运行 tiaokuan doctor，按它给出的命令修复",
    )


def fingerprint(doc_id: str, record: Record) -> int:
    """Of one document as it stands; those of all documents are combined in any order."""
    digest = hashlib.sha256(f"{doc_id} {record.get('generation', '')}".encode()).digest()
    return int.from_bytes(digest[:8], "big")


def content_of(records: dict[str, Record]) -> int:
    content = 0
    for doc_id, record in records.items():
        content ^= fingerprint(doc_id, record)
    return content


def orphans(shelf: Shelf, records: dict[str, Record]) -> set[str]:
    """Passages whose document is gone or has another generation."""
    current = {i: r.get("generation") for i, r in records.items()}
    return {
        i
        for i, _, m in shelf.all_passages(texts=False)
        if m["document"] not in current or current[m["document"]] != m.get("generation")
    }


def leftovers(store: VectorStore, state: dict[str, Any]) -> list[str]:
    """Collections of an interrupted or finished rebuild that are not in force."""
    used = {state.get("documents", DOCUMENTS), state.get("passages", f"{PASSAGES}-1"), DOCUMENTS}
    return sorted(n for n in store.names() if n != FAILURES and n not in used)

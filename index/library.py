"""The library: add, remove, list, open, rebuild. One writer at a time; readers are never blocked."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from index.adding import Adding, Again, File
from index.clauses import FORMAT, Document, parse
from index.clauses.status import Standings, Status
from index.errors import LibraryError, LibraryMismatchError, NotFoundError, os_reason
from index.known import Known
from index.lock import PATIENT, Patience, locked
from index.naming import resolve
from index.prepare import Job, Prepared, holds, prepare, prepared
from index.progress import Meter, Progress
from index.read.reading import stored_reading
from index.rows import Row, standings, stored_row, unread_row
from index.search.encoder import Encoder
from index.search.mirror import Mirror
from index.search.shelf import Record, Shelf, generation_of, intact
from index.search.snapshot import Snapshot
from index.search.vectors import PASSAGES, VectorStore
from index.writer import Writer, altered

T = TypeVar("T")
PLAN = "渝府办发〔2024〕75号.txt"
REBUILD = "请运行 tiaokuan index rebuild 重建索引（原文不会丢失）"


class Library:
    """Opened on a home folder (and, with ``url``, a Chroma server). The built-in plan is indexed on first use."""

    def __init__(
        self,
        home: Path,
        encoder: Encoder,
        url: str | None = None,
        plan: Path | None = None,
        seed: bool = True,
        patience: Patience = PATIENT,
    ) -> None:
        self.home, self.encoder = home, encoder
        self._plan, self._patience = plan, patience
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"数据文件夹「{home}」无法建立：{os_reason(error)}", "请检查 TIAOKUAN_HOME 的路径与权限"
            ) from error
        self._mirror = Mirror(home / "mirror")
        self.store = VectorStore(home / "chroma", url)
        state = self.store.state()
        self._seen = state.get("version")
        if not state.get("seeded"):
            self._begin(seed)

    # reading

    def version(self) -> str:
        return str(self.store.state().get("version", "0"))

    def snapshot(self) -> Snapshot:
        """The library as it is now, also after another process has written to it."""
        version = self.store.state().get("version")
        with self._lock:
            if self._snapshot is None or self._snapshot.version != version:
                self._snapshot = self._read(self._taken)
            return self._snapshot

    def _taken(self, state: dict[str, Any]) -> Snapshot:
        self._check(state)
        self._catch_up(state)
        shelf = self.store.shelf(state, create=False)
        return Snapshot(state["version"], shelf, self._mirror, self.version, self._snapshot)

    def _read(self, work: Callable[[dict[str, Any]], T]) -> T:
        """``work`` on the library as it is; again where a rebuild has replaced the index in the middle of it."""
        for again in (True, True, False):
            state = self.store.state()
            try:
                return work(state)
            except Exception:
                if not again or self.store.state().get("version") == state.get("version"):
                    raise
        raise AssertionError

    def records(self) -> dict[str, Record]:
        return self._read(lambda state: self.store.shelf(state, create=False).records())

    def _catch_up(self, state: dict[str, Any]) -> None:
        """An embedded client does not see what another process has written since it was opened."""
        if self._seen != state.get("version"):
            self.store.reopen()
        self._seen = state.get("version")

    def _check(self, state: dict[str, Any]) -> None:
        if state.get("format") != FORMAT:
            raise LibraryMismatchError(
                f"索引的格式（{state.get('format')}）与本程序的（{FORMAT}）不同", REBUILD
            )
        if state.get("encoder") != self.encoder.name:
            raise LibraryMismatchError(
                f"索引是用「{state.get('encoder')}」建立的，当前设置的向量模型是「{self.encoder.name}」",
                REBUILD,
            )

    def shelf(self) -> Shelf:
        """What is in force now."""
        return self.store.shelf(self.store.state())

    def rows(self) -> list[Row]:
        """Every document, by source name."""
        found = [stored_row(i, r) for i, r in self.records().items()]
        return sorted(found, key=lambda r: (r.collection, r.source, r.id))

    def failed_rows(self) -> list[Row]:
        """Files that could not be read when they were last added; ``path`` is where they lie."""
        found = [
            unread_row(r["origin"] or r["source"], "failed", r["reason"], r["collection"])
            for r in self.store.failures().values()
        ]
        return sorted(found, key=lambda r: (r.source, r.path))

    def resolve(self, name: str) -> str:
        """Id of the document called ``name``: id, title, number, file name with or without suffix; NotFoundError else."""
        return resolve(name, self.records())

    def document(self, name: str) -> Document:
        """LibraryError where its text is not the one that was stored."""

        def stored(state: dict[str, Any]) -> str:
            shelf = self.store.shelf(state, create=False)
            records = shelf.records()
            doc_id = resolve(name, records)
            return _checked(shelf, doc_id, records[doc_id])

        return Document.from_json(self._read(stored))

    # writing

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writer]:
        """One writer at a time, across processes; what was written is published at the end, also after an error."""
        with locked(self.home, self._patience):
            with self._lock:
                self._catch_up(self.store.state())
            writer = Writer(self.store, self.encoder)
            try:
                yield writer
            finally:
                writer.settle()
                self._seen = writer.version

    def _begin(self, seed: bool) -> None:
        """An empty home: the state, and with ``seed`` the built-in plan."""
        with self.writing() as writer:
            if writer.state.get("seeded"):
                return
            writer.state |= {"encoder": self.encoder.name, "format": FORMAT, "passages": f"{PASSAGES}-1"}
            if seed:
                writer.put(prepare(Job(PLAN, "", self._plan_text(), "default")))
            writer.publish(seeded=True)

    def _plan_text(self) -> bytes:
        try:
            return (
                self._plan.read_bytes()
                if self._plan
                else (resources.files("index.corpus") / PLAN).read_bytes()
            )
        except OSError as error:
            raise LibraryError(f"内置的计划原文「{PLAN}」缺失", "请重新安装本程序") from error

    def add_files(
        self,
        files: Sequence[File],
        collection: str = "default",
        progress: Progress | None = None,
        retry: bool = False,
        force: bool = False,
    ) -> list[Row]:
        """Add or update; one row a file in the order given. A file that fails leaves the others done, and is passed over
        with its reason until it changes or ``retry`` asks for it. ``force`` reads again what has not changed."""
        self._check(self.store.state())
        with self.writing() as writer:
            self._check(writer.state)
            known = Known(writer.shelf, len(files))
            program = f"{version('tiaokuan')} {FORMAT}"
            failures = self.store.failures()
            if force:
                self._mirror.discard()
            again = Again(failed=retry, unchanged=force)
            return Adding(writer, known, failures, collection, program, again, progress).run(files)

    def remove(self, name: str) -> Row:
        """A document with what is remembered of its file, or only the record of a file that could not be read, by the
        file's path or a name that no document has."""
        with self.writing() as writer:
            if row := self._forget(lambda r: name == r["origin"]):
                return row
            records = writer.shelf.records()
            try:
                doc_id = resolve(name, records)
            except NotFoundError:
                if row := self._forget(lambda r: name == r["source"]):
                    return row
                raise
            record = records[doc_id]
            writer.remove(doc_id)
            self._forget(lambda r: bool(r["origin"]) and r["origin"] == record.get("origin"))
        return stored_row(doc_id, record, "removed")

    def choose_status(self, name: str, status: Status | None) -> Row:
        """What the user says of a document's status; None leaves it to the dates and the other documents again."""
        with self.writing() as writer:
            doc_id = resolve(name, writer.shelf.records())
            return stored_row(doc_id, writer.choose(doc_id, status))

    def standings(self, today: date) -> Standings:
        """Which documents are in force on that day."""
        return standings(self.records(), today)

    def _forget(self, which: Callable[[Record], bool]) -> Row | None:
        found = {k: r for k, r in self.store.failures().items() if which(r)}
        self.store.forget_failures(list(found))
        for r in found.values():
            return unread_row(r["source"], "removed", "只清除了读取失败的记录", r["collection"])
        return None

    def tidy(self) -> tuple[int, int]:
        """Passages without a document and collections out of force are deleted; how many of each."""
        with self.writing() as writer:
            done = writer.tidy()
            writer.publish()
        return done

    def rebuild(self, progress: Progress | None = None, name: str | None = None) -> list[Row]:
        """Read every stored text again, or the one document's, and embed it with the current encoder; the old index stays
        until this is done."""
        with self.writing() as writer:
            records = writer.shelf.records()
            if name is None:
                again = writer.rebuilding()
                rows = _written_again(writer.shelf, records, again.put, progress)
                again.finish()
                return rows
            self._check(writer.state)
            doc_id = resolve(name, records)
            self._mirror.discard()  # what it has of the document may be what was altered
            return _written_again(writer.shelf, {doc_id: records[doc_id]}, writer.put, progress)


def _written_again(
    shelf: Shelf, records: dict[str, Record], put: Any, progress: Progress | None
) -> list[Row]:
    meter = Meter(progress, len(records))
    meter.start({n: record["clauses"] for n, record in enumerate(records.values())})
    rows: list[Row] = []
    for n, (doc_id, record) in enumerate(records.items()):
        new = _read_again(shelf, doc_id, record)
        put(new, lambda some, n=n, new=new: meter.embedded(n, some, len(new.passages)))
        rows.append(stored_row(new.id, new.record, "updated"))
        meter.done(n, rows[-1])
    return rows


def _read_again(shelf: Shelf, doc_id: str, record: Record) -> Prepared:
    """The stored text through today's parser, whatever format it was stored in; LibraryError where it is not the text that
    was stored: an index must not make good what was altered."""
    text = _checked(shelf, doc_id, record)
    try:
        stored = json.loads(text)
        reading = stored_reading(stored)
    except (ValueError, KeyError, TypeError) as error:
        raise LibraryError(
            f"「{record['source']}」存的内容已损坏，不能重建",
            f"请运行 tiaokuan index remove {doc_id} 移除它，再从原文件加入",
        ) from error
    document = parse(reading, stored["source"], stored["digest"], doc_id, stored["collection"])
    origin = record.get("origin", "")
    return prepared(document, origin if intact(record) or holds(origin, document.digest) else "")


def _checked(shelf: Shelf, doc_id: str, record: Record) -> str:
    text = shelf.get_document(doc_id)
    if text is None:
        raise NotFoundError(f"库中没有文件「{record['source']}」", "可能刚被移除")
    if record.get("generation") not in (None, generation_of(text)):
        raise altered(record, "存的原文")
    return text

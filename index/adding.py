"""Files into the library: which of them are new, which changed, which failed before; read, written, reported one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from index.errors import LibraryError, ReadError
from index.known import Known
from index.prepare import Job, Prepared, content_of, prepare
from index.progress import Meter, Progress
from index.read import supported, unsupported
from index.rows import Row, stored_row, unread_row
from index.search.shelf import intact
from index.workers import read_all
from index.writer import Writer


class Refusal(str):
    """Why a path is not read."""


File = tuple[str, bytes | Path | Refusal]
"""The name a file is called by, perhaps with folders; its content, or where it lies, or why it is passed over."""


@dataclass(frozen=True)
class Again:
    """What is read although nothing of it has changed: files that ``failed`` before, files that are in the library."""

    failed: bool = False
    unchanged: bool = False


class Adding:
    """One call of ``add``: ``run`` gives a row for each file, in the order given."""

    def __init__(
        self, writer: Writer, known: Known, failures: dict[str, dict[str, Any]], collection: str,
        program: str, again: Again, progress: Progress | None,
    ) -> None:  # fmt: skip
        self._writer, self._known, self._failures = writer, known, failures
        self._collection, self._program, self._again = collection, program, again
        self._rows: dict[int, Row] = {}
        self._meter = Meter(progress)

    def run(self, files: Sequence[File]) -> list[Row]:
        self._meter.files = len(files)
        self._settle(list(enumerate(files)))
        changed = {r.id for r in self._rows.values() if r.state == "updated"}
        # copies of what has changed since: their content is in the library no more
        again = [(n, files[n]) for n, r in self._rows.items() if r.state == "duplicate" and r.id in changed]
        self._settle(again)
        return [self._rows[n] for n in sorted(self._rows)]

    # which files are to be read

    def _settle(self, files: Iterable[tuple[int, File]]) -> None:
        jobs: list[tuple[int, Job]] = []
        first: dict[str, int] = {}
        copies: list[tuple[int, int, Job]] = []
        for n, (path, data) in files:
            found = self._look(path, data)
            if isinstance(found, Row):
                self._done(n, found)
            elif found[0] in first:
                copies.append((n, first[found[0]], found[1]))
            else:
                first[found[0]] = n
                jobs.append((n, found[1]))
        self._meter.start({n: job.size for n, job in jobs})
        self._read(jobs)
        alike = [(n, self._rows[original], job) for n, original, job in copies]
        for n, original, job in alike:
            if original.state != "failed":
                self._done(n, self._copy_of(original, job.path))
        # why a file cannot be read is said of each by its own name
        self._read([(n, job) for n, original, job in alike if original.state == "failed"])

    def _look(self, path: str, data: bytes | Path | Refusal) -> Row | tuple[str, Job]:
        """The row of a file that needs no reading, else its digest and the job."""
        if isinstance(data, Refusal):
            return unread_row(path, "skipped", data, self._collection)
        if not supported(PurePath(path).name):
            return unread_row(path, "skipped", unsupported(PurePath(path).name), self._collection)
        origin = str(data.resolve()) if isinstance(data, Path) else ""
        try:
            content = content_of(data)
        except ReadError as error:
            return self._failed(Job(path, origin, data, self._collection), str(error))
        digest, size = hashlib.sha256(content).hexdigest(), len(content)
        if (doc_id := self._known.of_digest(digest)) is not None:
            held = self._held(doc_id, path, origin)
            if held and not (held.state == "unchanged" and self._again.unchanged):
                return held
            collection = held.collection if held else self._collection
            return digest, Job(path, origin, data, collection, doc_id, digest, size)
        failed = self._failures.get(failure_key(path, origin))
        if (
            failed
            and not self._again.failed
            and (failed["digest"], failed["program"]) == (digest, self._program)
        ):
            reason = f"{failed['reason']}（上次已失败，内容未变；加 --retry 再试）"
            return unread_row(path, "failed", reason, self._collection)
        return digest, Job(path, origin, data, self._collection, self._known.of_origin(origin), digest, size)

    def _held(self, doc_id: str, path: str, origin: str) -> Row | None:
        """The library has this content: under this file's name and place, or another's. None where the file was renamed
        and is to be read under its new name, or where what the library keeps of it was altered."""
        record = self._known.record(doc_id) or {}
        place, same_name = record.get("origin", ""), record["source"] == PurePath(path).name
        if not intact(record):
            return None
        moved = bool(place and origin) and place != origin and not Path(place).exists()
        if moved and not same_name:
            return None
        if not (same_name and (moved or not place or not origin or place == origin)):
            where = place if same_name else record["source"]
            return stored_row(doc_id, record, "duplicate", f"内容与已有的「{where}」相同", path)
        if origin and place != origin:
            self._writer.relink(doc_id, record | {"origin": origin})
            self._known.put(doc_id, record | {"origin": origin})
        reason = None
        if record["collection"] != self._collection:
            reason = f"已在集合「{record['collection']}」中；要换集合请先移除"
        return stored_row(doc_id, record, "unchanged", reason, path)

    def _copy_of(self, original: Row, path: str) -> Row:
        record = self._known.record(original.id) or {}
        return stored_row(original.id, record, "duplicate", f"内容与「{original.path}」相同", path)

    # reading and writing

    def _read(self, jobs: list[tuple[int, Job]]) -> None:
        numbers = iter([n for n, _ in jobs])
        for job, answer in read_all([job for _, job in jobs]):
            n = next(numbers)
            row = self._write(n, job, answer) if isinstance(answer, Prepared) else self._failed(job, answer)
            self._done(n, row)
            if row.state == "updated" or self._writer.due():
                self._writer.publish()

    def _write(self, n: int, job: Job, new: Prepared) -> Row:
        doc_id = self._known.free_id(new.id, job.source, new.record["title"], job.origin)
        if job.doc_id is None and doc_id != new.id:
            new = prepare(replace(job, doc_id=doc_id))
        old = self._known.record(new.id)
        try:
            self._writer.put(new, lambda some: self._meter.embedded(n, some, len(new.passages)))
        except LibraryError as error:
            return self._failed(job, str(error))
        self._known.put(new.id, new.record)
        self._forget(job)
        return stored_row(
            new.id, new.record, "updated" if old else "added", renaming(old, new.record), job.path
        )

    def _failed(self, job: Job, reason: str) -> Row:
        """Remembered with its reason; an older version of the document stays in the library."""
        kept = f"{reason}（库中保留上次读到的内容）" if job.doc_id else reason
        record = {
            "source": job.source, "origin": job.origin, "digest": job.digest, "reason": kept,
            "collection": self._collection, "program": self._program,
        }  # fmt: skip
        key = failure_key(job.path, job.origin)
        self._writer.store.put_failure(key, record)
        self._failures[key] = record
        return unread_row(job.path, "failed", kept, self._collection)

    def _forget(self, job: Job) -> None:
        key = failure_key(job.path, job.origin)
        if self._failures.pop(key, None):
            self._writer.store.forget_failures([key])

    def _done(self, n: int, row: Row) -> None:
        self._rows[n] = row
        self._meter.done(n, row)


def renaming(old: dict[str, Any] | None, new: dict[str, Any]) -> str | None:
    """What an update changed of the names by which people know a document."""
    names = {"source": "原名", "title": "原标题"}
    changed = [f"{said}「{old[key]}」" for key, said in names.items() if old and old[key] != new[key]]
    return "，".join(changed) or None


def failure_key(path: str, origin: str) -> str:
    return hashlib.sha256((origin or path).encode("utf-8", "surrogateescape")).hexdigest()[:16]

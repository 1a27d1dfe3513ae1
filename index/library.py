"""The library: add, remove, list, open, rebuild. One writer at a time; readers are never blocked.

Each document is written in an order in which an interruption loses nothing: passages first, then the document that
names them, then the version. A document counts as there once its own record is written.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from index.clauses import FORMAT, Document, parse
from index.errors import (
    LibraryBusyError,
    LibraryError,
    LibraryMismatchError,
    NotFoundError,
    ReadError,
    os_reason,
)
from index.read import read, supported
from index.read.reading import stored_reading
from index.rows import Row, row_of, shown_title, stored_row
from index.search.encoder import Encoder
from index.search.passages import passages
from index.search.snapshot import Snapshot
from index.search.vectors import PASSAGES, VectorStore

PLAN = "渝府办发〔2024〕75号.txt"
REBUILD = "请运行 tiaokuan index rebuild 重建索引（原文不会丢失）"


Progress = Callable[[str], None]


class Library:
    """Opened on a home folder (and, with ``url``, a Chroma server). The built-in plan is indexed on first use."""

    def __init__(
        self,
        home: Path,
        encoder: Encoder,
        url: str | None = None,
        plan: Path | None = None,
        seed: bool = True,
    ) -> None:
        self.home, self.encoder = home, encoder
        self._plan = plan
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"数据文件夹「{home}」无法建立：{os_reason(error)}", "请检查 TIAOKUAN_HOME 的路径与权限"
            ) from error
        self.store = VectorStore(home / "chroma", url)
        if not self.store.state().get("seeded"):
            self._begin(seed)

    # reading

    def version(self) -> str:
        return str(self.store.state().get("version", "0"))

    def snapshot(self) -> Snapshot:
        """The library as it is now, also after another process has written to it."""
        state = self.store.state()
        with self._lock:
            if self._snapshot is None or self._snapshot.version != state.get("version"):
                self._check(state)
                if self._snapshot is not None:
                    self.store.reopen()
                self._snapshot = Snapshot(state["version"], self.store, state["passages"], self._load)
            return self._snapshot

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

    def _load(self, doc_id: str) -> Document | None:
        text = self.store.get_document(doc_id)
        return Document.from_json(text) if text else None

    def rows(self) -> list[Row]:
        """Every document, by source name."""
        found = [stored_row(i, m) for i, m in self.store.document_rows().items()]
        return sorted(found, key=lambda r: (r.collection, r.source))

    def resolve(self, name: str) -> str:
        """Id of the document called ``name``: id, title, number, file name with or without suffix; NotFoundError else."""
        from index.clauses.outline import plain

        wanted = plain(name).strip("《》")
        rows = self.store.document_rows()
        for doc_id, meta in rows.items():
            names = {
                doc_id,
                meta["source"],
                Path(meta["source"]).stem,
                meta["number"],
                *json.loads(meta["titles"]),
            }
            if wanted in {plain(n) for n in names if n}:
                return doc_id
        near = tuple(m["title"] for m in rows.values() if wanted and wanted in plain(m["title"]))
        if len(near) == 1:
            return next(i for i, m in rows.items() if m["title"] == near[0])
        known = near or tuple(m["title"] for m in rows.values())
        raise NotFoundError(
            f"库中没有文件「{name}」", f"库中有：{'；'.join(known[:5])}" if known else "库是空的", known[:5]
        )

    def document(self, name: str) -> Document:
        document = self._load(self.resolve(name))
        if document is None:
            raise NotFoundError(f"库中没有文件「{name}」", "可能刚被移除")
        return document

    # writing

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """One writer at a time, across processes."""
        with (self.home / "write.lock").open("w") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise LibraryBusyError("另一个进程正在写条款库", "请稍后再试") from error
            state = self.store.state()
            if self._snapshot is not None and self._snapshot.version != state.get("version"):
                self.store.reopen()
            yield

    def _begin(self, seed: bool) -> None:
        """An empty home: the state, and with ``seed`` the built-in plan."""
        with self._writing():
            if self.store.state().get("seeded"):
                return
            self.store.set_state(
                {"encoder": self.encoder.name, "format": FORMAT, "passages": f"{PASSAGES}-1", "version": "0"}
            )
            if seed:
                self._add_plan()
            self._publish(seeded=True)

    def _add_plan(self) -> None:
        path = self._plan
        try:
            data = path.read_bytes() if path else (resources.files("index.corpus") / PLAN).read_bytes()
        except OSError as error:
            raise LibraryError(f"内置的计划原文「{PLAN}」缺失", "请重新安装本程序") from error
        self._add(PLAN, data, "default", {})

    def add_files(
        self,
        files: Sequence[tuple[str, bytes | Path]],
        collection: str = "default",
        progress: Progress | None = None,
    ) -> list[Row]:
        """Add or update; one row a file in the order given. A file that fails leaves the others done."""
        out: list[Row] = []
        with self._writing():
            self._check(self.store.state())
            known = self.store.document_rows()
            for name, data in files:
                row = self._try(name, data, collection, known)
                out.append(row)
                if progress:
                    progress(f"{name}：{row.title or ''} {row.reason or ''}".rstrip(" ："))
                if row.state in {"added", "updated"}:
                    known = self.store.document_rows()
            if any(r.state in {"added", "updated"} for r in out):
                self._publish()
        return out

    def _try(self, name: str, data: bytes | Path, collection: str, known: dict[str, dict[str, Any]]) -> Row:
        base = Path(name).name
        if not supported(base):
            return Row("", "", None, base, 0, "skipped", "格式暂不支持", collection)
        try:
            content = data.read_bytes() if isinstance(data, Path) else data
            return self._add(base, content, collection, known)
        except ReadError as error:
            return Row("", "", None, base, 0, "failed", str(error), collection)
        except OSError as error:
            return Row("", "", None, base, 0, "failed", f"「{name}」读不到：{os_reason(error)}", collection)

    def _add(self, source: str, data: bytes, collection: str, known: dict[str, dict[str, Any]]) -> Row:
        digest = hashlib.sha256(data).hexdigest()
        for doc_id, meta in known.items():
            if meta["digest"] == digest:
                same = meta["source"] == source
                reason = None if same else f"内容与已有的「{meta['source']}」相同"
                return stored_row(doc_id, meta, "unchanged" if same else "duplicate", reason, source)
        document = parse(read(source, data), source, digest, collection=collection)
        state = "updated" if document.id in known else "added"
        self._write(document, self.store.state()["passages"])
        return row_of(document, state)

    def _write(self, document: Document, passage_collection: str) -> None:
        found = list(passages(document))
        vectors = self.encoder.embed_documents([p.embedded for p in found])
        self.store.put_passages(passage_collection, document.id, found, vectors, document.collection)
        meta = document.metadata
        self.store.put_document(
            document.id,
            document.to_json(),
            {
                "title": shown_title(document),
                "titles": json.dumps(document.titles(), ensure_ascii=False),
                "number": meta.number or "", "source": document.source, "digest": document.digest,
                "clauses": len(document.clauses), "collection": document.collection,
                "issued": meta.issued or "", "expires": meta.expires or "",
            },
        )  # fmt: skip

    def _publish(self, **state: Any) -> None:
        """A new version: a counter and a digest of what the library holds."""
        old = self.store.state()
        rows = self.store.document_rows()
        content = hashlib.sha256(
            "\n".join(sorted(f"{i} {m['digest']}" for i, m in rows.items())).encode()
        ).hexdigest()
        count = int(str(old.get("version", "0")).split("-")[0]) + 1
        self.store.set_state({**old, **state, "version": f"{count}-{content[:8]}"})

    def remove(self, name: str) -> Row:
        with self._writing():
            doc_id = self.resolve(name)
            row = stored_row(doc_id, self.store.document_rows()[doc_id], "removed")
            self.store.delete_document(doc_id)
            self.store.delete_passages(self.store.state()["passages"], doc_id)
            self._publish()
        return row

    def _read_again(self, doc_id: str) -> Document:
        """The stored text through today's parser, whatever format it was stored in."""
        stored = json.loads(self.store.get_document(doc_id) or "{}")
        reading = stored_reading(stored["text"], stored.get("blocks"), stored.get("wrapped", True))
        return parse(reading, stored["source"], stored["digest"], doc_id, stored["collection"])

    def rebuild(self, progress: Progress | None = None) -> list[Row]:
        """Read every stored text again and embed it with the current encoder; the old index stays until this is done."""
        with self._writing():
            state = self.store.state()
            old = state.get("passages", f"{PASSAGES}-1")
            new = f"{PASSAGES}-{int(old.rsplit('-', 1)[1]) + 1}"
            self.store.drop(new)
            out = []
            ids = list(self.store.document_rows())
            for n, doc_id in enumerate(ids, start=1):
                document = self._read_again(doc_id)
                self._write(document, new)
                out.append(row_of(document, "updated"))
                if progress:
                    progress(f"{n}/{len(ids)} {document.title}")
            self._publish(encoder=self.encoder.name, format=FORMAT, passages=new)
            self.store.drop(old)
        return out

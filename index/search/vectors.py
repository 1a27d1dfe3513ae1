"""Chroma, the source of truth: a collection of parsed documents, one of clause passages with their vectors, and one of
the files that could not be read.

One collection carries what describes the library in its metadata: version, encoder, format, and which collections are in
force. Readers compare the version before each question and reopen when it has changed: an embedded client does not see
another process's new vectors otherwise.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from index.errors import LibraryError
from index.search.shelf import NO_VECTOR, Shelf

DOCUMENTS = "tiaokuan-documents"
PASSAGES = "tiaokuan-passages"
FAILURES = "tiaokuan-failures"
_WITHOUT_VECTORS = {"space": "l2", "sync_threshold": 2, "batch_size": 2}
"""For records that are never searched by vector. Chroma reads its log again with each write until the index is saved, by
default after a thousand records: with whole documents in the log each write would cost more than the one before."""
_SEARCHED = {"space": "cosine", "ef_construction": 200, "max_neighbors": 16, "ef_search": 400}
"""Measured against exact search (docs/retrieval.md): with Chroma's own settings one of forty of the nearest hundred is missed
in 5,700 passages, with these one of ten thousand, for a millisecond more."""
_OURS = re.compile(rf"{FAILURES}|(?:{DOCUMENTS}|{PASSAGES})(?:-\d+)?")


class VectorStore:
    """A Chroma client with the library's collections. ``url`` None means embedded in ``folder``."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.folder, self.url = folder, url
        self._client: Any = None
        self.reopen()

    def reopen(self) -> None:
        """A fresh view of what other processes wrote; a server's client has it always. LibraryError where Chroma cannot be
        opened."""
        if self.url and self._client is not None:
            return
        with self._explained():
            self._client = self._connect(self.url) if self.url else self._open()
            self._main = self._client.get_or_create_collection(
                DOCUMENTS, embedding_function=None, configuration={"hnsw": _WITHOUT_VECTORS}
            )

    def _connect(self, url: str) -> Any:
        import chromadb
        from chromadb.config import Settings

        parts = urlparse(url)
        secure = parts.scheme == "https"
        return chromadb.HttpClient(
            host=parts.hostname or "localhost", port=parts.port or (443 if secure else 80), ssl=secure,
            settings=Settings(anonymized_telemetry=False),
        )  # fmt: skip

    def _open(self) -> Any:
        import chromadb
        from chromadb.api.shared_system_client import SharedSystemClient
        from chromadb.config import Settings

        if self._client is not None:
            SharedSystemClient.clear_system_cache()
        self.folder.mkdir(parents=True, exist_ok=True)
        database = self.folder / "chroma.sqlite3"
        if _emptied(database):  # Chroma would take it for a new library
            raise ValueError("empty database")
        return chromadb.PersistentClient(path=str(self.folder), settings=Settings(anonymized_telemetry=False))

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """Whatever Chroma raises (its own errors, pyo3's and ValueError alike) as one error that says how to mend it."""
        try:
            yield
        except LibraryError:
            raise
        except Exception as error:
            if self.url:
                raise LibraryError(
                    f"连不上 TIAOKUAN_CHROMA_URL 指定的 Chroma 服务（{self.url}）",
                    "请确认服务已启动（chroma run）、地址无误",
                ) from error
            raise LibraryError(
                f"条款库文件夹「{self.folder}」打不开：{cause(self.folder)}", mend(self.folder)
            ) from error

    def state(self) -> dict[str, Any]:
        """Metadata of the library as it is in Chroma now; empty for a new one."""
        with self._explained():
            return dict(self._client.get_collection(DOCUMENTS, embedding_function=None).metadata or {})

    def set_state(self, state: dict[str, Any]) -> None:
        with self._explained():
            self._main.modify(metadata=state)

    # collections

    def shelf(self, state: dict[str, Any], create: bool = True) -> Shelf:
        """The documents and passages in force by ``state``; LibraryError, unless ``create``, where they are gone."""
        documents, passages = state.get("documents", DOCUMENTS), state.get("passages", f"{PASSAGES}-1")
        with self._explained():
            if not create:
                get = self._client.get_collection
                return Shelf(get(documents, embedding_function=None), get(passages, embedding_function=None))
            return Shelf(
                self._collection(documents, _WITHOUT_VECTORS),
                self._collection(passages, _SEARCHED),
            )

    def _collection(self, name: str, hnsw: dict[str, Any]) -> Any:
        return self._client.get_or_create_collection(
            name, embedding_function=None, configuration={"hnsw": hnsw}
        )

    def names(self) -> set[str]:
        """Names of the library's collections; others may share a Chroma server."""
        with self._explained():
            found = {c.name for c in self._client.list_collections()}
        return {n for n in found if _OURS.fullmatch(n)}

    def drop(self, name: str) -> None:
        """The collection goes; the one with the library's state only loses its documents."""
        if name == DOCUMENTS:
            if ids := self._main.get(include=[])["ids"]:
                self._main.delete(ids=ids)
        elif name in self.names():
            self._client.delete_collection(name)

    # files that could not be read

    def failures(self) -> dict[str, dict[str, Any]]:
        """Key → ``source, origin, digest, reason, collection, program`` of each file that failed when last read."""
        if FAILURES not in self.names():
            return {}
        found = self._collection(FAILURES, _WITHOUT_VECTORS).get(include=["metadatas"])
        return dict(zip(found["ids"], found["metadatas"], strict=True))

    def put_failure(self, key: str, record: dict[str, Any]) -> None:
        self._collection(FAILURES, _WITHOUT_VECTORS).upsert(
            ids=[key], metadatas=[record], embeddings=[NO_VECTOR]
        )

    def forget_failures(self, keys: list[str]) -> None:
        if keys:
            self._collection(FAILURES, _WITHOUT_VECTORS).delete(ids=keys)


def cause(folder: Path) -> str:
    """Why an embedded Chroma does not open, as far as the files tell it."""
    database = folder / "chroma.sqlite3"
    try:
        if not database.exists():
            return "没有读写权限" if not _writable(folder) else "无法建立数据库文件"
        if not database.stat().st_size:
            return "数据库文件 chroma.sqlite3 是空的"
        with contextlib.closing(
            sqlite3.connect(f"{database.resolve().as_uri()}?mode=rw", uri=True)
        ) as opened:
            opened.execute("begin immediate")
            fault = opened.execute("pragma quick_check(1)").fetchone()[0]
        return "索引文件不完整" if fault == "ok" else "数据库文件 chroma.sqlite3 已损坏"
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            return "另一个程序正占用它"
        return "没有读写权限" if not _writable(database) else "数据库文件 chroma.sqlite3 打不开"
    except sqlite3.DatabaseError:
        return "数据库文件 chroma.sqlite3 已损坏，或不是数据库"
    except OSError:
        return "没有读写权限"


def _emptied(database: Path) -> bool:
    """Whether a database of nothing stands beside vectors. Without them a library was never finished: whoever made it was
    stopped before the first record."""
    nothing = database.exists() and not database.stat().st_size
    return nothing and any(path.is_dir() for path in database.parent.iterdir())


def mend(folder: Path) -> str:
    if not _writable(folder) or not _writable(folder / "chroma.sqlite3"):
        return f"请让当前用户可以读写「{folder}」及其中的文件（例如 chmod -R u+rwX '{folder}'）"
    return "请先退出占用它的程序；仍打不开就把这个文件夹移到别处，再运行 tiaokuan index add 重新建库（程序不会自动删除任何文件）"


def _writable(path: Path) -> bool:
    """Tried and not asked: an administrator may write what no bit allows, but not on a read-only disk."""
    try:
        if path.is_dir():
            probe = path / ".probe"
            probe.touch()
            probe.unlink()
        elif path.exists():
            with path.open("r+b"):
                pass
    except OSError:
        return False
    return True

"""Chroma, the source of truth: one collection of parsed documents, one of clause passages with their vectors.

The documents' collection carries what describes the library in its metadata: version, encoder, format, and which
passage collection is in force. Readers compare the version before each question and reopen when it has changed:
an embedded client does not see another process's new vectors otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from index.errors import LibraryError
from index.search.passages import Passage

DOCUMENTS = "tiaokuan-documents"
PASSAGES = "tiaokuan-passages"
BATCH = 256
_NO_VECTOR = [1.0]


class VectorStore:
    """A Chroma client with the library's two collections. ``url`` None means embedded in ``folder``."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.folder, self.url = folder, url
        self._client: Any = None
        self.reopen()

    def reopen(self) -> None:
        """A fresh view of what other processes wrote; a server's client has it always. LibraryError where Chroma cannot be
        opened."""
        if self.url and self._client is not None:
            return
        import chromadb
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False)
        try:
            if self.url:
                parts = urlparse(self.url)
                self._client = chromadb.HttpClient(
                    host=parts.hostname or "localhost", port=parts.port or (443 if parts.scheme == "https" else 80),
                    ssl=parts.scheme == "https", settings=settings,
                )  # fmt: skip
            else:
                from chromadb.api.shared_system_client import SharedSystemClient

                if self._client is not None:
                    SharedSystemClient.clear_system_cache()
                self.folder.mkdir(parents=True, exist_ok=True)
                database = self.folder / "chroma.sqlite3"
                if (
                    database.exists() and not database.stat().st_size
                ):  # Chroma would take it for a new library
                    raise ValueError("empty database")
                self._client = chromadb.PersistentClient(path=str(self.folder), settings=settings)
            self._documents = self._client.get_or_create_collection(
                DOCUMENTS, embedding_function=None, configuration={"hnsw": {"space": "l2"}}
            )
        except Exception as error:  # Chroma raises its own, pyo3's and ValueError alike
            raise self._error(error) from error

    def _error(self, error: Exception) -> LibraryError:
        if self.url:
            return LibraryError(
                f"连不上 TIAOKUAN_CHROMA_URL 指定的 Chroma 服务（{self.url}）",
                "请确认服务已启动（chroma run）、地址无误",
            )
        return LibraryError(
            f"条款库文件夹「{self.folder}」打不开：{type(error).__name__}",
            "可能已损坏或没有读写权限；请检查权限，或把它移到别处后重新建库（不会自动删除任何文件）",
        )

    def state(self) -> dict[str, Any]:
        """Metadata of the library as it is in Chroma now; empty for a new one."""
        try:
            return dict(self._client.get_collection(DOCUMENTS, embedding_function=None).metadata or {})
        except Exception as error:
            raise self._error(error) from error

    def set_state(self, state: dict[str, Any]) -> None:
        self._documents.modify(metadata=state)

    # documents

    def put_document(self, doc_id: str, json: str, metadata: dict[str, Any]) -> None:
        self._documents.upsert(ids=[doc_id], documents=[json], metadatas=[metadata], embeddings=[_NO_VECTOR])

    def get_document(self, doc_id: str) -> str | None:
        found = self._documents.get(ids=[doc_id], include=["documents"])["documents"]
        return found[0] if found else None

    def document_rows(self) -> dict[str, dict[str, Any]]:
        """Id → metadata of every document."""
        found = self._documents.get(include=["metadatas"])
        return dict(zip(found["ids"], found["metadatas"], strict=True))

    def delete_document(self, doc_id: str) -> None:
        self._documents.delete(ids=[doc_id])

    # passages

    def collection(self, name: str) -> Any:
        return self._client.get_or_create_collection(
            name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )

    def drop(self, name: str) -> None:
        if name in [c.name for c in self._client.list_collections()]:
            self._client.delete_collection(name)

    def put_passages(
        self,
        name: str,
        doc_id: str,
        passages: Sequence[Passage],
        vectors: Sequence[Sequence[float]],
        collection: str,
    ) -> None:
        """Write a document's passages and delete those that it no longer has."""
        target = self.collection(name)
        for i in range(0, len(passages), BATCH):
            some = passages[i : i + BATCH]
            target.upsert(
                ids=[p.id for p in some],
                documents=[p.embedded for p in some],
                embeddings=list(vectors[i : i + BATCH]),
                metadatas=[
                    {
                        "document": doc_id,
                        "clause": p.clause_id,
                        "start": p.span[0],
                        "end": p.span[1],
                        "collection": collection,
                    }
                    for p in some
                ],
            )
        stale = set(target.get(where={"document": doc_id}, include=[])["ids"]) - {p.id for p in passages}
        if stale:
            target.delete(ids=list(stale))

    def delete_passages(self, name: str, doc_id: str) -> None:
        self.collection(name).delete(where={"document": doc_id})

    def all_passages(self, name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """(id, embedded text, metadata) in the order of their ids."""
        target = self.collection(name)
        total, step = target.count(), 2000
        for offset in range(0, total, step):
            got = target.get(limit=step, offset=offset, include=["documents", "metadatas"])
            yield from zip(got["ids"], got["documents"], got["metadatas"], strict=True)

    def nearest(
        self, name: str, vector: Sequence[float], k: int, documents: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """(passage id, cosine) of the ``k`` nearest, best first; within ``documents`` where given."""
        where = {"document": {"$in": list(documents)}} if documents is not None else None
        target = self.collection(name)
        k = min(k, max(target.count(), 1))
        got = target.query(query_embeddings=[list(vector)], n_results=k, where=where, include=["distances"])
        return [(i, 1.0 - float(d)) for i, d in zip(got["ids"][0], got["distances"][0], strict=True)]

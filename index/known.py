"""What the library holds already, by what a file may be recognised by: its content, its place, the document's id."""

from __future__ import annotations

from pathlib import Path

from index.clauses.parse import document_id
from index.search.shelf import Record, Shelf

FEW = 20
"""Files up to which each is looked up: reading every record once costs more, and grows with the library."""


class Known:
    """For ``files`` files to be added; kept up to date while they are written."""

    def __init__(self, shelf: Shelf, files: int) -> None:
        self._shelf = shelf
        self._all = None if files <= FEW else shelf.records()
        self._digests = {r["digest"]: i for i, r in (self._all or {}).items()}
        self._origins = {r["origin"]: i for i, r in (self._all or {}).items() if r.get("origin")}

    def record(self, doc_id: str) -> Record | None:
        return self._shelf.record(doc_id) if self._all is None else self._all.get(doc_id)

    def of_digest(self, digest: str) -> str | None:
        """Id of the document that was read from this content."""
        if self._all is None:
            return next(iter(self._shelf.records({"digest": digest})), None)
        return self._digests.get(digest)

    def of_origin(self, origin: str) -> str | None:
        """Id of the document that was read from this place."""
        if self._all is None:
            return next(iter(self._shelf.records({"origin": origin})), None) if origin else None
        return self._origins.get(origin)

    def put(self, doc_id: str, record: Record) -> None:
        """The document is as ``record`` says from now on."""
        if self._all is None:
            return
        old = self._all.get(doc_id)
        if old and self._digests.get(old["digest"]) == doc_id:
            del self._digests[old["digest"]]
        self._all[doc_id] = record
        self._digests[record["digest"]] = doc_id
        if record["origin"]:
            self._origins[record["origin"]] = doc_id

    def free_id(self, doc_id: str, source: str, title: str, origin: str) -> str:
        """``doc_id`` where it is free or the document there is this file's earlier version; else the next one that is:
        files of one name and title in two folders are two documents."""
        n = 1
        while not self._same_place(doc_id, origin):
            n += 1
            doc_id = document_id(f"{source}\n{n}", title)
        return doc_id

    def _same_place(self, doc_id: str, origin: str) -> bool:
        """Not another file that is still there. An upload has no place and counts as a new version."""
        old = self.record(doc_id)
        place = old.get("origin") if old else ""
        return not place or not origin or place == origin or not Path(place).exists()

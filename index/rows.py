"""What the library says of a file or a document: one row each, and the record that stands beside a stored document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any, Literal

from pydantic import TypeAdapter

from index.clauses import Document
from index.clauses.status import STATUSES, Dated, Standings, Term, terms_of

_TERMS = TypeAdapter(tuple[Term, ...])
State = Literal["added", "updated", "unchanged", "duplicate", "failed", "skipped", "removed", "indexed"]


@dataclass(frozen=True)
class Row:
    """What became of one file, or one document as it stands.

    ``doubts`` counts the places at which the outline may be read otherwise, ``remarks`` say what could not be read.
    ``title`` is the document's own, ``carried`` are those of the instruments that it carries.
    ``path`` is where the file was found, as the caller named it; empty for a document listed by the library.
    """

    id: str
    title: str
    number: str | None
    source: str
    clauses: int
    state: State
    reason: str | None = None
    collection: str = "default"
    issued: str | None = None
    expires: str | None = None
    issuers: tuple[str, ...] = ()
    effective: str | None = None
    kind: str | None = None
    region: str | None = None
    level: str | None = None
    doubts: int = 0
    remarks: tuple[str, ...] = ()
    path: str = ""
    carried: tuple[str, ...] = ()


def _carried(document: Document) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.title for p in document.parts[1:] if p.title and p.title != document.title))


def record_of(document: Document, generation: str, passages: int, origin: str) -> dict[str, Any]:
    """What Chroma keeps beside a document, flat: all that a list, a look-up by name and an incremental add need."""
    meta = document.metadata
    return {
        "title": document.title, "carried": json.dumps(_carried(document), ensure_ascii=False),
        "titles": json.dumps(document.titles(), ensure_ascii=False),
        "number": meta.number or "", "source": document.source, "digest": document.digest,
        "clauses": len(document.clauses), "collection": document.collection,
        "issuers": json.dumps(meta.issuers, ensure_ascii=False),
        "issued": meta.issued or "", "effective": meta.effective or "", "expires": meta.expires or "",
        "revised": meta.revised or "", "kind": meta.kind or "", "region": meta.region or "", "level": meta.level or "",
        "repeals": json.dumps([[m.title, m.number] for m in meta.repeals], ensure_ascii=False), "chosen": "",
        "terms": _TERMS.dump_json(terms_of(document)).decode(),
        "doubts": len(document.doubts), "remarks": json.dumps(document.remarks, ensure_ascii=False),
        "generation": generation, "passages": passages, "origin": origin,
    }  # fmt: skip


def stored_row(
    doc_id: str, record: dict[str, Any], state: State = "indexed", reason: str | None = None, path: str = ""
) -> Row:
    """The row of a document by its record; with ``path``, of a file that the library holds already."""
    return Row(
        doc_id, record["title"] or record["source"], record["number"] or None,
        PurePath(path).name if path else record["source"], record["clauses"], state, reason, record["collection"],
        record["issued"] or None, record["expires"] or None, tuple(json.loads(record.get("issuers", "[]"))),
        record.get("effective") or None, record.get("kind") or None, record.get("region") or None,
        record.get("level") or None, record.get("doubts", 0), tuple(json.loads(record.get("remarks", "[]"))), path,
        tuple(json.loads(record.get("carried") or "[]")),
    )  # fmt: skip


def dated_of(doc_id: str, record: dict[str, Any]) -> Dated:
    """What the standing of a document depends on, by its record; one stored before a field was kept has none of it."""
    chosen = next((s for s in STATUSES if s == record.get("chosen")), None)
    return Dated(
        doc_id, tuple(json.loads(record["titles"])), record["number"] or None, record["issued"] or None,
        record.get("revised") or None, record.get("effective") or None, record["expires"] or None,
        tuple((title, number) for title, number in json.loads(record.get("repeals") or "[]")), chosen,
        _TERMS.validate_json(record.get("terms") or "[]"),
    )  # fmt: skip


def standings(records: Mapping[str, dict[str, Any]], today: date) -> Standings:
    """Of every document of a library."""
    return Standings((dated_of(i, r) for i, r in records.items()), today)


def unread_row(path: str, state: State, reason: str, collection: str) -> Row:
    """The row of a file that gave no document."""
    return Row("", "", None, PurePath(path).name, 0, state, reason, collection, path=path)

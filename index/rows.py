"""What the library says of a file or a document: one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from index.clauses import Document


@dataclass(frozen=True)
class Row:
    """What became of one file, or one document as it stands."""

    id: str
    title: str
    number: str | None
    source: str
    clauses: int
    state: str
    reason: str | None = None
    collection: str = "default"
    issued: str | None = None
    expires: str | None = None


def shown_title(document: Document) -> str:
    """The title of what the file carries, else its own."""
    return (document.parts[-1].title if document.parts else "") or document.title


def row_of(document: Document, state: str) -> Row:
    meta = document.metadata
    return Row(
        document.id, shown_title(document), meta.number, document.source, len(document.clauses), state,
        None, document.collection, meta.issued, meta.expires,
    )  # fmt: skip


def stored_row(
    doc_id: str,
    meta: dict[str, Any],
    state: str = "indexed",
    reason: str | None = None,
    source: str | None = None,
) -> Row:
    return Row(
        doc_id, meta["title"] or meta["source"], meta["number"] or None, source or meta["source"], meta["clauses"], state,
        reason, meta["collection"], meta["issued"] or None, meta["expires"] or None,
    )  # fmt: skip

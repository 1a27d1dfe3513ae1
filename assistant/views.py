"""What the faces show beside answers: rows of the library, one clause in its place, a document's outline."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from assistant.answer.model import CellView, Citation, RowView
from index.rows import State


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class IndexRow(_Frozen):
    """One file or document; ``clauses`` counts entries, ``reason`` says why it failed or was skipped, ``path`` where the
    file is, as the caller named it. ``doubts``: places at which the outline may be read otherwise; ``remarks``: what could
    not be read; ``carried``: titles of the instruments that the document carries."""

    id: str
    title: str
    number: str | None = None
    source: str
    clauses: int = 0
    state: State
    reason: str | None = None
    collection: str = "default"
    status: str = "unknown"
    status_reason: str | None = None
    issued: str | None = None
    effective: str | None = None
    expires: str | None = None
    issuers: tuple[str, ...] = ()
    kind: str | None = None
    region: str | None = None
    level: str | None = None
    doubts: int = 0
    remarks: tuple[str, ...] = ()
    path: str = ""
    carried: tuple[str, ...] = ()


class IndexReport(_Frozen):
    """Rows in the order in which files were met, and the library's version afterwards; in a list of the library also the
    files that could not be read when they were last added."""

    documents: tuple[IndexRow, ...]
    library: str
    failures: tuple[IndexRow, ...] = ()


class Link(_Frozen):
    """A reference as it is written, with what it means: ``clause_id`` is None where it stays unresolved; ``title`` names
    another document; ``quote`` is the beginning of the clause that is meant."""

    text: str
    start: int
    end: int
    title: str | None
    locator: str
    clause_id: str | None
    quote: str


class IndexStep(_Frozen):
    """How far an addition has come: ``done`` of ``files``, ``clauses`` embedded so far, ``share`` in [0, 1] of the bytes that
    had to be read; ``row`` where a file is done."""

    done: int
    files: int
    clauses: int
    share: float
    row: IndexRow | None = None


class ClauseView(_Frozen):
    """A clause in its place: ``breadcrumb`` from the root, its neighbours, and it in every citation format."""

    citation: Citation
    text: str
    breadcrumb: tuple[str, ...]
    before: Citation | None
    after: Citation | None
    facts: tuple[dict[str, Any], ...]
    formats: dict[str, str]
    references: tuple[Link, ...] = ()


class OutlineEntry(_Frozen):
    """One entry of a document in reading order; ``depth`` 0 is the document itself. ``cells`` are those of a table row,
    ``rows`` the head rows in a table's own text."""

    id: str
    depth: int
    locator: str
    label: str
    heading: str
    text: str
    part: str
    facts: tuple[dict[str, Any], ...]
    references: tuple[Link, ...] = ()
    kind: str = "clause"
    cells: tuple[CellView, ...] = ()
    rows: tuple[RowView, ...] = ()


class OutlineView(_Frozen):
    document: dict[str, Any]
    entries: tuple[OutlineEntry, ...]


class LibraryView(_Frozen):
    """What the library holds: ``latest`` is the newest date of signature, ISO."""

    library: str
    documents: tuple[IndexRow, ...]
    clauses: int
    latest: str | None

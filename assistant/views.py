"""What the faces show beside answers: rows of the library, one clause in its place, a document's outline."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from assistant.answer.model import Citation

State = Literal["added", "updated", "unchanged", "duplicate", "failed", "skipped", "removed", "indexed"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class IndexRow(_Frozen):
    """One file or document; ``clauses`` counts entries, ``reason`` says why it failed or was skipped."""

    id: str
    title: str
    number: str | None = None
    source: str
    clauses: int = 0
    state: State
    reason: str | None = None
    collection: str = "default"
    status: str = "unknown"
    issued: str | None = None


class IndexReport(_Frozen):
    """Rows in the order in which files were met, and the library's version afterwards."""

    documents: tuple[IndexRow, ...]
    library: str


class ClauseView(_Frozen):
    """A clause in its place: ``breadcrumb`` from the root, its neighbours, and it in every citation format."""

    citation: Citation
    text: str
    breadcrumb: tuple[str, ...]
    before: Citation | None
    after: Citation | None
    facts: tuple[dict[str, Any], ...]
    formats: dict[str, str]


class OutlineEntry(_Frozen):
    """One entry of a document in reading order; ``depth`` 0 is the document itself."""

    id: str
    depth: int
    locator: str
    label: str
    heading: str
    text: str
    part: str
    facts: tuple[dict[str, Any], ...]


class OutlineView(_Frozen):
    document: dict[str, Any]
    entries: tuple[OutlineEntry, ...]


class LibraryView(_Frozen):
    """What the library holds: ``latest`` is the newest date of signature, ISO."""

    library: str
    documents: tuple[IndexRow, ...]
    clauses: int
    latest: str | None

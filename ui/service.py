"""What the faces ask of the assistant: the page a part, the HTTP interface and the command line all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from assistant.answer.model import Answer, CiteResult, Event, MatchResult, SearchResult
from assistant.views import ClauseView, IndexReport, LibraryView, OutlineView


class Source(Protocol):
    """The part of ``assistant.service.Assistant`` that the page uses."""

    def stream(
        self,
        question: str | None = None,
        turns: Sequence[str] = (),
        documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> Iterator[Event]: ...

    def cite(
        self, query: str, documents: Sequence[str] = (), collection: str | None = None
    ) -> CiteResult: ...

    def match(
        self,
        text: str | None = None,
        profile: dict[str, Any] | None = None,
        documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> MatchResult: ...

    def clause(self, clause_id: str) -> ClauseView: ...

    def outline(self, doc: str) -> OutlineView: ...

    def overview(self) -> LibraryView: ...


class Service(Source, Protocol):
    """The part of ``assistant.service.Assistant`` behind ``/v1``, called from many threads."""

    def ask(
        self,
        question: str | None = None,
        turns: Sequence[str] = (),
        documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> Answer: ...

    def search(
        self, question: str, k: int = 10, documents: Sequence[str] = (), collection: str | None = None
    ) -> SearchResult: ...

    def add_files(self, files: Sequence[tuple[str, bytes]], collection: str = "default") -> IndexReport: ...

    def list_documents(self) -> IndexReport: ...

    def show(self, doc: str) -> dict[str, Any]: ...

    def remove(self, doc: str) -> IndexReport: ...

    def ready(self) -> bool: ...

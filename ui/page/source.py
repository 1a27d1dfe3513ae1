"""What the page asks of the assistant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from assistant.answer.model import CiteResult, Event, MatchResult
from assistant.views import ClauseView, LibraryView, OutlineView


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

"""The fake of the page with the rest of the façade: a library of named rows, and errors on demand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.views import IndexReport, IndexRow, IndexStep
from index.errors import NotFoundError
from tests.fakes import DOCUMENT, FakeAssistant

LONGEST_QUESTION = 2000


class FakeDesk(FakeAssistant):
    """``given`` collects what was added, ``closed`` counts; ``unready`` is raised by ``ready``."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[tuple[str, bytes]] = []
        self.closed = 0
        self.unready: Exception | None = None
        self.profile: dict[str, Any] | None = None

    def add_paths(
        self,
        paths: Sequence[Path],
        collection: str = "default",
        progress: Callable[[IndexStep], None] | None = None,
        retry: bool = False,
        force: bool = False,
    ) -> IndexReport:
        rows = [self._row(path.name, collection, path.exists()) for path in paths]
        for n, row in enumerate(rows, start=1):
            if progress:
                progress(
                    IndexStep(done=n, files=len(rows), clauses=row.clauses, share=n / len(rows), row=row)
                )
        return IndexReport(documents=tuple(rows), library="fake-2")

    def add_files(self, files: Sequence[tuple[str, bytes]], collection: str = "default") -> IndexReport:
        self.given.extend(files)
        rows = [self._row(name, collection, bool(data)) for name, data in files]
        return IndexReport(documents=tuple(rows), library="fake-2")

    def list_documents(self) -> IndexReport:
        return IndexReport(documents=self.overview().documents, library="fake-1")

    def show(self, doc: str) -> dict[str, Any]:
        view = self.outline(doc)
        clauses = [{"id": entry.id, "text": entry.text} for entry in view.entries]
        return {"document": view.document, "clauses": clauses}

    def remove(self, doc: str) -> IndexReport:
        if doc != DOCUMENT.id:
            raise NotFoundError(f"资料库里没有 {doc}", "用 tiaokuan index list 查看", (DOCUMENT.title,))
        row = self.overview().documents[0].model_copy(update={"state": "removed"})
        return IndexReport(documents=(row,), library="fake-2")

    def rebuild(
        self, progress: Callable[[IndexStep], None] | None = None, doc: str | None = None
    ) -> IndexReport:
        return self.list_documents()

    def set_status(self, doc: str, status: str) -> IndexReport:
        if doc != DOCUMENT.id:
            raise NotFoundError(f"资料库里没有 {doc}", "用 tiaokuan index list 查看", (DOCUMENT.title,))
        row = (
            self.overview()
            .documents[0]
            .model_copy(update={"status": status, "status_reason": "由使用者设定"})
        )
        return IndexReport(documents=(row,), library="fake-2")

    def tidy(self) -> tuple[int, int]:
        return 0, 0

    def match(
        self,
        text: str | None = None,
        profile: dict[str, Any] | None = None,
        documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> Any:
        self.profile = profile
        return super().match(text or ("企业" if profile else None), profile, documents, collection)

    def ready(self) -> bool:
        if self.unready:
            raise self.unready
        return True

    def close(self) -> None:
        self.closed += 1

    def _row(self, name: str, collection: str, good: bool) -> IndexRow:
        if not good:
            return IndexRow(id="", title="", source=name, state="failed", reason="文件是空的")
        return IndexRow(id="d1", title="某规划", source=name, clauses=3, state="added", collection=collection)

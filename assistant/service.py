"""The façade that all faces use: questions in, frozen answers out. Synchronous and safe to call from several threads."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from assistant.answer.citations import citation, warnings
from assistant.answer.draft import Quote, quote_hit
from assistant.answer.model import (
    Amount,
    Answer,
    CiteResult,
    Condition,
    Event,
    MatchResult,
    Measure,
    SearchHit,
    SearchResult,
)  # fmt: skip
from assistant.desks import reading
from assistant.desks.cite import look_up, near_misses
from assistant.desks.match import Matched, match_measures
from assistant.evidence import Evidence
from assistant.pipeline import Pipeline, Request
from assistant.question.clean import clean_question, described
from assistant.settings import Settings
from assistant.steady import steady, steady_events
from assistant.views import ClauseView, IndexReport, IndexRow, IndexStep, LibraryView, OutlineView
from index.adding import Refusal
from index.clauses import Document
from index.clauses.numerals import plain
from index.clauses.status import STATUSES, Standings
from index.errors import InputError, NotFoundError
from index.library import Library
from index.naming import resolve
from index.progress import Step
from index.read.folders import find_files
from index.rows import Row
from index.search.retriever import ClauseRetriever
from index.search.snapshot import Snapshot

Progress = Callable[[IndexStep], None]
MAX_K = 50
NEAREST = 5


class Assistant:
    """Built by ``assistant.bootstrap.open_assistant``. Documents are named by id, title, number or file name."""

    def __init__(
        self, settings: Settings, library: Library, retriever: ClauseRetriever, pipeline: Pipeline
    ) -> None:
        self.settings = settings
        self.retriever = retriever
        """For LangChain programs: a ``BaseRetriever`` over the whole library."""
        self._library, self._pipeline = library, pipeline

    # answering

    @steady
    def ask(
        self,
        question: str | None = None,
        turns: Sequence[str] = (),
        documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> Answer:
        """Answer the question, or the last of the user's turns."""
        return self._pipeline.chain.invoke(self._request(question, turns, documents, collection))

    def stream(
        self,
        question: str | None = None,
        turns: Sequence[str] = (),
        documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> Iterator[Event]:
        """The same as events; the last one carries the Answer."""
        request = self._request(question, turns, documents, collection)
        return steady_events(lambda: self._pipeline.stream(request))

    @steady
    def evidence(self, question: str, documents: Sequence[str] = ()) -> Evidence:
        """What the answer to one question, the first where several are put, will stand on; for measuring."""
        return self._pipeline.evidences(self._request(question, (), documents, None))[0]

    def _request(
        self, question: str | None, turns: Sequence[str], documents: Sequence[str], collection: str | None
    ) -> Request:
        if question is not None and turns:
            raise InputError("question 和 turns 只能给一个", "单独提问用 question，连续对话用 turns")
        asked = tuple(turns) if turns else (clean_question(question),)
        for turn in asked:
            clean_question(turn, "turns" if turns else "question")
        return Request(asked, self._allowed(documents, collection))

    def _allowed(self, documents: Sequence[str], collection: str | None) -> tuple[str, ...] | None:
        """Ids to search in; None for the whole library."""
        records = self._library.records() if documents else {}
        ids = [resolve(name, records) for name in documents] if documents else None
        if collection is not None:
            inside = self._library.snapshot().collection_ids(collection)
            if not inside:
                raise NotFoundError(
                    f"没有名为「{collection}」的文件集，或其中没有文件", "tiaokuan index list 列出全部文件"
                )
            ids = inside if ids is None else [i for i in ids if i in inside]
        return None if ids is None else tuple(ids)

    @steady
    def search(
        self, question: str, k: int = 10, documents: Sequence[str] = (), collection: str | None = None
    ) -> SearchResult:
        """The best ``k`` hits (1 to 50), best first."""
        question = clean_question(question)
        if not 1 <= k <= MAX_K:
            raise InputError(f"k 是 {k}，要在 1 到 {MAX_K} 之间", "请改正 k")
        allowed = self._allowed(documents, collection)
        snapshot = self._library.snapshot()
        standings = self._standings(snapshot)
        hits = self.retriever.offered(question, k, allowed)
        found = [
            SearchHit(
                score=round(h.score, 4), rank=h.rank, citation=citation(h.rank, quote_hit(h), standings)
            )
            for h in hits
        ]
        return SearchResult(
            question=question, hits=tuple(found), library=snapshot.version,
            notices=warnings([hit.citation for hit in found], standings),
        )  # fmt: skip

    @steady
    def cite(self, query: str, documents: Sequence[str] = (), collection: str | None = None) -> CiteResult:
        """Verbatim places for a locator, a phrase or a heading; without a match the nearest clauses."""
        query = clean_question(query, "query")
        allowed = self._allowed(documents, collection)
        snapshot = self._library.snapshot()
        searched, standings = snapshot.documents(allowed), self._standings(snapshot)
        matches = look_up(query, searched)
        near: list[Quote] = []
        if not matches:
            near = near_misses(query, searched)
            if not near:
                hits = self.retriever.hits(query, NEAREST, allowed)
                near = [quote_hit(h) for h in hits]
        found = tuple(citation(n, q, standings) for n, q in enumerate(matches, start=1))
        return CiteResult(
            query=query, matches=found, notices=warnings(found, standings), library=snapshot.version,
            nearest=tuple(citation(n, q, standings) for n, q in enumerate(near, start=1)),
        )  # fmt: skip

    @steady
    def match(
        self, text: str | None = None, profile: dict[str, Any] | None = None, documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> MatchResult:  # fmt: skip
        """Support measures sorted into applicable, conditional, direction and not applicable."""
        said = described(text, profile)
        snapshot = self._library.snapshot()
        found = match_measures(
            said, snapshot.documents(self._allowed(documents, collection)), snapshot.rarity
        )
        standings = self._standings(snapshot)
        measures = tuple(self._measure(m, n, standings) for n, m in enumerate(found, start=1))
        return MatchResult(
            profile=profile or {"text": said}, measures=measures, library=snapshot.version,
            notices=warnings([c for m in measures for c in m.citations], standings),
        )  # fmt: skip

    def _measure(self, matched: Matched, n: int, standings: Standings) -> Measure:
        said = matched.amount
        kept = ("text", "cap", "rate", "base", "unit")
        amount = Amount.model_validate({key: said[key] for key in kept}) if said else None
        return Measure(
            verdict=matched.verdict, measure=matched.text.strip(), kind=matched.kind, amount=amount,
            conditions=tuple(Condition(text=c.text, met=c.met) for c in matched.conditions),
            agencies=matched.agencies, citations=(citation(n, matched.quote, standings),),
        )  # fmt: skip

    def _standings(self, snapshot: Snapshot | None = None) -> Standings:
        """Which documents of the library are in force today."""
        return (snapshot or self._library.snapshot()).standings(self.settings.clock())

    # the library

    def add_paths(
        self, paths: Sequence[Path], collection: str = "default", progress: Progress | None = None,
        retry: bool = False, force: bool = False,
    ) -> IndexReport:  # fmt: skip
        """Files and folders (recursive); a row each."""
        found = [(f.name, f.path if f.reason is None else Refusal(f.reason)) for f in find_files(paths)]
        return self._report(self._library.add_files(found, collection, self._shown(progress), retry, force))

    def add_files(
        self,
        files: Sequence[tuple[str, bytes]],
        collection: str = "default",
        progress: Progress | None = None,
    ) -> IndexReport:
        """Uploaded files by name; tried again also where they failed before."""
        return self._report(self._library.add_files(files, collection, self._shown(progress), retry=True))

    def list_documents(self) -> IndexReport:
        return self._report(self._library.rows(), self._library.failed_rows())

    def remove(self, doc: str) -> IndexReport:
        return self._report([self._library.remove(doc)])

    def rebuild(self, progress: Progress | None = None, doc: str | None = None) -> IndexReport:
        """The whole index, or one document, from the stored texts."""
        return self._report(self._library.rebuild(self._shown(progress), doc))

    def tidy(self) -> tuple[int, int]:
        """Passages without a document and collections out of force are deleted; how many of each."""
        return self._library.tidy()

    def _shown(self, progress: Progress | None) -> Callable[[Step], None] | None:
        """``progress`` as the library calls it."""
        if progress is None:
            return None

        own = Standings((), self.settings.clock())  # while files are added only their own dates are known

        def tell(step: Step) -> None:
            row = self._row(step.row, own) if step.row else None
            progress(
                IndexStep(done=step.done, files=step.files, clauses=step.clauses, share=step.share, row=row)
            )

        return tell

    def _report(self, rows: Sequence[Row], failures: Sequence[Row] = ()) -> IndexReport:
        standings = self._library.standings(self.settings.clock())
        return IndexReport(
            documents=tuple(self._row(r, standings) for r in rows),
            library=self._library.version(),
            failures=tuple(self._row(r, standings) for r in failures),
        )

    def _row(self, row: Row, standings: Standings) -> IndexRow:
        standing = standings.of_id(row.id) or standings.of_dates(row.effective, row.expires)
        return IndexRow(**asdict(row), status=standing.status, status_reason=standing.reason or None)

    def set_status(self, doc: str, status: str) -> IndexReport:
        """``status`` is one of the four, or ``auto``: by the dates and the other documents again."""
        if status not in (*STATUSES, "auto"):
            raise InputError(f"没有状态「{status}」", f"可用：{'、'.join(STATUSES)}、auto")
        chosen = next((s for s in STATUSES if s == status), None)
        return self._report([self._library.choose_status(doc, chosen)])

    def show(self, doc: str) -> dict[str, Any]:
        """The ``index show`` JSON: the document and every clause with its facts."""
        standings = self._library.standings(self.settings.clock())
        return reading.show(self._library.document(doc), standings, cache(self._titled))

    @steady
    def clause(self, clause_id: str) -> ClauseView:
        """One clause in its place, with its neighbours and every citation format."""
        document = self._library.snapshot().document(clause_id.split("-", 1)[0])
        clause = document.by_id.get(clause_id) if document else None
        if document is None or clause is None:
            mend = "可能文件已更新或移除；请从条款树重新选取"
            raise NotFoundError(f"没有编号为「{clause_id}」的条款", mend)
        return reading.clause_view(document, clause, self._standings(), cache(self._titled))

    def outline(self, doc: str) -> OutlineView:
        """The document's entries in reading order."""
        standings = self._library.standings(self.settings.clock())
        return reading.outline(self._library.document(doc), standings, cache(self._titled))

    def _titled(self, title: str) -> Document | None:
        """The document of the library that a text calls so; laws are often called without 中华人民共和国."""
        for name in (title, f"中华人民共和国{title}"):
            with contextlib.suppress(NotFoundError):
                found = self._library.document(name)
                if plain(name) in {plain(t) for t in found.titles()}:
                    return found
        return None

    def overview(self) -> LibraryView:
        report = self.list_documents()
        issued = [r.issued for r in report.documents if r.issued]
        return LibraryView(
            library=report.library, documents=report.documents, clauses=sum(r.clauses for r in report.documents),
            latest=max(issued, default=None),
        )  # fmt: skip

    def ready(self) -> bool:
        """True when a question could be answered now; raises the error that stands in the way."""
        self._library.snapshot()
        return True

    def close(self) -> None:
        """Nothing is held open between calls."""

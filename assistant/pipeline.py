"""The whole way of a question on one screen: complete → retrieve → compose → ground → Answer, as a LangChain ``Runnable``."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import Runnable, RunnableLambda

from assistant.across import look_across
from assistant.answer.citations import citation, warnings
from assistant.answer.compose import compose
from assistant.answer.compose.also_asked import joined
from assistant.answer.compose.hanging import hangs_on
from assistant.answer.compose.of_each import of_each
from assistant.answer.draft import Draft, Said, merged
from assistant.answer.generate import clauses_for, prompt
from assistant.answer.ground import ground, verbatim
from assistant.answer.listen import TIMEOUT, Reply
from assistant.answer.model import Answer, Event, Timings
from assistant.answer.numbered import numbered
from assistant.answer.tables import blocks, marked
from assistant.answer.worded import Worded, worded
from assistant.evidence import Evidence, without_copies
from assistant.following import followed
from assistant.named import Scope, kept_in_scope, scope_of, spoken_of
from assistant.question.apart import parts
from assistant.question.clean import clean_question
from assistant.question.dialogue import follow
from assistant.question.misspelt import respelt
from assistant.question.told import without_instructions
from assistant.question.understand import Question, understand
from assistant.question.whereabouts import ASKS_CLAUSE
from assistant.question.wordings import officially, plainly
from assistant.subjects import find_subjects
from index.clauses.folding import folded_text
from index.search.retriever import ClauseRetriever
from index.search.script import simplified
from index.search.snapshot import Snapshot

K = 12
COPIES = 12
"""Hits beyond these that may be copies of others."""
SUBJECT_HITS = 5
"""Hits whose documents' headings may be what a turn is about."""


@dataclass(frozen=True)
class Request:
    """The user's turns, oldest first; ``documents`` restricts to these ids (None: all)."""

    turns: tuple[str, ...]
    documents: tuple[str, ...] | None = None


@dataclass(frozen=True)
class State:
    """What has been found out so far; each step adds to it."""

    request: Request
    standalone: str = ""
    evidences: tuple[Evidence, ...] = ()
    """One for each question that was put at once."""
    draft: Draft | None = None
    answer: Answer | None = None
    mode: str = "extractive"
    dropped: int = 0
    notices: tuple[str, ...] = ()
    fallen_back: bool = False
    times: dict[str, float] = field(default_factory=dict)


class Pipeline:
    """``chain`` is the Runnable ``Request → Answer``; ``stream`` yields typed events on the same steps."""

    def __init__(
        self,
        retriever: ClauseRetriever,
        clock: Callable[[], date],
        model: BaseChatModel | None = None,
        timeout: float = TIMEOUT,
    ) -> None:
        self._retriever, self._clock, self._model, self._timeout = retriever, clock, model, timeout
        self.chain: Runnable[Request, Answer] = (
            RunnableLambda(self._complete)
            | RunnableLambda(self._retrieve)
            | RunnableLambda(self._compose)
            | RunnableLambda(self._word)
            | RunnableLambda(self._finish)
        )

    def stream(self, request: Request) -> Iterator[Event]:
        """``status`` before each slow step, ``delta`` for a sentence that holds, ``answer`` last."""
        yield Event(kind="status", text="正在检索条款")
        state = self._compose(self._retrieve(self._complete(request)))
        given: list[Said] = []
        if self._words(state):
            yield Event(kind="status", text="正在由模型组织语言，并逐句核对")
            standings = state.evidences[0].snapshot.standings(self._clock())
            for step in self._wording(state):
                if isinstance(step, Said):
                    given.append(step)
                    yield Event(kind="delta", text=marked(numbered(given, standings)[1][-1]))
                else:
                    state = _taken(state, step)
        answer = self._finish(state)
        for statement in answer.statements[len(given) :]:
            yield Event(kind="delta", text=marked(statement))
        yield Event(kind="answer", answer=answer)

    def evidences(self, request: Request) -> tuple[Evidence, ...]:
        """What the answer will stand on: one for each question that is put at once."""
        return self._retrieve(self._complete(request)).evidences

    # the steps

    def _complete(self, request: Request) -> State:
        started = time.perf_counter()
        turns = [simplified(clean_question(turn)) for turn in request.turns]
        standalone = turns[0] if len(turns) == 1 else self._followed(turns, request)
        return State(request, standalone, times={"start": started})

    def _followed(self, turns: Sequence[str], request: Request) -> str:
        """The last turn as a question that stands alone."""
        snapshot = self._retriever.snapshot()

        @cache  # an earlier turn was one of its readings
        def drafted(text: str) -> tuple[Evidence, Draft]:
            plain = plainly(text)
            evidence = self._evidence(plain, snapshot, scope_of(plain, snapshot, request.documents))
            return evidence, self._drafted(evidence, request)

        def subjects(text: str) -> Any:
            return self._subjects(text, request)

        standalone = turns[0]
        for turn in turns[1:]:
            standalone = followed(standalone, turn, subjects, drafted, snapshot, request.documents)
        return standalone

    def _subjects(self, text: str, request: Request) -> Any:
        found = [h.document for h in self._retriever.hits(text, SUBJECT_HITS, request.documents)]
        return find_subjects(text, list({d.id: d for d in found}.values()))

    def _retrieve(self, state: State) -> State:
        snapshot = self._retriever.snapshot()
        documents = state.request.documents
        asked: list[str] = []
        put = without_instructions(state.standalone)
        where = bool(ASKS_CLAUSE.search(state.standalone[len(put) :]))
        for part in parts(put):
            asked.append(self._kept(asked[-1], part, state.request) if asked else part)
        evidences = []
        for question in asked:
            plain = plainly(question)
            across = look_across(
                plain, self._retriever, snapshot, documents, snapshot.standings(self._clock())
            )
            evidence = self._evidence(plain, snapshot, scope_of(plain, snapshot, documents))
            evidences.append(replace(evidence, across=across, where=where))
        return replace(
            state, evidences=tuple(evidences), times=state.times | {"retrieved": time.perf_counter()}
        )

    def _kept(self, before: str, part: str, request: Request) -> str:
        """A further question of the same turn, of the same thing and the same documents unless it names others."""
        snapshot = self._retriever.snapshot()
        whole = follow(before, part, lambda text: self._subjects(text, request))
        if not spoken_of(before, part, snapshot, request.documents):
            return whole
        return kept_in_scope(before, whole, snapshot, request.documents)

    def _evidence(self, question: str, snapshot: Snapshot, scope: Scope) -> Evidence:
        searched = officially(question, snapshot.rarity)
        hits = without_copies(self._retriever.hits(searched, K + COPIES, scope.documents))[:K]
        right, notices = respelt(question, snapshot.rarity, lambda: [folded_text(h.document) for h in hits])
        if notices:
            scope = scope_of(right, snapshot, scope.documents)
            return replace(self._evidence(right, snapshot, scope), respelt=notices)
        asked = understand(question, scope.about)
        standings = snapshot.standings(self._clock())
        gone = {h.document.id for h in hits if standings.of(h.document).status in ("expired", "superseded")}
        nearness = getattr(self._retriever.encoder, "nearness", None)
        return Evidence(
            asked, snapshot, tuple(hits), scope.documents, scope.regions, frozenset(gone), self._sure(scope, asked),
            near=partial(nearness, searched) if nearness else None,
        )  # fmt: skip

    def _sure(self, scope: Scope, asked: Question) -> float:
        """Lower where the one document is chosen and a detail is asked for, which must then be found there."""
        alone = scope.documents is not None and len(scope.documents) == 1
        name = "sure_inside" if alone and asked.detail else "sure"
        return float(getattr(self._retriever.encoder, name, Evidence.sure))

    def _compose(self, state: State) -> State:
        drafts = [self._drafted(evidence, state.request) for evidence in state.evidences]
        asked = parts(without_instructions(state.standalone))
        meant = [
            n for n in range(len(drafts)) if n == 0 or not hangs_on(state.evidences[0], drafts[0], asked[n])
        ]
        evidences, drafts = [state.evidences[n] for n in meant], [drafts[n] for n in meant]
        respelt = tuple(dict.fromkeys(n for evidence in state.evidences for n in evidence.respelt))
        return replace(state, draft=merged(joined(evidences, drafts)), notices=respelt)

    def _drafted(self, evidence: Evidence, request: Request) -> Draft:
        """Of several things each by itself where one detail is asked of them all. Where a region's own documents are silent,
        another one may answer if it names the region itself."""
        if each := self._each(evidence, request):
            return each
        draft = compose(evidence)
        if draft.outcome != "refused" or not evidence.regions:
            return draft
        question = evidence.question.text
        other = compose(self._evidence(question, evidence.snapshot, Scope(request.documents, question)))
        own = {*(evidence.allowed or ())}
        elsewhere = not any(q.document.id in own for q in other.quotes)
        found = other.outcome == "answered" and elsewhere and _names(other, evidence.regions)
        return other if found else draft

    def _each(self, evidence: Evidence, request: Request) -> Draft | None:
        snapshot = evidence.snapshot

        def drafted(question: str) -> Draft:
            return compose(
                self._evidence(question, snapshot, scope_of(question, snapshot, request.documents))
            )

        return of_each(evidence, drafted)

    def _words(self, state: State) -> bool:
        """A model is asked where it may say something: not for refusals and not for what is quoted as a whole."""
        assert state.draft is not None
        table = any(one.row for one in state.draft.said)
        return self._model is not None and state.draft.outcome != "refused" and not table

    def _word(self, state: State) -> State:
        """The model's wording where it holds; the extractive draft otherwise, and the answer says so."""
        if not self._words(state):
            return state
        return next(_taken(state, step) for step in self._wording(state) if isinstance(step, Worded))

    def _wording(self, state: State) -> Iterator[Said | Worded]:
        """Each sentence as soon as it holds, then what became of them."""
        assert state.draft is not None
        assert self._model is not None
        clauses = clauses_for(state.draft, state.evidences)
        reply = Reply(self._model, prompt(state.standalone, clauses), self._timeout)
        return worded(state.draft, clauses, state.standalone, reply)

    def _finish(self, state: State) -> Answer:
        assert state.draft is not None
        standings = state.evidences[0].snapshot.standings(self._clock())
        grounded = ground(state.draft)
        citations, statements = numbered(grounded.said, standings)
        warned = warnings(citations, standings)
        dropped = state.dropped + grounded.dropped
        closest = [q for q in state.draft.closest if verbatim(q)]
        end = time.perf_counter()
        start, retrieved = state.times["start"], state.times["retrieved"]
        refused = state.draft.outcome == "refused"
        return Answer(
            id=uuid.uuid4().hex,
            question=state.request.turns[-1],
            standalone_question=state.standalone,
            outcome=state.draft.outcome,
            mode="llm" if state.mode == "llm" else "extractive",
            answer="\n\n".join([*(f"注意：{w}" for w in warned), *blocks(statements)]),
            statements=tuple(statements),
            citations=tuple(citations),
            grounding="none" if refused or state.fallen_back else "partial" if dropped else "full",
            dropped=dropped,
            notices=warned + state.notices + state.draft.notices,
            library=state.evidences[0].snapshot.version,
            closest=tuple(citation(n, q, standings) for n, q in enumerate(closest, start=1)),
            timings_ms=Timings(
                retrieve=_ms(retrieved - start), compose=_ms(end - retrieved), total=_ms(end - start)
            ),
        )


def _taken(state: State, step: Worded) -> State:
    return replace(
        state, draft=step.draft, mode=step.mode, dropped=step.dropped, notices=(*state.notices, *step.notices),
        fallen_back=step.fallen_back,
    )  # fmt: skip


def _names(draft: Draft, regions: Sequence[str]) -> bool:
    return any(region in q.text for region in regions for q in draft.said[0].quotes)  # what comes first


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)

"""The model's answer sentence by sentence: what holds is passed on, what does not is dropped, and where what is left does not
answer, the extractive answer takes its place.

Nothing that was passed on is taken back: the first sentences wait until one of them answers; a reply that breaks off behind
it, or lost a sentence of what is asked, is completed from the extractive answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from assistant.answer.draft import Draft, Quote, Said
from assistant.answer.ground import verbatim
from assistant.answer.grounding import Source, bound, faults, source_of, supported
from assistant.answer.grounding.content import ABSENT
from assistant.answer.grounding.text import flat, pairs
from assistant.answer.listen import Reply
from assistant.answer.reply import Raw, SentenceReader
from assistant.answer.sentences import sentences
from index.errors import ModelError

MOST_SENTENCES, MOST_DROPPED = 16, 20
"""So many sentences are shown; after so many that do not hold, with none that does, no more are waited for."""
INSTEAD = "，以下为原文作答。"
NOT_HELD = "大语言模型的回答有的没有通过逐句核对，或列举不全，没有显示"
UNFINISHED = "大语言模型的回答没有说完，未完的一句没有显示"


@dataclass(frozen=True)
class Worded:
    """What the answer is made of in the end."""

    draft: Draft
    mode: Literal["extractive", "llm"]
    dropped: int = 0
    notices: tuple[str, ...] = ()
    fallen_back: bool = False


@dataclass
class _Wording:
    draft: Draft
    clauses: Sequence[Quote]
    question: str
    shown: list[Said] = field(default_factory=list)
    waiting: list[Said] = field(default_factory=list)
    dropped: int = 0
    sources: list[Source] = field(init=False)

    def __post_init__(self) -> None:
        self.sources = [source_of(q) for q in self.clauses]

    def take(self, raw: Raw) -> Iterator[Said]:
        """The sentence and those that waited for it, where it holds and answers. One that names no clause, or none that
        there is, says nothing of where it is from, and is dropped."""
        cited = [n - 1 for n in raw.numbers if 0 < n <= len(self.clauses)]
        found = bound(raw.text, cited, self.sources, self.question) if cited else ()
        if not found:
            self.dropped += 1
            return
        said = Said(raw.text + "。", tuple(self._narrow(raw.text, self.clauses[i]) for i in found))
        if any(said.text == other.text for other in self.shown + self.waiting):
            return
        self.waiting.append(said)
        if self.shown or answers(said, self.draft, self.question):
            yield from self.waiting
            self.shown += self.waiting
            self.waiting = []

    def enough(self) -> bool:
        return len(self.shown) >= MOST_SENTENCES or (self.dropped >= MOST_DROPPED and not self.shown)

    def _narrow(self, text: str, quote: Quote) -> Quote:
        """The sentence of the clause that bears what is said; the whole clause where no single one does."""
        document, clause = quote.document, quote.clause
        said = pairs(flat(text))
        spans = [(one.start, one.end) for one in sentences(document, clause, clause.start, clause.end)]
        best = max(spans, key=lambda s: len(said & pairs(flat(document.quote(*s)))), default=None)
        if best is None:
            return quote
        narrowed = Quote(document, clause, *best)
        fits = verbatim(narrowed) and supported(text, [source_of(narrowed)], self.question)
        return narrowed if fits else quote

    def end(self, trouble: str) -> Worded:
        """``trouble``: why the model did not end by itself, empty where it did."""
        if not self.shown:
            why = trouble or self._why()
            return Worded(self.draft, "extractive", self.dropped, (why + INSTEAD,), fallen_back=True)
        untold = tuple(one for one in self.draft.said if not self._told(one))
        why = trouble or (NOT_HELD if self.dropped and untold else "")
        if not why:
            return Worded(replace(self.draft, said=tuple(self.shown)), "llm", self.dropped)
        said = (*self.shown, *untold)
        notice = f"{why}；已核对的各句在前，其后补上原文作答。"
        return Worded(replace(self.draft, said=said), "llm", self.dropped, (notice,))

    def _why(self) -> str:
        if self.waiting:
            return "大语言模型没有答到所问"
        if self.dropped:
            return "大语言模型的回答没有通过逐句核对"
        return "大语言模型没有返回内容（请检查地址 TIAOKUAN_LLM_BASE_URL 与模型名）"

    def _told(self, one: Said) -> bool:
        wanted = pairs(flat(one.text))
        told = pairs(flat("".join(s.text for s in self.shown)))
        return len(wanted & told) >= 0.8 * len(wanted)


def worded(draft: Draft, clauses: Sequence[Quote], question: str, reply: Reply) -> Iterator[Said | Worded]:
    """Each sentence that is shown, as soon as it is said; the Worded last."""
    reply.begin()
    wording, reader, trouble = _Wording(draft, clauses, question), SentenceReader(), ""
    for one in wording.sources:  # while the model thinks, what the clauses claim is read
        faults(question, [one])
    try:
        for piece in reply:
            for raw in reader.feed(piece):
                yield from wording.take(raw)
            if wording.enough():
                break
    except ModelError as error:
        trouble, reply.whole = f"{error.message}（{error.hint}）" if error.hint else error.message, False
    left, unfinished = reader.close(reply.whole)
    for raw in left:
        yield from wording.take(raw)
    if unfinished and not wording.enough():
        wording.dropped += 1
        trouble = trouble or f"{UNFINISHED}（{reply.cut}）"
    yield wording.end(trouble)


def answers(said: Said, draft: Draft, question: str) -> bool:
    """It tells something of what the extractive answer tells, beyond the words of the question; where that one is that the
    documents leave it open, it says so."""
    if draft.outcome == "unspecified":
        return bool(ABSENT.search(said.text) or re.search(r"没有|未规定|未明确|未提", said.text))
    if ABSENT.search(said.text):
        return False
    places = draft.quotes
    if places and not any(_meets(q, place) for q in said.quotes for place in places):
        return False
    told = pairs(flat("\n".join([*(one.text for one in draft.said), *(q.text for q in places)])))
    return len((pairs(flat(said.text)) - pairs(flat(question))) & told) >= 1


def _meets(one: Quote, other: Quote) -> bool:
    clause = other.clause
    return (
        one.document.id == other.document.id
        and one.clause.start < clause.end
        and clause.start < one.clause.end
    )

"""Short ways to make answers, citations and cases for the tests of the measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.answer.model import Answer, Citation, DocumentRef, Outcome, Statement, Timings
from evals.case import Case

SOURCE = "一、甲\n（一）奖励\n100万元。"
CLAUSES: list[dict[str, Any]] = [
    {"id": "c1", "path": ["一"], "text": "一、甲", "start": 0, "end": 4},
    {"id": "c2", "path": ["一", "（一）"], "text": "（一）奖励100万元。", "start": 4, "end": 16},
]
DOCUMENT = DocumentRef(id="d", title="甲办法（2024年）", number=None, status="current", source="甲.txt")


def citation(
    quote: str = "（一）奖励100万元。",
    path: Sequence[str] = ("一", "（一）"),
    start: int = 4,
    end: int = 16,
    clause_id: str = "c2",
) -> Citation:
    return Citation(
        n=1,
        clause_id=clause_id,
        document=DOCUMENT,
        path=tuple(path),
        locator="".join(path),
        heading="奖励",
        quote=quote,
        start=start,
        end=end,
        page=None,
        formatted="",
    )


def answer(
    text: str = "奖励100万元。",
    citations: Sequence[Citation] = (),
    outcome: Outcome = "answered",
    question: str = "奖励多少？",
    closest: Sequence[Citation] = (),
) -> Answer:
    return Answer(
        id="a",
        question=question,
        standalone_question=question,
        outcome=outcome,
        mode="extractive",
        answer=f"{text}[1]",
        statements=(Statement(text=text, citations=(1,)),) if citations else (),
        citations=tuple(citations),
        grounding="full" if citations else "none",
        dropped=0,
        notices=(),
        library="v",
        closest=tuple(closest),
        timings_ms=Timings(retrieve=0, compose=0, total=0),
    )


def case(**fields: Any) -> Case:
    known = {"id": "x-01", "kind": "target", "question": "奖励多少？", "outcome": "answered"}
    expected = {"say": ["100万元"]} if fields.get("outcome") in (None, "answered") else {}
    return Case.model_validate(known | expected | fields)


class ScriptedAssistant:
    """Answers by question, the last turn's where there are turns; every document has ``CLAUSES``."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(
        self, question: str | None = None, turns: Sequence[str] = (), documents: Sequence[str] = ()
    ) -> Answer:
        text = question or turns[-1]
        self.asked.append((text, tuple(documents)))
        return self.answers[text]

    def show(self, doc: str) -> dict[str, Any]:
        return {"document": {"id": doc}, "clauses": CLAUSES}

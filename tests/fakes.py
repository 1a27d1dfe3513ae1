"""A stand-in for ``assistant.service.Assistant``: the built-in plan cut by a few rules, and scripted answers.

Only for the tests of the faces; every quotation is still the plan's own text at its own place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from assistant.answer.model import (
    Amount,
    Answer,
    Citation,
    CiteResult,
    Condition,
    DocumentRef,
    Event,
    MatchResult,
    Measure,
    SearchHit,
    SearchResult,
    Timings,
)
from assistant.views import ClauseView, IndexRow, LibraryView, OutlineEntry, OutlineView
from index.errors import InputError, NotFoundError
from tests.fake_plan import FakeClause, plan_text, read_plan

DOCUMENT = DocumentRef(
    id="cq-2024-75",
    title="重庆市未来产业培育行动计划（2024—2027年）",
    number="渝府办发〔2024〕75号",
    status="current",
    source="渝府办发〔2024〕75号.txt",
)


class FakeAssistant:
    """Scripted: asks about 空天 and 专利 are answered, about money unspecified, anything else refused."""

    def __init__(self) -> None:
        self.source = plan_text()
        self.clauses = read_plan(self.source)
        self.by_id = {clause.id: clause for clause in self.clauses}
        self.asked: list[tuple[str, ...]] = []
        self.failure: Exception | None = None

    # -- what the page reads -------------------------------------------------------------------
    def ask(
        self,
        question: str | None = None,
        turns: Sequence[str] = (),
        documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> Answer:
        said = tuple(turns) or (question or "",)
        self.asked.append(said)
        if self.failure:
            raise self.failure
        if not said[-1].strip():
            raise InputError("问题是空的", "请写下要问的内容")
        return self._answer(said)

    def stream(
        self,
        question: str | None = None,
        turns: Sequence[str] = (),
        documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> Iterator[Event]:
        yield Event(kind="status", text=f"正在 {len(self.clauses)} 条条款中检索")
        answer = self.ask(question, turns, documents, collection)
        for statement in answer.statements:
            yield Event(kind="delta", text=statement.text)
        yield Event(kind="answer", answer=answer)

    def search(
        self,
        question: str,
        k: int = 10,
        documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> SearchResult:
        found = [clause for clause in self.clauses if question in clause.text][:k]
        hits = tuple(
            SearchHit(score=1.0 / rank, rank=rank, citation=self.citation(clause.id))
            for rank, clause in enumerate(found, 1)
        )
        return SearchResult(question=question, hits=hits, library="fake-1")

    def cite(self, query: str, documents: Sequence[str] = (), collection: str | None = None) -> CiteResult:
        if self.failure:
            raise self.failure
        words = query.strip().strip('“”"「」')
        by_label = [c for c in self.clauses if c.locator == words or c.path[-1:] == (words,)]
        found = by_label or [c for c in self.clauses if words in c.text]
        matches = tuple(self.citation(c.id, None if by_label else words) for c in found[:10])
        nearest = () if matches else (self.citation("c003"), self.citation("c004"))
        return CiteResult(query=query, matches=matches, nearest=nearest, library="fake-1")

    def match(
        self,
        text: str | None = None,
        profile: dict[str, Any] | None = None,
        documents: Sequence[str] = (),
        collection: str | None = None,
    ) -> MatchResult:
        if self.failure:
            raise self.failure
        if not (text or "").strip():
            raise InputError("企业情况是空的", "请用一句话写下企业的行业与情况")
        return MatchResult(profile={"行业": "低空经济", "企业类型": "企业"}, measures=self._measures())

    def clause(self, clause_id: str) -> ClauseView:
        if clause_id not in self.by_id:
            raise NotFoundError(f"没有编号为 {clause_id} 的条款", "请从条款树中选择")
        at = next(i for i, clause in enumerate(self.clauses) if clause.id == clause_id)
        clause, whole = self.clauses[at], self.citation(clause_id)
        after = self.clauses[at + 1 : at + 2]
        return ClauseView(
            citation=whole.model_copy(update={"n": 0}),
            text=clause.text,
            breadcrumb=self._breadcrumb(clause),
            before=self.citation(self.clauses[at - 1].id) if at else None,
            after=self.citation(after[0].id) if after else None,
            facts=tuple(clause.facts),
            formats=_formats(whole),
        )

    def outline(self, doc: str) -> OutlineView:
        if doc != DOCUMENT.id:
            raise NotFoundError(f"没有文件 {doc}", "请在文件列表中选择")
        entries = tuple(
            OutlineEntry(
                id=c.id,
                depth=len(c.path),
                locator=c.locator,
                label=c.path[-1] if c.path else "文首",
                heading=c.heading,
                text=c.text,
                part="",
                facts=tuple(c.facts),
            )
            for c in self.clauses
        )
        document = DOCUMENT.model_dump() | {"issuers": ["重庆市人民政府办公厅"], "issued": "2024-09-27"}
        return OutlineView(document=document, entries=entries)

    def overview(self) -> LibraryView:
        row = IndexRow(
            id=DOCUMENT.id,
            title=DOCUMENT.title,
            number=DOCUMENT.number,
            source=DOCUMENT.source,
            clauses=len(self.clauses),
            state="indexed",
            status="current",
            issued="2024-09-27",
        )
        return LibraryView(library="fake-1", documents=(row,), clauses=len(self.clauses), latest="2024-09-27")

    # -- pieces --------------------------------------------------------------------------------
    def citation(self, clause_id: str, words: str | None = None, n: int = 1) -> Citation:
        """The clause, or the part of it that ``words`` name, as a citation."""
        clause = self.by_id[clause_id]
        quote = words if words and words in clause.text else clause.text
        offset = max(self.source[clause.start : clause.end].find(quote), 0)
        return Citation(
            n=n,
            clause_id=clause.id,
            document=DOCUMENT,
            path=clause.path,
            locator=clause.locator,
            heading=clause.heading,
            quote=quote,
            start=clause.start + offset,
            end=clause.start + offset + len(quote),
            page=None,
            formatted=f"《{DOCUMENT.title}》（{DOCUMENT.number}）{clause.locator}",
        )

    def find(self, words: str) -> FakeClause:
        return next(clause for clause in self.clauses if words in clause.text)

    def quote(self, words: str, n: int = 1) -> Citation:
        return self.citation(self.find(words).id, words, n)

    def _breadcrumb(self, clause: FakeClause) -> tuple[str, ...]:
        names = {c.path: c for c in self.clauses if c.heading}
        steps = []
        for length in range(1, len(clause.path) + 1):
            owner = names.get(clause.path[:length])
            if owner:
                label = owner.path[-1]
                mark = "、" if length == 1 else ". " if label.isdigit() else ""
                steps.append(f"{label}{mark}{owner.heading}")
        return tuple(steps)

    def _answer(self, said: tuple[str, ...]) -> Answer:
        question = said[-1]
        if "最高" in question or "多少万" in question:
            return self._unspecified(said)
        if "专利" in question:
            words = "对纳入市级以上专利转化专项计划的项目依法依规给予资金支持"
            return self._said(said, [(f"文件规定，{words}。", words)])
        if "空天" in question or "责任单位" in question:
            lead = "空天信息的牵头单位是市发展改革委。"
            rest = "责任单位有市经济信息委、市委军民融合办、市教委、市科技局、重庆通信管理局等。"
            wording = "责任单位：市经济信息委、市委军民融合办、市教委、市科技局、重庆通信管理局等"
            return self._said(said, [(lead, "牵头单位：市发展改革委"), (rest, wording)])
        return self._make(said, "refused", [], (), ())

    def _said(self, said: tuple[str, ...], pairs: list[tuple[str, str]]) -> Answer:
        citations = tuple(self.quote(words, n) for n, (_, words) in enumerate(pairs, 1))
        return self._make(said, "answered", [text for text, _ in pairs], citations, ())

    def _unspecified(self, said: tuple[str, ...]) -> Answer:
        words = "对未来产业领域重点应用场景依法依规给予奖励"
        texts = [f"文件规定，{words}。", "文件没有规定金额、比例或上限。"]
        closest = (self.citation(self.find("6. 低空经济").id), self.citation(self.find("（26）").id))
        return self._make(said, "unspecified", texts, (self.quote(words),), closest)

    def _make(
        self,
        said: tuple[str, ...],
        outcome: Any,
        texts: list[str],
        citations: tuple[Citation, ...],
        closest: tuple[Citation, ...],
    ) -> Answer:
        numbers = [(n,) if n <= len(citations) else () for n in range(1, len(texts) + 1)]
        pairs = list(zip(texts, numbers, strict=True))
        standalone = said[-1] if len(said) == 1 else f"空天信息产业：{said[-1]}"
        return Answer.model_validate(
            {
                "id": f"fake{len(self.asked)}",
                "question": said[-1],
                "standalone_question": standalone,
                "outcome": outcome,
                "mode": "extractive",
                "answer": "\n".join(t + "".join(f"[{n}]" for n in ns) for t, ns in pairs)
                or "已收录的文件没有涉及这个问题。",
                "statements": [{"text": t, "citations": ns} for t, ns in pairs],
                "citations": citations,
                "grounding": "none" if outcome == "refused" else "full",
                "dropped": 0,
                "notices": ["列举不完整，请查看原文"] if len(said) > 2 else [],
                "library": "fake-1",
                "closest": closest,
                "timings_ms": Timings(retrieve=4, compose=2, total=6),
            }
        )

    def _measures(self) -> tuple[Measure, ...]:
        prize = "对未来产业领域重点应用场景依法依规给予奖励"
        first = "对首台（套）装备、首批次材料、首版次软件依法依规给予支持"
        zone = "对发展成效较好的未来产业先导区依法依规给予要素支持"
        rows: list[tuple[Any, str, str, tuple[Condition, ...], Amount | None]] = [
            ("applicable", prize, "奖励", (Condition(text="属于未来产业领域", met=True),), None),
            (
                "conditional",
                first,
                "支持",
                (
                    Condition(text="属于未来产业领域", met=True),
                    Condition(text="产品为首台（套）装备、首批次材料或首版次软件", met=None),
                ),
                Amount(text="按投资额的10%、最高100万元", cap="100", rate="10%", base="投资额", unit="万元"),
            ),
            ("direction", "推动建设一批智能化、集成型、多用途的通用航空基础设施", "建设", (), None),
            ("not_applicable", zone, "要素支持", (Condition(text="主体为先导区", met=False),), None),
        ]
        return tuple(
            Measure(
                verdict=verdict,
                measure=words,
                conditions=conditions,
                kind=kind,
                amount=amount,
                agencies=("市经济信息委", "市发展改革委"),
                citations=(self.quote(words),),
            )
            for verdict, words, kind, conditions, amount in rows
        )


def _formats(citation: Citation) -> dict[str, str]:
    return {
        "text": f"{citation.formatted}：“{citation.quote}”",
        "official": citation.formatted,
        "markdown": f"> {citation.quote}\n>\n> —— {citation.formatted}",
        "gbt7714": f"重庆市人民政府办公厅. {DOCUMENT.title}: {DOCUMENT.number}[A]. 2024-09-27.",
    }

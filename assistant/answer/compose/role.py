"""「市科技局在低空经济中承担什么角色」: what an agency is charged with in one clause, or that it does not occur there."""

from __future__ import annotations

import re

from assistant.agencies import same_agency
from assistant.answer.compose.agencies import list_quote
from assistant.answer.compose.reverse import named_in
from assistant.answer.compose.wording import closest, name_of, sentence
from assistant.answer.draft import Draft, Quote, Said, quote_heading
from assistant.desks.cite import by_phrase
from assistant.evidence import Evidence, agencies_of
from assistant.subjects import Subject
from index.clauses import Clause, Document, Fact

NAMED = 0.6
_ROLE = re.compile(
    r"(?:什么|哪些|哪种|何种?|啥)(?:样的)?(?:角色|身份|职责|作用|任务|责任|分工)|(?:负责|承担|担任|做|干|管|参与)(?:了|些)?(?:什么|啥|哪些|哪)"
    r"|(?:角色|职责|任务|分工|作用)(?:是|有|包括|为)?(?:什么|哪些|啥|怎样|如何)?$"
    r"|是(?:牵头|责任|配合|参与)(?:单位|部门)?还是"
)
_IN = re.compile(r"(?:在|对|就|于).{0,30}?(?:中|里|里面|方面|上|这块|这一块)|(?:中|里|里面|方面)[，,]?")
_CALLED = {
    "lead": "牵头单位", "responsible": "责任单位", "division": "按职责分工负责的单位", "support": "配合单位",
    "implement": "落实单位",
}  # fmt: skip


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if not _ROLE.search(question.flat.rstrip("？?。")) or not _IN.search(question.flat):
        return None
    named = [n for n in named_in(evidence, question.text) if n.name]
    subject = next((s for s in evidence.subjects if s.share >= NAMED), None)
    if len(named) != 1 or subject is None or subject.matched in named[0].mention:
        return None
    return _in_clause(evidence, named[0].name or "", subject)


def _in_clause(evidence: Evidence, agency: str, subject: Subject) -> Draft | None:
    document, clause = subject.document, subject.clause
    facts = agencies_of(document, clause)
    own = [f for f in facts if same_agency(agency, f.data["name"])]
    name = name_of(document, clause)
    if own:
        said = [_charged(document, f, facts, name, agency) for f in own]
        return _draft(evidence, said)
    mentions = _mentions(document, clause, agency)
    if mentions:
        text = f"{name}的原文提到{agency}：{sentence(mentions[0].text)}"
        return _draft(evidence, [Said(text, (mentions[0],))])
    if not facts:
        return _draft(
            evidence,
            [Said(f"{name}没有列出单位，原文也没有提到{agency}。", (quote_heading(document, clause),))],
        )
    return _draft(evidence, [_absent(document, facts, name, agency)])


def _draft(evidence: Evidence, said: list[Said]) -> Draft:
    return Draft("answered", tuple(said), closest=closest(evidence, tuple(q for s in said for q in s.quotes)))


def _charged(document: Document, fact: Fact, facts: list[Fact], name: str, agency: str) -> Said:
    group = [f for f in facts if f.data["list"] == fact.data["list"]]
    others = [f.data["name"] for f in group if f is not fact]
    task = f"，任务是：{sentence(fact.data['task'])}" if fact.data.get("task") else "。"
    beside = f"（同列的还有{'、'.join(others)}{'等' if fact.data['etc'] else ''}）" if others else ""
    text = f"{agency}是{name}的{_CALLED[fact.data['role']]}{beside}{task}"
    return Said(text, (list_quote(document, group),))


def _absent(document: Document, facts: list[Fact], name: str, agency: str) -> Said:
    """Who is listed, and that this one is not."""
    lists: dict[tuple[int, int], list[Fact]] = {}
    for fact in facts:
        lists.setdefault(fact.data["list"], []).append(fact)
    who = "；".join(
        f"{_CALLED[some[0].data['role']]}是{'、'.join(f.data['name'] for f in some)}{'等' if some[0].data['etc'] else ''}"
        for some in lists.values()
    )
    text = f"{name}列出的单位中没有{agency}：{who}。"
    return Said(text, tuple(list_quote(document, some) for some in lists.values()))


def _mentions(document: Document, clause: Clause, agency: str) -> list[Quote]:
    end = document.end_of(clause)
    return [q for q in by_phrase(agency, document) if clause.start <= q.start and q.end <= end]

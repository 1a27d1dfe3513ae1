"""「市科技局在低空经济中承担什么角色」: what an agency is charged with in one clause, or that it does not occur there."""

from __future__ import annotations

import re

from assistant.agencies import same_agency
from assistant.answer.compose.agencies import list_quote
from assistant.answer.compose.reverse import named_in
from assistant.answer.compose.wording import closest, name_of, sentence
from assistant.answer.draft import Draft, Quote, Said, quote_heading, quotes_of
from assistant.desks.cite import by_phrase
from assistant.evidence import Evidence, agencies_of
from assistant.question.contrast import Contrast, excepted
from assistant.sides import clauses_called
from index.clauses import Clause, Document, Fact
from index.wording import either

NAMED, LONG = 0.6, 4
"""Share of a heading, or characters of it, from which the question names its clause."""
_ROLE = re.compile(
    either(
        r"(?:什么|哪些|哪种|何种?|啥)(?:样的)?(?:角色|身份|职责|作用|任务|责任|分工)",
        r"(?:负责|承担|担任|做|干|管|参与)(?:了|些)?(?:什么|啥|哪些|哪)",
        r"(?:角色|职责|任务|分工|作用)(?:是|有|包括|为)?(?:什么|哪些|啥|怎样|如何)?$",
        r"有没有份",
        r"有份[吗么]?$",
        r"参不参与",
        r"(?:有没有|要不要|是否|是不是)(?:也|都)?参[与加]",
        r"(?:要|也|都|用|得)参[与加][不吗么]?[？?]?$",
        r"参与[了吗么]+$",
        r"有没有(?:任务|责任|职责)",
        r"(?<![只仅没])有[\u4e00-\u9fff]{2,8}[委局办厅部](?:吗|么|没有?)[？?]?$",
        r"是(?:牵头|责任|配合|参与)(?:单位|部门)?还是",
    )
)
_IN = re.compile(
    r"(?:搞|发展|做|推进)(?=[\u4e00-\u9fff])|(?:在|对|就|于).{0,30}?(?:中|里|里面|方面|上|这块|这一块)|(?:那边|这边|那块|这块)(?=有)|(?:中|里|里面|方面|这一?块儿?|产业|领域)[，,]?"
)
_PLACE = re.compile(r"(?:当?中|里面?|方面|上)?的?(?:角色|职责|身份|作用|分工|任务).*$")
_DOCUMENT = re.compile(r"[^，。；]{4,}(?:意见|办法|方案|计划|规划|措施|通知|条例|细则|规定)(?=里|中)")
"""「发展体育竞赛表演产业的意见中」 names no clause."""
_CALLED = {
    "lead": "牵头单位", "responsible": "责任单位", "division": "按职责分工负责的单位", "support": "配合单位",
    "implement": "落实单位",
}  # fmt: skip


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if not _ROLE.search(question.flat.rstrip("？?。")) or not _IN.search(question.flat):
        return None
    if excepted(question.text):
        return None  # 「在空天信息之外还参与哪些产业」
    named = [n for n in named_in(evidence, question.text) if n.name]
    subject = next((s for s in evidence.subjects if s.share >= NAMED or len(s.matched) >= LONG), None)
    if len(named) != 1 or subject is None or subject.matched in named[0].mention:
        return None
    if (document := _DOCUMENT.search(question.flat)) and subject.matched in document.group():
        return None
    if any(subject.document.agencies_by_owner.get(c.id) for c in subject.document.children(subject.clause)):
        return None  # 「在工作举措里参与哪几项行动」 asks which of what stands under it
    return _draft(evidence, in_clause(subject.document, subject.clause, named[0].name or ""))


def in_clauses(evidence: Evidence, contrast: Contrast) -> Draft | None:
    """「市卫生健康委在生物制造和脑机接口里的角色一样吗」: behind whether the role is the same."""
    for sides, matter in contrast.readings:
        named = named_in(evidence, sides)
        if len(named) != 1 or not named[0].name or not re.search(r"角色|职责|身份|作用|分工|任务", matter):
            continue
        found = clauses_called(_PLACE.sub("", matter), evidence.documents)
        if found is None:
            continue
        document, clauses = found
        said = [s for c in clauses for s in in_clause(document, c, named[0].name)]
        roles = [{f.data["role"] for f in _own(document, c, named[0].name)} for c in clauses]
        names = "和".join(name_of(document, c) for c in clauses)
        first = "一样" if all(r == roles[0] for r in roles) else "不一样"
        quotes = quotes_of(said)
        verdict = Said(f"{first}：{named[0].name}在{names}中的角色如下。", quotes)
        return _draft(evidence, [verdict, *said])
    return None


def in_clause(document: Document, clause: Clause, agency: str) -> list[Said]:
    """What the agency is charged with there, that the text mentions it, or that it does not occur."""
    facts, own = agencies_of(document, clause), _own(document, clause, agency)
    name = name_of(document, clause)
    if own:
        return [_charged(document, f, facts, name, agency) for f in own]
    if mentions := _mentions(document, clause, agency):
        text = f"{name}的原文提到{agency}：{sentence(mentions[0].text)}"
        return [Said(text, (mentions[0],))]
    if not facts:
        return [Said(f"{name}没有列出单位，原文也没有提到{agency}。", (quote_heading(document, clause),))]
    return [_absent(document, facts, name, agency)]


def _own(document: Document, clause: Clause, agency: str) -> list[Fact]:
    return [f for f in agencies_of(document, clause) if same_agency(agency, f.data["name"])]


def _draft(evidence: Evidence, said: list[Said]) -> Draft:
    return Draft("answered", tuple(said), closest=closest(evidence, quotes_of(said)))


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

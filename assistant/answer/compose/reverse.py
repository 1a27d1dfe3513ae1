"""「由市发展改革委牵头的产业有哪些」: from an agency back to the clauses that name it, complete and nothing else."""

from __future__ import annotations

import re

from assistant.agencies import agencies_named
from assistant.answer.compose.agencies import list_quote
from assistant.answer.compose.wording import closest, name_of
from assistant.answer.draft import Draft, Said
from assistant.evidence import Evidence
from index.clauses import Document, Fact
from index.clauses.facts.reverse import clauses_naming

_ASKS = re.compile(
    r"(哪些|什么|哪个|哪几|几个|多少|啥|哪).{0,10}(产业|方向|任务|行动|工作|措施|事项|领域|事|项|方面|职责|活)|(负责|参与|牵头|承担|落实|配合|管|职责|任务|分工|涉及)(了)?(哪|什么|啥|几|多少)|(的)?(职责|任务|分工)(是|有|包括)"
    r"|(干|做)(什么|啥|些什么|哪些)|(有|是)(什么|哪些|啥)(任务|事|活|职责)"
    r"|(产业|方向|任务|行动|工作|措施|事项|领域|事情|职责)(都|分别)?(是|有|包括|为)?(哪|什么|啥|几|多少)"
)
_VERB = {
    "lead": "牵头",
    "responsible": "作为责任单位参与",
    "division": "按职责分工负责",
    "support": "配合",
    "implement": "落实",
}
_WANTED = {
    "lead": {"lead"}, "responsible": {"responsible", "division"}, "support": {"support"},
    "any": {"lead", "responsible", "division", "support"}, None: {"lead", "responsible", "division", "support"},
}  # fmt: skip


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if not _ASKS.search(question.flat) or question.detail in {"contact", "amount", "procedure"}:
        return None
    facts = {
        f.data["name"]: None
        for d in evidence.searched
        for f in d.facts
        if f.kind == "agency" and not f.data["forward"]
    }
    named = agencies_named(question.text, facts)
    if not named:
        return None
    agency = named[0]
    if agency.name is None:
        text = f"文件中没有出现{agency.mention}，因此没有规定它的职责。"
        return Draft("unspecified", (Said(text),), closest=closest(evidence, ()))
    role = question.role
    if role == "any" and re.search(r"牵头", question.flat):
        role = "lead"
    said = [s for d in evidence.searched for s in _in_document(d, agency.name, role)]
    if not said and role is not None:
        other = [s for d in evidence.searched for s in _in_document(d, agency.name, None)]
        text = f"文件没有由{agency.name}{_VERB.get(role, '负责')}的事项"
        lead = Said(f"{text}，{other[0].text}", other[0].quotes) if other else Said(f"{text}。")
        return Draft("unspecified", (lead, *other[1:]), closest=closest(evidence, ()))
    quotes = tuple(q for s in said for q in s.quotes)
    return Draft("answered", tuple(said), closest=closest(evidence, quotes)) if said else None


def _in_document(document: Document, agency: str, role: str | None) -> list[Said]:
    """One sentence a role: the headings of all clauses whose line names the agency, in document order."""
    wanted = _WANTED.get(role, {role})
    groups: dict[str, list[Fact]] = {}
    places = {(n.start, n.end) for n in clauses_naming(document, agency)}
    for fact in document.facts:
        if (
            fact.kind == "agency"
            and (fact.start, fact.end) in places
            and fact.data["role"] in wanted
            and not fact.data["forward"]
        ):
            groups.setdefault(fact.data["role"], []).append(fact)
    out = []
    for fact_role, facts in groups.items():
        owners = [
            document.by_id.get(f.data["owner"] or f.clause_id, document.by_id[f.clause_id]) for f in facts
        ]
        names = "、".join(dict.fromkeys(name_of(document, c) for c in owners))
        quotes = tuple(
            list_quote(
                document,
                [g for g in document.facts if g.kind == "agency" and g.data["list"] == f.data["list"]],
            )
            for f in facts
        )
        count = f"，共{len(facts)}项" if len(facts) > 1 else ""
        out.append(Said(f"{agency}{_VERB[fact_role]}的有{names}{count}。", quotes))
    return out

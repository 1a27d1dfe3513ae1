"""Who is bound by all tasks of a document, 「以下任务均需区县落实」, and whom a common name stands for, 「…（以下统称区县）」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.compose.wording import closest
from assistant.answer.draft import Draft, Quote, Said, quote_fact, quotes_of
from assistant.evidence import Evidence, forward_agencies
from index.clauses import Clause, Document, Fact

_TASKS = re.compile(r"落实|责任|任务|职责|义务|承担|参与|分工|不用管|要不要管|用不用管")
_MEANT = re.compile(r"算不算|算是?|属于?|包[括含]|指的?是?|是不是|是否|统称|也叫")
_STANDS_FOR = (
    r"[”」]?(?:具体|都|到底|在这里|除了[^，。？]{2,16})?还?(?:包[括含]|指(?![导定标挥引南数])|涵盖|是指)"
)
_ALL_TASKS = re.compile(r"(?:这些|以上|所有|全部|各项|上述)(?:的?任务|工作|事项)")
_WHO = re.compile(r"谁|哪[个些家]?(?:部门|单位|机构|局|委)|什么(?:部门|单位)")
_PUNISHED = re.compile(r"追责|问责|处罚|罚|没(?:有)?完成|未完成")
_MEMBERS = re.compile(r"[、，,]|[和及与]")
SHORTEST = 3
"""Characters of a member's name."""


def compose(evidence: Evidence) -> Draft | None:
    """「区县要不要落实」, 「万盛经开区算不算区县」; None where the question asks who does something."""
    flat = evidence.question.flat
    if (
        evidence.question.detail not in {None, "places", "place"}
        or _WHO.search(flat)
        or _PUNISHED.search(flat)
    ):
        return None
    for document in evidence.documents:
        for named, fact in _common_names(document):
            asked = f"“{named}”" in flat or re.search(f"{named}{_STANDS_FOR}", flat)
            if asked and _MEANT.search(flat) and not any(m in flat for m in _members(fact)):
                return _draft(evidence, [Said(f"文件写明“{fact.text}”。", (quote_fact(document, fact),))])
            member = next((m for m in _members(fact) if m in flat), "")
            if member and _one_of(member, named, flat):
                said = Said(f"是的，文件写明“{fact.text}”。", (quote_fact(document, fact),))
                return _draft(evidence, [said])
        if _TASKS.search(flat) and (bound := _bound(document, flat)):
            return _draft(evidence, bound)
    return None


def _one_of(member: str, named: str, flat: str) -> bool:
    """「万盛经开区算不算区县」, 「区县包括万盛经开区吗」: the member on one side of what asks so and the name on the other."""
    meant = _MEANT.search(flat)
    if meant is None or named not in flat:
        return False
    return (flat.find(member) < meant.start()) != (flat.find(named) < meant.start())


def stated_for_all(document: Document, clause: Clause) -> list[Said]:
    """「以下任务均需区县落实，不再列出」 binds later clauses as well."""
    facts = forward_agencies(document, clause)
    return [_written(document, facts[0], "此外，")] if facts else []


def _bound(document: Document, flat: str) -> list[Said]:
    """What binds those whom the question names, themselves or as one of several under a common name."""
    for fact in document.facts:
        if fact.kind != "agency" or not fact.data["forward"]:
            continue
        name = fact.data["name"]
        common = next((f for named, f in _common_names(document) if named == name), None)
        member = next((m for m in _members(common) if _said(m, flat)), "") if common else ""
        if not (member or name in flat):
            continue
        said = [_written(document, fact, "")]
        if member and common:
            said.insert(0, Said(f"“{name}”包括{member}。", (quote_fact(document, common),)))
        return said
    return []


def _said(member: str, flat: str) -> bool:
    """「万盛经开区」, also as 「万盛」 where all the tasks are asked about."""
    return member in flat or bool(_ALL_TASKS.search(flat) and member[:2] in flat)


def _written(document: Document, fact: Fact, first: str) -> Said:
    quote = Quote(document, document.by_id[fact.clause_id], *_sentence(document, fact))
    return Said(f"{first}{quote.locator}写明“{quote.text}”。", (quote,))


def _sentence(document: Document, fact: Fact) -> tuple[int, int]:
    """「以下任务均需区县落实」 around the name."""
    clause = document.by_id[fact.clause_id]
    start = document.text.rfind("以下", clause.start, fact.start)
    end = next((i for i in range(fact.end, clause.end) if document.text[i] in "，,。；;）)]〕"), fact.end)
    return (start if start >= 0 else fact.start), end


def _common_names(document: Document) -> Iterator[tuple[str, Fact]]:
    """Names that stand for several bodies."""
    for fact in document.facts:
        if fact.kind == "gloss" and len(_members(fact)) > 1:
            yield fact.data["term"], fact


def _members(fact: Fact) -> list[str]:
    return [m for m in _MEMBERS.split(fact.data["meaning"]) if len(m) >= SHORTEST]


def _draft(evidence: Evidence, said: list[Said]) -> Draft:
    return Draft("answered", tuple(said), closest=closest(evidence, quotes_of(said)))

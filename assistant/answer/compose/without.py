"""「哪些行动没有市科技局参与」, 「哪些产业不由市经济信息委牵头」: the clauses whose agency lines do not name an agency."""

from __future__ import annotations

import re

from assistant.answer.compose.agencies import list_quote
from assistant.answer.compose.duties import (
    NOUN,
    bound,
    called,
    facts_naming,
    limiting,
    of_kind,
    owner_of,
    wanted,
    within,
)
from assistant.answer.compose.reverse import DOCUMENTS, in_order, named_in
from assistant.answer.compose.wording import closest
from assistant.answer.draft import Draft, Said, quotes_of
from assistant.evidence import Evidence
from index.clauses import Document, Fact

_VERBS = "参与|参加|牵头|负责|承担|配合|落实|涉及|列入|管"
_BEFORE = (
    r"(?:没有|没|未|无|不含|不包括|不是|并非|不)(?:列有|列入|列|写有?|包括|包含|安排|明确)?(?:由|归|让)?"
)
"""How an agency is denied: before its name, or behind it."""
_BEHIND = rf"(?:没有|没|未|不)(?:被)?(?:列入)?(?:{_VERBS})"
_LACKS = {
    "lead": "不由{agency}牵头", "support": "配合单位没有{agency}", "responsible": "责任单位没有{agency}",
}  # fmt: skip


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if not re.search(r"哪|什么|啥|多少|几", question.flat) or not re.search(r"没|未|无|不|非", question.flat):
        return None
    if asked := _NO_ROLE.search(question.flat):
        return _without_role(evidence, "lead" if asked[1] == "牵头" else "support")
    named = named_in(evidence, question.text)
    if len(named) != 1 or not _denied(question.flat, named[0].mention):
        return None
    if named[0].name is None:
        text = f"库中的文件没有出现{named[0].mention}。"
        return Draft("answered", (Said(text),), closest=closest(evidence, ()))
    agency = named[0].name
    documents = [d for d in in_order(evidence) if facts_naming(d, agency)]
    drafted = [_in_document(evidence, document, agency) for document in documents[:DOCUMENTS]]
    said = tuple(s for s, _ in drafted)
    notices = [_OPEN] if any(is_open for _, is_open in drafted) else []
    if len(documents) > DOCUMENTS:
        notices.append(
            f"另有{len(documents) - DOCUMENTS}份文件也列有{agency}，这里没有列出；可限定文件再问。"
        )
    quotes = quotes_of(said)
    return Draft("answered", said, tuple(notices), closest(evidence, quotes)) if said else None


_NO_ROLE = re.compile(r"(?:没有|没|未|不)(?:明确|指定|写明?|列明?|规定|设)?(牵头|配合)(?:单位|部门)")


def _without_role(evidence: Evidence, role: str) -> Draft | None:
    """「哪些任务没有牵头单位」: of the best document the clauses whose agency lines name none."""
    document = next((d for d in in_order(evidence) if bound(d)), None)
    if document is None:
        return None
    lists = bound(document)
    lacking = [document.by_id[i] for i, facts in lists.items() if all(f.data["role"] != role for f in facts)]
    called_so = "牵头单位" if role == "lead" else "配合单位"
    if not lacking:
        text = f"没有这样的任务：文件列出单位的{len(lists)}项都有{called_so}。"
        return Draft("answered", (Said(text),), closest=closest(evidence, ()))
    quotes = tuple(
        list_quote(document, _same_list(document, f))
        for clause in lacking
        for f in _one_a_list(lists[clause.id], None)[:1]
    )
    names = "、".join(called(document, clause) for clause in lacking)
    text = f"文件列出单位的{len(lists)}项中，没有{called_so}的有{len(lacking)}项：{names}。"
    return Draft("answered", (Said(text, quotes),), closest=closest(evidence, quotes))


_OPEN = "有的名单以“等”字收尾，没有列名不等于不参与。"


def _denied(flat: str, mention: str) -> bool:
    name = re.escape(mention)
    return bool(re.search(rf"{_BEFORE}{name}|{name}(?:都|也)?{_BEHIND}", flat))


def _in_document(evidence: Evidence, document: Document, agency: str) -> tuple[Said, bool]:
    """What does not name it, of how many; and whether a list among them is open."""
    role = evidence.question.role
    noun = match.group() if (match := NOUN.search(evidence.question.flat)) else "任务"
    lists = bound(document)
    owners = [document.by_id[i] for i in lists]
    meant = within(document, of_kind(document, owners, noun), limiting(evidence, document))
    has = {owner_of(document, f).id for f in facts_naming(document, agency) if f.data["role"] in wanted(role)}
    lacking = [c for c in meant if c.id not in has]
    if not lacking:
        facts = [f for c in meant for f in _one_a_list(lists[c.id], role)]
        verb = f"由{agency}牵头" if role == "lead" else f"列有{agency}"
        text = f"没有这样的{noun}：文件列出单位的{len(meant)}项{noun}都{verb}。"
        return Said(text, tuple(list_quote(document, _same_list(document, f)) for f in facts)), False
    facts = [f for c in lacking for f in _one_a_list(lists[c.id], role)]
    names = "、".join(called(document, c) for c in lacking)
    verb = _LACKS.get(role or "any", "没有列{agency}").format(agency=agency)
    text = f"文件列出单位的{len(meant)}项{noun}中，{verb}的有{len(lacking)}项：{names}。"
    quotes = tuple(list_quote(document, _same_list(document, f)) for f in facts)
    return Said(text, quotes), any(f.data["etc"] for f in facts if f.data["role"] != "lead")


def _one_a_list(facts: list[Fact], role: str | None) -> list[Fact]:
    """A fact of each list of the role asked for; of any list where none has it."""
    fitting = [f for f in facts if f.data["role"] in wanted(role)] or facts
    return list({f.data["list"]: f for f in reversed(fitting)}.values())[::-1]


def _same_list(document: Document, fact: Fact) -> list[Fact]:
    return [g for g in document.facts if g.kind == "agency" and g.data["list"] == fact.data["list"]]

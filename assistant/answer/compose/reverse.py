"""「由市发展改革委牵头的产业有哪些」: from an agency back to the clauses that name it, complete and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.agencies import Named, agencies_named, core
from assistant.answer.compose.agencies import list_quote
from assistant.answer.compose.duties import (
    NOUN,
    called,
    facts_naming,
    limiting,
    of_kind,
    owner_of,
    wanted,
    within,
)
from assistant.answer.compose.wording import closest
from assistant.answer.draft import Draft, Said, merged, quotes_of
from assistant.evidence import Evidence
from assistant.question.contrast import excepted
from assistant.subjects import within as abridged
from index.clauses import Document, Fact
from index.clauses.folding import folded_text
from index.wording import either

DOCUMENTS = 8
"""Documents whose lists are shown; how many more there are is said."""
ASKS = re.compile(
    either(
        (
            r"(哪些|什么|哪个|哪几|几个|多少|啥|哪).{0,10}(产业|方向|任务|行动|工作|措施|事项|领域|事|项"
            r"|方面|职责|活)"
        ),
        r"(负责|参与|牵头|承担|落实|配合|管|职责|任务|分工|涉及)(?:了|做|的是)?(哪|什么|啥|几|多少)",
        r"(的)?(职责|任务|分工)(是|有|包括)",
        r"(?:任务|产业|方向|行动|工作|措施)(?:里|中)?(?:都|会)?(?:涉及|提到|出现)",
        r"(?:涉及|提到|出现)(?:在|了)?(?:哪|几|多少)",
        r"哪[些一]?[块项个](?!单位|部门).{0,8}(?:出力|参加|参与|牵头|负责)",
        r"(干|做)(什么|啥|些什么|哪些)",
        r"(有|是)(什么|哪些|啥)(任务|事|活|职责)",
        (
            r"(?:负责|参与|牵头|配合)的?是?[^，。？]{0,8}(?:产业|行动|措施|举措|方向|任务)(?:里面?"
            r"|[之当]?中)的?(?:哪|什么)"
        ),
        r"(?:牵头|责任|配合|参与|负责)(?:单位|部门)?的(?:都|分别)?(?:有|是|包括)(?:哪|什么)",
        r"(?<=[局委办厅部院])的?(?:职责|任务|分工|责任)[？?]?$",
        (
            r"(?<=[局委办厅部院])(?:作为[^，。？]{2,4}单位)?(?:负责|牵头|参与|承担|配合|分工|职责|任务)"
            r"(?:的?(?:工作|未来)?)(?:产业|方向|任务|行动|工作|措施|举措|事项|领域)[。？?]?$"
        ),
        (
            r"(产业|方向|任务|行动|工作|措施|举措|事项|领域|事情|职责)(都|分别)?(是|有|包括|为)?(哪|什么"
            r"|啥|几|多少)"
        ),
    )
)
_DUTY = re.compile(r"负责|参与|牵头|承担|落实|配合|责任|职责|任务|分工|管")
_OF_NO_DUTY = frozenset({"contact", "amount", "procedure", "deadline", "size", "age", "place"})
"""Details: 「审核要几个工作日」 asks for no 工作."""
_BOTH = re.compile(r"牵头.{1,12}(?:参与|负责|配合)|(?:参与|负责|配合).{1,12}牵头")
"""「牵头哪些产业，参与哪些产业」."""
_WITHIN = re.compile(r"[内下]设|由[^，。？]{0,8}(?:组成|构成)")
"""「办公室内设哪几个组」."""
_WORK_OF = re.compile(r"的(?:日常|具体)?(?:工作|事务)(?:由|是|归)(?:谁|哪)")
"""「联采办的日常工作是哪家单位在干」."""
_ALONE = re.compile(r"[\u4e00-\u9fff]{2,12}[局委办厅部院]呢?[？?]?")
"""「市农业农村委呢」."""
_ITS_DOCUMENT = re.compile(
    r"[部局委办厅院](?!负责|牵头|参与|承担|配合|在)[^，。？的、]{2,14}(?:方案|办法|意见|通知|措施|计划|规划|文件|规定)(?:里|中)?(?:一共|总共|都)?(?:有|是|包括|列|讲|提)"
)
"""「住建部设备更新方案一共有哪几项重点任务」."""
_VERB = {
    "lead": "牵头",
    "responsible": "作为责任单位参与",
    "division": "按职责分工负责",
    "support": "配合",
    "implement": "落实",
}


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    alone = _ALONE.fullmatch(question.flat)
    if not (ASKS.search(question.flat) or alone) or question.detail in _OF_NO_DUTY:
        return None
    if _WORK_OF.search(question.flat):
        return None
    if _WITHIN.search(question.flat) or _ITS_DOCUMENT.search(question.flat):
        return None
    named = named_in(evidence, question.text.replace(excepted(question.text), ""))
    if not named:
        return None
    each = list({n.name or n.mention: n for n in named}.values())
    if len(each) > 1 and _OF_EACH.search(question.flat):
        drafts = [d for n in each[:AGENCIES] if (d := _of(evidence, n))]
        return merged(drafts) if drafts else None
    return _of(evidence, named[0])


AGENCIES = 4
_OF_EACH = re.compile("分别|各自?|都")


def _of(evidence: Evidence, agency: Named) -> Draft | None:
    question = evidence.question
    if _issued_by(evidence, agency.mention) and (agency.name is None or not _DUTY.search(question.flat)):
        return None
    if agency.name is None and _written_otherwise(evidence, agency.mention):
        return None  # a sentence may say what it does
    if agency.name is None:
        text = f"文件中没有出现{agency.mention}，因此没有规定它的职责。"
        return Draft("unspecified", (Said(text),), closest=closest(evidence, ()))
    role = question.role
    if role == "any" and re.search(r"牵头", question.flat):
        role = "lead"
    if _BOTH.search(question.flat):
        role = None
    said, notices = of_agency(evidence, agency.name, role)
    if not said and role is not None:
        other, notices = of_agency(evidence, agency.name, None)
        text = f"文件没有由{agency.name}{_VERB.get(role, '负责')}的事项"
        lead = Said(f"{text}，{other[0].text}", other[0].quotes) if other else Said(f"{text}。")
        return Draft("unspecified", (lead, *other[1:]), notices, closest(evidence, ()))
    quotes = quotes_of(said)
    return Draft("answered", said, notices, closest(evidence, quotes)) if said else None


def _written_otherwise(evidence: Evidence, mention: str) -> bool:
    """「市发改委」 where a text has 市发展改革委, or 市发展改革部门."""
    name = core(mention)
    between = r"[\u4e00-\u9fff]{0,3}?"
    loose = re.compile(f"{between.join(map(re.escape, name[:-1]))}{between}(?:{name[-1]}|部门)")
    return any(loose.search(folded_text(document)) for document in evidence.searched)


def _issued_by(evidence: Evidence, mention: str) -> bool:
    """A short name of who issues a document: 「岳阳市教体局」 for 岳阳市教育体育局. The document is meant, not its duties."""
    issuers = (issuer for document in evidence.documents for issuer in document.metadata.issuers)
    return any(abridged(mention, issuer) for issuer in issuers)


def named_in(evidence: Evidence, text: str) -> list[Named]:
    """The agencies in ``text``, under the names that the documents give them."""
    known = {
        f.data["name"]: None
        for d in evidence.searched
        for f in d.facts
        if f.kind == "agency" and not f.data["forward"]
    }
    return agencies_named(text, known)


def of_agency(evidence: Evidence, agency: str, role: str | None) -> tuple[tuple[Said, ...], tuple[str, ...]]:
    """Document by document, those in force first, and what a reader must know of what is left out."""
    nouns = {*NOUN.findall(evidence.question.flat)}
    noun = nouns.pop() if len(nouns) == 1 else ""  # 「哪些产业和行动」 tells nothing
    found = [(d, s) for d in in_order(evidence) if (s := _in_document(evidence, d, agency, role, noun))]
    said = tuple(s for _, some in found[:DOCUMENTS] for s in some)
    more = len(found) - DOCUMENTS
    return said, ((f"另有{more}份文件也列有{agency}，这里没有列出；可限定文件再问。",) if more > 0 else ())


def in_order(evidence: Evidence) -> list[Document]:
    """Those of the hits first, as they were found; those that are not in force last."""
    near = {d.id: n for n, d in enumerate(evidence.documents)}
    return sorted(evidence.searched, key=lambda d: (d.id in evidence.gone, near.get(d.id, len(near))))


def _in_document(
    evidence: Evidence, document: Document, agency: str, role: str | None, noun: str
) -> list[Said]:
    """One sentence a role: all clauses whose line names the agency, in document order."""
    facts = [f for f in facts_naming(document, agency) if f.data["role"] in wanted(role)]
    owners = {c.id: c for c in (owner_of(document, f) for f in facts)}
    meant = of_kind(document, list(owners.values()), noun)
    without = excepted(evidence.question.text)
    kept = {
        c.id for c in within(document, meant, limiting(evidence, document))
        if not (without and c.heading and (c.heading in without or without in c.heading))
    }  # fmt: skip
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if owner_of(document, fact).id in kept:
            groups.setdefault(fact.data["role"], []).append(fact)
    return [_said(document, agency, fact_role, some) for fact_role, some in groups.items()]


def _said(document: Document, agency: str, fact_role: str, facts: Sequence[Fact]) -> Said:
    names = list(dict.fromkeys(called(document, owner_of(document, f)) for f in facts))
    quotes = tuple(
        list_quote(
            document, [g for g in document.facts if g.kind == "agency" and g.data["list"] == f.data["list"]]
        )
        for f in facts
    )
    count = f"，共{len(names)}项" if len(names) > 1 else ""
    return Said(f"{agency}{_VERB[fact_role]}的有{'、'.join(names)}{count}。", quotes)

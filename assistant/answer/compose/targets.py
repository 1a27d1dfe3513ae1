"""「到2027年引育多少领军人才」, 「建成100个先导区，对吗」: quantities that the document names."""

from __future__ import annotations

import re
from typing import Any

from assistant.answer.compose.wording import closest
from assistant.answer.draft import Draft, Quote, Said, quote_fact
from assistant.evidence import Evidence
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Document, Fact
from index.clauses.facts.targets import QUANTITY

COVERED = 0.62
_WORDS = re.compile(r"到?\s*(19|20)\d\d年|计划|目标|数量|全市|重庆市?|市级以上|建设|建成|打造|形成|引育|引进|突破|培育|孵化|达到|实现|完成|多少")


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if question.detail == "amount" and not question.numbers and "万" in question.flat + "元":
        return None
    if not (question.how_many or (question.yes_no and question.numbers)):
        return None
    found = _best(evidence)
    if found is None:
        return None
    document, fact = found
    said = _premise(evidence, document, fact) if question.numbers and question.yes_no else _said(document, fact)
    return Draft("answered", (said,), closest=closest(evidence, said.quotes))


def _best(evidence: Evidence) -> tuple[Document, Fact] | None:
    """The quantity whose object the question covers best, and that covers the question."""
    bare = QUANTITY.sub(" ", evidence.question.text)
    content = content_of(bare, _WORDS)
    terms = terms_of(content)
    if not terms:
        return None
    best: tuple[float, Document, Fact] | None = None
    for document in evidence.documents:
        for fact in document.facts:
            if fact.kind != "target":
                continue
            score = evidence.coverage(_object(fact), terms)
            back = _shared(content, fact.data["object"])
            total = score + 0.3 * back
            if score >= COVERED and (best is None or total > best[0]):
                best = (total, document, fact)
    return best[1:] if best else None


def _object(fact: Fact) -> str:
    return re.sub(r"[（）()]", "", flatten(fact.text + fact.data["object"])).lower()


def _shared(content: str, wanted: str) -> float:
    """Share of the object's pairs of characters that the question says."""
    flat = re.sub(r"[（）()]", "", flatten(wanted))
    pairs = {flat[i : i + 2] for i in range(len(flat) - 1)}
    return len([p for p in pairs if p in flatten(content)]) / len(pairs) if pairs else 0.0


def _quotes(document: Document, fact: Fact) -> tuple[Quote, ...]:
    """The number, and where the deadline stands elsewhere that place too."""
    first = quote_fact(document, fact)
    span: Any = fact.data.get("deadline_span")
    return (first, Quote(document, document.by_id[fact.clause_id], *span)) if span else (first,)


def _said(document: Document, fact: Fact) -> Said:
    deadline = fact.data.get("deadline")
    text = flatten_spaces(fact.text)
    has_verb = re.search(rf"^(重点|力争)?[\u4e00-\u9fff]{{1,4}}?({_VERB})|^({_VERB})", text)
    subject = "" if has_verb else "目标是"
    return Said(f"{deadline}，{subject}{text}。" if deadline else f"文件的提法是“{text}”。", _quotes(document, fact))


_VERB = "引育|突破|形成|打造|建成|建设|培育|孵化|达到|实现|新增|完成|发展"


def flatten_spaces(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", text).strip()


def _premise(evidence: Evidence, document: Document, fact: Fact) -> Said:
    data = fact.data
    quotes = _quotes(document, fact)
    same = any(
        low == data["value"] and high == data["value_max"] or (data["value"] <= low and high <= data["value_max"] and data["value"] == data["value_max"])
        for low, high, _ in evidence.question.numbers
    )
    text = flatten_spaces(fact.text)
    deadline = f"{data['deadline']}" if data.get("deadline") else ""
    when = f"（{deadline}）" if deadline else ""
    years = [y for y in evidence.question.years if deadline and str(y) not in deadline]
    if same and not years:
        return Said(f"是的，文件的提法是“{text}”{when}。", quotes)
    return Said(f"不是。文件的提法是“{text}”{when}。", quotes)

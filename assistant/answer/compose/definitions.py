"""What a term means: full forms and definitions that the document gives itself."""

from __future__ import annotations

import re

from assistant.answer.compose.wording import closest, sentence, unspecified, unwrapped
from assistant.answer.draft import Draft, Said, quote_fact
from assistant.desks.cite import by_phrase
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Document, Fact
from index.clauses.kept import kept

_ASKED = re.compile(
    r"(什么是|何为|何谓|什么叫)(?P<a>[^？?。，]{1,30})|(?P<b>[^？?。，]{1,30}?)(是什么意思|什么意思|指的?是?什么|指啥|是指|的?含义|的?定义|的?(中文)?全称|的?中文|代表什么|是什么(缩写|的缩写|的简称|东西|技术)?|是啥|的缩写|怎么理解|如何定义|叫什么)"
)
_NOISE = re.compile(
    r"^(文件|计划|里|中|里面|提到|所说|说|的|这个|请问|解释一下|，|,)+|(到底|具体|究竟|这个词|缩写|一词|的|里|中)+$"
)


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if not (question.definition or _CUE.search(question.flat)):
        return None
    if not (question.role or question.detail or question.how_many) and (found := _glossed(evidence)):
        said = tuple(_said(d, f) for d, f in found[:2])
        return Draft("answered", said, closest=closest(evidence, tuple(q for s in said for q in s.quotes)))
    term = _term(question.flat)
    if not term:
        return None
    if not re.search(
        r"什么意思|定义|含义|什么是|何为|何谓|什么叫|指的?是?什么|全称|怎么理解|指啥|缩写", question.flat
    ):
        return None
    for document in evidence.searched:
        quotes = by_phrase(term, document)
        if quotes:
            provides = f"文件提到“{term}”：{sentence(quotes[0].text).rstrip('。')}"
            return unspecified(evidence, term, f"“{term}”的含义", quotes[0], provides)
    return None


def _term(flat: str) -> str:
    bare = re.sub(r"[“”「」『』\"]", "", flat)
    match = _ASKED.search(bare)
    if not match:
        return ""
    return _NOISE.sub("", (match.group("a") or match.group("b") or "")).strip("，,")


_CUE = re.compile(r"是(什么|啥)[？?]?$|英文|中文|缩写|全称|简称|统称|展开|解释")


def _glossed(evidence: Evidence) -> list[tuple[Document, Fact]]:
    """Full forms and definitions whose term, or meaning, the question names and that leave nothing else asked."""
    flat = evidence.question.flat.lower()
    found = []
    for document in evidence.searched:
        for fact, *names in _glosses(document):
            said = next((x for x in names if len(x) >= 2 and x in flat), "")
            if said and _nothing_else(flat, said):
                found.append((len(said), document, fact))
    found.sort(key=lambda item: -item[0])
    return [(d, f) for _, d, f in found]


@kept
def _glosses(document: Document) -> list[tuple[Fact, str, str, str]]:
    """Each with its term, the term without 「材料」 behind it, and its meaning."""
    out = []
    for fact in document.facts:
        if fact.kind == "gloss":
            term, meaning = (flatten(fact.data[k]).lower() for k in ("term", "meaning"))
            out.append((fact, term, term.rstrip("材料"), meaning))
    return out


def _nothing_else(flat: str, said: str) -> bool:
    left = re.sub(
        r"文件|文中|计划|里|中|字母|四个|三个|几个|后面|前面|英文|中文|缩写|全称|简称|统称|解释|展开|材料|技术|哪些|地方|哪个|指|代表|是|的|什么|啥|意思|请问|一下|这个|词|叫",
        "",
        flat.replace(said, ""),
    )
    return len(re.sub(r"\W", "", left)) <= 3


def _said(document: Document, fact: Fact) -> Said:
    if len(fact.data["meaning"]) > 60:
        return Said(sentence(unwrapped(fact.text)), (quote_fact(document, fact),))
    return Said(f"{fact.data['term']}即{fact.data['meaning']}。", (quote_fact(document, fact),))

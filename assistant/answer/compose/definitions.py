"""What a term means: full forms and definitions that the document gives itself."""

from __future__ import annotations

import re

from assistant.answer.compose.wording import closest, sentence, unspecified
from assistant.answer.draft import Draft, Said, quote_fact
from assistant.desks.cite import by_phrase
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Document, Fact

_ASKED = re.compile(r"(什么是|何为|何谓|什么叫)(?P<a>[^？?。，]{1,30})|(?P<b>[^？?。，]{1,30}?)(是什么意思|什么意思|指的?是?什么|指啥|是指|的?含义|的?定义|的?(中文)?全称|的?中文|代表什么|是什么(缩写|的缩写|的简称|东西|技术)?|是啥|的缩写|怎么理解|如何定义|叫什么)")
_NOISE = re.compile(r"^(文件|计划|里|中|里面|提到|所说|说|的|这个|请问|解释一下|，|,)+|(到底|具体|究竟|这个词|缩写|一词|的|里|中)+$")


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if not (question.definition or re.search(r"是(什么|啥)[？?]?$", question.flat)):
        return None
    term = _term(question.flat)
    if not term:
        return None
    found = [(d, f) for d in evidence.searched for f in d.facts if f.kind == "gloss" and _same(term, f)]
    if found:
        said = tuple(_said(d, f) for d, f in found[:2])
        return Draft("answered", said, closest=closest(evidence, tuple(q for s in said for q in s.quotes)))
    if not re.search(r"什么意思|定义|含义|什么是|何为|何谓|什么叫|指的?是?什么|全称|怎么理解|指啥|缩写", question.flat):
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


def _same(term: str, fact: Fact) -> bool:
    wanted, known = flatten(term).lower(), flatten(fact.data["term"]).lower()
    meaning = flatten(fact.data["meaning"])
    return wanted == known or wanted == meaning or (wanted.isascii() and len(wanted) >= 2 and known.startswith(wanted)) or (
        known.isascii() and len(known) >= 2 and known in wanted
    )


def _said(document: Document, fact: Fact) -> Said:
    if len(fact.data["meaning"]) > 60:
        return Said(sentence(re.sub(r"\s*\n\s*", "", fact.text)), (quote_fact(document, fact),))
    return Said(f"{fact.data['term']}即{fact.data['meaning']}。", (quote_fact(document, fact),))

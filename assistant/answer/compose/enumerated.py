"""「重庆有哪些未来产业」: phrases that enumerate things of a kind and count them."""

from __future__ import annotations

import re

from assistant.answer.compose.wording import closest, sentence, unwrapped
from assistant.answer.draft import Draft, Said, quote_fact, quotes_of
from assistant.evidence import Evidence
from assistant.question.understand import flatten

LIST_TYPED = re.compile(r"(?:\d+[个项类种])?(?<![白黑红灰])(?:名单|清单|一览)$")
_CHOSEN = re.compile(r"(?:选|选定|选了|确定|布局|列入|定下)了?的?(?=[\u4e00-\u9fff]*(?:产业|领域|方向|行业))")
"""「选的未来产业总共是哪几个」."""
ENUMERATED = 3
_WHICH = (
    re.compile(r"(?:哪些|哪几个|什么)(?P<what>[\u4e00-\u9fff]{2,8}?)[？?]?$"),
    re.compile(
        r"(?P<what>[\u4e00-\u9fff\d]{2,12}?)(?:都|分别|总共|一共)*(?:有|包括|是)(?:哪些|哪[几\d一二三四五六七八九十]个?|什么)"
    ),
)


_SO_MANY = re.compile(r"^.*?[一二两三四五六七八九十\d]+[个大类项种]")
"""「九个未来产业分别是什么」."""


def enumerated(evidence: Evidence) -> Draft | None:
    """「重庆有哪些未来产业」: the phrases that enumerate such things and count them, 「甲、乙等6个…产业」."""
    question = evidence.question
    flat = re.sub("的(?=[^，。？]*(?:产业|领域|方向|行业))", "", question.flat)
    flat = _CHOSEN.sub("", LIST_TYPED.sub("有哪些", flat))
    matches = [m for pattern in _WHICH if (m := pattern.search(flat))]
    if not matches or question.quoted:
        return None
    document = evidence.documents[0]
    titles = "".join(document.titles())
    found = [
        fact
        for fact in document.facts
        if fact.kind == "target"
        and re.search(r"、.*等\s*\d", fact.text)
        and any(_ends_alike(_SO_MANY.sub("", m["what"]), fact.data["object"], titles) for m in matches)
    ]
    if not found:
        return None
    said = tuple(Said(sentence(unwrapped(f.text)), (quote_fact(document, f),)) for f in found[:ENUMERATED])
    more = len(found) - ENUMERATED
    notices = (f"文件这样列举的另有{more}处，这里没有列出。",) if more > 0 else ()
    return Draft("answered", said, notices, closest(evidence, quotes_of(said)))


def _ends_alike(asked: str, wanted: str, titles: str) -> bool:
    """「重庆未来产业」 and 「高成长未来产业」 end in the same words, and what stands before them is the document's title's."""
    cut = next((i for i in range(len(asked) - 1) if flatten(wanted).endswith(asked[i:])), None)
    return cut is not None and asked[:cut] in titles

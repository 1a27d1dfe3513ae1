"""What is listed under the name that a question gives it: 「重点方向有哪几个」, 「六大方向是怎么表述的」, 「依托哪些区域」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.compose.hits_meant import of_the_asker
from assistant.answer.compose.items import lead_in
from assistant.answer.compose.left_open import share_of
from assistant.answer.compose.place import Place
from assistant.answer.compose.wording import closest, lead, sentence
from assistant.answer.draft import Draft, Said
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Document
from index.clauses.numerals import to_int

NEXT = 4
"""Hits in which the list is looked for."""
_LISTED = re.compile(
    r"([\u4e00-\u9fff]{2,8})(?:都|分别|一共)*(?:有|包括|是)(?:哪几?个|哪[些几]|哪[二三四五六七八九十]个|什么)"
)
_SO_MANY_OF = re.compile(
    r"([三四五六七八九十]|\d{1,2})[大个类项条种](?:方面的)?([\u4e00-\u9fff]{2,10}?)[”」]?(?=[，,]?(?:"
    r"(?:在?(?:文件|计划|方案|意见|原文|文中|文)[里中]?)?)(?:具体|到底)?的?(?:顺序|次序|排序|表述|提法"
    r"|说法)?(?:是|有|都|分别|怎|如何|指|包)|[？?。]|$)"
)
_SO_MANY_ENDING = re.compile(
    r"哪([三四五六七八九])((?![个项种类条大家所座名位])[\u4e00-\u9fff])[啊呀呢]?(?=[？?。，]|$)"
)
_WHICH_OF = re.compile(r"哪(?:些|几个)([\u4e00-\u9fff]{2,6})")
_ANY_NOUN = re.compile(r"企业|项目|单位|部门|人员|材料|条件|情形|政策|措施|支持|内容|方面|要求|证|产业")


def counted_list(flat: str) -> Iterator[re.Pattern[str]]:
    """How a sentence lists as many as are asked for: 「甲、乙、丙等重点方向」, or 「甲中心、乙中心、丙中心」, of three."""
    if counted := _SO_MANY_OF.search(flat):
        more, noun = to_int(counted[1]) - 1, counted[2]
        yield re.compile(rf"(?:[^、。；，]*{noun}[、和]){{{more}}}[^、。；，]*{noun}")
        yield re.compile(rf"(?:{noun}[^、。；，]{{2,8}}[、和]){{{more}}}{noun}[^、。；，]{{2,8}}")
        yield re.compile(
            rf"(?:[^、。；，]*[、和]){{{more}}}[^、。；，]*(?:等[^、。；，]{{0,4}}|{counted[1]}[大个类项条种][^、。；，]{{0,8}}){noun}"
        )
        yield re.compile(rf"(?:[^、。；，]*[、和]){{{more}}}[^、。；，]*等[^、。；，]{{0,4}}{noun[-2:]}")
    if ending := _SO_MANY_ENDING.search(flat):  # 「“四期叠加”是哪四期」
        more = to_int(ending[1]) - 1
        yield re.compile(rf"(?:[^、。；，]{{2,20}}{ending[2]}[、和]){{{more}}}[^、。；，]{{2,20}}{ending[2]}")


def listing(flat: str) -> Iterator[re.Pattern[str]]:
    """How a sentence lists what is asked for by its name, 「甲、乙等重点方向」; nothing where no list is asked for."""
    if asked := _LISTED.search(flat):
        for length in range(len(asked[1]), 3, -1):
            yield re.compile(f"、[^。；]*等{asked[1][-length:]}")
        if not _ANY_NOUN.match(asked[1][-2:]):
            yield re.compile(f"、[^。；]*等(?:重点|主要|优势|特色|新兴)?{asked[1][-2:]}")
    if (which := _WHICH_OF.search(flat)) and not _ANY_NOUN.match(which[1]):
        for length in range(len(which[1]), 1, -1):
            yield re.compile(f"、[^。；，]*等[^，、。；]{{0,4}}{which[1][:length]}")


def as_many(evidence: Evidence) -> Draft | None:
    """The sentence of one of the best hits that lists as many as are asked for."""
    said = [*counted_list(evidence.question.flat)] if evidence.question.detail in (None, "quantity") else []
    found = _in_hits(evidence, said) if said else None
    if found is None:
        return None
    place, (one,) = found
    quote = one.quote(place.document, place.clause)
    text = lead(evidence, place.clause) + sentence(one.text)
    return Draft("answered", (Said(text, (quote,)),), closest=closest(evidence, (quote,)))


def where_listed(
    evidence: Evidence, document: Document, chosen: Sequence[Sentence]
) -> tuple[Place, list[Sentence]] | None:
    """The sentence of one of the best hits that lists just what is asked for, where none that is chosen does, nor is an item
    of a list."""
    said = [*listing(evidence.question.flat)]
    if not said or any(lead_in(document, one) for one in chosen):
        return None
    if any(pattern.search(flatten(one.text)) for pattern in said for one in chosen):
        return None
    elsewhere = _in_hits(evidence, said)
    held = max((share_of(evidence, one) for one in chosen), default=0.0)
    return elsewhere if elsewhere and share_of(evidence, elsewhere[1][0]) >= held - AS_MUCH else None


AS_MUCH = 0.15
"""How much less of the question the sentence that lists may say than the one that is chosen."""


def _in_hits(evidence: Evidence, said: Sequence[re.Pattern[str]]) -> tuple[Place, list[Sentence]] | None:
    for hit in of_the_asker(evidence, list(evidence.hits[:NEXT])):
        for one in sentences(hit.document, hit.clause, hit.start, hit.end):
            if any(pattern.search(flatten(one.text)) for pattern in said):
                return Place(hit.document, hit.clause, hit.start, hit.end, False, 1.0), [one]
    return None

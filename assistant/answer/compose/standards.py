"""A standard is shown with what belongs to it: the other tiers of its row, the parts of a whole."""

from __future__ import annotations

import re

from assistant.answer.compose.holders import Holder
from assistant.answer.sentences import Sentence, own_sentences
from assistant.evidence import Evidence
from assistant.question.details import FIGURE
from assistant.question.understand import flatten
from index.clauses import Document

TIERS = 6
"""Sentences on either side of semicolons that are one standard at most."""
NOTHING = 0.05
"""Share of the question below which a tier says nothing of it."""


def whole_standard(evidence: Evidence, holder: Holder) -> Sentence:
    """The sentence of a holder; with the other tiers where the standard is asked for, or nothing tells which is meant."""
    flat, detail = evidence.question.flat, evidence.question.detail
    standard = detail == "amount" and (_STANDARD.search(flat) or _is_one_tier_of_several(evidence, holder))
    if standard or (detail in _SAID_IN_FIGURES and _OF_BOTH.search(flat)):
        tiers = _with_its_tiers(evidence, holder)
        if tiers != holder.sentence:
            return tiers
    return _with_parts(evidence, holder)


_SAID_IN_FIGURES = frozenset({"amount", "size", "deadline", "quantity", FIGURE})
_OF_BOTH = re.compile(
    r"(?:各自?|分别)[^，。？]{0,4}(?:多少|几|多[大久长])|(?:相?差|差别|差距|区别)[^，。？]{0,2}(?:多少|几|多[大久长])"
)
"""「之前的和之后的，分别加多少」, 「差多少」: both cases are meant."""
_STANDARD = re.compile(r"标准|怎么(?:补|奖|给|算|发|收)|如何(?:补|奖|计|发|收)|分[几哪]")


def _is_one_tier_of_several(evidence: Evidence, holder: Holder) -> bool:
    """「第一层次300万元；第二层次120万元；…」 where nothing in the question tells which tier is meant: it repeats none of what
    the tier says behind its lead-in."""
    own = re.split(r"[：:]", holder.sentence.text)[-1]
    repeats = evidence.coverage(flatten(own).lower(), evidence.question.core_terms)
    told = any(c.isdigit() for c in evidence.question.flat)
    return bool(_TIER_NAMED.search(own)) and repeats < NOTHING and not told


_TIER_NAMED = re.compile(
    r"^(?:第[一二三四五六七八九十]+(?:层次|类|档|级|等)|[A-Fa-f一二三四五六七八九甲乙丙丁][类级档等]|[一二三]等奖|优秀|良好|合格|国家级|省级|市级)"
)


def _with_its_tiers(evidence: Evidence, holder: Holder) -> Sentence:
    """「招用3人以下的…；招用4人以上的…」: the standard is all of it, up to ``TIERS`` sentences on either side of semicolons."""
    document, one = holder.place.document, holder.sentence
    row = _row_of(document, one)
    if one not in row:
        return one
    first = last = row.index(one)
    while first > 0 and row[first - 1].text.endswith(("；", ";")) and _says(evidence, row[first - 1]):
        first -= 1
    while last + 1 < len(row) and row[last].text.endswith(("；", ";")) and _says(evidence, row[last + 1]):
        last += 1
    if last - first >= TIERS:
        return one
    start, end = row[first].start, row[last].end
    return Sentence(start, end, document.quote(start, end))


def _row_of(document: Document, one: Sentence) -> list[Sentence]:
    """The sentences of its entry, the heading aside."""
    entry = document.clause_at(one.start, one.end)
    return [s for s in own_sentences(document, entry) if s.start >= entry.body] if entry else []


def _with_parts(evidence: Evidence, holder: Holder) -> Sentence:
    """「总费率为1%。其中，单位0.5%，个人0.5%」: the parts of the whole come with it."""
    document, one = holder.place.document, holder.sentence
    row = _row_of(document, one)
    behind = row[row.index(one) + 1 :][:1] if one in row else []
    detail = evidence.question.detail or ""
    if not (behind and behind[0].text.startswith("其中") and evidence.question.says(detail, behind[0].text)):
        return one
    return Sentence(one.start, behind[0].end, document.quote(one.start, behind[0].end))


def _says(evidence: Evidence, one: Sentence) -> bool:
    return evidence.question.says(evidence.question.detail or "amount", one.text)

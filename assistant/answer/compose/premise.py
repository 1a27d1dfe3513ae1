"""「试行期是两年对吧」: whether the figure that a question takes for granted is the one that the sentence says."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer.draft import Draft
from assistant.answer.grounding.values import values
from assistant.evidence import Evidence
from assistant.question.claims import CLAIMS, claim_of
from assistant.question.pairs import pairs_of
from assistant.question.understand import flatten

_VERDICT = re.compile(r"^(?:《[^》]+》：?)?(?:是的|不是|没有|一样|不一样)")


def with_verdict(evidence: Evidence, draft: Draft) -> Draft:
    """Yes or no in front, where question and first sentence say one figure each of the same unit; nothing where it says more."""
    if draft.outcome != "answered" or not CLAIMS.search(evidence.question.flat):
        return draft
    first = draft.said[0]
    if _VERDICT.match(first.text) or first.row or not first.quotes:
        return draft
    text = flatten(first.quotes[-1].text)
    if (so := _taken_with_figures(evidence.question.flat, text)) is not None:
        return _opened(draft, so)
    flat = flatten(evidence.question.about)  # without the number of a document
    if evidence.question.detail == "amount":
        flat = _OF_MONEY.sub(r"\g<0>元", flat)
    asked = [v for v in values(flat) if v.kind == "figure"]
    said = [v for v in values(text) if v.kind == "figure" and asked and v.unit == asked[0].unit]
    if len(asked) != 1 or len(said) != 1 or not _of_the_same(evidence, flat, asked[0].start, text):
        return draft
    if _done_otherwise(flat, asked[0].start, text[: said[0].start]):
        return draft
    if _allowed_after(flat, asked[0].end) and _FORBIDDEN.search(text[said[0].end :][:NEXT]):
        return draft  # 「买了3年就能卖」 is no 「3年内不得申请」
    return _opened(draft, asked[0].key == said[0].key)


_OF_MONEY = re.compile(r"\d[\d.]*[万亿](?=[，,？?。吧吗么呢]|对|是|没|$)")
"""「奖50万，对吗」."""
NEXT = 8
_FORBIDDEN = re.compile(r"不得|不予|禁止|不再|不能")


def _allowed_after(asked: str, at: int) -> bool:
    """Behind its figure the question says that something may be done."""
    return bool(re.match(r"(?:之?后|以后|以上)?(?:就|才|便|即|都|也)*(?:可以?|能够?|允许)", asked[at:]))


_DEEDS = "减加扣奖补罚收缴降涨增退返"


def _done_otherwise(asked: str, at: int, before: str) -> bool:
    """「最多能减12分」 is no 「记分满12分」: what is done with the figure stands before it in neither the same words."""
    deed = asked[max(0, at - 1) : at]
    return deed in _DEEDS and deed not in before[-DEED:]


DEED = 10
"""Characters in front of a figure that say what is done with it."""


def _opened(draft: Draft, so: bool) -> Draft:
    first, *rest = draft.said
    return replace(draft, said=(replace(first, text=SO[so] + first.text), *rest))


SO = {True: "是的，文件的表述是：", False: "不是。文件的表述是："}
"""How an answer to a claim begins."""
_FIGURE = re.compile(r"\d[\d.,]*")
_SHORTEST = 12
"""Characters of a claim that can be taken from a text."""


def _taken_with_figures(asked: str, text: str) -> bool | None:
    """A claim that the text makes word for word, whether with the same figures; None where it makes no such claim."""
    claim = claim_of(asked)
    if not _FIGURE.search(claim):
        return None
    said = text.replace("％", "%")
    pieces = claim.split("，")
    for first in range(len(pieces)):  # 「某某办法里，…」 and the like stand in front
        taken = "，".join(pieces[first:])
        if len(taken) < _SHORTEST or not _FIGURE.search(taken):
            return None
        found = re.search(r"\d[\d.,]*".join(map(re.escape, _FIGURE.split(taken))), said)
        if found:
            return found.group() == taken
    return None


_BEFORE_A_FIGURE = re.compile(
    r"(?:是不是|是|为|有|要|得|按|满|能|可以|最[高多低少长短]|至少|不超过|达到?|到|给|奖|补)+$"
)


def _of_the_same(evidence: Evidence, asked: str, at: int, text: str) -> bool:
    """What stands before the question's figure, 「试行期」, or what the sum is asked of, is in the sentence too."""
    before = _BEFORE_A_FIGURE.sub("", asked[:at])[-4:]
    return any(pair in text for pair in (*pairs_of(before), *evidence.question.priced))

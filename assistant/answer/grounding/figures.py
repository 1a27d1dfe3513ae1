"""Figures and dates: each must stand in the clause, bound in the same direction, with the words that it qualifies."""

from __future__ import annotations

import re

from assistant.answer.grounding.near import misplaced
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import sentence_around
from assistant.answer.grounding.values import Value, values

_TIME = frozenset({"年", "个月", "天", "工作日", "周", "小时", "分钟"})
_UP, _DOWN = frozenset({"≥"}), frozenset({"≤"})


def figures(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words; values that the clause's headings hold count as the clause's."""
    text = source.whole
    known = values(text) + tuple(v for v in values(source.names) if v.kind == "date")
    faults = []
    for claim in values(sentence):
        own = [v for v in known if _same(claim, v)]
        if not own:
            if not _elsewhere(claim, sentence, source) and not _counts(claim, sentence):
                faults.append(f"没有“{sentence[claim.start : claim.end]}”")
        elif claim.kind == "figure" and not any(_bound(claim, v, sentence, text) for v in own):
            faults.append(f"“{sentence[claim.start : claim.end]}”的范围不同")
        elif claim.kind == "date" and {claim.bound, *(v.bound for v in own)} == {"≤", "≥"}:
            faults.append(f"“{sentence[claim.start : claim.end]}”前后不同")
        elif _strays(sentence, claim, text):
            faults.append(f"“{sentence[claim.start : claim.end]}”不在所说之处")
    return faults


def _same(claim: Value, other: Value) -> bool:
    """Equal; a date may be named less exactly than the clause does."""
    if claim.kind != other.kind:
        return False
    if claim.kind == "date":
        return all(a is None or a == b for a, b in zip(claim.key, other.key, strict=True)) or _yearless(
            claim, other
        )
    if "?" in (claim.unit, other.unit):
        return claim.key == other.key or claim.key[0] in other.key
    return claim.key == other.key and (claim.unit == other.unit or "" in (claim.unit, other.unit))


def _yearless(claim: Value, other: Value) -> bool:
    """「2022年…、8月底前」 said as 「2022年8月底前」."""
    return other.key[0] is None and other.key[1] is not None and claim.key[1:] == other.key[1:]


def _elsewhere(claim: Value, sentence: str, source: Source) -> bool:
    """A figure without unit that stands in a name of the clause: 「50强」, 「二十大」, its number or place."""
    words = sentence[claim.start : claim.end]
    if claim.unit in ("?", "") or claim.kind == "date":
        near = sentence[claim.start : claim.end + 1]
        return (
            near in source.whole
            or near in source.names
            or (words.isdigit() and any(words in place for place in source.locators))
        )
    return bool(re.search(rf"(?<!\d){re.escape(words)}", source.whole)) and not words[0].isdigit()


def _counts(claim: Value, sentence: str) -> bool:
    """「两类：甲和乙」: the sentence counts what it lists."""
    if claim.unit != "个" or claim.key[0] != claim.key[1]:
        return False
    listed = re.split(r"[。；]", sentence[claim.end :])[0]
    return len([m for m in re.split(r"[、，：和及]|以及", listed) if m.strip()]) == claim.key[0]


def _bound(claim: Value, own: Value, sentence: str, text: str) -> bool:
    """最高50万元 is neither 50万元 nor at least 50万元."""
    if claim.key == (1, 1) or claim.bound == own.bound or "≈" in (claim.bound, own.bound):
        return True
    if {claim.bound, own.bound} <= {"=", "weak"} or {claim.bound, own.bound} == {"≥", "weak"}:
        return True
    if {claim.bound, own.bound} == {"≥", "≤"}:
        return False
    explicit = claim.bound if claim.bound in _UP | _DOWN else own.bound
    around = sentence if claim.bound in ("=", "weak") else text[slice(*sentence_around(text, own.start))]
    limit = explicit == "≤" and claim.unit in _TIME and bool(re.search(r"时限|期限|限期|有效期", around))
    return limit or any(v.bound == explicit for v in values(around)) or _says(around, explicit)


def _says(text: str, bound: str) -> bool:
    words = (
        r"以上|至少|不低于|不少于|超过"
        if bound == "≥"
        else r"最高|最长|最多|至多|不超过|不得超过|不能超过|以内|内|上限"
    )
    return bool(re.search(words, text))


def _strays(sentence: str, claim: Value, text: str) -> bool:
    here = [v for v in values(text) if _same(claim, v)]
    beside = [v for v in values(sentence) if claim.rival(v)]
    rivals = [v for v in values(text) if claim.rival(v) and not _same(claim, v)]
    return bool(here and rivals) and misplaced(sentence, claim, beside, text, here, rivals)

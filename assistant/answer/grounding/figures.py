"""Figures and dates: each must stand in the clause, bound in the same direction, with the words that it qualifies."""

from __future__ import annotations

import re

from assistant.answer.grounding.aligned import stands_with
from assistant.answer.grounding.contrast import turned
from assistant.answer.grounding.counted import lengths_of
from assistant.answer.grounding.near import misplaced
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import sentence_around, span_around
from assistant.answer.grounding.values import NUMERALS, TIME, Value, spread, values

_LIMIT = re.compile(r"时限|期限|限期|有效期")
_ONCE = re.compile(r"一个?[年月周天日](?=[只最可能至限共累])")
_UP, _DOWN = frozenset({"≥"}), frozenset({"≤"})


def figures(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words; values that the clause's headings hold count as the clause's."""
    text = source.whole
    here = spread(text)
    known = here + tuple(v for v in values(source.names) if v.kind == "date")
    faults = []
    for claim in values(sentence):
        own = [v for v in known if _same(claim, v)]
        if not own:
            each = claim.unit.startswith("每")
            if _is_each(claim, sentence) and any(v.unit == f"每{claim.unit}" for v in here):
                continue
            if each and _apiece(claim, text, here):
                continue
            if each or not (_elsewhere(claim, sentence, source) or _counts(claim, sentence, text)):
                faults.append(f"没有“{sentence[claim.start : claim.end]}”")
        elif not (held := [v for v in own if _agrees(claim, v, sentence, text)]):
            what = "范围不同" if claim.kind == "figure" else "前后不同"
            faults.append(f"“{sentence[claim.start : claim.end]}”{what}")
        elif (places := [v for v in held if v in here]) and (
            _apart(sentence, claim, text, places) or _other_case(sentence, claim, text, places)
        ):
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


def _apiece(claim: Value, text: str, here: tuple[Value, ...]) -> bool:
    """「每户」 of whom the clause speaks one by one, 「每月」 of what it calls 月补贴 or has paid 按月."""
    unit = {"每天": "[日天]", "每个月": "月"}.get(claim.unit, re.escape(claim.unit[1:]))
    of_time = claim.unit[1:] in TIME
    if of_time:
        return claim.key[0] == claim.key[1] == 1 and bool(
            re.search(rf"(?<![\d{NUMERALS}个])(?:{unit})", text)
        )
    return not any(v.unit.startswith("每") and v.unit[1:] not in TIME for v in here)


def _is_each(claim: Value, sentence: str) -> bool:
    """「一人一年只能推荐一项」."""
    return claim.unit in TIME and bool(_ONCE.match(sentence, claim.start))


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
    return bool(re.search(rf"(?<![\d{NUMERALS}]){re.escape(words)}", source.whole)) and not words[0].isdigit()


def _counts(claim: Value, sentence: str, text: str) -> bool:
    """「两类：甲和乙」, 「甲和乙两类」: the sentence counts what it lists, or what the clause numbers."""
    if claim.unit != "个" or claim.bound != "=" or claim.key[0] != claim.key[1]:
        return False
    if claim.key[0] in lengths_of(text):
        return True
    behind = re.split(r"[。；]", sentence[claim.end :])[0]
    before = re.split(r"[，。；：]", sentence[: claim.start])[-1]
    return any(
        len([m for m in re.split(r"[、，：和及]|以及", listed) if m.strip()]) == claim.key[0]
        for listed in (behind, before)
    )


def _agrees(claim: Value, own: Value, sentence: str, text: str) -> bool:
    """The comparator belongs to the figure: 2年内 is not held by 2年后."""
    if claim.kind == "date":
        return {claim.bound, own.bound} != {"≤", "≥"}
    return claim.agrees(own) and _bound(claim, own, sentence, text)


def _bound(claim: Value, own: Value, sentence: str, text: str) -> bool:
    """最高50万元 is neither 50万元 nor at least 50万元."""
    if claim.bound == own.bound or "≈" in (claim.bound, own.bound):
        return True
    if {claim.bound, own.bound} <= {"=", "weak"} or {claim.bound, own.bound} == {"≥", "weak"}:
        return True
    if {claim.bound, own.bound} == {"≥", "≤"}:
        return False
    if claim.bound == "≥" and own.side == "前" and "提前" in sentence:
        return True  # 「至少提前15日」 is 15日以前
    explicit = claim.bound if claim.bound in _UP | _DOWN else own.bound
    around = sentence if claim.bound in ("=", "weak") else text[slice(*sentence_around(text, own.start))]
    within = own.side == "内" and not claim.side
    limit = explicit == "≤" and claim.unit in TIME and (within or bool(_LIMIT.search(around)))
    return limit or any(v.bound == explicit for v in values(around)) or _says(around, explicit)


def _says(text: str, bound: str) -> bool:
    words = (
        r"以上|至少|不低于|不少于|超过"
        if bound == "≥"
        else r"最高|最长|最多|至多|不超过|不得超过|不能超过|以内|之内|[日天月年时周期]内|上限|限额|封顶"
    )
    return bool(re.search(words, text))


def _apart(sentence: str, claim: Value, text: str, held: list[Value]) -> bool:
    with_its_own = stands_with(sentence, claim, text)
    return not with_its_own if with_its_own is not None else _strays(sentence, claim, text, held)


def _strays(sentence: str, claim: Value, text: str, held: list[Value]) -> bool:
    """``held``: where the clause has the value as it is claimed; the same with another comparator is a rival."""
    beside = [v for v in values(sentence) if claim.rival(v) or (v != claim and _same(claim, v))]
    spans = {(v.start, v.end) for v in held}
    rivals = [
        v
        for v in values(text)
        if not any(a <= v.start and v.end <= b for a, b in spans) and (claim.rival(v) or _same(claim, v))
    ]
    if not rivals:
        return False
    if misplaced(sentence, claim, beside, text, held, rivals):
        return True
    return any(_exchanged(sentence, claim, other, beside, text, held) for other in beside)


def _exchanged(
    sentence: str, claim: Value, other: Value, beside: list[Value], text: str, held: list[Value]
) -> bool:
    """Two values of the sentence that stand each at the other's place: little is enough where it shows on both."""
    theirs = [v for v in values(text) if _same(other, v)]
    if not theirs or any(v in theirs for v in held):
        return False
    others = [claim, *(v for v in beside if v != other)]
    return misplaced(sentence, claim, beside, text, held, theirs, margin=1) and misplaced(
        sentence, other, others, text, theirs, held, margin=1
    )


def _other_case(sentence: str, claim: Value, text: str, held: list[Value]) -> bool:
    """「有争议金额的，每件500元」 where the clause says it of those without: the part before the figure's is another case."""
    said = _before(sentence, claim.start)
    cases = [_before(text, v.start) for v in held]
    return bool(said) and all(bool(case) and turned(said, case, case) for case in cases)


def _before(text: str, at: int) -> str:
    begin, _ = span_around(text, at)
    if begin < 2 or text[begin - 1] not in "，：":
        return ""
    start, end = span_around(text, begin - 2)
    return text[start:end]

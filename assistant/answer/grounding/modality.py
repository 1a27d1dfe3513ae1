"""应当, 可以, 不得, 鼓励, 不: what a sentence makes of a predicate, the clause must make of the same predicate.

An operator governs what follows it. The words that it governs are looked up in the clause, at the place that shares most
with the sentence, and the operators there are compared; what the clause denies or forbids may not be said plainly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.answer.grounding.operators import DENIED, SOFT, Operator, denials, limits, operators
from assistant.answer.grounding.places import STOPS, best_window, governed, is_whole, places_of
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs, sentence_around, sentences, span_around

_WEAK = frozenset({"要", "需", "需要", "能", "可", "能够", "不会"})
_FITS: dict[str, frozenset[str]] = {
    "must": frozenset({"must", "plain", "only"}),
    "only": frozenset({"only", "plain", "must"}),
    "may": frozenset({"may", "plain", "urge"}),
    "ban": frozenset({"ban", "not"}),
    "not": frozenset({"ban", "not", "free"}),
    "free": frozenset({"free", "not"}),
    "urge": frozenset({"urge"}),
}
"""What the sentence says → what the clause may say."""
_FINES = re.compile(r"并?处(?!理|置|分)|罚款")
_BEFORE_DOER = frozenset({"鼓励", "倡导", "提倡", "禁止", "严禁", "允许", "不允许", "准予"})
"""Who does it stands behind them."""
_FREELY = re.compile(r"自行|自愿|自主|酌情|自由")
_CHOICE = re.compile(r"自行|自愿|自主|自由|选择|酌情|(?<![许认不])可(?!持续|靠|行性|再生)")
_EITHER = re.compile(r"(?:由|向|经|通过|在)[^，。；]{2,}或")
_PARTY = re.compile(r"[人者位门构关府会业司行校院户工员心局厅委体方]$")
"""Who may be under a duty."""
_OF_WHOM, _TAIL = re.compile(r"再?[向对从给把将在]"), 6
_REACH, _DUTY, _SHORT = 34, 4, 3


def modality(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    text = source.text
    faults = []
    for one in operators(sentence):
        if (one.kind in DENIED and limits(sentence, one)) or _asked(sentence, one):
            continue
        phrase = governed(sentence, one)
        if one.word == "准予" and _is_case(sentence, one.start) and one.word in text:
            continue  # 「准予办园许可的，…」
        if one.kind in DENIED and len(pairs(phrase)) < 2 and not is_whole(phrase, text):
            continue
        found = places_of(sentence, one.start, phrase, text, 0.3 if one.kind in DENIED else 0.15)
        if one.kind in ("must", "ban") and not found and _foreign(phrase, source.whole):
            faults.append(f"没有“{one.word}{phrase[:8]}”")
        if one.kind == "may" and (freely := _FREELY.match(sentence, one.end)) and not _free(freely, text):
            faults.append(f"没有“{freely.group()}”")
        held = not found or _denied_too(sentence, one, phrase, text) or _denied_of_that(sentence, one, text)
        if not (held or any(_agrees(sentence, one, phrase, text, place) for place in found)):
            faults.append(f"“{one.word}{phrase[:8]}”与条款不符")
        elif found and one.kind in ("must", "may", "ban") and _of_another(sentence, one, text, found):
            faults.append(f"“{one.word}{phrase[:8]}”说的是别人")
    return [*faults, *_denied_there(sentence, text), *_denied_there(sentence, source.above)]


def _denied_there(sentence: str, text: str) -> Iterator[str]:
    for one in denials(text):
        if not _either(text, one) and _said_plainly(sentence, one, text):
            yield f"条款说“{one.word}{governed(text, one)[:8]}”"


def _denied_of_that(sentence: str, one: Operator, text: str) -> bool:
    """「不能向项目收其他费用」 for 「禁止收取其他费用」: between the denial and its verb stands of whom it is said."""
    _, end = span_around(sentence, one.start)
    what = sentence[one.end : end]
    if one.kind != "ban" or not _OF_WHOM.match(what):
        return False
    return any(
        o.kind == "ban" and what[-_TAIL:] in text[o.end : span_around(text, o.start)[1]]
        for o in denials(text)
    )


def _agrees(sentence: str, one: Operator, phrase: str, text: str, place: tuple[int, int]) -> bool:
    """The operators of this place of the clause bear the sentence's."""
    begin, end = place
    there = _there(text, begin, end + (9 if one.word in _BEFORE_DOER else 0))
    own = operators(phrase)
    kinds = {o.kind for o in own}
    if kinds & there and not (there - kinds and all(o.word in STOPS for o in own)):
        return True  # 「须为非本市户籍」: what it governs has its own
    if one.kind == "may" and "only" in there:  # 「只能选一档」 lets one choose it, and do nothing else
        return text.startswith(phrase[:2], begin)
    if one.kind == "may" and there == {"plain"} and _FINES.match(phrase):
        return False  # 「处以罚款」 leaves no choice
    if one.kind == "may" and there == {"must"} and _one_of_two(sentence, one, text, begin):
        return True
    return _fits(one, there, text, begin)


def _one_of_two(sentence: str, one: Operator, text: str, begin: int) -> bool:
    """「由本人或者委托他人领取」: each of them may."""
    here, there = (t[slice(*span_around(t, at))] for t, at in ((sentence, one.start), (text, begin)))
    return bool(_EITHER.search(there)) and "或" not in here


def _free(freely: re.Match[str], text: str) -> bool:
    """A choice that the clause leaves: it says so, or, where it is worded most like the sentence, that one may."""
    said = pairs(freely.string)
    best = max((text[a:b] for a, b in sentences(text)), key=lambda s: len(said & pairs(s)), default="")
    return freely.group() in text or bool(_CHOICE.search(best))


def _asked(sentence: str, one: Operator) -> bool:
    """「决定是否准予贷款」, 「不得宣称能治病」: neither is said."""
    before = sentence[max(0, one.start - 2) : one.start]
    return before in ("是否", "能否", "可否", "应否") or before[-1:] in ("说", "称")


def _foreign(phrase: str, text: str) -> bool:
    """A duty of which the clause has next to no word."""
    wanted = pairs(phrase)
    if len(wanted) == 3 and not wanted & pairs(text):
        return True
    return len(wanted) >= _DUTY and len(wanted & pairs(text)) < 0.34 * len(wanted)


def _denied_too(sentence: str, one: Operator, phrase: str, text: str) -> bool:
    """Is the predicate denied in the clause in some part that says other words of the sentence as well?"""
    if len(one.word) > 1 and one.word + phrase[:1] in text and 0 < len(phrase) <= _SHORT:  # 暂停缴费
        return True
    if sentence[max(0, one.start - 1) : one.end + 2] in text and len(phrase) > 1 and one.word == "不":
        return True  # 「拒不改正」
    wanted, said = pairs(phrase), pairs(sentence)
    heads = [phrase[i : i + 2] for i in range(len(phrase)) if phrase[i : i + 2] in wanted][:1]
    return one.kind in DENIED and any(
        other.kind in DENIED & _FITS[one.kind]
        and (governed(text, other).startswith(head) or _condition(sentence, one, wanted, text, other))
        and len(said & pairs(text[slice(*span_around(text, other.start))])) >= 4
        for head in heads
        for other in operators(text)
    )


def _condition(sentence: str, one: Operator, wanted: frozenset[str], text: str, other: Operator) -> bool:
    """「单位没有申请的」: a case is denied as a whole, however far its verb stands behind the denial."""
    _, end = span_around(sentence, one.start)
    _, close = span_around(text, other.start)
    held = pairs(text[other.end : close])
    return (
        sentence[end - 1] in "的时" and text[close - 1] in "的时" and len(wanted & held) >= 0.8 * len(wanted)
    )


def _of_another(sentence: str, one: Operator, text: str, found: list[tuple[int, int]]) -> bool:
    """「地方银行应当设立…」 where the clause says it of the state's banks, and of the local ones something else."""
    subject = _subject(sentence, one)
    if not _PARTY.search(sentence[: one.start]) or len(subject) < 3 or len(found) != 1:
        return False
    begin, _ = found[0]
    there = [o for o in operators(text) if o.kind == one.kind and o.end <= begin + 2 and begin - o.end <= 12]
    theirs = _subject(text, there[-1]) if there else frozenset()
    if len(theirs) < 3 or subject & theirs:
        return False
    return any(
        len(_subject(text, o) & subject) >= 0.6 * len(subject) for o in operators(text) if o != there[-1]
    )


def _subject(text: str, one: Operator) -> frozenset[str]:
    """Pairs of what stands before the operator in its part of the sentence."""
    return pairs(text[max(span_around(text, one.start)[0], one.start - 14) : one.start])


def _there(text: str, begin: int, end: int) -> frozenset[str]:
    """The kinds of operator that hold at a place: the last one before it in its sentence, and those inside."""
    start, _ = sentence_around(text, min(begin, len(text) - 1))
    held = [o for o in operators(text) if not limits(text, o)]
    before = [o for o in held if start <= o.start < begin and o.end <= begin + 1]
    near = [o for o in before if _reaches(text, o, begin)]
    inside = [o for o in held if begin - 1 <= o.start < end - 2]
    beside = [a for a, b in pairwise(before) if b in near[-1:] and a.end == b.start]  # 「应当允许」: both
    return frozenset(o.kind for o in beside + near[-1:] + inside) or frozenset({"plain"})


def _reaches(text: str, one: Operator, at: int) -> bool:
    """不 and 未 govern the next words only, up to a 的, 者 or 后."""
    if one.kind == "urge":  # 「鼓励有条件的市县对…分别组织开展抽奖」: to the end of the sentence
        return True
    between = text[one.end : max(one.end, at)]
    if one.kind not in ("not", "free"):
        reach = _REACH if "，" in between or one.kind == "ban" else 2 * _REACH
        if one.kind == "ban" and re.match(r".{1,6}的(?!，)", text[one.end : at]):
            return False  # 「生活不能自理的老年人」
        return at - one.end <= reach and not (one.kind == "ban" and re.search("[的时]，", between))
    return len(between) <= 10 and not re.search(r"[，的后时]|.{3}(?<!所)在|(?<!或)者|之日", between)


def _fits(one: Operator, there: frozenset[str], text: str, begin: int) -> bool:
    allowed = _FITS[one.kind]
    if one.kind in DENIED:
        near = {
            o.kind
            for o in operators(text)
            if o.end <= begin + 4 and _reaches(text, o, begin) and begin - o.end <= 10
        }
        return bool(allowed & (there | near))
    if allowed & there:
        return True
    if one.word in _WEAK and there & {"must", "may", "urge", "plain"}:
        return not (one.kind == "may" and there == {"must"})
    if one.kind == "may":
        return bool(SOFT.search(text[max(0, begin - 6) : begin]))
    return one.kind == "urge" and bool(SOFT.search(text[max(0, begin - 12) : begin + 4]))


def _said_plainly(sentence: str, denied: Operator, text: str) -> bool:
    """The sentence says without denial what the clause denies, and says it of this place rather than of another."""
    head = governed(text, denied)[:8]
    wanted = pairs(head)
    begin, share = best_window(head, sentence)
    if not wanted or share < 0.66:
        return False
    part, end = span_around(sentence, begin)
    if _is_case(text, denied.start) and not _is_case(sentence, begin):
        return False
    if any(_alike(head, governed(sentence, o)) for o in operators(sentence) if o.kind in DENIED):
        return False
    if re.search(r"除外|例外|不包括|不含", sentence[part:end]):
        return False
    if any(o.kind in DENIED for o in operators(sentence) if part <= o.start < end):
        return False
    if any(_denies_it(sentence, o, text, denied) for o in denials(sentence)):
        return False
    return _closest_is(denied, head, sentence, begin, text)


def _denies_it(sentence: str, one: Operator, text: str, denied: Operator) -> bool:
    """「与企业订立合同的，企业不能收取…」 for 「不得向与其订立合同的收取…」."""
    said = pairs(sentence[one.end : span_around(sentence, one.start)[1]])
    theirs = pairs(text[denied.end : span_around(text, denied.start)[1]])
    return len(said) >= 2 and len(said & theirs) >= 0.8 * len(said)


def _is_case(text: str, at: int) -> bool:
    """「逾期未领取的，…」."""
    _, end = span_around(text, at)
    return text[end - 1 : end] in ("的", "时") and text[end : end + 1] == "，"


def _either(text: str, one: Operator) -> bool:
    """「批准或者不批准」: both are said."""
    return bool(re.search(r"或者?$", text[max(0, one.start - 2) : one.start]))


def _closest_is(denied: Operator, phrase: str, sentence: str, begin: int, text: str) -> bool:
    """Of the places where the clause says the phrase, is the one whose surroundings are most like the sentence's the denied
    one?"""
    wanted = pairs(phrase)
    around = pairs(sentence[slice(*span_around(sentence, begin))])
    scores: dict[bool, float] = {True: 0.0, False: 0.0}
    first = next(phrase[i : i + 2] for i in range(len(phrase)) if phrase[i : i + 2] in wanted)
    for match in re.finditer(re.escape(first), text):
        at = match.start()
        share = len(wanted & pairs(text[at : at + len(phrase) + 3])) / len(wanted)
        if share >= 0.6:
            context = pairs(text[slice(*span_around(text, at))])
            score = min(share, 0.8) + 2 * len(around & context) / max(len(around), 1)
            here = _denied_at(text, at, denied)
            scores[here] = max(scores[here], score)
    return scores[True] > scores[False]


def _alike(phrase: str, other: str) -> bool:
    return len(pairs(phrase) & pairs(other)) >= 0.6 * len(pairs(phrase))


def _denied_at(text: str, at: int, denied: Operator) -> bool:
    return -2 <= at - denied.end <= 10 and span_around(text, denied.start) == span_around(text, at)

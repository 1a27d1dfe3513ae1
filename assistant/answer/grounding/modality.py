"""应当, 可以, 不得, 鼓励, 不: what a sentence makes of a predicate, the clause must make of the same predicate.

An operator governs what follows it. The words that it governs are looked up in the clause, at the place that shares most
with the sentence, and the operators there are compared; what the clause denies or forbids may not be said plainly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.answer.grounding.operators import DENIED, SOFT, Operator, denials, limits, operators
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs, sentence_around, sentences, span_around

_NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万]")
_WEAK = frozenset({"要", "需", "需要", "能", "可", "能够", "不会"})
_FITS: dict[str, frozenset[str]] = {
    "must": frozenset({"must", "plain"}),
    "may": frozenset({"may", "plain", "urge"}),
    "ban": frozenset({"ban", "not"}),
    "not": frozenset({"ban", "not", "free"}),
    "free": frozenset({"free", "not"}),
    "urge": frozenset({"urge"}),
}
"""What the sentence says → what the clause may say."""
_BEFORE_DOER = frozenset({"鼓励", "倡导", "提倡", "禁止", "严禁", "允许", "不允许", "准予"})
"""Who does it stands behind them."""
_FREELY = re.compile(r"自行|自愿|自主|酌情|自由")
_CHOICE = re.compile(r"自行|自愿|自主|自由|选择|酌情|(?<![许认不])可(?!持续|靠|行性|再生)")
_EXCEPTION = re.compile(r"（不含(?P<inner>[^（）]{2,30})）|[（，](?P<outer>[^（），。；]{2,20})除外[）。]")
_EXCEPTS = re.compile(r"除|不含|不包括|例外|另行|之外|以外")
_PARTY = re.compile(r"[人者位门构关府会业司行校院户工员心局厅委体方]$")
"""Who may be under a duty."""
_REACH, _WORDS, _DUTY, _SHORT = 34, 12, 4, 3


def modality(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    text = source.text
    faults = []
    for one in operators(sentence):
        if (one.kind in DENIED and limits(sentence, one)) or _asked(sentence, one):
            continue
        phrase = _governed(sentence, one)
        if one.kind in DENIED and len(pairs(phrase)) < 2 and not _whole(phrase, text):
            continue
        found = places_of(sentence, one.start, phrase, text, 0.3 if one.kind in DENIED else 0.15)
        if one.kind in ("must", "ban") and not found and _foreign(phrase, source.whole):
            faults.append(f"没有“{one.word}{phrase[:8]}”")
        if one.kind == "may" and (freely := _FREELY.match(sentence, one.end)) and not _free(freely, text):
            faults.append(f"没有“{freely.group()}”")
        held = not found or _denied_too(sentence, one, phrase, text)
        if not held and not any(
            _fits(one, _there(text, begin, end + (9 if one.word in _BEFORE_DOER else 0)), text, begin)
            for begin, end in found
        ):
            faults.append(f"“{one.word}{phrase[:8]}”与条款不符")
        elif found and one.kind in ("must", "may", "ban") and _of_another(sentence, one, text, found):
            faults.append(f"“{one.word}{phrase[:8]}”说的是别人")
    faults += _excepted(sentence, text)
    for one in denials(text):
        if not _either(text, one) and _said_plainly(sentence, one, text):
            faults.append(f"条款说“{one.word}{_governed(text, one)[:8]}”")
    return faults


def _free(freely: re.Match[str], text: str) -> bool:
    """A choice that the clause leaves: it says so, or, where it is worded most like the sentence, that one may."""
    said = pairs(freely.string)
    best = max((text[a:b] for a, b in sentences(text)), key=lambda s: len(said & pairs(s)), default="")
    return freely.group() in text or bool(_CHOICE.search(best))


def _excepted(sentence: str, text: str) -> Iterator[str]:
    """What the clause has a word of only where it excepts it, and the sentence speaks of as of the others;
    a denial of a case, as 「未提出解约的」, is none of it."""
    said = [sentence[o.end : span_around(sentence, o.start)[1]] for o in denials(sentence)]
    if _EXCEPTS.search(sentence) or not all("的" in one or one.endswith("时") for one in said):
        return
    for match in _EXCEPTION.finditer(text):
        for one in re.split(r"[、和及]|或者?", match.group("inner") or match.group("outer")):
            if len(one) >= 2 and one in sentence and text.count(one) == 1:
                yield f"条款把“{one}”除外"


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
    wanted, said = pairs(phrase), pairs(sentence)
    heads = [phrase[i : i + 2] for i in range(len(phrase)) if phrase[i : i + 2] in wanted][:1]
    return one.kind in DENIED and any(
        other.kind in DENIED & _FITS[one.kind]
        and (_governed(text, other).startswith(head) or _condition(sentence, one, wanted, text, other))
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


def _whole(word: str, text: str) -> bool:
    """A predicate of one word, such as 废止, stands at the end of a part of the clause as well."""
    return bool(re.search(rf"{re.escape(word.rstrip('的'))}(?:[，。；：）]|$)", text))


def _governed(text: str, one: Operator) -> str:
    """The words behind the operator, up to the end of its part or the next one."""
    _, end = span_around(text, one.end) if one.end < len(text) else (0, one.end)
    following = [o.start for o in operators(text) if one.end <= o.start < end and o.start - one.end >= 2]
    if one.kind in DENIED and (case := re.search(r"(?<!目)的(?!确)", text[one.end : end])):
        end = one.end + case.start()  # 「逾期不改的吊销许可证」: the denial ends there
    return re.sub(
        r"^(?:再|另行|擅自|及时|立即|依法|按照?规定|予以|进行|会|适当|优先|先)+",
        "",
        text[one.end : max(one.end, min([end, *following]))],
    )[:_WORDS]


def places_of(sentence: str, at: int, phrase: str, text: str, within: float = 0.15) -> list[tuple[int, int]]:
    """Where the clause says these words: the places that share most with the phrase, and then with its part of the sentence."""
    wanted = frozenset(pair for pair in pairs(phrase) if not _NUMERAL.search(pair))
    if not wanted:
        return []
    head = next(phrase[i : i + 2] for i in range(len(phrase)) if phrase[i : i + 2] in wanted)
    around = pairs(sentence[slice(*sentence_around(sentence, at))])
    scored: list[tuple[float, int, int]] = []
    seen: set[int] = set()
    for pair in wanted:
        offset = phrase.find(pair)
        at = text.find(pair)
        while at >= 0:
            begin = max(0, at - offset)
            if begin not in seen:
                seen.add(begin)
                window = text[begin : begin + len(phrase) + 4]
                share = len(wanted & pairs(window)) / len(wanted)
                context = pairs(text[slice(*sentence_around(text, at))])
                first = min((window.find(p) for p in wanted if p in window), default=0)
                scored.append(
                    (
                        2 * share
                        + len(around & context) / max(len(around), 1)
                        + 0.5 * (head in window)
                        + 0.3 * window.startswith(phrase[:5]),
                        begin + first,
                        begin + len(phrase),
                    )
                )
            at = text.find(pair, at + 1)
    if any(text.startswith(head, begin) for _, begin, _ in scored):
        scored = [one for one in scored if text.startswith(head, one[1])]
    best = max(scored, default=None)
    if best is None or best[0] < 0.9:
        return []
    return [(begin, end) for score, begin, end in scored if score >= best[0] - within]


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
        return at - one.end <= _REACH and not (one.kind == "ban" and re.search("[的时]，", between))
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
    head = _governed(text, denied)[:8]
    wanted = pairs(head)
    begin, share = _best_window(head, sentence)
    if not wanted or share < 0.66:
        return False
    part, end = span_around(sentence, begin)
    if any(_alike(head, _governed(sentence, o)) for o in operators(sentence) if o.kind in DENIED):
        return False
    if re.search(r"除外|例外|不包括|不含", sentence[part:end]):
        return False
    if any(o.kind in DENIED for o in operators(sentence) if part <= o.start < end):
        return False
    return _closest_is(denied, head, sentence, begin, text)


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


def _best_window(phrase: str, sentence: str) -> tuple[int, float]:
    """(where the sentence says most of the phrase, share of it said there)."""
    wanted = pairs(phrase)
    best = (0, 0.0)
    head = next((phrase[i : i + 2] for i in range(len(phrase)) if phrase[i : i + 2] in wanted), None)
    for match in re.finditer(re.escape(head), sentence) if head else ():
        window = sentence[match.start() : match.start() + len(phrase) + 4]
        share = len(wanted & pairs(window)) / len(wanted)
        best = (match.start(), share) if share >= best[1] else best
    return best


def _denied_at(text: str, at: int, denied: Operator) -> bool:
    return -2 <= at - denied.end <= 10 and span_around(text, denied.start) == span_around(text, at)

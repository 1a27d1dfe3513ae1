"""A part of a sentence laid beside the part of the clause that is worded most like it: what differs must not turn its meaning.

Where both run alike and differ in a word, that word is the claim. It turns the meaning where it is the other end of a scale
(高 for 低, 分管 for 主要, 省级 for 国家级), a denial more or less, the other party (被特许人 for 特许人), or what the clause says
in another place of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from assistant.answer.grounding.changes import ANCHOR, TOWARDS, WORD, Change, differences
from assistant.answer.grounding.operators import SOFT, Operator, denials, kind_of
from assistant.answer.grounding.scales import ends
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs, segments
from assistant.answer.grounding.values import NUMERALS, values

_PREFIX = re.compile(
    r"被(?=[\u4e00-\u9fff]{1,6}[人者方])|(?<![除并莫])非(?!常|凡|但|因)|(?<![解免扣消删清废拆排])除(?!外|了|非|去)|[以之]外"
)
"""What turns the word that stands with it into its counterpart."""
_NAME_OF_PARTY = re.compile(r"..[人者方]|.{0,2}")
_BESIDES = re.compile(r"除.+外$|除.+外，?[还也另]")
_NEGATES = frozenset({"不", "不得", "不能", "不准"})
_NUMERALS = frozenset(NUMERALS)
_OPPOSED = ({"must", "may"}, {"must", "urge"}, {"must", "ban"}, {"may", "ban"}, {"must", "free"})
_WORDLESS = re.compile(
    r"(?:计算|[其该此本这那各的了在对将为是由把与和及或等也均都并以所按照应须要可会能予给进行作出可以应当需要必须有关相关规定])*"
)
_BOUND = re.compile(r"(?:不[得能]?|最)?(?:超过|低于|少于|高于|多于|[高低多少])[为是]?|至[多少][为是]?")
"""What bounds a figure, and is compared with it."""
_OF_ONE_KIND = (
    re.compile(r"享受|提供|给予|获得|取得|发放|领取|发给|拿到|得到|支付|补助|奖励|缴纳|交纳|收取|享有"),
    re.compile(r"符合|遵守|遵循|遵照|满足|按照|执行"),
)
"""What one gives another gets: both are said of the same; and what one does with a rule."""
_LEAST, _LONG, _SHARED, _NEAREST = 6, 10, 0.62, 4
"""Characters of a part that is compared; of one that is not often said twice; the share of it that the clause's part must
hold; how many parts are tried."""


def contrast(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    faults, before = [], ""
    for begin, end in segments(sentence):
        part = sentence[begin:end]
        if len(part) >= _LEAST and (
            found := _against(part, source.text, sentence) or _of_case(before, part, source.text)
        ):
            faults.append(found)
        before = part if sentence[end : end + 1] == "，" else ""
    return faults


def _of_case(before: str, part: str, text: str) -> str:
    """「不符合目录的，可继续使用」 where the clause says the second of what does: of another case."""
    if len(before) < _LEAST:
        return ""
    nearest = _nearest(part, text)
    places = [p for p, other in _neighbours(text) if other in nearest and _is_said(part, other)]
    cases = [_compared(before, previous, previous) for previous in places]
    return cases[0][1] if cases and all(case and case[1] for case in cases) and cases[0] else ""


def _is_said(part: str, other: str) -> bool:
    runs, _ = differences(part, other)
    return sum(runs) >= max(4, _SHARED * len(part))


@lru_cache(maxsize=500)
def _neighbours(text: str) -> tuple[tuple[str, str], ...]:
    """Parts of one sentence that follow each other."""
    spans = list(segments(text))
    return tuple((text[a:b], text[c:d]) for (a, b), (c, d) in pairwise(spans) if text[b:c] == "，")


def _against(part: str, text: str, sentence: str) -> str:
    """Empty where one of the parts worded most alike says the same."""
    compared = (_compared(part, other, text, sentence) for other in _nearest(part, text))
    found = [one for one in compared if one]
    best = max((score for score, _ in found), default=0)
    alike = [fault for score, fault in found if score >= 0.95 * best]
    return alike[0] if alike and all(alike) else ""


def turned(part: str, other: str, text: str) -> bool:
    """Is the part worded like the other one, and does it say something else?"""
    found = _compared(part, other, text)
    return bool(found and found[1])


def _compared(part: str, other: str, text: str, sentence: str = "") -> tuple[int, str] | None:
    """(how alike, what turns the meaning); None where they are not alike."""
    runs, changes = differences(part, other)
    if sum(runs) < max(4, _SHARED * len(part)):
        return None
    return sum(n * n for n in runs), next(_turned(part, other, changes, text, sentence or part), "")


@lru_cache(maxsize=500)
def _nearest(part: str, text: str) -> list[str]:
    said = pairs(part)
    scored = [(score, o) for o, words in _parts(text) if (score := len(said & words)) >= 2]
    return [other for _, other in sorted(scored, key=lambda one: -one[0])[:_NEAREST]]


@lru_cache(maxsize=500)
def _parts(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """With and without what stands in brackets; and the pairs of characters of each."""
    said = [text[begin:end] for begin, end in segments(text)]
    inside = re.findall(r"（([^（）]{4,})）", text)
    every = [*said, *(re.sub(r"（[^（）]*）", "", one) for one in said), *inside]
    return tuple((one, pairs(one)) for one in dict.fromkeys(every) if len(one) >= _LEAST - 2)


def _turned(part: str, other: str, changes: list[Change], text: str, sentence: str) -> Iterator[str]:
    excepted = "除" in part and ("除" in other or bool(_BESIDES.search(part)))
    for one, later in pairwise(changes):
        if _has(later.written, one.said) and _has(one.written, later.said):
            yield f"“{one.said}”与“{later.said}”互换"
    for one in changes:
        if max(len(one.said), len(one.written)) <= WORD and (
            _denied_otherwise(part, other, one, text, sentence)
            or _weighs_otherwise(one, part, text)
            or _other_end(part, other, one)
            or _turned_by_prefix(part, other, one, excepted)
            or _elsewhere(one, part, other, text)
            or _to_another(one, part, other, text)
        ):
            said, written = one.said or _near(part, one.at), one.written or _near(other, one.there)
            yield f"“{said}”与条款“{written}”不同"


def _turned_by_prefix(part: str, other: str, one: Change, excepted: bool) -> bool:
    if one.said and set(one.said) <= _NUMERALS:
        return False
    here = _prefixed(part, one.said, one.at, other, excepted)
    return here != _prefixed(other, one.written, one.there, part, excepted)


def _has(words: str, said: str) -> bool:
    return len(said) >= 2 and said in words


def _near(text: str, at: int) -> str:
    return text[max(0, at - 2) : at + 4]


def _denied_otherwise(part: str, other: str, one: Change, text: str, sentence: str) -> bool:
    """A denial more or less, unless the clause or the sentence denies the same elsewhere, in what words it may be."""
    here, there = _denial(part, one.at, one.said), _denial(other, one.there, one.written)
    if (
        (here is None) == (there is None)
        or len(denials(part)) == len(denials(other))
        or max(len(one.said), len(one.written)) > 3
        or "、" in (one.said[:1], one.written[:1])  # one more of a list, in place of nothing
    ):
        return False
    if here:  # where nothing else differs it is denied of this, whatever is denied elsewhere
        alone = f"{part[: one.at]}{one.written}{part[one.at + len(one.said) :]}"
        return (len(part) >= _LONG and part[-1] not in "的时" and alone in other) or not _denied_in(
            text, part, here
        )
    return not (there is None or _denied_in(sentence, other, there) or _left_out(other, there, part))


def _denied_in(text: str, own: str, denial: Operator) -> bool:
    """「不得接收」 for 「不能接收」."""
    what = own[denial.end : denial.end + 2]
    return (
        any(text.startswith(what, o.end) for o in denials(text))
        if len(what) > 1
        else own[denial.start : denial.end + 2] in text
    )


def _left_out(text: str, denial: Operator, part: str) -> bool:
    """「参公的除外」 for 「不含参公的」."""
    return text.startswith(("不含", "不包括"), denial.start) and bool(re.search(r"除|例外", part))


def _weighs_otherwise(one: Change, part: str, text: str) -> bool:
    """「必须」 for 「可以」, 「要求」 for 「鼓励」: with next to nothing else that differs there, nor said so elsewhere."""
    if not one.whole or {kind_of(one.said), kind_of(one.written)} not in _OPPOSED:
        return False
    return part[one.at : one.at + len(one.said) + ANCHOR] not in text


def _denial(text: str, at: int, words: str) -> Operator | None:
    """The denial in the words; none where they hold two."""
    found = [o for o in denials(text) if at <= o.start < at + len(words)]
    return found[0] if len(found) == 1 else None


def _other_end(part: str, other: str, one: Change) -> bool:
    """The words of a scale at the place that differs are one in the sentence and another in the clause."""
    if not (one.said and one.written) and (one.said or one.written) not in _NEGATES:
        return False
    if _is_side(part, one.at) and _is_side(other, one.there):
        return False
    here, there = ends(part, one.at, one.said), ends(other, one.there, one.written)
    return any(said and written and not said & written for said, written in zip(here, there, strict=True))


def _is_side(text: str, at: int) -> bool:
    """「6个月后」: it is the figure's, and compared with it."""
    return any(v.side and v.end == at for v in values(text))


def _prefixed(text: str, words: str, at: int, beside: str, excepted: bool) -> bool:
    """``excepted``: both make an exception, in what words it may be. 「被许可人」 is turned only where the text ``beside``
    has 许可."""
    found = {
        m.group()
        for m in _PREFIX.finditer(text)
        if at <= m.start() < at + len(words)
        and (m.group() not in "被非" or _NAME_OF_PARTY.match(text, m.end()).group() in beside)  # type: ignore[union-attr]
    }
    return bool(found - {"除", "以外", "之外"} if excepted else found)


def _elsewhere(one: Change, part: str, other: str, text: str) -> bool:
    """The word that the clause has here is exchanged for one that it has in another place."""
    if not one.whole or any(p.fullmatch(one.said) and p.fullmatch(one.written) for p in (SOFT, _BOUND)):
        return False
    plain = tuple(re.sub(r"[、“”（）]", "", w) for w in (one.said, one.written))
    said, written = (_WORDLESS.sub("", w) for w in plain)
    if min(len(said), len(written)) < 2 or max(len(said), len(written)) > 8:
        return False
    if any(word.search(said) and word.search(written) for word in _OF_ONE_KIND):
        return False
    if not (said in plain[0] and written in plain[1]) or values(one.said) or values(one.written):
        return False
    if _as_said(part, one) in text or (not one.at and said in _in_front(other, text)):
        return False
    return (
        said in text.replace(other, "")
        and said not in other
        and written not in part
        and not pairs(said) & pairs(written)
    )


def _in_front(other: str, text: str) -> str:
    """What the clause says before it in the same breath: 「具有技师资格，且年龄…」 is told as 「技师年龄…」."""
    at = text.find(other)
    return re.split(r"[。；：\n]", text[max(0, at - 20) : at])[-1]


def _as_said(part: str, one: Change) -> str:
    """The word with those around it: two characters on each side, eight where it stands at an end of its part."""
    end = one.at + len(one.said)
    left, right = (2 if end < len(part) else 8), (2 if one.at else 8)
    return part[max(0, one.at - left) : end + right]


def _to_another(one: Change, part: str, other: str, text: str) -> bool:
    """「向海关申报」 for 「向边防检查站申报」: somebody of whom the clause has no word."""
    begin, there = part[one.at - 1 : one.at], other[one.there - 1 : one.there]
    if not one.whole or begin not in TOWARDS or begin != there or min(len(one.said), len(one.written)) < 2:
        return False
    return one.said not in text and not pairs(one.said) & pairs(one.written) and not values(one.said)

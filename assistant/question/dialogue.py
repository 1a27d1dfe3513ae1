"""A follow-up completed from the turns before it, by rules: 「那责任单位呢」 after a question on 低空经济."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.question.understand import Question, content_of, flatten, understand
from assistant.subjects import Subject
from index.clauses.numerals import to_int
from index.search.regions import regions_in

FindSubjects = Callable[[str], Sequence[Subject]]
_PRONOUN = re.compile(
    r"它们|它|这个(产业|方向|行动|领域|政策|措施|部分|任务)?|该(产业|方向|行动|领域|项目|任务|政策|措施)|这(项|条|些|类|一)(产业|方向|行动|措施|政策|工作)?|上述|上面(说的|那个|提到的)?|刚才(说的|那个|提到的)?|其(?=[牵责支主重目发包])"
)
_ASIDE = re.compile(r"^(有没有|有什么|具体|都有)")
_FOLLOWS = re.compile(r"^(那么?|还有|以及|另外|此外|同样|顺便)(?!个|些)|呢[？?。]?$")
_THEN = re.compile(r"^(那么?|还有|以及|另外|此外|同样|顺便问?)(?!个|些)[，,]?|呢?[？?。！!]*$")
SHORT = 14


def follow(before: str, turn: str, subjects: FindSubjects) -> str:
    """``turn`` completed from the stand-alone question ``before``; unchanged where it stands alone or changes the topic."""
    earlier = _main(subjects(before))
    own = _main(subjects(turn))
    topic = earlier.matched if earlier else _topic(before)
    if not topic:
        return turn
    if named := _by_number_or_agency(before, turn, earlier):
        return named
    pronoun = _PRONOUN.search(turn)
    if pronoun and own is None:
        return turn[: pronoun.start()] + _as_written(before, topic) + turn[pronoun.end() :]
    asks = understand(turn)
    says_what = _says_what(asks)
    follows = bool(_FOLLOWS.search(flatten(turn)))
    bare = _THEN.sub("", flatten(turn))
    if follows and not says_what and len(bare) <= SHORT and not re.search(r"[吗么]", bare):
        return _changed(before, topic, bare, bool(earlier or own))
    if own is not None:
        return turn
    if asks.head_fields or asks.quoted:
        return turn
    short = len(flatten(turn)) <= SHORT and (says_what or _ASIDE.match(flatten(turn))) and _is_bare(turn)
    if follows or short:
        if not says_what and earlier is None:
            return turn
        link = "" if _JOINS.match(bare) else "的"
        return f"{_as_written(before, topic)}{link}{bare}{_ending(asks.role, bare)}？"
    return turn


def _by_number_or_agency(before: str, turn: str, earlier: Subject | None) -> str:
    """「第二个由谁」 of a list asked for before, 「那市公安局呢」 after another agency, 「市公安局也参加吗」; else empty."""
    flat = flatten(turn)
    if earlier and (nth := _NTH.match(flat)) and (child := _child(earlier, nth.group(1))):
        return child + flat[nth.end() :]
    agency = _agency(turn)
    if agency and (other := _agency(before)) and _FOLLOWS.search(flat):
        return flatten(before).replace(other, agency)
    if agency and earlier and _ALSO.search(flat):
        return f"{_as_written(before, earlier.matched)}由{agency}负责吗？"
    return ""


def _says_what(asks: Question) -> bool:
    """The turn itself says what it wants to know."""
    flags = (
        asks.role,
        asks.detail,
        asks.how_many,
        asks.which,
        asks.definition,
        asks.head_fields,
        asks.benefit,
    )
    return any(flags)


_NTH = re.compile(r"^(?:那么?)?第([一二三四五六七八九十\d]+)(?:个|项|条|类)")
_AGENCY = re.compile(r"(?:[市省区县]|重庆)?[\u4e00-\u9fff]{1,8}?(?:委员会|管理局|委|局|厅|办|部)")


def _child(subject: Subject, number: str) -> str:
    """「第二个」 of the list asked for before."""
    children = [c for c in subject.document.children(subject.clause) if c.kind == "clause" and c.heading]
    n = to_int(number)
    return children[n - 1].heading if 0 < n <= len(children) else ""


def _agency(text: str) -> str:
    bare = re.sub(r"^(那么?|还有|以及|请问|由|另外)", "", flatten(text))
    match = _AGENCY.match(bare)
    return match.group() if match else ""


_ASKS = re.compile(r"谁|什么|哪|多少|几|怎|如何|吗|是否|有没有|啥|何时|呢")
_CONTINUES = re.compile(r"^(分别|都是|各是|各自|具体|其中|是哪|都有|对吗|对不对|是吗|怎么写|写了没)")
MOST_PARTS = 3


def parts(text: str) -> tuple[str, ...]:
    """Several questions put at once, each as typed: cut at question marks and semicolons; one question stays whole."""
    pieces: list[str] = []
    for piece in (p.strip() for p in re.split(r"(?<=[？?；;])", text)):
        if pieces and (_CONTINUES.match(piece) or len(flatten(piece)) < 4):
            pieces[-1] += piece
        elif piece:
            pieces.append(piece)
    if len(pieces) < 2 or not all(_ASKS.search(p) for p in pieces):
        return (text,)
    return tuple(pieces[:MOST_PARTS])


_ALSO = re.compile(r"也|在里面|在不在|参加|参与|是不是|包括|算")
_JOINS = re.compile(r"由|归|是|谁|有|怎|如何|什么时候|能|可以|会|在|到|要|需|最|给|对")


def _main(found: Sequence[Subject]) -> Subject | None:
    return next((s for s in found if s.share >= 0.4), None)


def _is_bare(turn: str) -> bool:
    """Nothing in it names what it is about."""
    left = re.sub(
        r"[市省区县]?[\u4e00-\u9fff]{1,8}?(?:委员会|委|局|厅|办公室)",
        "",
        re.sub(r"[\s\W]", "", content_of(turn)),
    )
    left = re.sub(
        r"申请|条件|时间|期限|截止|金额|标准|流程|材料|电话|目标|支持|补贴|奖励|措施|政策|企业|单位|个|多少|元|万",
        "",
        left,
    )
    return len(left) < 3


def _topic(before: str) -> str:
    """The longest piece of content of the earlier question."""
    longest = max(content_of(before).split(), key=len, default="")
    return longest.strip("有是的由在对")


def _as_written(before: str, topic: str) -> str:
    at = flatten(before).lower().find(topic.lower())
    return flatten(before)[at : at + len(topic)] if at >= 0 else topic


_YEAR = re.compile(r"(?:19|20)\d\d年?")


def _changed(before: str, topic: str, new: str, heading: bool) -> str:
    """The earlier question with one thing in it changed: the place, the year, the heading, the like thing (五星级 → 四星级), else
    what it is about."""
    flat = flatten(before)
    if place := next(iter(regions_in(new)), None):
        old = next(iter(regions_in(flat)), None)
        return flat.replace(old, place, 1) if old else f"{place}{flat}"
    if _YEAR.fullmatch(new) and (year := _YEAR.search(flat)):
        return flat[: year.start()] + new + flat[year.end() :]
    for n in range(len(new) - 1, 0, -1) if not heading else ():
        at = flat.find(new[-n:])
        start = at - (len(new) - n)
        if at >= 0 and start >= 0 and (n > 1 or new[-1] in _CLASSES):
            return flat[:start] + new + flat[at + n :]
    return _swap(before, topic, new.rstrip("的"))


_CLASSES = "级类种档等岁年月人家类型"
"""A single character that two like things end in."""


def _swap(before: str, old: str, new: str) -> str:
    flat = flatten(before)
    at = flat.lower().find(old.lower())
    return flat[:at] + new + flat[at + len(old) :] if at >= 0 else new


def _ending(role: str | None, bare: str) -> str:
    """「责任单位」 alone becomes a question."""
    asks = re.search(r"什么|哪|谁|多少|几|怎|如何|吗|何", bare)
    return "" if asks else "有哪些" if role in {"responsible", "support"} else "是什么"

"""References as they are written: 「依照本条例第十条第二款」「前款」「《…法》第三章」「第三部分第（五）项」.

A mention is a chain of paths (第一款第一项、第二项和第三款) behind an owner: 本条例 (this document), a title in 《》, or a
title without them that stands directly before the number (刑法第三百条). A path that leaves out its higher steps
inherits them from the path before it, and so does the owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.clauses.numerals import CHINESE, to_chinese, to_int

Unit = Literal["编", "章", "节", "部分", "条", "款", "项", "目", "附件"]
ORDER: tuple[Unit, ...] = ("编", "章", "节", "部分", "条", "款", "项", "目")
_N = rf"(?:[{CHINESE}]+|[0-9０-９]+)"
_NOT_A_UNIT = "(?![件例程线路目点能品]|产品|生产线|战线)"
_STEP = rf"第\s*[（(]?\s*{_N}\s*[）)]?\s*(?:(?:分?编|章|节|部分|条(?:之{_N})?|款|项|目){_NOT_A_UNIT}|点)"
_MORE_ITEMS = rf"(?=[\s、，和及与或至（(）){CHINESE}]*项)"
_BARE_ITEM = rf"第?[（(]\s*[{CHINESE}]+\s*[）)]\s*(?:[项款]|{_MORE_ITEMS})"
_BEFORE = rf"(?<![目以之提当此先日生从空])前[{CHINESE}]?(?:款|条|项|章|节)(?![件目项])"
_THIS = r"(?<![基根样版成资日书])本(?:条|款|项|章|节)(?![例件目])"
_ATTACHMENT = r"附(?:件|表|录)\s*\d{0,2}"
_PATH = rf"(?:(?:{_BEFORE}|{_THIS})(?:{_STEP})*|(?:{_STEP})+(?:{_BARE_ITEM})?|{_BARE_ITEM})"
_JOIN = r"\s*(?:、|和|与|及其|以及|及|或者|或|至|到|，)?\s*"
_KIND = r"(?:法典|法|条例|办法|规定|解释|细则|规则|意见|通知|决定|方案|措施|规划|计划|章程|纲要|政策|标准|规程|合同|协定|公约)"
_OWN = rf"本\s*(?:实施|暂行|试行|若干|管理|补充)?{_KIND}"
_OWNER = (
    rf"(?P<this>{_OWN})|(?P<same>[该同]{_KIND})|《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:[（(][^（()）]*[）)])?"
    rf"|(?P<bare>[\u4e00-\u9fff]{{1,30}}?{_KIND})(?=第)"
)
_CHAIN = re.compile(rf"(?:(?:{_OWNER})\s*的?\s*)?(?P<paths>{_PATH}(?:{_JOIN}{_PATH})*)")
_ATTACHED = re.compile(
    rf"(?:(?:详?见|按照?|依照|填写|参照|执行)\s*(?:本{_KIND}\s*)?)(?P<label>{_ATTACHMENT})"
)
_ANY = re.compile(
    rf"[{CHINESE}\d）)]\s*(?:[编章节条款项目点]|部分)|前[{CHINESE}]?[款条项章节]|本[条款项章节]|附[件表录]"
)


@dataclass(frozen=True)
class Step:
    """``value`` is the number; ``back`` counts how many before the place (前款 1, 前两款 2; 本条 0), None else."""

    unit: Unit
    value: int = 0
    sub: int = 0
    back: int | None = None


@dataclass(frozen=True)
class Mention:
    """``start`` and ``end`` are offsets in the clause's text. ``title`` is None for the document itself; ``steps`` are whole,
    with what the path before it lends; ``locator`` is the path in words."""

    text: str
    start: int
    end: int
    title: str | None
    steps: tuple[Step, ...]
    locator: str


def mentions(text: str) -> list[Mention]:
    """In the order of the text.

    >>> [(m.title, m.locator) for m in mentions("依照本法第十条第二款、第三款和《公司法》第三章的规定")]
    [(None, '第十条第二款'), (None, '第十条第三款'), ('公司法', '第三章')]
    """
    if not _ANY.search(text):
        return []
    found = [*_chains(text), *_attachments(text)]
    return sorted(found, key=lambda m: m.start)


def _attachments(text: str) -> Iterator[Mention]:
    for match in _ATTACHED.finditer(text):
        label = re.sub(r"\s", "", match.group("label"))
        digits = label[2:]
        step = Step("附件", int(digits) if digits else 0)
        yield Mention(match.group("label"), *match.span("label"), None, (step,), label)


def _chains(text: str) -> Iterator[Mention]:
    last: str | None = None
    at = 0
    while match := _CHAIN.search(text, at):
        title = _title(match, last)
        last = title if title is not None else None if match.group("this") else last
        yield from _paths(match, title)
        at = match.end()


def _title(match: re.Match[str], last: str | None) -> str | None:
    if match.group("same"):
        return last or match.group("same")
    if match.group("title"):
        return re.sub(r"\s", "", match.group("title"))
    bare = match.group("bare")
    return _bare_title(bare) if bare and not _IS_THIS.search(bare) else None


_IS_THIS = re.compile(rf"{_OWN}$")
_LEAD = re.compile(
    r".*(?:依照|按照|根据|依据|违反|适用|符合|参照|遵守|不服|具有|属于|执行|比照|修改|废止|删去|删除|解释|关于|以及|或者|除|将|对|为|以|有|与|和|由|在|及|或|把|据)(?=.)"
)


def _bare_title(words: str) -> str:
    """「应当依照刑法」 → 刑法: what stands behind the last word that leads to a name."""
    return re.sub(r"^[的，]", "", _LEAD.sub("", words)) or words


def _paths(match: re.Match[str], title: str | None) -> Iterator[Mention]:
    """One mention a path; the first one's text begins with its owner."""
    base = match.start("paths")
    before: tuple[Step, ...] = ()
    for number, path in enumerate(re.finditer(_PATH, match.group("paths"))):
        steps = _inherit(before, tuple(_steps(path.group())))
        before = steps
        start, end = base + path.start(), base + path.end()
        if number == 0:
            start -= _owner_length(match, title)
        yield Mention(match.string[start:end], start, end, title, steps, _locator(steps))


def _owner_length(match: re.Match[str], title: str | None) -> int:
    """Characters in front of the first path that name its owner."""
    bare = match.group("bare")
    if not bare:
        return match.start("paths") - match.start()
    own = _IS_THIS.search(bare)
    return len(own.group()) if own else len(title or "")


def _steps(path: str) -> Iterator[Step]:
    for match in re.finditer(rf"{_BEFORE}|{_THIS}|{_STEP}|第?[（(]\s*{_N}\s*[）)]\s*[项款]?", path):
        yield _step(re.sub(r"\s", "", match.group()))


def _step(text: str) -> Step:
    if text[0] == "本":
        return Step(_unit(text[1:]), back=0)
    if text[0] == "前":
        middle = text[1:-1]
        return Step(_unit(text[-1]), back=to_int(middle) if middle else 1)
    number = re.search(_N, text)
    assert number is not None
    sub = re.search(rf"之({_N})$", text)
    unit = _unit(re.sub(rf"之{_N}$", "", text)[number.end() :])
    if unit == "款" and re.match(r"第?[（(]", text):  # 第（三）款 is how some write an item
        unit = "项"
    return Step(unit, to_int(number.group()), to_int(sub.group(1)) if sub else 0)


def _unit(text: str) -> Unit:
    text = text.strip("（()）") or "项"
    if text.endswith("编"):
        return "编"
    if text.endswith("点"):
        return "项"
    return next(unit for unit in ORDER if text.endswith(unit))


def _inherit(before: tuple[Step, ...], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """第十条第二款、第三款 → the second path is 第十条第三款."""
    if not steps or steps[0].back is not None:
        return steps
    rank = ORDER.index(steps[0].unit) if steps[0].unit in ORDER else 0
    if steps[0].unit in {"编", "章", "节", "部分", "条"}:
        return steps
    lent = tuple(s for s in before if ORDER.index(s.unit) < rank)
    return (*lent, *steps)


def _locator(steps: tuple[Step, ...]) -> str:
    return "".join(_printed(step) for step in steps)


def _printed(step: Step) -> str:
    if step.back is not None:
        middle = "" if step.back < 2 else "两" if step.back == 2 else to_chinese(step.back)
        return ("本" if step.back == 0 else f"前{middle}") + step.unit
    number = to_chinese(step.value) if 0 < step.value < 1000 else str(step.value)
    tail = f"之{to_chinese(step.sub)}" if step.sub else ""
    return f"第（{number}）项" if step.unit == "项" else f"第{number}{step.unit}{tail}"

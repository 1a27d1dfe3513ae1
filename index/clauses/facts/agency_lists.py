"""Agencies in lists that say whose they are: 「牵头单位：甲；责任单位：乙、丙」 and notes such as 「（甲牵头，乙、丙配合）」.

One form for both: segments between commas, each with its role in front (a label) or behind (a verb); a segment without
one shares its neighbour's. Brackets of every kind; a list may run over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from index.clauses.document import Span
from index.clauses.facts.names import CLOSE, OPEN, is_agency, is_open, may_be_agency, shared_end, split_names

LABEL = re.compile(
    r"(?:主要|相关)?(?P<role>牵头|责任|主责|主办|主管|协办|承办|配合|协同|协助|参与|参加|组织实施|实施|落实|执行)"
    r"(?:责任)?(?:(?:单位|部门|处室|科室|机构)(?:和单位|[（(][^（()）]{1,8}[）)])?|分工(?=\s*[:：]))\s*(?:[:：]|(?<=.)[】〕\]](?=\s*\S))\s*"
)
LABEL_ROLES = {
    "牵头": "lead", "主办": "lead", "主责": "lead", "责任": "responsible", "主管": "responsible", "承办": "responsible",
    "实施": "responsible", "组织实施": "responsible", "落实": "responsible", "执行": "responsible", "配合": "support",
    "协同": "support", "协助": "support", "协办": "support", "参与": "support", "参加": "support",
}  # fmt: skip
_DUTY = r"(?:[按依]照?|根据)?(?:各自)?(?:职责|职能|任务|工作)+(?:任务|范围)?(?:分工)?"
_DUTY += r"(?:分别|共同|具体|协同)?(?:负责|落实|抓好落实|推进落实|组织实施|实施|做好工作)"
ROLE_BEHIND = re.compile(
    rf"(?P<division>{_DUTY}|分工负责|分别负责(?:落实)?|按职责(?:分工)?|各负其责)$"
    r"|(?P<lead>牵头(?:负责|落实|组织|实施|推进)?)$|(?P<support>(?:积极|共同|密切)?(?:配合|协助|协同|参与|参加)(?:落实|实施)?)$"
    r"|(?P<responsible>(?:共同|具体|协同|抓好|组织|会商|统筹)?(?:负责(?:落实|实施|组织实施)?|落实|实施|承办))$"
)
_FORWARD = re.compile(
    r"以下(?:各项)?(?:任务|措施|事项|工作)?均?(?:需|须|由)(?P<names>[^，,。；]+?)(?:负责)?(?:参与)?落实"
)
_OTHERS = r"(?:有关|相关)(?:部门和单位|单位和部门|部门|单位|方面)"
_TAIL = re.compile(
    rf"(?:等(?:(?:其他|各)?(?:{_OTHERS}|部门和单位|单位和部门|部门|单位|方面))?|(?:会同|(?<=[、和及，,]))(?:其他|各)?{_OTHERS})?"
    r"(?:要|应|应当|须)?(?:根据|按照?)?$"
)
_ROLE_BRACKET = re.compile(r"[（(〔](?P<role>牵头|主办|配合|协办|责任|负责)(?:单位|部门)?[）)〕]$")
_OPENING = re.compile(r"\s*(?:其中|分别|具体)?由?")
_ELSE = re.compile(
    r"(?:咨询|联系|服务|举报|受理|办公)(?:电话|热线|人|方式)|(?:政策)?(?:有效期|执行期|完成时限|完成时间|时间安排)"
)
"""What else stands on the line of a list."""
_SEGMENT = re.compile(r"(?:[^，,；;（(〔〈\[]|[（(〔〈\[][^）)〕〉\]]*[）)〕〉\]])+")


@dataclass(frozen=True)
class Named:
    """Spans in the clause's text: the name, and the list it stands in; ``task``: what it is charged with, where said;
    ``shared``: the end that the name shares with its list, 部门 in 「财政、科技等部门」."""

    start: int
    end: int
    role: str
    list: Span
    etc: bool
    forward: bool = False
    task: Span | None = None
    shared: str = ""


@dataclass(frozen=True)
class _Segment:
    """``end`` is where the names end, ``full`` where 等部门 behind them does."""

    start: int
    end: int
    full: int
    role: str | None


def listed(text: str) -> Iterator[Named]:
    """Labelled lists, then notes in brackets that hold no label, then what binds all later clauses."""
    taken: list[Span] = []
    for start, end, role in _labelled(text):
        taken.append((start, end))
        yield from _read(text, start, end, role)
    for start, end in brackets(text):
        if not any(a < end and start < b for a, b in taken):
            yield from _read(text, start, end, "responsible" if _stands_alone(text, start, end) else None)
    for match in _FORWARD.finditer(text):
        start, end = match.span("names")
        for named in _names(text, _Segment(start, end, end, None), "implement", (start, end)):
            yield replace(named, forward=True)


def _labelled(text: str) -> Iterator[tuple[int, int, str]]:
    labels = list(LABEL.finditer(text))
    for i, match in enumerate(labels):
        limit = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        yield match.end(), _list_end(text, match.end(), limit), LABEL_ROLES[match.group("role")]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """「…。（市科技局、市财政局）」 at the end of a paragraph: nothing but agencies of a level, behind a full stop."""
    if text[: start - 1].rstrip()[-1:] not in "。；;" or text[end + 1 :].lstrip(" 。；")[:1] not in (
        "",
        "\n",
    ):
        return False
    items = [text[start + a : start + b].strip() for a, b in split_names(text[start:end])]
    return bool(items) and all(is_agency(one) and re.match(r"[省市区县州国各]", one) for one in items)


def _list_end(text: str, start: int, limit: int) -> int:
    """The list ends with its bracket, a full stop or its line; a line that breaks off at a comma goes on in the next."""
    depth = 0
    for i in range(start, limit):
        char = text[i]
        if char in OPEN:
            depth += 1
        elif char in CLOSE:
            if not depth:
                return i
            depth -= 1
        elif char == "。" or (char == "\n" and not _goes_on(text, start, i)) or _ELSE.match(text, i):
            return i
    return limit


def _goes_on(text: str, start: int, i: int) -> bool:
    return not text[start:i].strip() or text[:i].rstrip()[-1:] in "、，,"


def brackets(text: str) -> Iterator[Span]:
    """The insides of outermost brackets, up to 600 characters."""
    stack: list[int] = []
    for match in re.finditer(r"[（(〔\[【）)〕\]】\n]", text):
        char = match.group()
        if char == "\n":
            stack = [at for at in stack if text[at - 1 : match.start()].rstrip()[-1:] in "、，,"]
        elif char in OPEN:
            stack.append(match.end())
        elif stack:
            start = stack.pop()
            if not stack and 4 <= match.start() - start <= 600:
                yield start, match.start()


def _read(text: str, start: int, end: int, label: str | None) -> Iterator[Named]:
    """``label`` is the role that stands in front of the list, None in a note, where only what has a role counts."""
    segments = list(_segments(text, start, end))
    roles = _roles(segments, label)
    kept: list[tuple[_Segment, str]] = []
    for i, (segment, role) in enumerate(zip(segments, roles, strict=True)):
        if label and i and not _all_agencies(text, segment):
            break
        if role is not None and (label or _mostly_agencies(text, segment)):
            kept.append((segment, role))
    for role, group in groupby(kept, key=lambda item: item[1]):
        members = [segment for segment, _ in group]
        whole = (members[0].start, members[-1].full)
        for segment in members:
            yield from _names(text, segment, role, whole)


def _segments(text: str, start: int, end: int) -> Iterator[_Segment]:
    for match in _SEGMENT.finditer(text, start, end):
        words = match.group().rstrip(" 。\n\u3000\xa0")
        found = ROLE_BEHIND.search(words)
        full = match.start() + (found.start() if found else len(words))
        names = _TAIL.sub("", text[match.start() : full]) if found else text[match.start() : full]
        stop = match.start() + len(names) if names.strip(" 各") else full
        opening = _OPENING.match(words)
        begin = match.start() + (opening.end() if opening else 0)
        if found or stop > begin:
            yield _Segment(min(begin, stop), stop, full, found.lastgroup if found else None)


def _roles(segments: list[_Segment], label: str | None) -> list[str | None]:
    """A segment without a role has its label's, else the next one's."""
    roles: list[str | None] = [s.role for s in segments]
    following: str | None = None
    for i in range(len(roles) - 1, -1, -1):
        if roles[i] is None:
            roles[i] = label or following
        following = segments[i].role or following
    return roles


def _all_agencies(text: str, segment: _Segment) -> bool:
    items = [text[a:b] for a, b in _items(text, segment)]
    return bool(items) and all(map(may_be_agency, items))


def _mostly_agencies(text: str, segment: _Segment) -> bool:
    items = [text[a:b] for a, b in _items(text, segment)]
    whole = sum(map(is_agency, items)) * 2 >= len(items)
    return whole or shared_end(text[segment.start : segment.full]) is not None


def _items(text: str, segment: _Segment) -> list[Span]:
    return [(segment.start + a, segment.start + b) for a, b in split_names(text[segment.start : segment.end])]


def _names(text: str, segment: _Segment, role: str, whole: Span) -> Iterator[Named]:
    """One a name; 「市发改委（牵头）」 carries its own role."""
    etc = is_open(text[slice(*whole)])
    shared = shared_end(text[segment.start : segment.full]) or ""
    for begin, stop in _items(text, segment):
        own = role
        if bracket := _ROLE_BRACKET.search(text[begin:stop]):
            own = LABEL_ROLES.get(bracket.group("role"), role)
            stop = begin + bracket.start()
        if shared or may_be_agency(text[begin:stop]):
            yield Named(begin, stop, own, whole, etc, shared=shared)

"""Who leads, who is responsible, who co-operates: read from agency lines and from notes at a clause's end.

Forms: 〔牵头单位：甲；责任单位：乙、丙〕 · （甲、乙等按职责分工负责） · （甲牵头，乙配合） · 牵头单位：甲 on a line of its own ·
「以下任务均需乙落实」, which binds every later clause. One fact a name; ``owner`` is the clause that the line speaks of,
and what stands below it inherits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.clauses.facts.clause_text import ClauseText

if TYPE_CHECKING:
    from index.clauses.document import Fact

ROLES = {
    "lead": "牵头单位",
    "responsible": "责任单位",
    "division": "按职责分工负责的单位",
    "support": "配合单位",
    "implement": "落实单位",
}
_ROLE_LABEL = re.compile(
    r"(?P<role>牵头|责任|主办|协办|承办|配合|协助|参与|参加|实施|落实)(?:单位|部门)\s*[:：]\s*"
)
_LABEL_ROLES = {
    "牵头": "lead", "主办": "lead", "责任": "responsible", "承办": "responsible", "实施": "responsible",
    "落实": "responsible", "配合": "support", "协助": "support", "协办": "support", "参与": "support", "参加": "support",
}  # fmt: skip
_NOTE = re.compile(
    r"[（(〔\[【](?P<inside>(?:[^（(〔\[【）)〕\]】]|[（(][^（()）]*[）)]){2,300}?)[）)〕\]】]\s*[。；]?\s*$",
    re.M,
)
_SEGMENT_ROLE = re.compile(
    r"(?P<names>.+?)(?P<tail>等)?(?:有关部门和单位|有关部门|部门|单位)?(?P<role>牵头负责|牵头|分别负责|按照职责分工负责|按职责分工负责"
    r"|按职责负责|分工负责|共同负责|配合落实|负责落实|负责|配合|落实)$"
)
_FORWARD = re.compile(
    r"以下(?:各项)?(?:任务|措施|事项|工作)?均(?:需|须|由)(?P<names>[^，,。；]+?)(?:负责)?落实"
)
_AGENCY_END = "局委部厅办院署会行处室所站队区县市府司组关团校心盟社构位门网业学"
_LIST_END = re.compile(r"[；;。）)〕\]】\n]")


def agencies(reading: ClauseText) -> Iterator[Fact]:
    """Facts with ``role`` (see ROLES), ``name``, ``owner``, ``etc`` (the list ends in 等) and ``list`` (its span as
    written)."""
    labelled = list(_ROLE_LABEL.finditer(reading.text))
    if labelled:
        for i, match in enumerate(labelled):
            limit = labelled[i + 1].start() if i + 1 < len(labelled) else len(reading.text)
            end = _list_end(reading.text, match.end(), limit)
            yield from _names(reading, match.end(), end, _LABEL_ROLES[match.group("role")])
    else:
        for note in _NOTE.finditer(reading.text):
            yield from _note(reading, note.start("inside"), note.end("inside"))
    for forward in _FORWARD.finditer(reading.text):
        yield from _names(reading, *forward.span("names"), "implement", forward=True)


def _list_end(text: str, start: int, limit: int) -> int:
    """The list of names ends with its bracket, a semicolon or the line; brackets inside a name are skipped."""
    depth = 0
    for i in range(start, limit):
        char = text[i]
        if char in "（(":
            depth += 1
        elif char in "）)" and depth:
            depth -= 1
        elif depth == 0 and _LIST_END.match(char):
            return i
    return limit


def _note(reading: ClauseText, start: int, end: int) -> Iterator[Fact]:
    """「甲牵头，乙、丙配合」: a role at the end of each segment; a segment without one shares the next one's."""
    pending = start
    for match in re.finditer(r"[^，,；;]+", reading.text[start:end]):
        segment_end = start + match.end()
        found = _SEGMENT_ROLE.match(reading.text[pending:segment_end])
        if not found:
            continue
        names_end = pending + found.end("tail" if found.group("tail") else "names")
        if _looks_like_agencies(found.group("names")):
            yield from _names(reading, pending, names_end, _note_role(found.group("role")))
        pending = min(segment_end + 1, end)


def _note_role(word: str) -> str:
    if word.startswith("牵头"):
        return "lead"
    if "分工" in word or word in {"按职责负责", "分别负责"}:
        return "division"
    return {"配合": "support", "配合落实": "support"}.get(word, "responsible")


def _looks_like_agencies(names: str) -> bool:
    parts = [p for p in re.split(r"[、，,]", names) if p]
    good = [p for p in parts if p.rstrip("等）)")[-1:] in _AGENCY_END and len(p) <= 25]
    return len(good) * 2 >= len(parts)


def _names(reading: ClauseText, start: int, end: int, role: str, forward: bool = False) -> Iterator[Fact]:
    text = reading.text[start:end].rstrip("，, ")
    end = start + len(text)
    owner = reading.clause.parent if reading.clause.kind == "paragraph" else reading.clause.id
    where = reading.span(start, end) if end > start else (0, 0)
    for begin, stop in _split(text):
        name = text[begin:stop]
        yield reading.fact(
            "agency", start + begin, start + stop, role=role, name=re.sub(r"\s", "", name), owner=owner,
            etc=name_is_open(text), list=where, forward=forward,
        )  # fmt: skip


def name_is_open(text: str) -> bool:
    """The list says 等, so that it is not complete."""
    return bool(re.search(r"等(?:$|[，,。；（(])", text))


_TRIM = re.compile(r"(?:等(?:有关)?(?:部门和单位|部门|单位)?|[（(](?:以下|下同|不含).*)$", re.S)


def _split(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the names: cut at 、，；, and at 和/及 behind something that is a whole name; brackets stay with their name."""
    depth, begin = 0, 0
    cuts: list[tuple[int, int]] = []
    for i, char in enumerate(text):
        if char in "（(":
            depth += 1
        elif char in "）)":
            depth = max(depth - 1, 0)
        elif depth == 0 and (char in "、，,；;" or (char in "和及" and _whole(text[begin:i]))):
            cuts.append((begin, i))
            begin = i + 1
    cuts.append((begin, len(text)))
    for begin, stop in cuts:
        name = _TRIM.sub("", text[begin:stop]).rstrip()
        lead = len(name) - len(name.lstrip())
        if len(name.strip()) >= 2 and not name.strip().startswith("以下"):
            yield begin + lead, begin + len(name)


def _whole(name: str) -> bool:
    return bool(re.search(r"[局委厅办署县区府）)]$", name.strip())) and not name.endswith(("市", "自治"))

"""The note below a statute's title (题注): when and by whom it was adopted, promulgated and revised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.clauses.document import Span
from index.clauses.metadata.dates import DAY, iso
from index.clauses.metadata.flat import Joined, Line
from index.clauses.metadata.number import BY_ORDER

_VERBS = r"通过|批准|公布|发布|颁布|印发|修订|修正|修改|施行|实施|生效"
_LAST_VERB = re.compile(rf".*({_VERBS})")
_QUOTED = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_DATED = re.compile(DAY)
_BARE = re.compile(rf"^(?:根据)?{DAY}.*(?:{_VERBS})")


@dataclass(frozen=True)
class Event:
    """What happened on a day: ``verb`` is the last of its sentence; ``text`` what stands between the day and the next."""

    day: str
    text: str
    verb: str
    span: Span
    text_span: Span
    formal: bool
    """「根据」 stands in front: an amendment by another document."""


def is_note_line(line: Line) -> bool:
    """「（2005年…通过 根据2018年…修正）」, or a line of it without brackets."""
    text = line.text
    return bool(
        (text.startswith("（") and _DATED.search(text) and re.search(_VERBS, text))
        or (_BARE.match(text) and "。" not in text)
        or re.match(rf"^（?根据.*{DAY}.*(?:修正|修订|修改)", text)
    )


def is_broken(line: Line) -> bool:
    """A line of a note that goes on below it: a title in it is still open, or it ends with one."""
    text = line.text
    return (
        text.count("《") > text.count("》")
        or text.endswith("〉")
        or not re.search(rf"(?:{_VERBS})）?$", text)
    )


def read_events(lines: Sequence[Line]) -> list[Event]:
    """In the order in which the note tells them."""
    note = Joined(tuple(lines))
    text = _QUOTED.sub(lambda m: "《" + "\u3000" * (len(m.group()) - 2) + "》", note.text)
    out = []
    found = list(_DATED.finditer(text))
    for i, match in enumerate(found):
        start, end = match.end(), found[i + 1].start() if i + 1 < len(found) else len(text)
        day, verb = iso(match.group()), _LAST_VERB.match(text[start:end])
        if day and verb:
            formal = text[: match.start()].endswith("根据")
            span, told = note.span(*match.span()), note.span(start, end)
            out.append(Event(day, text[start:end].removesuffix("根据"), verb.group(1), span, told, formal))
    return out


def is_revision(event: Event) -> bool:
    return event.verb in {"修订", "修正", "修改"} or bool(
        re.search(r"修订通过|修订公布|修订发布", event.text)
    )


_BODY = re.compile(r"^(?:由|经)?(?:中华人民共和国(?=国务院))?(?P<body>[\u4e00-\u9fff、]{2,100})")
_SESSION = re.compile(
    r"(?P<a>.*?)第?[〇零一二三四五六七八九十百\d]+届(?P<b>.*?)"
    r"(?:主席团)?第[〇零一二三四五六七八九十百\d]+次(?:常务|全体)?(?:会议|主任会议).*|(?P<c>.*?)"
    r"(?:审判委员会"
    r"|检察委员会)?第?[〇零一二三四五六七八九十百\d]*届?第[〇零一二三四五六七八九十百\d]+次(?:常务"
    r"|全体|部务|局务|委务|署务|执行)?(?:会议)?.*"
)


_TERM_OF_OFFICE = re.compile(r"第[〇零一二三四五六七八九十百\d]+届(?=人民代表大会)")


def _without_session(text: str) -> str:
    if match := _SESSION.match(text):
        return match.group("c") if match.group("a") is None else match.group("a") + match.group("b")
    return re.split(rf"《|公告|{_VERBS}", text)[0]


def body_of(event: Event) -> str | None:
    """The body that adopted or promulgated: 第十二届全国人民代表大会常务委员会第二次会议通过 → 全国人民代表大会常务委员会."""
    text = re.split(BY_ORDER, event.text)[0]
    text = _without_session(text) if text == event.text else _TERM_OF_OFFICE.sub("", text)
    match = _BODY.match(text)
    name = match.group("body") if match else ""
    return name if re.search(r"[会院部委局署厅府大行办社]$", name) else None

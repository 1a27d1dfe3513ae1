"""What stands above a document's text: title, number, addressees, note, and a page's table of particulars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.clauses.document import Span
from index.clauses.metadata.dates import DAY, DAY_ONLY
from index.clauses.metadata.flat import Line, flat
from index.clauses.metadata.kind import ends_as_title
from index.clauses.metadata.labels import is_label_line, read_labels
from index.clauses.metadata.note import is_broken, is_note_line
from index.clauses.metadata.number import order_number, own_number
from index.clauses.metadata.signature import is_bodies
from index.clauses.numerals import plain
from index.wording import either

_LONGEST_HEAD, _LONGEST_TITLE = 30, 8
_ADDRESSEES = re.compile(r"^[^。；]{2,400}：$")
_BODIES = re.compile(
    r"人民政府|政府|部门|单位|机构|直属|[局委厅院会校司处所联]、|[局委厅院会校园]：$|有关|企业"
)
_SAYS = re.compile(r"^(?:为|根据|按照|依据|现|经|自|近年|随着|本)|关于|如下|以下|下列|要求|通知|提出|制定")
_TITLE_BRACKET = re.compile(
    r"^（(?:试行|暂行|修订|修正|修改|征求意见稿|草案|代拟稿|送审稿|第.{1,4}[批版次]|\d{4}.{0,16}|.{1,12}[版稿年])）$"
)
_RED_HEAD = re.compile(r"^[\u4e00-\u9fff]{2,60}文件$")
_CLASSIFICATION = re.compile(
    either(
        r"^.{2,60}政府信息公开$",
        r"^(?:规章|规范性文件|行政规范性文件|政策文件|政府文件|部门文件|通知公告|政府公报)$",
        r"^[A-Z]{1,5}\d{0,2}(?:/[A-Z]{1,2})?\d+(?:\.\d+)*[-—–]\d{4}$",
        r"^[A-Z]{2,8}[-—–](?:19|20)\d\d[-—–]\d{1,5}$",
        r"^(?:机密|秘密|绝密|特急|急件|加急|平急|内部资料|政务公开|第\d+页|目录|目次|\d+)[★\d年月]*$",
    )
)


_PAGE_LINE = re.compile(r"^(?:录入时间|更新时间|发表时间|访问次数|点击数|时间|日期)：")
_PAGE_LINE_MOST = 80
"""What a web page prints under the title beside the labels: 「时间：2016-12-28 点击数：12」. Elsewhere the words say anything."""


@dataclass(frozen=True)
class Head:
    """``title`` is "" where the text prints none; ``below`` the number of lines that the head takes up."""

    title: str = ""
    title_lines: tuple[Line, ...] = ()
    number: tuple[str, Span] | None = None
    order: bool = False
    addressees: Line | None = None
    notes: tuple[Line, ...] = ()
    dated: Line | None = None
    red_head: tuple[Line, ...] = ()
    labels: dict[str, tuple[str, Span]] = field(default_factory=dict)
    below: int = 0


@dataclass
class _Reading:
    lines: list[Line]
    stem: str
    title: list[Line] = field(default_factory=list)
    number: tuple[str, Span] | None = None
    order: bool = False
    addressees: Line | None = None
    notes: list[Line] = field(default_factory=list)
    dated: Line | None = None
    red_head: tuple[Line, ...] = ()
    at: int = 0

    def read(self) -> None:
        while self.at < len(self.lines) and self.step(self.lines[self.at]):
            pass

    def step(self, line: Line) -> bool:
        """Read the line, and perhaps those after it; False where the text begins."""
        if self.frame(line):
            self.at += 1
            return True
        if length := self.red_heading():
            self.red_head = self.red_head or tuple(self.lines[self.at : self.at + length])
            self.at += length
            return True
        if found := self.order_head():
            self.number, self.order = found, True
            self.at += 2
            return True
        if self.is_addressees(line):
            self.addressees = line
            self.at += 1
            return False
        return self.title_line()

    def frame(self, line: Line) -> bool:
        """A line that stands around the title."""
        text = line.text
        if not text or is_label_line(line) or _CLASSIFICATION.match(text):
            return True
        if self.title and len(text) <= _PAGE_LINE_MOST and _PAGE_LINE.match(text):
            return True
        if found := own_number(line):
            self.number = self.number or found
        elif DAY_ONLY.match(text):
            self.dated = self.dated or line
        elif self.title and (is_note_line(line) or self.note_goes_on(line)):
            self.notes.append(line)
        else:
            return False
        return True

    def note_goes_on(self, line: Line) -> bool:
        return bool(self.notes) and line.label is None and is_broken(self.notes[-1]) and "。" not in line.text

    def red_heading(self) -> int:
        """How many lines 「甲局」「乙局」「文件」 take, printed in red above the number; on a web page below the title."""
        if self.title:
            line, *below = self.lines[self.at : self.at + 2]
            return int(bool(_RED_HEAD.match(line.text) and below and own_number(below[0])))
        for n, line in enumerate(self.lines[self.at : self.at + _LONGEST_TITLE], start=1):
            if line.text == "文件" or _RED_HEAD.match(line.text):
                return n
            if not is_bodies(line):
                return 0
        return 0

    def order_head(self) -> tuple[str, Span] | None:
        """Above the title, or below it on a web page."""
        return None if self.number else order_number(self.lines[self.at : self.at + 2])

    def is_addressees(self, line: Line) -> bool:
        if not _ADDRESSEES.match(line.text) or _SAYS.search(line.text):
            return False
        named = bool(_BODIES.search(line.text))
        return named or (bool(self.title) and len(line.text) <= 40)

    def title_line(self) -> bool:
        """A title, once; the same words a second time, as web pages print them, are passed over."""
        run = title_run(self.lines[self.at :], self.stem)
        if not run:
            return False
        words = "".join(r.text for r in run)
        if not self.title:
            self.title = run
        elif not _same_words(words, "".join(t.text for t in self.title)):
            return False
        self.at += len(run)
        return True


def _same_words(a: str, b: str) -> bool:
    """One of the two, punctuation aside, is the other or its end."""
    a, b = (re.sub(r"[^\w]", "", t) for t in (a, b))
    return bool(a) and bool(b) and (a.endswith(b) or b.endswith(a))


def read_head(lines: Sequence[Line], stem: str) -> Head:
    """``stem`` is the file's name without suffix, which may tell how many lines the title takes."""
    first = 1 if lines and lines[0].label == "附件" else 0
    front = list(lines[first : first + _LONGEST_HEAD])
    reading = _Reading(front, stem)
    reading.read()
    title = "".join(line.text for line in reading.title)
    labels = read_labels(front[: reading.at + 1])
    return Head(
        plain("".join(line.paragraph.text.lstrip("# ") for line in reading.title)) if title else "",
        tuple(reading.title), reading.number, reading.order, reading.addressees, tuple(reading.notes), reading.dated,
        reading.red_head, labels, first + reading.at,
    )  # fmt: skip


def _bare_stem(stem: str) -> str:
    """Without the date that collections of statutes put behind a title."""
    return re.sub(r"（\d{4}-\d\d-\d\d）$", "", flat(stem))


def title_run(lines: Sequence[Line], stem: str = "") -> list[Line]:
    """The lines at the beginning that make one title; none where they are no title."""
    run: list[Line] = []
    wanted = plain(_bare_stem(stem))
    for line in lines[:_LONGEST_TITLE]:
        words = plain("".join(r.text for r in run) + line.text)
        if wanted and wanted == words:
            return [*run, line]
        if not _may_stand_in_title(line, bool(run)):
            break
        ended = bool(run) and ends_as_title("".join(r.text for r in run))
        if ended and not _goes_on(line) and not wanted.startswith(words):
            break
        run.append(line)
    return run if _is_title(run) else run[:1] if _is_title(run[:1]) else []


def _may_stand_in_title(line: Line, begun: bool) -> bool:
    text = line.text
    if line.paragraph.marker is not None or line.row or is_label_line(line) or own_number(line):
        return False
    if (
        DAY_ONLY.match(text)
        or is_note_line(line)
        or re.search(r"[。；！？]|[，、：]$", text)
        or len(text) > 120
    ):
        return False
    return (begun and bool(_TITLE_BRACKET.match(text))) or not text.startswith("（")


def _goes_on(line: Line) -> bool:
    return line.text.startswith(("的", "》")) or bool(_TITLE_BRACKET.match(line.text))


def _is_title(run: Sequence[Line]) -> bool:
    text = "".join(line.text for line in run)
    if not 3 <= len(text) <= 200 or not re.search(r"[\u4e00-\u9fff]{2}", text):
        return False
    return ends_as_title(text) or (len(text) <= 60 and not re.search(rf"，|{DAY}", text))

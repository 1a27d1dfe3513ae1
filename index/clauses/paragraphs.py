"""Blocks → paragraphs: blank lines dropped, sentences broken by a page or a hard wrap joined, spans kept.

Where the reader says that its blocks are paragraphs (``Reading.wrapped`` is False) only what breaks off at a comma is joined,
or within a sentence that surely is none of a heading (``breaks``); lines of plain text may be broken anywhere, and so may
those of a file whose paragraphs all end at one width.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.clauses.breaks import TERMINAL, Ends
from index.clauses.markers import Marker, read_markers
from index.read.reading import Block, Reading

_RUNNING = re.compile(r"[，。；、：,]")
_ENDS_SENTENCE = re.compile(r"[。；！？：:;]")
_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u2060-\u2064\ufeff\u00ad]")
"""A line that holds nothing else, a zero-width space, is the end of the line above it."""
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+$|[:：]\s*\d{4}-\d{1,2}-\d{1,2}(?:\s[\d:]+)?$|来源[:：]\s*\S{0,30}$"
)
"""What ends a line of a page: an address, or the day behind 「发布日期：」."""
_LABELLED = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]")
_OF_THE_PAGE = re.compile(
    r"(?:发布|发文|更新|录入)?(?:日期|时间)[:：]\s*(?:19|20)\d\d[-年/]|(?:信息)?来源[:：]|发布机构[:：]|(?:浏览|点击)(?:次)?数[:：]"
)
"""What a web page prints below the title."""
_AGENCIES = re.compile(
    r"[（(〔\[【]?(?:牵头|责任|配合|主办|协办|承办|参与|主管)(?:单位|部门)[：:].*(?:负责|落实|配合|等|[局委厅办部院府行会]|中心)$"
)
"""A line of agencies that ends with one of them, or with what they do."""
_TITLE = re.compile(r"(?:通知|通告|公告|意见|办法|细则|规定|方案|计划|措施|条例|指南|决定|要点)$")
"""How a document's first line ends where it is its whole title."""
_OPEN, _CLOSE = "（(〔[【「", "）)〕]】」"
DATE_LINE = re.compile(
    r"^[（(]?\s*(\d{4}|[二〇零一三四五六七八九○Ｏ]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*[）)]?$"
)


@dataclass(frozen=True)
class Paragraph:
    """``text`` is ``source[start:end]`` with the white space of its line breaks removed; ``block`` is the first one of the
    source's blocks in it. ``candidates``: what it may be labelled with; ``marker`` is its label, at first the usual reading
    of the line alone."""

    start: int
    end: int
    text: str
    marker: Marker | None
    block: Block
    candidates: tuple[Marker, ...] = ()


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str
    block: Block
    candidates: tuple[Marker, ...]

    @property
    def marker(self) -> Marker | None:
        return next((m for m in self.candidates if not m.doubtful), None)


def _lines(reading: Reading) -> list[_Line]:
    """Rows stay whole, also those with a cell a line; notes and rows begin with no label."""
    out = []
    for block in reading.blocks:
        said = reading.text[block.start : block.end]
        if block.kind == "row":
            said = re.sub(r"[\n\r\f\v]", "\t", said)
        for match in re.finditer(r"[^\n\r\f\v]+", said):
            text = match.group().strip()
            if text:
                start = block.start + match.start() + match.group().index(text[0])
                candidates = read_markers(text) if block.kind == "paragraph" else ()
                out.append(_Line(start, start + len(text), text, block, candidates))
    return out


def _wrap_width(lines: list[_Line]) -> int | None:
    """The width at which the text was hard-wrapped, if it was: many lines that end within three characters of the longest."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 20:
        return None
    width = lengths[int(len(lengths) * 0.95)]
    near = sum(width - 3 <= n <= width + 3 for n in lengths)
    return width if width <= 60 and near >= 0.35 * len(lengths) else None


def _unclosed(text: str) -> bool:
    """A bracket is open at the end, and the text does not end a sentence."""
    depth = sum(text.count(c) for c in _OPEN) - sum(text.count(c) for c in _CLOSE)
    return depth > 0 and not text.endswith(("。", "；"))


def _is_wrapped(lines: list[_Line], width: int | None) -> bool:
    """Of a file with paragraphs: most of those that are as long as the longest break off."""
    full = [line.text for line in lines if width and width - 3 <= len(line.text) <= width]
    return sum(not TERMINAL.search(text) for text in full) > 0.6 * len(full)


def _continues(before: Paragraph, last: _Line, line: _Line, ends: Ends | None, width: int | None) -> bool:
    """Is ``line`` the rest of the sentence that ``before`` breaks off? ``ends``: of a text whose lines are paragraphs."""
    if line.block.kind != "paragraph" or last.block.kind != "paragraph":
        return line.block is last.block
    breaks_off = before.text.endswith(("，", "、", ","))
    if ends is not None:
        return not line.candidates and (breaks_off or ends.broken(_form(last), last.text, line.text))
    if _unclosed(before.text) and not _starts_item(line):
        return True
    if _OF_THE_PAGE.match(line.text) or (_LABELLED.match(before.text) and _LABELLED.match(line.text)):
        return False  # 「补贴测算：…」 above 「申请渠道：…」
    if line.marker or DATE_LINE.match(line.text):
        return False
    return breaks_off or _breaks_inside(before, last, line, width)


def _breaks_inside(before: Paragraph, last: _Line, line: _Line, width: int | None) -> bool:
    """A line broken without a comma: a full one, or one that has already begun a sentence."""
    if TERMINAL.search(before.text) or _ADDRESS.search(before.text) or _OF_THE_PAGE.match(before.text):
        return False
    if _AGENCIES.match(before.text) or (before.start == 0 and _TITLE.search(before.text)):
        return False
    if width and len(last.text) >= width - 3:
        return True
    if line.text.startswith(tuple(_OPEN)):
        return False
    if before.marker and before.marker.family.name == "条":
        return len(before.text) >= 18
    return bool(_RUNNING.search(before.text)) and len(before.text) >= 25


def _form(line: _Line) -> str:
    return line.marker.form if line.marker else ""


def _starts_item(line: _Line) -> bool:
    return line.marker is not None and line.marker.family.name in {"一、", "（一）", "1.", "条", "章"}


def _join(left: str, right: str) -> str:
    words = left[-1:].isascii() and right[:1].isascii() and left[-1:].isalnum() and right[:1].isalnum()
    return f"{left} {right}" if words else left + right


def read_paragraphs(reading: Reading | str) -> list[Paragraph]:
    """In source order; the spans cover every character that is not white space."""
    reading = Reading.of_lines(reading) if isinstance(reading, str) else reading
    lines = _lines(reading)
    width = _wrap_width(lines)
    wrapped = reading.wrapped or _is_wrapped(lines, width)
    ends = None if wrapped else Ends.of([(_form(line), line.text) for line in lines])
    out: list[Paragraph] = []
    last: _Line | None = None
    for line in lines:
        if out and not _VISIBLE.search(line.text):
            out[-1] = replace(out[-1], end=line.end, text=out[-1].text + line.text)
            continue
        if last and _continues(out[-1], last, line, ends, width):
            first = out[-1]
            text = _join(first.text, line.text)
            out[-1] = Paragraph(first.start, line.end, text, first.marker, first.block, first.candidates)
        else:
            out.append(Paragraph(line.start, line.end, line.text, line.marker, line.block, line.candidates))
        last = line
    return out


def is_heading_only(paragraph: Paragraph) -> bool:
    """No sentence in it: a heading, a title, a line of a list."""
    return not _ENDS_SENTENCE.search(paragraph.text)


def asked(own: Sequence[Paragraph]) -> str:
    """The question that stands over its answer, 「二、问：补贴标准是多少？」 with 「答：…」 below; "" where there is none."""
    if len(own) < 2 or own[0].marker is None or not _ANSWERS.match(own[1].text.strip()):
        return ""
    match = _QUESTION.match(own[0].text[own[0].marker.length :].strip())
    return match["question"] if match else ""


_QUESTION = re.compile(r"(?:问\s*[：:]\s*)?(?P<question>[^。；;！]{2,60}[？?])$")
_ANSWERS = re.compile(r"答\s*[：:]|【答】")


def source_offset(source: str, paragraph: Paragraph, length: int) -> int:
    """Where in ``source`` the first ``length`` characters of the paragraph's mended text end."""
    if length >= len(paragraph.text):
        return paragraph.end
    return source_map(source, paragraph.start, paragraph.text[: length + 1])[length]


def source_map(source: str, start: int, mended: str) -> list[int]:
    """For each character of ``mended`` its place in ``source``, which differs in white space only."""
    end = start + len(mended)
    if source.startswith(mended, start):
        return list(range(start, end))
    out, at = [], start
    for char in mended:
        if not char.isspace():
            while source[at] != char:
                at += 1
        out.append(at)
        at += not char.isspace()
    return out

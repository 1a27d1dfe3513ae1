"""Source text → paragraphs: blank lines dropped, sentences broken by a page or a hard wrap joined, spans kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.clauses.markers import Marker, read_marker
from index.read.reading import Block, Reading

_TERMINAL = re.compile(r"[。！？；：:;!?…”」』〕】）)\]》]$")
_RUNNING = re.compile(r"[，。；、：,]")
_OPEN, _CLOSE = "（(〔[【「", "）)〕]】」"
DATE_LINE = re.compile(
    r"^[（(]?\s*(\d{4}|[二〇零一三四五六七八九○Ｏ]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*[）)]?$"
)


@dataclass(frozen=True)
class Paragraph:
    """``text`` is ``source[start:end]`` with the white space of its line breaks removed; ``block`` is the first one of the
    source's blocks in it."""

    start: int
    end: int
    text: str
    marker: Marker | None
    block: Block


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str
    block: Block


def _lines(reading: Reading) -> list[_Line]:
    out = []
    for block in reading.blocks:
        for match in re.finditer(r"[^\n\r\f\v]+", reading.text[block.start : block.end]):
            stripped = match.group().strip()
            if stripped:
                start = block.start + match.start() + match.group().index(stripped[0])
                out.append(_Line(start, start + len(stripped), stripped, block))
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


def _continues(before: str, last: _Line, line: _Line, width: int | None) -> bool:
    """Is ``line`` the rest of the sentence that ``before`` breaks off?"""
    if _unclosed(before) and not _starts_item(line.text):
        return True
    if read_marker(line.text) or DATE_LINE.match(line.text):
        return False
    if before.endswith(("，", "、", ",")):
        return True
    if _TERMINAL.search(before):
        return False
    if width and len(last.text) >= width - 3:
        return True
    if line.text.startswith(tuple(_OPEN)):
        return False
    marker = read_marker(before)
    if marker and marker.family.name == "条":
        return len(before) >= 18
    return bool(_RUNNING.search(before)) and len(before) >= 25


def _starts_item(text: str) -> bool:
    marker = read_marker(text)
    return marker is not None and marker.family.name in {"一、", "（一）", "1.", "条", "章"}


def _join(left: str, right: str) -> str:
    words = left[-1:].isascii() and right[:1].isascii() and left[-1:].isalnum() and right[:1].isalnum()
    return f"{left} {right}" if words else left + right


def read_paragraphs(reading: Reading | str) -> list[Paragraph]:
    """In source order; the spans cover every character that is not white space."""
    reading = Reading.of_lines(reading) if isinstance(reading, str) else reading
    lines = _lines(reading)
    width = _wrap_width(lines)
    out: list[Paragraph] = []
    last: _Line | None = None
    for line in lines:
        if last and _continues(out[-1].text, last, line, width):
            joined = out[-1]
            text = _join(joined.text, line.text)
            out[-1] = Paragraph(joined.start, line.end, text, joined.marker, joined.block)
        else:
            out.append(Paragraph(line.start, line.end, line.text, read_marker(line.text), line.block))
        last = line
    return out


def source_offset(source: str, paragraph: Paragraph, length: int) -> int:
    """Where in ``source`` the first ``length`` characters of the paragraph's mended text end."""
    if length >= len(paragraph.text):
        return paragraph.end
    return source_map(source, paragraph.start, paragraph.text)[length]


def source_map(source: str, start: int, mended: str) -> list[int]:
    """For each character of ``mended`` its place in ``source``, which differs in white space only."""
    out, at = [], start
    for char in mended:
        if not char.isspace():
            while source[at] != char:
                at += 1
        out.append(at)
        at += not char.isspace()
    return out

"""Foot-notes: small lines at the bottom of a page, below a short drawn line or referred to by a raised mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.read.layout.shapes import Line, Page

_MARK = re.compile(r"^\s*(?:[①-⑳]|[\[［〔]\s*\d{1,3}\s*[\]］〕]|\d{1,3}(?![\d.．、年月日%）)])|[*＊※])")


def body_size(pages: Sequence[Page]) -> float:
    """The size in which most of the text is set; 0 without text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines():
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def split_notes(page: Page, body: float) -> tuple[list[Line], Page]:
    """The lines of the page's foot-notes, and the page without them."""
    lines = sorted((line for line in page.lines() if not line.tilt), key=lambda line: line.base)
    small: list[Line] = []
    while lines and lines[-1].size <= 0.92 * body:
        small.insert(0, lines.pop())
    while small and not _MARK.match(small[0].text):
        small.pop(0)
    if not small or not lines or not (_ruled(page, small[0], lines[-1]) or _referred(lines, small[0])):
        return [], page
    gone = {id(line) for line in small}
    return small, page.keep(lambda line: id(line) not in gone)


def is_note_start(line: Line) -> bool:
    return bool(_MARK.match(line.text))


def note_mark(text: str) -> str:
    """The mark without its brackets; empty where there is none."""
    match = _MARK.match(text)
    return match.group().strip(" []［］〔〕") if match else ""


def _ruled(page: Page, first: Line, last: Line) -> bool:
    """A drawn line between text and notes that goes over no more than half of the page."""
    return any(
        last.base - 1 <= rule.at <= first.base and rule.end - rule.start <= 0.5 * page.width
        for rule in page.rules
    )


def _referred(lines: Sequence[Line], first: Line) -> bool:
    mark = note_mark(first.text)
    return any(mark in "".join(line.text[i] for i in line.raised) for line in lines if line.raised)

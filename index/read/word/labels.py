"""Counting: the label that Word shows before a numbered paragraph and that the text itself does not contain."""

from __future__ import annotations

import re
import unicodedata

from index.read.word.numbering import DEPTH, Level, NumberedList
from index.read.word.numerals import in_format

_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Labels:
    """Counts the numbered paragraphs of one story (the body, a note, a text box) in its order."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, numbered: NumberedList, level: int) -> str:
        """「第三条」; "" for bullets. Call it once for every numbered paragraph, in order."""
        form = numbered.levels.get(level)
        if form is None:
            return ""
        counts = self._counts.setdefault(numbered.abstract, [None] * DEPTH)
        self._advance(numbered, level, counts)
        for lower in range(level + 1, DEPTH):
            if _restarts(numbered.levels.get(lower), level):
                counts[lower] = None
        return _PRIVATE.sub("", _written(numbered, form, counts))

    def _advance(self, numbered: NumberedList, level: int, counts: list[int | None]) -> None:
        """An override of the start takes effect where the list first uses the level, once. A higher level that was passed
        over counts as used: after a 1.1 without a 1 the next one is 2."""
        start, before = _start(numbered, level), counts[level]
        fresh = level in numbered.starts and (numbered.num_id, level) not in self._begun
        self._begun.add((numbered.num_id, level))
        counts[level] = start if fresh or before is None else before + 1
        for higher in range(level):
            if counts[higher] is None:
                counts[higher] = _start(numbered, higher)


def _restarts(lower: Level | None, level: int) -> bool:
    return lower is None or lower.restart is None or level < lower.restart


def _start(numbered: NumberedList, level: int) -> int:
    form = numbered.levels.get(level)
    return numbered.starts.get(level, form.start if form else 1)


def _written(numbered: NumberedList, form: Level, counts: list[int | None]) -> str:
    if form.format == "bullet":
        return ""

    def one(match: re.Match[str]) -> str:
        level = int(match.group(1)) - 1
        named = numbered.levels.get(level)
        if named is None:
            return ""
        count = counts[level]  # None for a level below the paragraph's own
        return "" if count is None else in_format(count, "decimal" if form.legal else named.format)

    return re.sub("%([1-9])", one, form.text)


def with_label(label: str, suffix: str, text: str) -> str:
    """Label and text on one line, apart as they are read.

    >>> with_label("第一条", "nothing", "为了"), with_label("（一）", "tab", "为了"), with_label("1.", "tab", "2025年")
    ('第一条　为了', '（一）为了', '1. 2025年')
    """
    return label + _gap(label, suffix, text) + text if label.strip() else text


def _gap(label: str, suffix: str, text: str) -> str:
    """Full-width marks bring their own white; 第一条 would run into its text, whatever the document says."""
    last, first = label[-1], text[:1]
    if not first or first.isspace() or last.isspace():
        return ""
    if unicodedata.category(last) == "Lo":
        return "" if unicodedata.category(first).startswith("P") and first not in "《“‘（〔【" else "\u3000"
    if unicodedata.east_asian_width(last) in "FW" or unicodedata.category(last) == "No":
        return ""
    return "" if suffix == "nothing" else " "

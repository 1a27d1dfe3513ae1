"""Sentences that a page or a line broke off, in a text whose lines pass for paragraphs (Word files made from PDF).

Of a paragraph without an end two things can be true: it is a heading, or its sentence goes on in the next one. Which it is,
is told by the document: do the lines that are numbered alike and have a comma end their sentences, then this one was
broken; and several that were broken at one width show where the lines of the page ended.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

TERMINAL = re.compile(r"[。！？；：:;!?…”」』〕】）)\]》]$")
_IN_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)|“[^“”]*”|《[^《》]*》")
_FORM = re.compile(r"[\t□☐【】]|_{2,}")
_CANNOT_END = re.compile(r"(以及|或者|根据|按照|依照|[和及与或由向对])$")
_STANDS_ALONE = re.compile(r"(附|注|表|图|示例|联系|专栏)")
_NOTE_OF_TITLE = re.compile(r"[（(]?\d{4}\s*年")
_LONG = 18  # characters of a line that may have been a full one
_LIKE_IT = 3  # lines that show how their kind ends
_MOST = 0.8
_ALIKE = 3  # lines broken at one width


@dataclass(frozen=True)
class Ends:
    """``habits``: by the form of the label (empty: none), how many lines with a comma end a sentence, and how many are
    such; ``widths``: at which lines were broken."""

    habits: dict[str, tuple[int, int]]
    widths: frozenset[int]

    @classmethod
    def of(cls, lines: Sequence[tuple[str, str]]) -> Ends:
        """``lines``: form and text."""
        counts: dict[str, list[bool]] = defaultdict(list)
        for form, text in lines:
            if _has_comma(text):
                counts[form].append(bool(TERMINAL.search(text)))
        found = cls({form: (sum(ended), len(ended)) for form, ended in counts.items()}, frozenset())
        return cls(found.habits, frozenset(_often(found._lengths(lines))))

    def _lengths(self, lines: Sequence[tuple[str, str]]) -> Iterable[int]:
        for (form, text), (below, after) in pairwise(lines):
            if not below and self.broken(form, text, after):
                yield len(text)

    def broken(self, form: str, text: str, below: str) -> bool:
        """Does the sentence at the end of a line go on in the unnumbered one below it?"""
        if TERMINAL.search(text.rstrip("\u200b\ufeff")) or len(text) < _LONG or _NOTE_OF_TITLE.match(text):
            return False
        if _FORM.search(text + below) or _STANDS_ALONE.match(below) or not _is_running(below):
            return False
        if text[:2] == below[:2]:  # the next of several alike
            return False
        if len(text) in self.widths:
            return True
        sentence = re.split("[。；！？]", text)[-1]
        ended, like_it = self.habits.get(form, (0, 0))
        usual = like_it - 1 >= _LIKE_IT and ended >= _MOST * (like_it - 1)
        return usual and (_has_comma(sentence) or bool(_CANNOT_END.search(text)))


def _has_comma(text: str) -> bool:
    return "，" in _IN_BRACKETS.sub("", text)


def _is_running(text: str) -> bool:
    """It ends a sentence, or is a full line of one itself."""
    return text.endswith(("。", "；")) or (len(text) >= _LONG and bool(re.search("[，、。；]", text)))


def _often(lengths: Iterable[int]) -> Iterable[int]:
    """The widths, each with its neighbours, at which most lines are broken."""
    counts = Counter(lengths)
    for width in counts:
        near = sum(counts[n] for n in (width - 1, width, width + 1))
        if near >= max(_ALIKE, 0.4 * counts.total()):
            yield from (width - 1, width, width + 1)

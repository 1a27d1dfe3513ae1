"""Labels inside a line that the numbering proves: 第十五条 … 第十七条, and 「…。第十六条…」 stands within a line between them.

Text whose line breaks were lost has them. An enumeration that stands within one line altogether stays there: only what fills
a gap between labels that begin lines is cut off.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from index.clauses.markers import Marker, read_markers
from index.clauses.numbering import Choice, read_numbering
from index.clauses.numerals import to_chinese
from index.clauses.paragraphs import Paragraph, source_map

_LONGEST_GAP = 3
_RUNNING = {"条"}  # numbered through the instrument, whatever stands above


def read_labels(source: str, paragraphs: list[Paragraph]) -> tuple[list[Paragraph], dict[int, Choice]]:
    """The instrument's labels; its paragraphs are cut where a label that is missing stands behind the end of a sentence."""
    choices = read_numbering(paragraphs)
    cuts: dict[int, set[int]] = {}
    for form, ordinals, first, last in _gaps(list(choices.values())[::-1]):
        for ordinal in ordinals:
            found = _find(paragraphs, form, ordinal, first, last)
            if found is None:
                break
            cuts.setdefault(found[0], set()).add(found[1])
            first = found[0]
    if not cuts:
        return paragraphs, choices
    out: list[Paragraph] = []
    for i, paragraph in enumerate(paragraphs):
        out.extend(_cut(source, paragraph, sorted(cuts.get(i, ()))))
    return out, read_numbering(out)


def _gaps(choices: Sequence[Choice]) -> Iterator[tuple[str, range, int, int]]:
    """(family, missing numbers, paragraph from which, paragraph before which they must stand), in reading order."""
    levels: list[Choice] = []
    running: dict[str, Choice] = {}
    for choice in choices:
        form, ordinal = choice.marker.form, choice.marker.ordinal
        before = levels[choice.depth] if choice.depth < len(levels) else None
        if form in _RUNNING:
            before = running.get(form)
        if before is not None and before.marker.form == form:
            start, reached = before.index, before.marker.ordinal
        else:
            start, reached = (levels[choice.depth - 1].index if choice.depth else 0), 0
        if 1 < ordinal - reached <= _LONGEST_GAP + 1 and not _runs_on(running.get(form), choice.marker):
            yield form, range(reached + 1, ordinal), start, choice.index
        levels[choice.depth :] = [choice]
        running[form] = choice


def _runs_on(before: Choice | None, marker: Marker) -> bool:
    return before is not None and before.marker.ordinal + 1 == marker.ordinal


_NOT_CITED = "(?![第的、，,和至到或及])"
_PATTERNS = {
    "条": rf"第{{cn}}条{_NOT_CITED}",
    "章": rf"第{{cn}}章{_NOT_CITED}",
    "节": rf"第{{cn}}节{_NOT_CITED}",
    "一、": r"{cn}、",
    "（一）": r"[（(]{cn}[）)](?!项(?!目)|[、至和])",
    "1.": r"{n}[.．、](?!\d)",
    "（1）": r"[（(]{n}[）)]",
    "①": r"{circled}",
}


def _find(
    paragraphs: Sequence[Paragraph], form: str, ordinal: int, first: int, last: int
) -> tuple[int, int] | None:
    """(paragraph, offset in its text) of the label, which stands behind the end of a sentence or a colon."""
    if form not in _PATTERNS or ordinal > 9999:
        return None
    circled = chr(ord("①") + ordinal - 1) if ordinal <= 20 else "$^"
    label = _PATTERNS[form].format(cn=to_chinese(ordinal), n=ordinal, circled=circled)
    pattern = re.compile(rf"(?<=[。；：;:])[ \t\u3000\xa0]*(?={label})")
    for i in range(first, last):
        if paragraphs[i].block.kind == "paragraph" and (match := pattern.search(paragraphs[i].text)):
            return i, match.end()
    return None


def _cut(source: str, paragraph: Paragraph, offsets: Sequence[int]) -> Iterator[Paragraph]:
    if not offsets:
        yield paragraph
        return
    places = source_map(source, paragraph.start, paragraph.text)
    bounds = [0, *offsets, len(paragraph.text)]
    for a, b in itertools.pairwise(bounds):
        text = paragraph.text[a:b].rstrip()
        start, end = places[a], places[a + len(text) - 1] + 1
        candidates = read_markers(text) if a else paragraph.candidates
        marker = next((m for m in candidates if not m.doubtful), None) if a else paragraph.marker
        yield Paragraph(start, end, text, marker, paragraph.block, candidates)

"""Labels inside a line that the numbering proves: 第十五条 … 第十七条, and 「…。第十六条…」 stands within a line between them.

Text whose line breaks were lost has them. An enumeration that stands within one line altogether stays there: what is cut off
fills a gap between labels that begin lines, or goes on with the last label of a list on its own line (第五条…。第六条 …).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from index.clauses.markers import Marker, read_markers
from index.clauses.numbering import Choice, read_numbering
from index.clauses.numerals import to_chinese
from index.clauses.paragraphs import Paragraph, source_map

_LONGEST_GAP = 3  # longer ones are filled only where every number of them is found
_LONGEST_FILLED = 80
_RUNNING = {"条"}  # numbered through the instrument, whatever stands above


def read_labels(source: str, paragraphs: list[Paragraph]) -> tuple[list[Paragraph], dict[int, Choice]]:
    """The instrument's labels; its paragraphs are cut where a label that is missing stands behind the end of a sentence."""
    choices = read_numbering(paragraphs)
    in_order = list(choices.values())[::-1]
    cuts: dict[int, set[int]] = {}
    for gap in _gaps(in_order):
        for at, offset in _filling(paragraphs, *gap):
            cuts.setdefault(at, set()).add(offset)
    for choice in _last_of_lists(in_order):
        cuts.setdefault(choice.index, set()).update(_further(paragraphs[choice.index].text, choice.marker))
    cuts = {i: offsets for i, offsets in cuts.items() if offsets}
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
        longest = _LONGEST_FILLED if form in _RUNNING else _LONGEST_GAP
        if 1 < ordinal - reached <= longest + 1 and not _runs_on(running.get(form), choice.marker):
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


_BEHIND_SENTENCE = r"(?<=[。；;：:])[ \t\u3000\xa0]*(?={label})"


def _pattern(form: str, ordinal: int) -> str:
    circled = chr(ord("①") + ordinal - 1) if ordinal <= 20 else "$^"
    return _PATTERNS[form].format(cn=to_chinese(ordinal), n=ordinal, circled=circled)


def _find(
    paragraphs: Sequence[Paragraph], form: str, ordinal: int, first: int, last: int
) -> tuple[int, int] | None:
    """(paragraph, offset in its text) of the label, which stands behind the end of a sentence or a colon."""
    if form not in _PATTERNS or ordinal > 9999:
        return None
    pattern = re.compile(_BEHIND_SENTENCE.format(label=_pattern(form, ordinal)))
    for i in range(first, last):
        if paragraphs[i].block.kind == "paragraph" and (match := pattern.search(paragraphs[i].text)):
            return i, match.end()
    return None


def _filling(
    paragraphs: Sequence[Paragraph], form: str, ordinals: range, first: int, last: int
) -> list[tuple[int, int]]:
    """Where the missing labels stand, as far as they are found one behind the other; of a long gap all or none."""
    out: list[tuple[int, int]] = []
    for ordinal in ordinals:
        found = _find(paragraphs, form, ordinal, first, last)
        if found is None or (out and found < out[-1]):
            break
        out.append(found)
        first = found[0]
    return out if len(ordinals) <= _LONGEST_GAP or len(out) == len(ordinals) else []


def _last_of_lists(choices: Sequence[Choice]) -> Iterator[Choice]:
    """The labels that no further one of their list follows."""
    articles = {choice.marker.ordinal for choice in choices if choice.marker.form in _RUNNING}
    for k, choice in enumerate(choices):
        after = next((c for c in choices[k + 1 :] if c.depth <= choice.depth), None)
        followed = after is not None and (after.depth, after.marker.form) == (
            choice.depth,
            choice.marker.form,
        )
        if choice.marker.form in _RUNNING:
            followed = choice.marker.ordinal + 1 in articles
        if not followed and choice.marker.form in _PATTERNS and not choice.marker.doubtful:
            yield choice


def _further(text: str, marker: Marker) -> Iterator[int]:
    """Where in the line of a list's last label the next ones stand. None where the list begins anew within the line, or the
    line quotes."""
    one = re.compile(_pattern(marker.form, 1))
    if one.search(text, marker.length) or (text.count("“") != text.count("”")):
        return
    at = marker.length
    for ordinal in range(marker.ordinal + 1, marker.ordinal + 1 + _LONGEST_FILLED):
        label = _pattern(marker.form, ordinal) + (r"(?=[ \t\u3000\xa0])" if marker.form in _RUNNING else "")
        match = re.compile(_BEHIND_SENTENCE.format(label=label)).search(text, at)
        if match is None:
            return
        at = match.end()
        yield at


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

"""Which lines of an instrument are labels, and on which level: the reading with unbroken numbering.

Every line that begins like a label is a candidate: it may go on with a list that is open, begin a list under something
that is open, or be running text after all. Each choice has a price, and the reading of the whole instrument that costs least
is taken (a beam search over stacks of open lists). What is in sequence is free; a gap, a number that goes back, a list that
does not begin with one and a level against the usual order cost; so does reading as text what looks like a label.
Beginnings that may as well be running text (「第二条所称…」, 「1.80周岁…」, 「3 术语」) cost little either way, so the numbers
around them decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.clauses.markers import Marker, read_markers
from index.clauses.paragraphs import Paragraph, is_heading_only

WIDTH = 8  # readings kept at each line
MARGIN = 6.5  # by which a reading may cost more than the best

# Prices. Only their order of size matters.
BEGIN = 0.2  # a list begins with its first number
RUN_ON = (
    0.3  # a list goes on with the number that its family has reached elsewhere: （1）…（38） through a plan
)
RUN_ON_ELSEWHERE = 1.3  # the same, but under another kind of heading than before
LEAVE_LOWER = 0.6  # a new list leaves a level that it usually stands under
LEAVE_EMPTY = 1.2  # a heading is left with nothing under it
INVERTED = 1.5  # a list stands under a level that it usually stands above
UNLIKE = 0.8  # another mark than the list had so far, 「1.」 after 「1 」
RESTART_BEHIND_TEXT = 1.0  # a second list of one owner, behind a paragraph that leads to it
GAP, MISFIT = 2.0, 3.0
REPEATED = 3.5  # equal to the number before, or less
AS_TEXT = {True: 0.9, False: 6.0}  # by doubtful: a label read as running text
DOUBTFUL = 0.5  # running text read as a label
QUOTED = 2.0  # a label inside quotation marks that are still open, or in a list that began within a line

_NEVER_QUOTED = {"附件", "编", "章", "节", "附则"}
_NOTE = re.compile(r"^(注|备注|附注|说明)")
_BOXES = {"附件", "专栏"}  # what stands in them is numbered on its own


class Level(NamedTuple):
    """An open list: what its last label was. ``heading``: that line is a heading without a sentence."""

    form: str
    rank: float
    numbers: tuple[int, ...]
    sub: int
    bare: bool
    heading: bool


@dataclass(frozen=True)
class Choice:
    """Paragraph ``index`` has the label ``marker``, ``depth`` levels stand above it."""

    before: Choice | None
    index: int
    marker: Marker
    depth: int


@dataclass(frozen=True)
class _Reading:
    """One way to read the lines so far; ``reached`` is the last number of each family with the form of its owner."""

    cost: float
    stack: tuple[Level, ...]
    reached: dict[str, tuple[int, str]]
    choices: Choice | None


def read_numbering(paragraphs: Sequence[Paragraph]) -> dict[int, Choice]:
    """The labels of one instrument by index of the paragraph; lines that are not in it are running text."""
    beam = [_Reading(0.0, (), {}, None)]
    quoted, inline = False, None
    for i, paragraph in enumerate(paragraphs):
        inline = _inline_list(paragraphs[i - 1], paragraph, inline) if i else None
        if paragraph.candidates:
            lead = paragraphs[i - 1].text.endswith(("：", ":")) if i else False
            running = quoted or inline is not None
            beam = _prune([r for reading in beam for r in _readings(reading, i, paragraph, lead, running)])
        quoted = _leaves_quotation_open(paragraph.text, quoted)
    return _unwind(min(beam, key=lambda r: r.cost).choices)


def _inline_list(before: Paragraph, paragraph: Paragraph, inline: Marker | None) -> Marker | None:
    """The label of ``paragraph`` if it goes on with a list that began inside the paragraph before: 「注：1.…」, then 「2.…」."""
    _, colon, rest = before.text.partition("：" if "：" in before.text[:8] else ":")
    firsts = (inline,) if inline else read_markers(rest) if colon and _NOTE.match(before.text) else ()
    wanted = {(m.form, m.ordinal + 1) for m in firsts}
    return next((m for m in paragraph.candidates if (m.form, m.ordinal) in wanted), None)


def _leaves_quotation_open(text: str, before: bool) -> bool:
    opened, closed = text.rfind("“"), text.rfind("”")
    return before if opened == closed else opened > closed


def _unwind(choice: Choice | None) -> dict[int, Choice]:
    out = {}
    while choice:
        out[choice.index] = choice
        choice = choice.before
    return out


def _prune(readings: list[_Reading]) -> list[_Reading]:
    best: dict[tuple[Level, ...], _Reading] = {}
    readings.sort(key=lambda r: r.cost)
    for reading in readings:
        if len(best) == WIDTH or reading.cost > readings[0].cost + MARGIN:
            break
        best.setdefault(reading.stack, reading)
    return list(best.values())


def _readings(
    reading: _Reading, i: int, paragraph: Paragraph, lead: bool, running: bool
) -> Iterator[_Reading]:
    """All that the line may be: text, or any of its labels on any level."""
    doubtful = all(m.doubtful or (running and m.form not in _NEVER_QUOTED) for m in paragraph.candidates)
    text = _Reading(reading.cost + AS_TEXT[doubtful], reading.stack, reading.reached, reading.choices)
    yield text
    heading = is_heading_only(paragraph)
    last = reading.choices.index if reading.choices else i
    apart = lead or last < i - 1
    empty = last == i - 1 and reading.stack[-1].heading
    for marker in paragraph.candidates:
        price = DOUBTFUL * marker.doubtful + QUOTED * (running and marker.form not in _NEVER_QUOTED)
        for depth, cost in _places(reading, marker, apart, lead, empty):
            owner = reading.stack[depth - 1].form if depth else ""
            reached = {} if marker.form == "附件" else reading.reached
            reached = reached | {marker.form: (marker.ordinal, owner)}
            level = Level(marker.form, _rank(marker), marker.numbers, marker.sub, marker.bare, heading)
            choice = Choice(reading.choices, i, marker, depth)
            total = reading.cost + price + cost
            yield _Reading(total, (*reading.stack[:depth], level), reached, choice)


def _places(
    reading: _Reading, marker: Marker, apart: bool, lead: bool, empty: bool
) -> Iterator[tuple[int, float]]:
    """(levels above, price) of each place that the label may take. ``apart``: text stands since the last label; ``lead``: it
    ends with a colon; ``empty``: the last label is a heading with nothing under it yet."""
    stack = reading.stack
    if marker.form == "附件":
        yield 0, 0.0
        return
    innermost_box = max((d for d, level in enumerate(stack) if level.form in _BOXES), default=-1)
    if marker.form == "附则":
        yield innermost_box + 1, 0.0
        return
    for depth, level in enumerate(stack):
        if level.form == marker.form:
            yield depth, _goes_on(level, marker, apart)
    for depth in range(len(stack), -1, -1):
        taken = {level.form for level in stack[innermost_box + 1 : depth]}
        left = LEAVE_EMPTY if empty and depth < len(stack) else 0.0
        if depth < len(stack) and stack[depth].form == marker.form and marker.doubtful:
            continue  # no new list: it would go on with this one
        if depth > innermost_box and marker.form not in taken:
            yield depth, _begins(reading, marker, depth, lead) + left
        elif depth <= innermost_box and marker.form not in {level.form for level in stack[:depth]}:
            yield depth, _begins(reading, marker, depth, lead) + LEAVE_LOWER + left


def _rank(marker: Marker) -> float:
    return marker.family.rank + (len(marker.numbers) / 10 if len(marker.numbers) > 1 else 0)


def _goes_on(level: Level, marker: Marker, apart: bool) -> float:
    """The price of ``marker`` as the next label of the list."""
    unlike = UNLIKE * (level.bare != marker.bare)
    if marker.numbers[:-1] != level.numbers[:-1]:
        return unlike + (UNLIKE if marker.ordinal == 1 and marker.numbers > level.numbers else MISFIT)
    step = marker.ordinal - level.numbers[-1]
    if marker.sub or level.sub:
        return unlike + _sub_step(level, marker, step)
    if step == 1:
        return unlike
    if step > 1:
        return unlike + GAP + min(step, 10) / 10
    if marker.ordinal == 1 and step < 0:
        return unlike + (RESTART_BEHIND_TEXT if apart else MISFIT)
    return unlike + REPEATED


def _sub_step(level: Level, marker: Marker, step: int) -> float:
    """第十条 → 第十条之一 → 第十条之二 → 第十一条."""
    if (step == 0 and marker.sub == level.sub + 1) or (step == 1 and marker.sub <= 1):
        return 0.0
    return GAP if (step >= 0 and marker.sub > level.sub) or step > 1 else REPEATED


def _begins(reading: _Reading, marker: Marker, depth: int, lead: bool) -> float:
    """The price of a new list, or of one that runs on, under the level at ``depth``."""
    stack = reading.stack
    rank = _rank(marker)
    cost = LEAVE_LOWER * sum(level.rank < rank for level in stack[depth:])
    owner = stack[depth - 1] if depth else None
    if owner and owner.rank >= rank and owner.form not in _BOXES:
        cost += BEGIN if marker.form == "条" and owner.heading else INVERTED
    return cost + _first_number(reading, marker, owner, lead and depth == len(stack))


def _first_number(reading: _Reading, marker: Marker, owner: Level | None, lead: bool) -> float:
    reached, usual = reading.reached.get(marker.form, (0, None))
    form = owner.form if owner else ""
    if len(marker.numbers) > 1:
        fits = owner is not None and marker.numbers[:-1] in (owner.numbers, owner.numbers[-1:])
        return (BEGIN if fits else MISFIT) + (0 if marker.ordinal == 1 else GAP)
    if marker.form == "条" and reached:
        return 0.0 if marker.ordinal == reached + 1 else GAP if marker.ordinal > reached else MISFIT
    if marker.ordinal == 1:
        unusual = BEGIN if usual is not None and usual != form else 0.0
        return (0.0 if lead else BEGIN) + unusual
    if marker.ordinal == reached + 1:
        return RUN_ON if usual == form else RUN_ON_ELSEWHERE
    return MISFIT + (0 if marker.ordinal <= 3 else DOUBTFUL)

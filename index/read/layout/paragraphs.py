"""Lines → paragraphs: a line goes on the one before it where that one was full and this one is not set as a beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.read.layout.edges import Habits, Placed
from index.read.layout.pages import first_word, words_meet

_MARKED = re.compile(
    r"^(?:第[一二三四五六七八九十百零〇\d]{1,6}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,3}[.．、](?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}[^\d%％]|[①-⑳]|[●•·■◆➢]|附件|专栏)"
)
_ENDS = re.compile(r"[。！？；：!?;:][”’』」）)]*$")


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Tolerance:
    """How exactly places and sizes are known: of a file, or of a picture."""

    size: float = 0.08
    room: float = 0.5


EXACT = Tolerance()
SEEN = Tolerance(0.3, 1.0)
"""For lines found in a picture."""


def is_marked(text: str) -> bool:
    """Does it begin like a numbered heading or an item of a list?"""
    return bool(_MARKED.match(text))


def is_terminal(text: str) -> bool:
    return bool(_ENDS.search(text))


def paragraphs(lines: Sequence[Placed], habits: Habits, tolerance: Tolerance = EXACT) -> list[list[Placed]]:
    """Groups of lines in reading order; ``lines`` follow each other without a table between them."""
    out: list[list[Placed]] = []
    for line in lines:
        if out and goes_on(out[-1], line, habits, tolerance):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def goes_on(paragraph: Sequence[Placed], line: Placed, habits: Habits, tolerance: Tolerance = EXACT) -> bool:
    """Is ``line`` the next line of the paragraph?"""
    last = paragraph[-1]
    if last.line.tilt or line.line.tilt or _other_type(last, line, tolerance):
        return False
    if _apart(last, line, habits):
        return False
    if _bracket_open(paragraph):
        return True
    if line.centred and last.balanced:
        free = max(0.0, last.step) + max(0.0, last.room)
        return free < first_word(line.line.text) + tolerance.room and not is_marked(line.line.text)
    if line.centred or (len(paragraph) == 1 and (last.centred or _set_right(last, line))):
        return False
    if last.room >= first_word(line.line.text) + tolerance.room:
        return False
    return _aligned(paragraph, line, habits)


def _set_right(last: Placed, line: Placed) -> bool:
    """A signature or a date at the right edge."""
    return last.step > 5 and line.step < last.step - 1


def _bracket_open(paragraph: Sequence[Placed]) -> bool:
    """A note under a title, all in one bracket that is not closed yet."""
    text = "".join(item.line.text for item in paragraph)
    return (
        text[0] in "（(" and len(paragraph) < 20 and sum(map(text.count, "（(")) > sum(map(text.count, "）)"))
    )


def _other_type(last: Placed, line: Placed, tolerance: Tolerance) -> bool:
    return abs(last.line.size - line.line.size) > tolerance.size * max(last.line.size, line.line.size)


def _apart(last: Placed, line: Placed, habits: Habits) -> bool:
    """A wider space than between the lines of a paragraph, on the same page."""
    if last.page != line.page or last.line.column != line.line.column:
        return False
    gap = habits.gap(last.line, line.line)
    broken_off = not is_terminal(last.line.text) and not is_marked(line.line.text)
    return gap <= 0 or gap > (1.8 if broken_off else 1.3)


def _aligned(paragraph: Sequence[Placed], line: Placed, habits: Habits) -> bool:
    """By where the line begins: at the left edge, under the paragraph's other lines, or as a first line does."""
    last = paragraph[-1]
    new = is_terminal(last.line.text) and is_marked(line.line.text)
    if line.step <= 0.9:
        return not (new and (habits.flush_marks or not habits.indents))
    if len(paragraph) > 1:
        under = abs(line.step - last.step) < 0.5
        return under and not new
    if line.step >= last.step - 0.5 and not is_terminal(last.line.text) and not is_marked(line.line.text):
        # one indented line under another: a hanging or wholly indented paragraph if the sentence runs on
        return abs(line.step - last.step) < 0.5 or (
            (is_marked(last.line.text) and last.step < 1) or not habits.indents
        )
    return False


def text_of(paragraph: Sequence[Placed], unwanted: frozenset[tuple[int, int]] = frozenset()) -> str:
    """The lines as one; ``unwanted`` are (line, index) of characters that do not belong to the text. A raised figure stays
    raised, so that 11 with a mark 3 does not become 113."""
    text = ""
    for n, item in enumerate(paragraph):
        line = "".join(
            char.translate(_RAISED) if i in item.line.raised else char
            for i, char in enumerate(item.line.text)
            if (n, i) not in unwanted
        )
        text += " " + line if text and words_meet(text, line) else line
    return text

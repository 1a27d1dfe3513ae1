"""Pages → a Reading: margins left out, paragraphs mended across pages, notes behind what refers to them, tables as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.read.layout import table as tables
from index.read.layout.edges import Habits, Placed, habits, placed
from index.read.layout.margins import without_margins
from index.read.layout.notes import body_size, is_note_start, note_mark, split_notes
from index.read.layout.pages import words_meet
from index.read.layout.paragraphs import EXACT, SEEN, goes_on, is_marked, text_of
from index.read.layout.shapes import Line, Page, Table
from index.read.reading import Reading, ReadingWriter


@dataclass
class _Note:
    page: int
    text: str


@dataclass
class _Part:
    """A paragraph or a table in reading order, from ``page`` on, with the notes that belong behind it. ``unwanted``: the
    marks in it that refer to them, as (line, index)."""

    page: int
    lines: list[Placed] = field(default_factory=list)
    tables: list[tables.Part] = field(default_factory=list)
    notes: list[_Note] = field(default_factory=list)
    unwanted: set[tuple[int, int]] = field(default_factory=set)

    def stands_on(self, page: int) -> bool:
        return page == self.page or any(line.page == page for line in self.lines)


def reading_of(
    pages: Sequence[Page], seen: frozenset[int] = frozenset(), remarks: Sequence[str] = ()
) -> Reading:
    """``seen``: numbers of the pages whose lines were found in a picture."""
    bare = without_margins(pages)
    body = body_size(bare)
    split = [split_notes(page, body) if page.number not in seen else ([], page) for page in bare]
    lines = placed([(page.number, page.width, page.lines()) for _, page in split])
    style = habits(lines, is_marked)
    parts = _parts([page for _, page in split], lines, style, seen)
    for notes, page in split:
        for note in _notes(notes, page.number):
            _attach(note, parts)
    return _written(parts, wrapped=not _sure(parts, style), remarks=remarks)


def _parts(
    pages: Sequence[Page], lines: Sequence[Placed], style: Habits, seen: frozenset[int]
) -> list[_Part]:
    by_line = {id(item.line): item for item in lines}
    parts: list[_Part] = []
    for page in pages:
        tolerance = SEEN if page.number in seen else EXACT
        for item in page.items:
            last = parts[-1] if parts else _Part(page.number)
            if isinstance(item, Table):
                if last.tables and tables.goes_on(last.tables[-1], (item, page.number)):
                    last.tables.append((item, page.number))
                else:
                    parts.append(_Part(page.number, tables=[(item, page.number)]))
                continue
            line = by_line[id(item)]
            if last.lines and goes_on(last.lines, line, style, tolerance):
                last.lines.append(line)
            else:
                parts.append(_Part(page.number, [line]))
    return parts


def _sure(parts: Sequence[_Part], style: Habits) -> bool:
    """Does the layout say where paragraphs begin? It does if first lines are indented or stand apart, or hardly any
    paragraph has a second line."""
    several = sum(len(part.lines) > 1 for part in parts)
    return style.indents or style.spaces or several <= 2


def _notes(lines: Sequence[Line], page: int) -> list[_Note]:
    notes: list[_Note] = []
    for line in lines:
        if notes and not is_note_start(line):
            notes[-1].text += (" " if words_meet(notes[-1].text, line.text) else "") + line.text
        else:
            notes.append(_Note(page, line.text))
    return notes


def _attach(note: _Note, parts: list[_Part]) -> None:
    """Behind the paragraph that has its mark, else behind the last part on its page."""
    here = [part for part in parts if part.stands_on(note.page)]
    owner = next((part for part in here if _refers(part, note)), None)
    if owner is None and not here:
        parts.append(_Part(note.page, notes=[note]))
    else:
        (owner or here[-1]).notes.append(note)


def _refers(part: _Part, note: _Note) -> bool:
    """Does a raised mark in the paragraph name the note? The mark is then left out of its text."""
    mark = note_mark(note.text)
    for n, item in enumerate(part.lines):
        raised = [i for i in item.line.raised if item.page == note.page]
        for group in _consecutive(raised):
            if mark and "".join(item.line.text[i] for i in group).strip("[]［］〔〕") == mark:
                part.unwanted.update((n, i) for i in group)
                return True
    return False


def _consecutive(numbers: Sequence[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _written(parts: Sequence[_Part], wrapped: bool, remarks: Sequence[str]) -> Reading:
    writer = ReadingWriter()
    count = 0
    for part in parts:
        if part.tables:
            count += 1
            tables.write_table(writer, count, part.tables)
        elif part.lines:
            writer.paragraph(text_of(part.lines, frozenset(part.unwanted)), part.page)
        for note in part.notes:
            writer.note(note.text, note.page)
    return writer.reading(wrapped, remarks)

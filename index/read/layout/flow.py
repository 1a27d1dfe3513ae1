"""Pages → a Reading: margins left out, paragraphs mended across pages, notes behind what refers to them, tables as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.read.layout.edges import Habits, Placed, habits, placed
from index.read.layout.margins import without_margins
from index.read.layout.notes import body_size, is_note_start, note_mark, split_notes
from index.read.layout.paragraphs import EXACT, SEEN, goes_on, is_marked, text_of
from index.read.layout.shapes import Line, Page, Table
from index.read.layout.table import TableWriter
from index.read.reading import Reading, ReadingWriter


@dataclass
class _Note:
    page: int
    text: str


@dataclass
class _Part:
    """A paragraph, or a table's part on one page, in reading order; with the notes that belong behind it."""

    lines: list[Placed] = field(default_factory=list)
    table: Table | None = None
    page: int = 0
    notes: list[_Note] = field(default_factory=list)
    unwanted: set[tuple[int, int]] = field(default_factory=set)


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
        _attach(_notes(notes, page.number), parts, page.number)
    return _written(parts, wrapped=not _sure(parts, style), remarks=remarks)


def _parts(
    pages: Sequence[Page], lines: Sequence[Placed], style: Habits, seen: frozenset[int]
) -> list[_Part]:
    by_line = {id(item.line): item for item in lines}
    parts: list[_Part] = []
    for page in pages:
        tolerance = SEEN if page.number in seen else EXACT
        for item in page.items:
            if isinstance(item, Table):
                parts.append(_Part(table=item, page=page.number))
                continue
            line = by_line[id(item)]
            if parts and parts[-1].lines and goes_on(parts[-1].lines, line, style, tolerance):
                parts[-1].lines.append(line)
            else:
                parts.append(_Part([line], page=page.number))
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
            notes[-1].text += line.text
        else:
            notes.append(_Note(page, line.text))
    return notes


def _attach(notes: Sequence[_Note], parts: Sequence[_Part], page: int) -> None:
    """Each behind the paragraph with its mark, else behind the last one that begins on the page."""
    here = [part for part in parts if any(line.page == page for line in part.lines)]
    for note in notes:
        owner = next((part for part in here if _refers(part, note)), here[-1] if here else None)
        if owner is None:
            owner = _Part(page=page)
            parts[-1].notes.append(note) if parts else None
        else:
            owner.notes.append(note)


def _refers(part: _Part, note: _Note) -> bool:
    """Does a raised mark in the paragraph name the note? The mark is then left out of its text."""
    mark = note_mark(note.text)
    for n, item in enumerate(part.lines):
        raised = [i for i in item.line.raised if item.page == note.page]
        if mark and "".join(item.line.text[i] for i in raised).strip("[]［］〔〕") == mark:
            part.unwanted.update((n, i) for i in raised)
            return True
    return False


def _written(parts: Sequence[_Part], wrapped: bool, remarks: Sequence[str]) -> Reading:
    writer = ReadingWriter()
    tables = TableWriter(writer)
    for i, part in enumerate(parts):
        if part.table is not None:
            following = parts[i + 1] if i + 1 < len(parts) else None
            tables.add(part.table, part.page, after_table=i > 0 and parts[i - 1].table is not None)
            del following
        else:
            writer.paragraph(text_of(part.lines, frozenset(part.unwanted)), part.page)
        for note in part.notes:
            writer.note(note.text, note.page)
    return writer.reading(wrapped, remarks)

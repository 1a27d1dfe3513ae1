"""Table rows → a table: caption, head rows, body rows with the column heads of each cell.

A table that a page break has cut into several, each with the same head, is one table: the head that comes again stands
in front of the row below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.clauses.document import Span, TableCell
from index.clauses.numerals import half_width_digits
from index.clauses.paragraphs import DATE_LINE, Paragraph
from index.read.reading import Block, Cell

_CAPTION = re.compile(
    r"^(?P<label>表\s*(?:[A-Z]|[0-9０-９]+|[一二三四五六七八九十]+)(?:\s*[.．\-—－]\s*\d+)*)(?![\d个中])[\s:：.、]*(?P<title>.*)$"
)
_TITLE = re.compile(r"^(?!注)[^，。；：,;:！？]{2,40}$")
_UNIT_LINE = re.compile(r"^[（(]?\s*单位\s*[:：]")
_FURNITURE = re.compile(
    r"^[（(]?(续\s*(表|上表)?|接上表)\s*[\d一二三四五六七八九十]*\s*[）)]?$"
    r"|^[\-—–－·\s]*\d{1,4}[\-—–－·\s]*$|^第\s*\d+\s*页(\s*[，,/]?\s*共\s*\d+\s*页)?$|^\d+\s*/\s*\d+$"
)
"""What a page break leaves between the parts of a table: 续表, a page number."""
_MAX_HEAD_ROWS = 3


@dataclass
class Row:
    """A body row with the head rows and the number of columns of the piece that it stands in; ``above`` are the lines
    between it and the row before, a head that comes again."""

    line: Paragraph
    head: Sequence[Paragraph] = ()
    width: int = 0
    above: list[Paragraph] = field(default_factory=list)


@dataclass
class Table:
    """``caption`` and ``head`` are the table's own text, ``rows`` its body. ``label`` is the caption's number, e.g. 表1."""

    label: str | None = None
    heading: str = ""
    caption: list[Paragraph] = field(default_factory=list)
    head: list[Paragraph] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def take_caption(self, above: list[Paragraph]) -> None:
        """Take the caption, and a line with the unit between, from the end of what stands above."""
        at = len(above) - 1
        if at >= 0 and _UNIT_LINE.match(above[at].text):
            at -= 1
        if at >= 0 and above[at].marker is None and self.name_by(above[at].text):
            self.caption = above[at:]
            del above[at:]

    def name_by(self, text: str) -> bool:
        """Take label and heading from ``text`` if it is a caption."""
        text = text.strip()
        if match := _CAPTION.match(text):
            if len(text) > 60 or text.endswith(("。", "；")):
                return False
            self.label = re.sub(r"\s", "", half_width_digits(match["label"])).replace("．", ".")
            self.heading = match["title"].strip()
            return True
        if _TITLE.match(text) and not DATE_LINE.match(text):
            self.heading = text.replace("\t", " ")
            return True
        return False

    def goes_on_in(self, later: Table, between: Sequence[Paragraph]) -> bool:
        """Is ``later`` the rest of this table behind a page break: the same head, and only page furniture between?"""
        same = bool(self.head) and [_flat(h) for h in self.head] == [_flat(h) for h in later.head]
        return (
            same and later.label in (None, self.label) and not later.caption and self._is_furniture(between)
        )

    def _is_furniture(self, lines: Sequence[Paragraph]) -> bool:
        """The caption may come again, with 续."""
        own = {_flat(line) for line in self.caption}
        again = (re.sub(r"[（(]?续表?[）)]?", "", _flat(line)) for line in lines)
        return all(
            _FURNITURE.match(line.text.strip()) or name in own
            for line, name in zip(lines, again, strict=True)
        )

    def take(self, later: Table, between: Sequence[Paragraph]) -> None:
        """Append the rows of ``later``; what stands above them goes with the first one."""
        later.rows[0].above[:0] = [*between, *later.head]
        self.rows += later.rows


def read_table(rows: Sequence[Paragraph]) -> Table:
    """Head rows: those that the format marks, else what looks like one. A first line over the full width is a caption."""
    table, body = Table(), list(rows)
    while len(body) > 1 and (_is_full_width(body[0]) or _is_title(*body[:2])):
        first = body.pop(0)
        table.heading = table.heading or (first.text.strip() if len(first.text) <= 60 else "")
        table.caption.append(first)
    unknown = next((i for i, row in enumerate(body) if not _is_uneven(row)), 0)
    depth = unknown or _head_rows(body)
    table.head = body[:depth]
    table.rows = _without_repeats(table.head, body[depth:])
    return table


def _without_repeats(head: list[Paragraph], body: Sequence[Paragraph]) -> list[Row]:
    """The body rows; a head that comes again, as at the top of a page, stands above the row below it."""
    width = max((_width(line.block) for line in (*head, *body)), default=0)
    names = [_flat(line) for line in head]
    rows: list[Row] = []
    above: list[Paragraph] = []
    for line in body:
        if names and len(above) < len(names) and _flat(line) == names[len(above)]:
            above.append(line)
            continue
        if above and len(above) < len(names):  # it only began like the head
            rows += [Row(one, head, width) for one in above]
            above = []
        rows.append(Row(line, head, width, above))
        above = []
    return rows + [Row(line, head, width) for line in above]


def _flat(line: Paragraph) -> str:
    return re.sub(r"\s", "", line.text)


def _is_full_width(row: Paragraph) -> bool:
    return len(row.block.cells) == 1 and "\t" not in row.text


def _is_title(row: Paragraph, below: Paragraph) -> bool:
    """One name in the middle of a row of empty cells, above the head."""
    named = [i for i, cell in enumerate(row.block.cells) if _text(row, cell)]
    return (
        len(named) == 1
        and named[0] > 0
        and len(row.block.cells) > 2
        and _is_head(below)
        and all(_text(below, cell) for cell in below.block.cells)
    )


def _is_uneven(row: Paragraph) -> bool:
    """A head row of plain text whose columns are not known."""
    return len(row.block.cells) == 1 and "\t" in row.text and not re.search(r"\d", row.text)


def _head_rows(rows: Sequence[Paragraph]) -> int:
    marked = next((i for i, row in enumerate(rows) if not row.block.head), len(rows))
    if marked:
        return marked if marked < len(rows) else 0
    if len(rows) < 2 or not _is_head(rows[0]):
        return 0
    depth = 1
    while depth < min(_MAX_HEAD_ROWS, len(rows) - 1) and _is_split(rows[depth - 1], rows[depth]):
        depth += 1
    return depth


def _is_head(row: Paragraph) -> bool:
    """Short names in all columns but perhaps the first, no number and no sentence among them."""
    cells = [_text(row, c) for c in row.block.cells]
    return len(cells) > 1 and all(
        (text or i == 0) and len(text) <= 30 and not re.search(r"[。；]|^[\d.,%％]+$", text)
        for i, text in enumerate(cells)
    )


def _text(row: Paragraph, cell: Cell) -> str:
    """Of a cell in the row itself; one merged with the row above counts as named."""
    if cell.start < row.block.start:
        return "〃"
    return row.text[cell.start - row.start : cell.end - row.start].strip()


def _is_split(above: Paragraph, row: Paragraph) -> bool:
    """``row`` divides heads of the row above into narrower ones."""
    merged_down = {(c.start, c.end) for c in above.block.cells} & {(c.start, c.end) for c in row.block.cells}
    return (bool(merged_down) and _is_head(row)) or _names_under_wide(above, row)


def _names_under_wide(above: Paragraph, row: Paragraph) -> bool:
    """All that ``row`` says are names below wide heads of the row above; below the others it is empty."""
    wide = [c for c in above.block.cells if c.width > 1]
    named = [c for c in row.block.cells if _text(row, c)]
    short = all(len(t) <= 30 and re.search(r"[^\W\d_]", t) and not re.search(r"[。；]", t)
                for t in (_text(row, c) for c in named))  # fmt: skip
    return (
        len(wide) < len(above.block.cells)
        and len(named) > 1
        and len(named) < len(row.block.cells)
        and short
        and all(
            any(w.column <= c.column and c.column + c.width <= w.column + w.width for w in wide)
            for c in named
        )
    )


def cells_of(row: Row) -> tuple[TableCell, ...]:
    """The row's cells, each with the spans of its column heads. A cell over the full width stands under no column."""
    out = []
    for cell in row.line.block.cells:
        heads = () if cell.width >= row.width else _heads(row.head, cell)
        out.append(TableCell(cell.start, cell.end, cell.column, cell.width, heads))
    return tuple(out)


def _width(block: Block) -> int:
    return max((c.column + c.width for c in block.cells), default=0)


def _heads(head: Sequence[Paragraph], cell: Cell) -> tuple[Span, ...]:
    spans = [
        (h.start, h.end)
        for row in head
        for h in row.block.cells
        if h.start < h.end
        and len(row.block.cells) > 1
        and "\t"
        not in row.text[max(h.start - row.start, 0) : h.end - row.start]  # heads whose columns are not known
        and h.column < cell.column + cell.width
        and cell.column < h.column + h.width
    ]
    return tuple(dict.fromkeys(spans))


def row_heading(row: Paragraph, text: str) -> str:
    """The first cell that says something, in ``text``, the source, and not only the row's number; one merged with a cell above
    shows that one. Where the columns are unknown the row is one cell, cut at tabs."""
    cells = (cell for c in row.block.cells for cell in text[c.start : c.end].split("\t"))
    shown = [s for cell in cells if (s := re.sub(r"\s+", "", cell))]
    return next((s for s in shown if not _ORDINAL.fullmatch(s)), shown[0] if shown else "")[:40]


_ORDINAL = re.compile(r"[（(]?\d{1,3}[)）]?[.．、]?")

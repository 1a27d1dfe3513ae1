"""Table rows → a table: caption, head rows, body rows with the column heads of each cell.

A table whose rows have one cell each is only a frame: its lines are read like any others. In plain text, lines that
share a number of tabs are the rows of a table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from index.clauses.document import Span, TableCell
from index.clauses.markers import read_markers
from index.clauses.numerals import half_width_digits
from index.clauses.paragraphs import DATE_LINE, Paragraph
from index.read.reading import Block, Cell, Reading

_CAPTION = re.compile(
    r"^(?P<label>表\s*(?:[A-Z]|[0-9０-９]+|[一二三四五六七八九十]+)(?:\s*[.．\-—－]\s*\d+)*)(?![\d个中])[\s:：.、]*(?P<title>.*)$"
)
_TITLE = re.compile(r"^(?!注)[^，。；：,;:！？]{2,40}$")
_UNIT_LINE = re.compile(r"^[（(]?\s*单位\s*[:：]")
_MAX_HEAD_ROWS = 3
_BRIDGED = 3  # lines without tabs that may stand between the rows of a table in plain text


@dataclass
class Table:
    """``caption`` and ``head`` are the table's own text, ``rows`` its body. ``label`` is the caption's number, e.g. 表1."""

    label: str | None = None
    heading: str = ""
    caption: list[Paragraph] = field(default_factory=list)
    head: list[Paragraph] = field(default_factory=list)
    rows: list[Paragraph] = field(default_factory=list)

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
            self.heading = text
            return True
        return False


def read_table(rows: Sequence[Paragraph]) -> Table:
    """Head rows: those that the format marks, else what looks like one. A first line over the full width is a caption."""
    table, body = Table(), list(rows)
    while len(body) > 1 and len(body[0].block.cells) == 1 and "\t" not in body[0].text:
        first = body.pop(0)
        table.heading = table.heading or (first.text.strip() if len(first.text) <= 60 else "")
        table.caption.append(first)
    unknown = next((i for i, row in enumerate(body) if not _is_uneven(row)), 0)
    depth = unknown or _head_rows(body)
    table.head, table.rows = body[:depth], body[depth:]
    return table


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
    return bool(merged_down) and _is_head(row)


def cells_of(table: Table, row: Paragraph) -> tuple[TableCell, ...]:
    """The row's cells, each with the spans of its column heads. A cell over the full width stands under no column."""
    width = max((_width(r.block) for r in (*table.head, *table.rows)), default=0)
    out = []
    for cell in row.block.cells:
        heads = () if cell.width >= width else _heads(table.head, cell)
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
        and h.column < cell.column + cell.width
        and cell.column < h.column + h.width
    ]
    return tuple(dict.fromkeys(spans))


def row_heading(row: Paragraph, text: str) -> str:
    """The first cell that is not empty, in ``text``, the source; one merged with a cell above shows that one. Where the
    columns are unknown the row is one cell, cut at tabs."""
    cells = (cell for c in row.block.cells for cell in text[c.start : c.end].split("\t"))
    shown = (re.sub(r"\s+", "", cell) for cell in cells)
    return next((s for s in shown if s), "")[:40]


def is_frame(rows: Sequence[Block]) -> bool:
    return all(len(row.cells) <= 1 for row in rows)


def _attachment_rows(text: str, rows: Sequence[Block]) -> int:
    """How many rows above the table itself name the attachment that it is: 「附件1」, its title."""
    titles = next((i for i, row in enumerate(rows) if len(row.cells) > 1), 0)
    labels = (read_markers(text[row.start : row.end]) for row in rows[:titles])
    return titles if any(m.form == "附件" for markers in labels for m in markers) else 0


def with_tables(reading: Reading) -> Reading:
    """The same text; rows of frames become paragraphs, and tabbed lines of plain text become rows."""
    blocks: list[Block] = []
    for table, group in groupby(reading.blocks, lambda b: b.table if b.kind == "row" else None):
        found = list(group)
        if table is not None:
            framed = len(found) if is_frame(found) else _attachment_rows(reading.text, found)
            found[:framed] = [Block(b.start, b.end, "paragraph", b.page) for b in found[:framed]]
        blocks.extend(found)
    if reading.wrapped and not any(b.kind == "row" for b in blocks):
        blocks = _tabbed_tables(reading.text, blocks)
    return replace(reading, blocks=tuple(blocks))


def _tabbed_tables(text: str, blocks: list[Block]) -> list[Block]:
    tabs = [text[b.start : b.end].rstrip("\n").count("\t") for b in blocks]
    inside = [_is_tabbed(text[b.start : b.end]) for b in blocks]
    out, i, number = [], 0, 0
    while i < len(blocks):
        end = _table_end(text, blocks, inside, i) if inside[i] else i
        if sum(inside[i:end]) < 2 or (max(tabs[i:end], default=0) < 2 and sum(inside[i:end]) < 3):
            out.append(blocks[i])
            i += 1
            continue
        number += 1
        out.extend(_rows(text, blocks[i:end], number, _columns(tabs[i:end], inside[i:end])))
        i = end
    return out


def _columns(tabs: Sequence[int], inside: Sequence[bool]) -> int:
    """As many as the first line has, if another one has as many; else the usual number."""
    counts = [n for n, tabbed in zip(tabs, inside, strict=True) if tabbed]
    return 1 + (counts[0] if counts.count(counts[0]) > 1 else Counter(counts).most_common(1)[0][0])


def _is_tabbed(line: str) -> bool:
    """A tab behind a label or at the start is no cell."""
    before, tab, after = line.strip(" ").partition("\t")
    return bool(tab and before.strip() and after.strip()) and not re.match(
        r"^第.{1,8}[条章节]$", before.strip()
    )


def _table_end(text: str, blocks: list[Block], inside: list[bool], i: int) -> int:
    """Lines without tabs may stand between rows, unless the head comes again below them: that is another table."""
    end, head = i + 1, _first_cell(text, blocks[i])
    while end < len(blocks):
        ahead = next((j for j in range(end, min(end + _BRIDGED + 1, len(blocks))) if inside[j]), None)
        if ahead is None or any(_ends_table(text[b.start : b.end]) for b in blocks[end:ahead]):
            break
        if ahead > end and _first_cell(text, blocks[ahead]) == head and not re.search(r"\d", head):
            break
        end = ahead + 1
    return end


def _first_cell(text: str, block: Block) -> str:
    return re.sub(r"\s", "", text[block.start : block.end].partition("\t")[0])


def _ends_table(line: str) -> bool:
    return any(m.family.name in {"附件", "章", "条"} for m in read_markers(line.strip()))


def _rows(text: str, blocks: Sequence[Block], table: int, columns: int) -> list[Block]:
    out: list[Block] = []
    above: tuple[Cell, ...] = ()
    for block in blocks:
        cells = _cells(text, block, columns, above)
        out.append(Block(block.start, block.end, "row", block.page, table, False, cells))
        above = cells if len(cells) == columns else above
    return out


def _cells(text: str, block: Block, columns: int, above: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A line with fewer cells lacks those merged with the row above if the number in its first cell goes on from there;
    otherwise its columns are not known, and it is one cell over the full width."""
    pieces = text[block.start : block.end].split("\t")
    missing = columns - len(pieces)
    at, placed = block.start, []
    for column, piece in enumerate(pieces, missing):
        lead = len(piece) - len(piece.lstrip())
        placed.append(Cell(at + lead, at + max(len(piece.rstrip()), lead), column))
        at += len(piece) + 1
    if missing == 0:
        return tuple(placed)
    if 0 < missing < columns - 1 and above and _goes_on(text, above[missing], placed[0]):
        return (*above[:missing], *placed)
    return (Cell(block.start, block.end, 0, columns),)


def _goes_on(text: str, above: Cell, cell: Cell) -> bool:
    before, now = (re.match(r"\s*(\d+)", text[c.start : c.end]) for c in (above, cell))
    return before is not None and now is not None and int(now[1]) == int(before[1]) + 1

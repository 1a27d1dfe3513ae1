"""What a reader gives: the text of a file, and for each block of it where in the source it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Span = tuple[int, int]
BlockKind = Literal["paragraph", "row", "note"]


@dataclass(frozen=True)
class Cell:
    """``text[start:end]`` of the reading; ``column`` counts from 0, ``width`` columns. A cell that is merged with the one
    above it has the span of that one."""

    start: int
    end: int
    column: int
    width: int = 1


@dataclass(frozen=True)
class Block:
    """A paragraph, a table row or a foot-note: ``text[start:end]`` of the reading.

    ``page`` counts from 1, None where the format has no pages. Rows of one table share ``table``, counted from 1;
    ``head`` says that the format itself marks the row as column heads. A note stands behind the paragraph that refers to it.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    page: int | None = None
    table: int | None = None
    head: bool = False
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Reading:
    """``text`` is never normalised: every span in the project counts its code points. Blocks are in reading order, one or
    more lines of the text each. ``wrapped``: a block may be a broken line of a paragraph. ``remarks``: sentences in Chinese
    on what could not be read, for people."""

    text: str
    blocks: tuple[Block, ...]
    wrapped: bool = False
    remarks: tuple[str, ...] = ()

    @classmethod
    def of_lines(cls, text: str) -> Reading:
        """Plain text: a line a block, perhaps broken; form feeds are page breaks of the source and no page numbers."""
        writer = ReadingWriter()
        for line in text.split("\n"):
            writer.paragraph(line)
        return writer.reading(wrapped=True)


@dataclass
class ReadingWriter:
    """Builds a Reading block by block; blocks stand on lines of their own, the cells of a row are apart by a tab."""

    _texts: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _at: int = 0

    def paragraph(self, text: str, page: int | None = None) -> None:
        """An empty one keeps its line and makes no block."""
        self._add(text, Block(self._at, self._at + len(text), "paragraph", page))

    def note(self, text: str, page: int | None = None) -> None:
        """A foot-note or end-note, numbered as shown to the reader of the source."""
        self._add(text, Block(self._at, self._at + len(text), "note", page))

    def row(
        self, cells: Sequence[RowCell], table: int, page: int | None = None, head: bool = False
    ) -> list[Cell]:
        """One table row; gives the cells with their spans, to be passed again as ``above`` of a cell merged downwards."""
        placed: list[Cell] = []
        at, texts = self._at, []
        for cell in cells:
            if cell.above is not None:
                placed.append(Cell(cell.above.start, cell.above.end, cell.column, cell.width))
                continue
            text = cell.text
            placed.append(Cell(at, at + len(text), cell.column, cell.width))
            texts.append(text)
            at += len(text) + 1
        line = "\t".join(texts)
        self._add(line, Block(self._at, self._at + len(line), "row", page, table, head, tuple(placed)))
        return placed

    def _add(self, text: str, block: Block) -> None:
        self._texts.append(text)
        if text.strip():
            self._blocks.append(block)
        self._at += len(text) + 1

    def reading(self, wrapped: bool = False, remarks: Sequence[str] = ()) -> Reading:
        return Reading("\n".join(self._texts), tuple(self._blocks), wrapped, tuple(remarks))


@dataclass(frozen=True)
class RowCell:
    """A cell to be written: its text without line breaks, or, with ``above``, the continuation of a cell above it."""

    text: str
    column: int
    width: int = 1
    above: Cell | None = None


def stored_reading(stored: dict[str, Any]) -> Reading:
    """From the JSON of a stored document; those without blocks were stored before blocks were kept."""
    if not stored.get("blocks"):
        return Reading.of_lines(stored["text"])
    made = (Block(**b | {"cells": tuple(Cell(**c) for c in b["cells"])}) for b in stored["blocks"])
    return Reading(stored["text"], tuple(made), stored["wrapped"], tuple(stored["remarks"]))

"""Lines as the rules of this package read them: without white space, digits half width, brackets of one form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from index.clauses.document import Span
from index.clauses.paragraphs import Paragraph

_SAME = str.maketrans(
    "０１２３４５６７８９()[]［］【】﹝﹞„‟,:;<>○◯",
    "0123456789（）〔〕〔〕〔〕〔〕〔〕，：；〈〉〇〇",
)
_NOISE = re.compile(r"^#{1,6}(?=\s)|^<!--.*-->$|&[a-z]{2,6};?")


def flat(text: str) -> str:
    """One character for each that is not white space.

    >>> flat("渝府发 [2024] ３号")
    '渝府发〔2024〕3号'
    """
    return "".join(text.split()).translate(_SAME)


@dataclass(frozen=True)
class Line:
    """A paragraph; ``text`` is flat. ``words`` are its runs between white space, flat each. ``row``: of a table."""

    paragraph: Paragraph
    source: str

    @cached_property
    def text(self) -> str:
        return flat(_NOISE.sub("", self.paragraph.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(flat(w) for w in _NOISE.sub("", self.paragraph.text).split())

    @property
    def raw(self) -> str:
        """As the paragraph has it; enough to see that a line says nothing of a matter, and quicker than ``text``."""
        return self.paragraph.text

    @property
    def row(self) -> bool:
        return self.paragraph.block.kind == "row"

    @property
    def label(self) -> str | None:
        """The name of the numbering family at its beginning."""
        return self.paragraph.marker.family.name if self.paragraph.marker else None

    @property
    def whole(self) -> Span:
        return self.paragraph.start, self.paragraph.end

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the source."""
        places = self._places
        return places[start], places[end - 1] + 1

    def printed(self) -> list[Line]:
        """The lines of the source that the paragraph was mended from."""
        start, end = self.whole
        out: list[Line] = []
        for match in re.finditer(r"[^\n]+", self.source[start:end]):
            text = match.group().strip()
            if text:
                at = start + match.start() + match.group().index(text[0])
                marker = None if out else self.paragraph.marker
                out.append(
                    Line(
                        replace(self.paragraph, start=at, end=at + len(text), text=text, marker=marker),
                        self.source,
                    )
                )
        return out

    @cached_property
    def _places(self) -> list[int]:
        a, b = self.whole
        places = [i for i in range(a, b) if not self.source[i].isspace()]
        return places[len(places) - len(self.text) :] if self._prefixed else places

    @property
    def _prefixed(self) -> bool:
        return self.paragraph.text.startswith("#")


@dataclass(frozen=True)
class Joined:
    """Several lines as one text."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)

    def span(self, start: int, end: int) -> Span:
        return self._place(start), self._place(end - 1) + 1

    def _place(self, at: int) -> int:
        for line in self.lines:
            if at < len(line.text):
                return line.span(at, at + 1)[0]
            at -= len(line.text)
        raise IndexError(at)


def lines_of(paragraphs: Iterable[Paragraph], source: str) -> list[Line]:
    return [Line(p, source) for p in paragraphs]


def across(lines: Sequence[Line]) -> Span:
    """From the first to the last of them."""
    return lines[0].paragraph.start, lines[-1].paragraph.end

"""One clause's mended text with the way back to the source, for the readers of facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal

from index.clauses.document import Clause, Document, Fact, Span
from index.clauses.paragraphs import source_map

_SENTENCE = re.compile(r"[^。；！？\n\t]+[。；！？]?")
_WIDE = {ord(a): b for a, b in zip("();:!?０１２３４５６７８９％", "（）；：！？0123456789%", strict=True)}
_COMMA = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")


_LISTED = re.compile(r"(?<=元)，(?=\d[\d.]*[百千万亿]*元)")
"""「200万元，100万元奖励」 is a list."""


def flatten(text: str) -> str:
    """One character for one: punctuation full-width, digits half-width; what is matched, never what is shown."""
    return _LISTED.sub("、", _COMMA.sub("，", text.translate(_WIDE)))


class ClauseText:
    """``text`` is the clause's text, ``flat`` the same with one form of punctuation and digits; spans inside them are
    turned into source spans by ``fact``."""

    def __init__(self, document: Document, clause: Clause) -> None:
        self.document = document
        self.clause = clause
        self.text = clause.text

    @cached_property
    def flat(self) -> str:
        return flatten(self.text)

    @cached_property
    def _map(self) -> list[int]:
        start = self.clause.start
        if self.document.text.startswith(self.text, start):  # nothing was mended
            return list(range(start, start + len(self.text)))
        return source_map(self.document.text, start, self.text)

    def span(self, start: int, end: int) -> Span:
        """Offsets in ``text`` → offsets in the source."""
        return self._map[start], self._map[end - 1] + 1

    def fact(
        self, kind: Literal["agency", "target", "measure", "gloss"], start: int, end: int, **data: Any
    ) -> Fact:
        where = self.span(start, end)
        return Fact(kind, self.text[start:end], where[0], where[1], self.clause.id, data)

    def sentences(self) -> Iterator[Span]:
        """Sentences and items, with their closing mark; spans in ``text``."""
        for match in _SENTENCE.finditer(self.flat):
            if match.group().strip():
                yield match.start(), match.end()

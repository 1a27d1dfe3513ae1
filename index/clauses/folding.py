"""Text as a phrase is looked for in it: without white space, punctuation of one width, lower case."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from index.clauses.document import Document, Span
from index.clauses.kept import kept

_WIDE = "（）〔〕［］，；：！？“”‘’—–－「」『』％０１２３４５６７８９"
_NARROW = '()[][],;:!?""""---""""%0123456789'
_LOWER = ("İ", "i"), ("Σ", "σ"), ("'", '"')
"""In lower case the only ones that are longer, or depend on their place."""
_ONE_WIDTH = (*zip(_WIDE, _NARROW, strict=True), *_LOWER)


def folded(text: str) -> str:
    """One character for each that is not white space.

    >>> folded("（2024—2027 年） ＡＩ Plan")
    '(2024-2027年)ａｉplan'
    """
    bare = "".join(text.split())
    for wide, narrow in _ONE_WIDTH:
        bare = bare.replace(wide, narrow)
    return bare.lower()


@kept
def folded_text(document: Document) -> str:
    return folded(document.text)


@kept
def _runs(document: Document) -> tuple[list[int], list[int]]:
    """Where each run without white space begins: in the folded text, in the text."""
    begins = [m.span() for m in re.finditer(r"\S+", document.text)]
    at, places = 0, []
    for start, end in begins:
        places.append(at)
        at += end - start
    return places, [start for start, _ in begins]


def places_of(phrase: str, document: Document) -> Iterator[Span]:
    """The spans of the text that say the phrase, in order; none of them overlap."""
    wanted, text = folded(phrase), folded_text(document)
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield _place(document, at), _place(document, at + len(wanted) - 1) + 1
        at = text.find(wanted, at + len(wanted))


def _place(document: Document, at: int) -> int:
    """Where the character ``at`` of the folded text stands in the text."""
    places, starts = _runs(document)
    run = bisect_right(places, at) - 1
    return starts[run] + at - places[run]

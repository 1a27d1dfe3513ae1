"""「达到10万、20万、50万的，分别奖励250万元、500万元、1000万元」: which figure goes with which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from assistant.answer.grounding.text import sentence_around
from assistant.answer.grounding.values import Value, values

_JOINED = re.compile(r"(?:以[上下内])?[、和及与]|以及")
_Pair = tuple[Value, Value]


def stands_with(sentence: str, claim: Value, text: str) -> bool | None:
    """Does the claim stand with the figure that the clause has it go with? None where the clause has no such rows of
    figures, or the sentence does not name one of the first row."""
    own = [pair for pair in _aligned(text) if _is(pair[1], claim)]
    firsts = [pair[0] for pair in _aligned(text)]
    said = next((one for one, other in _aligned(sentence) if other == claim), None)
    if said is None:
        begin, _ = sentence_around(sentence, claim.start)
        before = [v for v in values(sentence) if begin <= v.start < claim.start and _any(firsts, v)]
        said = before[-1] if before else None
    if not own or said is None or not _any(firsts, said):
        return None
    return any(_is(first, said) for first, _ in own)


def _any(known: Sequence[Value], one: Value) -> bool:
    return any(_is(other, one) for other in known)


def _is(one: Value, other: Value) -> bool:
    return (
        one.kind == other.kind
        and one.key == other.key
        and ("?" in (one.unit, other.unit) or one.unit == other.unit)
    )


@lru_cache(maxsize=500)
def _aligned(text: str) -> tuple[_Pair, ...]:
    return tuple(pair for match in re.finditer("分别", text) for pair in _pairs(text, match.start()))


def _pairs(text: str, at: int) -> Iterator[_Pair]:
    """Of the row behind 分别 and the last one of as many figures before it."""
    begin, end = sentence_around(text, at)
    rows = list(_rows(text, [v for v in values(text) if begin <= v.start < end]))
    behind = next((row for row in rows if row[0].start > at), [])
    before = [row for row in rows if row[-1].end <= at and len(row) == len(behind)]
    if before:
        yield from zip(before[-1], behind, strict=True)


def _rows(text: str, known: Sequence[Value]) -> Iterator[list[Value]]:
    """Two or more figures joined by 、 or 和."""
    row = list(known[:1])
    for one, other in pairwise(known):
        if not _JOINED.fullmatch(text, one.end, other.start):
            if len(row) > 1:
                yield row
            row = []
        row.append(other)
    if len(row) > 1:
        yield row

"""Escaping, and marking words inside a text whose white space may differ from theirs."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

Span = tuple[int, int]


def safe(text: str) -> str:
    """Text for element content and quoted attributes."""
    return escape(text, quote=True)


def locate(text: str, words: str, near: int = 0) -> Span | None:
    """The span of ``words`` in ``text``, white space ignored; of several the one closest to ``near``."""
    places = [at for at, char in enumerate(text) if not char.isspace()]
    packed = "".join(text[at] for at in places)
    wanted = "".join(words.split())
    if not wanted:
        return None
    found = list(_occurrences(packed, wanted))
    if not found:
        return None
    first = min(found, key=lambda at: abs(places[at] - near))
    return places[first], places[first + len(wanted) - 1] + 1


def every(text: str, words: str) -> list[Span]:
    """All spans of ``words`` in ``text`` that do not overlap, white space ignored."""
    places = [at for at, char in enumerate(text) if not char.isspace()]
    packed = "".join(text[at] for at in places)
    wanted = "".join(words.split())
    if not wanted:
        return []
    return [(places[at], places[at + len(wanted) - 1] + 1) for at in _occurrences(packed, wanted)]


def _occurrences(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def marked(text: str, spans: Iterable[Span], tag: str = "mark", kind: str = "") -> str:
    """``text`` escaped, each span wrapped in ``tag``; spans that overlap an earlier one are left out."""
    opening = f'<{tag} class="{safe(kind)}">' if kind else f"<{tag}>"
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if start < done or end <= start:
            continue
        pieces += [safe(text[done:start]), opening, safe(text[start:end]), f"</{tag}>"]
        done = end
    return "".join([*pieces, safe(text[done:])])

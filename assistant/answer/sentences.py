"""Whole sentences of a clause, as spans of the source. A sentence is never cut, so that no condition is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.clauses import Clause, Document
from index.clauses.paragraphs import source_map

_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?[”」）)]?")


def sentences(document: Document, clause: Clause, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """(start, end, text) of the sentences in ``[start, end)``, label and heading left out, agency notes left out."""
    for entry in document.subtree(clause):
        if entry.end <= start or entry.start >= end:
            continue
        places = source_map(document.text, entry.start, entry.text)
        for match in _SENTENCE.finditer(entry.text):
            text = match.group()
            lead = len(text) - len(text.lstrip())
            first, last = match.start() + lead, match.end() - 1
            if not text.strip():
                continue
            begin, stop = places[first], places[last] + 1
            if stop <= entry.body and entry.kind == "clause":
                continue
            begin = max(begin, entry.body) if entry.kind == "clause" else begin
            shown = document.quote(begin, stop)
            if shown and not is_agency_note(shown):
                yield begin, stop, shown


def is_agency_note(text: str) -> bool:
    return bool(re.match(r"^[（(〔\[【].{2,300}(负责|牵头|配合|单位[:：].*)[）)〕\]】]?。?$", text, re.S))

"""Whole sentences of a clause, as spans of the source. A sentence is never cut, so that no condition is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer.draft import Quote
from index.clauses import Clause, Document
from index.clauses.paragraphs import source_map

_SENTENCE = re.compile(r"[^。；;！？\n]+[。；;！？]?[”」）)]?")


@dataclass(frozen=True)
class Sentence:
    """``text`` is the source's ``[start:end]`` with line wraps mended."""

    start: int
    end: int
    text: str

    def quote(self, document: Document, clause: Clause) -> Quote:
        """In the entry that the sentence stands in; with its items, in the one that it begins in."""
        entry = document.clause_at(self.start, self.end) or document.clause_at(self.start, self.start + 1)
        return Quote(document, entry or clause, self.start, self.end)


def sentences(document: Document, clause: Clause, start: int, end: int) -> Iterator[Sentence]:
    """The sentences in ``[start, end)`` in reading order; labels, headings and notes on agencies are left out."""
    for entry in document.subtree(clause):
        if entry.end <= start or entry.start >= end:
            continue
        places = source_map(document.text, entry.start, entry.text)
        for match in _SENTENCE.finditer(entry.text):
            lead = len(match.group()) - len(match.group().lstrip())
            if not match.group().strip():
                continue
            begin, stop = places[match.start() + lead], places[match.end() - 1] + 1
            if entry.kind == "clause":
                if stop <= entry.body:
                    continue
                begin = max(begin, entry.body)
            shown = document.quote(begin, stop)
            if shown and not is_agency_note(shown):
                yield Sentence(begin, stop, shown)


def is_agency_note(text: str) -> bool:
    return bool(re.match(r"^[（(〔\[【].{2,300}(负责|牵头|配合|单位[:：].*)[）)〕\]】]?。?$", text, re.S))

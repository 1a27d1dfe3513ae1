"""Layers over the tree: what a clause names, each fact with the span it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.clauses.facts.agencies import agencies
from index.clauses.facts.clause_text import ClauseText
from index.clauses.facts.glosses import glosses
from index.clauses.facts.measures import measures
from index.clauses.facts.targets import targets

if TYPE_CHECKING:
    from index.clauses.document import Document, Fact


def read_facts(document: Document) -> Iterator[Fact]:
    """In document order, one reader after the other within a clause."""
    for clause in document.clauses:
        reading = ClauseText(document, clause)
        for read in (agencies, targets, measures, glosses):
            yield from read(reading)

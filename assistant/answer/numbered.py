"""Citations get their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.citations import citation
from assistant.answer.draft import Quote, Said
from assistant.answer.model import Citation, Statement
from assistant.answer.rows import spoken
from index.clauses.status import Standings


def numbered(said: Sequence[Said], standings: Standings) -> tuple[list[Citation], list[Statement]]:
    """Citations numbered in the order in which they are first cited; the same place keeps its number."""
    numbers: dict[tuple[str, int, int], int] = {}
    citations: list[Citation] = []
    statements = []
    for one in said:
        cited = []
        for quote in one.quotes:
            cited.append(_place(quote, numbers, citations, standings))
        statements.append(Statement(text=spoken(one), citations=tuple(dict.fromkeys(cited)), row=one.row))
    return citations, statements


def _place(
    quote: Quote, numbers: dict[tuple[str, int, int], int], citations: list[Citation], standings: Standings
) -> int:
    key = (quote.document.id, quote.start, quote.end)
    if key not in numbers:
        numbers[key] = len(citations) + 1
        citations.append(citation(numbers[key], quote, standings))
    return numbers[key]

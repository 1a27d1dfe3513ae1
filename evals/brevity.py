"""Is a fact or a look-up answered in few words?"""

from __future__ import annotations

from assistant.answer.model import Answer
from evals.folding import squeeze

FACTS = frozenset({"head", "target", "agency", "definition", "lookup"})
MOST_CITATIONS = 3
MOST_CHARACTERS = 200


def own_characters(answer: Answer) -> int:
    """Characters of statements that are not themselves a passage of a cited quotation."""
    quotes = [squeeze(citation.quote) for citation in answer.citations]
    texts = [squeeze(statement.text) for statement in answer.statements]
    return sum(len(text) for text in texts if not any(text.rstrip("。") in quote for quote in quotes))


def brief(answer: Answer) -> bool:
    return len(answer.citations) <= MOST_CITATIONS and own_characters(answer) <= MOST_CHARACTERS

"""For a question put to several documents: which ones, and the best clauses of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.contrast import Contrast, contrasted
from assistant.sides import Side, document_sides, documents_called
from index.clauses import Document
from index.clauses.status import Standings
from index.search.hit import Hit
from index.search.retriever import ClauseRetriever
from index.search.snapshot import Snapshot

LONGEST = 60
"""Characters of a matter that are looked for."""
PER = 4
"""Hits of each document."""
_LEADING = re.compile(r"^(?:对于?|在|关于|针对|就|的)")


@dataclass(frozen=True)
class Across:
    """A comparison across documents. ``sides`` is empty where every one of ``documents`` that speaks of the matter is meant;
    ``hits``: the best of each document, by its id."""

    contrast: Contrast
    sides: tuple[Side, ...]
    matter: str
    hits: dict[str, list[Hit]]
    documents: tuple[Document, ...]
    standings: Standings
    limited: bool
    """The asker, or the question, limits it to ``documents``."""

    def others(self, shown: Sequence[Document]) -> int:
        """Documents that could have been meant and are not among ``shown``."""
        return len({d.id for d in self.documents} - {d.id for d in shown})


def look_across(
    question: str,
    retriever: ClauseRetriever,
    snapshot: Snapshot,
    allowed: Sequence[str] | None,
    standings: Standings,
) -> Across | None:
    """None where the question sets no documents side by side. Costs nothing more where it compares nothing."""
    contrast = contrasted(question)
    if contrast is None:
        return None
    documents = tuple(snapshot.documents(allowed))
    named = document_sides(contrast, documents) if len(documents) > 1 else None
    if named:
        sides, matter = named
        meant = [d for side in sides for d in side.documents]
    elif contrast.each and (len(documents) > 1 or contrast.kind != "each"):
        sides, (matter, meant) = (), _of_each(contrast, documents)
    else:
        return None
    limited = bool(sides) or allowed is not None
    ids = [d.id for d in meant] if limited or len(meant) < len(documents) else None
    if contrast.asked and not contrast.body and contrast.kind == "which":
        return None
    hits = retriever.by_document(matter[:LONGEST], PER, ids) if matter else {}
    return Across(contrast, sides, matter, hits, tuple(meant), standings, limited)


def _of_each(contrast: Contrast, documents: tuple[Document, ...]) -> tuple[str, list[Document]]:
    """What is asked of every document, and of which: 「各区县的未来产业政策在人才上」."""
    kind, matter = contrast.readings[0]
    called = documents_called(kind, documents)
    return (matter, list(called)) if called else (_LEADING.sub("", contrast.body), list(documents))

"""Where a clause points to another one, as links: in its own document, or in one of the library that is named by title."""

from __future__ import annotations

from collections.abc import Callable

from assistant.views import Link
from index.clauses import Clause, Document, Reference
from index.clauses.references import in_other_document

FindDocument = Callable[[str], Document | None]
"""Title → the document of the library that is called so."""
SHOWN = 80
"""Characters of what is meant that a link shows."""


def links(document: Document, clause: Clause, find: FindDocument) -> tuple[Link, ...]:
    """Those that stand in the clause's own text, in its order."""
    return tuple(_link(document, r, find) for r in document.references if r.clause_id == clause.id)


def links_within(document: Document, start: int, end: int, find: FindDocument) -> tuple[Link, ...]:
    return tuple(_link(document, r, find) for r in document.references if start <= r.start and r.end <= end)


def _link(document: Document, reference: Reference, find: FindDocument) -> Link:
    target, span, holder = reference.target, reference.span, document
    if reference.title and (other := find(reference.title)):
        meant = in_other_document(reference, other)
        holder = other
        target, span = (meant.clause_id, meant.span) if meant else (None, None)
    return Link(
        text="".join(reference.text.split()), start=reference.start, end=reference.end, title=reference.title,
        locator=reference.locator, clause_id=target, quote=holder.quote(*span)[:SHOWN] if span else "",
    )  # fmt: skip

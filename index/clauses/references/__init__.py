"""A layer over the tree: where a clause points to another one, of this document or of a named one.

``mentions`` finds them in a clause's text, ``resolve`` finds the clause that is meant; what it cannot find stays
unresolved and is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.clauses.document import Clause, Document, Reference
from index.clauses.paragraphs import source_map
from index.clauses.references.mentions import Mention, mentions
from index.clauses.references.resolve import Meant, Resolver
from index.read.reading import Span

__all__ = ["in_other_document", "read_references"]


def read_references(document: Document) -> Iterator[Reference]:
    """In document order; a chain (第十条、第十二条和第十五条) gives one reference a clause that it names."""
    resolver = Resolver(document)
    named: dict[str | None, Mention] = {}
    for clause in document.clauses:
        found = mentions(clause.text)
        if not found:
            continue
        places = source_map(document.text, clause.start, clause.text)
        owner = resolver.owner(clause)
        article = owner.id if owner else None
        for mention in found:
            start, end = places[mention.start], places[mention.end - 1] + 1
            if _is_own_label(clause, start):
                continue
            yield _reference(resolver, clause, mention, (start, end), named.get(article))
            if mention.title is None and mention.steps[0].unit == "条":
                named[article] = mention


def _is_own_label(clause: Clause, start: int) -> bool:
    """The label and heading at the head of the clause point nowhere."""
    return start < clause.body and start < clause.paragraphs[0][1]


def _reference(
    resolver: Resolver, clause: Clause, mention: Mention, span: Span, named: Mention | None
) -> Reference:
    title = resolver.full_title(mention.title) if mention.title else None
    meant = resolver.resolve(mention.steps, title, clause, span[0], named.steps if named else ())
    foreign = title if title and not resolver.is_own_title(title) else None
    return Reference(
        mention.text, *span, clause.id, foreign, mention.locator,
        meant.clause_id if meant else None, meant.span if meant else None,
    )  # fmt: skip


def in_other_document(reference: Reference, document: Document) -> Meant | None:
    """What a reference to another document means in ``document``, the one of that title; None where it does not exist."""
    found = mentions(reference.locator)
    if not found or found[0].steps[0].back is not None:
        return None
    return Resolver(document).in_part(found[0].steps, document.main_part())

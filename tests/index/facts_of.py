"""Facts read from a short text, as tables of tests write them."""

from __future__ import annotations

from index.clauses import Document, Fact, parse


def document_of(text: str) -> Document:
    """``text`` as the first section of a document."""
    return parse(f"关于若干措施的通知\n\n一、总体安排\n\n{text}\n", "措施.txt")


def facts_of(text: str, kind: str) -> list[Fact]:
    return [fact for fact in document_of(text).facts if fact.kind == kind]

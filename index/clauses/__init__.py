"""Text → clause tree. ``parse`` is the one verb; ``find`` resolves a typed locator in a document."""

from index.clauses.document import FORMAT, Clause, Document, Fact, Metadata, Part, Reference
from index.clauses.find import Found, find, find_all
from index.clauses.locator import Locator, parse_locator
from index.clauses.parse import parse

__all__ = [
    "FORMAT", "Clause", "Document", "Fact", "Found", "Locator", "Metadata", "Part", "Reference",
    "find", "find_all", "parse", "parse_locator",
]  # fmt: skip

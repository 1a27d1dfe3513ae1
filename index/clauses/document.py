"""The domain's nouns: ``Document``, ``Clause`` and the facts read from them. All frozen; offsets count code points."""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

from index.clauses.locator import Locator

Span = tuple[int, int]
ClauseKind = Literal["front", "clause", "paragraph", "back"]
Status = Literal["current", "expired", "superseded", "unknown"]
FORMAT = 1
"""Raised whenever the stored form of a document or a passage changes; an older index is then refused."""


@dataclass(frozen=True)
class Fact:
    """Something read from a clause, with the span it was read from.

    ``data`` holds what the kind needs: agency ``role, name, owner, etc``; target ``value, value_max, unit, object,
    deadline``; measure ``beneficiary, support, action``; gloss ``term, meaning``.
    """

    kind: Literal["agency", "target", "measure", "gloss"]
    text: str
    start: int
    end: int
    clause_id: str
    data: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "text": self.text, "start": self.start, "end": self.end, **self.data}


@dataclass(frozen=True)
class Clause:
    """One entry of a document in reading order: a numbered clause's own text, a later paragraph, or front and back matter.

    ``text`` holds the source's characters with line wraps mended, paragraphs separated by newlines;
    ``paragraphs`` are their spans; ``body`` is where the text after label and heading begins.
    """

    id: str
    locator: Locator
    heading: str
    text: str
    start: int
    end: int
    page: int | None
    parent: str | None
    children: tuple[str, ...]
    part: int
    kind: ClauseKind
    paragraphs: tuple[Span, ...]
    body: int

    @property
    def path(self) -> tuple[str, ...]:
        return self.locator.path


@dataclass(frozen=True)
class Part:
    """One instrument in a file: the notice that carries, and what it carries."""

    title: str
    start: int
    end: int


@dataclass(frozen=True)
class Metadata:
    """Read from the document's own text; ``spans`` says where. Dates are ISO strings or None."""

    title: str
    number: str | None = None
    issuers: tuple[str, ...] = ()
    addressees: str | None = None
    issued: str | None = None
    effective: str | None = None
    expires: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A parsed document. ``text`` is what the reader gave; the clauses' spans tile it, white space aside."""

    id: str
    source: str
    digest: str
    text: str
    metadata: Metadata
    parts: tuple[Part, ...]
    clauses: tuple[Clause, ...]
    facts: tuple[Fact, ...] = ()
    collection: str = "default"

    @property
    def title(self) -> str:
        return self.metadata.title

    @cached_property
    def by_id(self) -> dict[str, Clause]:
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def position(self) -> dict[str, int]:
        return {clause.id: i for i, clause in enumerate(self.clauses)}

    def titles(self) -> tuple[str, ...]:
        """Every title the document may be called by: its own, then those of the instruments it carries."""
        return tuple(dict.fromkeys([self.title, *(part.title for part in self.parts)]))

    def main_part(self) -> int:
        """The instrument that is meant when none is named: the carried one."""
        return len(self.parts) - 1

    def part_title(self, clause: Clause) -> str:
        return self.parts[clause.part].title or self.title

    def status(self, today: date) -> Status:
        """From the document's own dates; unknown stays unknown."""
        if not self.metadata.expires:
            return "unknown"
        return "current" if today <= date.fromisoformat(self.metadata.expires) else "expired"

    def ancestors(self, clause: Clause) -> tuple[Clause, ...]:
        """From the root down, ``clause`` itself left out."""
        out: list[Clause] = []
        parent = clause.parent
        while parent is not None:
            out.append(self.by_id[parent])
            parent = out[-1].parent
        return tuple(reversed(out))

    def children(self, clause: Clause) -> tuple[Clause, ...]:
        return tuple(self.by_id[i] for i in clause.children)

    def subtree(self, clause: Clause) -> tuple[Clause, ...]:
        """The clause and all below it, in reading order."""
        out = [clause]
        for child in self.children(clause):
            out.extend(self.subtree(child))
        return tuple(out)

    def end_of(self, clause: Clause) -> int:
        """Where the last entry below the clause ends."""
        return max(c.end for c in self.subtree(clause))

    def clause_at(self, start: int, end: int) -> Clause | None:
        """The entry that holds the whole span, or None where it crosses entries."""
        for clause in self.clauses:
            if clause.start <= start and end <= clause.end:
                return clause
        return None

    def quote(self, start: int, end: int) -> str:
        """``text[start:end]`` as it is shown: line wraps mended, paragraphs apart by a newline, nothing else changed."""
        spans = [
            (max(a, start), min(b, end))
            for clause in self.clauses
            if clause.start < end and clause.end > start
            for a, b in clause.paragraphs
            if a < end and b > start
        ]
        return "\n".join(re.sub(r"\s*[\n\r\f\v]\s*", "", self.text[a:b]).strip() for a, b in spans)

    def clause_facts(self, clause_id: str) -> tuple[Fact, ...]:
        return self._facts_by_clause.get(clause_id, ())

    @cached_property
    def _facts_by_clause(self) -> dict[str, tuple[Fact, ...]]:
        out: dict[str, list[Fact]] = {}
        for fact in self.facts:
            out.setdefault(fact.clause_id, []).append(fact)
        return {key: tuple(value) for key, value in out.items()}

    def to_json(self) -> str:
        data = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        return json.dumps(data, ensure_ascii=False, default=_plain, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Document:
        data = json.loads(text)
        metadata = data["metadata"] | {
            "issuers": tuple(data["metadata"]["issuers"]),
            "spans": {k: tuple(v) for k, v in data["metadata"]["spans"].items()},
        }
        return cls(
            **data
            | {
                "metadata": Metadata(**metadata),
                "parts": tuple(Part(**p) for p in data["parts"]),
                "clauses": tuple(_clause(c) for c in data["clauses"]),
                "facts": tuple(_fact(f) for f in data["facts"]),
            }
        )


def _plain(value: Any) -> Any:
    if isinstance(value, Locator):
        return value.path
    return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}


def _fact(data: dict[str, Any]) -> Fact:
    """The lists in a fact's data are spans."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in data["data"].items()}
    return Fact(**data | {"data": values})


def _clause(data: dict[str, Any]) -> Clause:
    return Clause(
        **data
        | {
            "locator": Locator(tuple(data["locator"]), back=data["kind"] == "back"),
            "children": tuple(data["children"]),
            "paragraphs": tuple(tuple(p) for p in data["paragraphs"]),
        }
    )

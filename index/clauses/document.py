"""The domain's nouns: ``Document``, ``Clause`` and the facts read from them. All frozen; offsets count code points."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import islice, takewhile
from typing import Literal

from pydantic import TypeAdapter

from index.clauses.fact import Fact as Fact
from index.clauses.locator import Locator
from index.read.reading import Block, Reading
from index.read.reading import Span as Span

ClauseKind = Literal["front", "clause", "paragraph", "table", "row", "back"]
FORMAT = 6
"""Raised whenever the stored form of a document or a passage changes, or the same text is read as other clauses (whose ids
then differ); an older index is then refused, and rebuilt from the text that it holds."""


@dataclass(frozen=True)
class TableCell:
    """A cell of a table row: ``document.text[start:end]``; ``heads`` are the spans of its column heads, topmost first."""

    start: int
    end: int
    column: int
    width: int
    heads: tuple[Span, ...]


@dataclass(frozen=True)
class Clause:
    """One entry of a document in reading order: a numbered clause's own text, a later paragraph, a table, one of its
    rows (with ``cells``), or front and back matter.

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
    cells: tuple[TableCell, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        return self.locator.path

    @property
    def bare_heading(self) -> str:
        """Of 「第六条（申请条件）」 without the brackets that some documents put around it; "" where it has none."""
        return re.sub(r"^[（(【\[]([^（）()【】\[\]]+)[）)】\]]$", r"\1", self.heading)


@dataclass(frozen=True)
class Exempt:
    """What is left out of an instrument's term, or has one of its own: ``text`` as written, the ids of the ``clauses`` meant
    (none where that stays open), the days that are said of them."""

    text: str
    start: int
    end: int
    clauses: tuple[str, ...] = ()
    effective: str | None = None
    expires: str | None = None


@dataclass(frozen=True)
class Part:
    """One instrument in a file: the notice that carries, and what it carries; each may have its own days."""

    title: str
    start: int
    end: int
    effective: str | None = None
    expires: str | None = None
    exceptions: tuple[Exempt, ...] = ()


@dataclass(frozen=True)
class Mention:
    """Another document named in the text, by title, number or both."""

    title: str | None
    number: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Metadata:
    """Read from the document's own text; ``spans`` says where. Dates are ISO strings or None.

    ``issued`` is the date of signature, else of publication; ``revised`` the latest revision. ``titled_by`` is ``file``
    where the text has no title and the file's name stands in. ``carried``: titles of what a notice carries.
    ``repeals``: documents that this one puts out of force.
    """

    title: str
    number: str | None = None
    issuers: tuple[str, ...] = ()
    addressees: str | None = None
    issued: str | None = None
    published: str | None = None
    effective: str | None = None
    revised: str | None = None
    expires: str | None = None
    kind: str | None = None
    region: str | None = None
    level: str | None = None
    titled_by: Literal["text", "file"] = "text"
    carried: tuple[str, ...] = ()
    repeals: tuple[Mention, ...] = ()
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True)
class Doubt:
    """A place at which the outline could be read in two ways; ``text`` says which, in Chinese."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Reference:
    """A mention of a clause: ``text`` as written, in the clause ``clause_id``. ``title`` names another document, None this
    one; ``locator`` is the path in words, 第十条第二款. ``target`` is the id of the clause in this document and ``span`` what
    is meant there; None where it stays unresolved or lies in another document."""

    text: str
    start: int
    end: int
    clause_id: str
    title: str | None
    locator: str
    target: str | None = None
    span: Span | None = None


@dataclass(frozen=True)
class Document:
    """A parsed document. ``text`` and ``blocks`` are what the reader gave; the clauses' spans tile the text, white space
    aside. ``doubts``: where the outline might be read otherwise; ``remarks``: what the reader could not read."""

    id: str
    source: str
    digest: str
    text: str
    metadata: Metadata
    parts: tuple[Part, ...]
    clauses: tuple[Clause, ...]
    facts: tuple[Fact, ...] = ()
    collection: str = "default"
    references: tuple[Reference, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    blocks: tuple[Block, ...] = ()
    wrapped: bool = True
    remarks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.metadata.title

    @property
    def reading(self) -> Reading:
        """What the reader gave."""
        return Reading(self.text, self.blocks, self.wrapped, self.remarks)

    @cached_property
    def by_id(self) -> dict[str, Clause]:
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def position(self) -> dict[str, int]:
        return {clause.id: i for i, clause in enumerate(self.clauses)}

    @property
    def carried_title(self) -> str:
        """Of what a notice carries; of a document that carries nothing its own."""
        return self.parts[-1].title or self.title

    def titles(self) -> tuple[str, ...]:
        """Every title the document may be called by: its own, then those of the instruments it carries."""
        return tuple(dict.fromkeys([self.title, *(part.title for part in self.parts)]))

    def main_part(self) -> int:
        """The instrument that is meant when none is named: the carried one."""
        return len(self.parts) - 1

    def part_title(self, clause: Clause) -> str:
        return self.parts[clause.part].title or self.title

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
        at = bisect_left(self._ends, end)
        entry = self.clauses[at] if at < len(self.clauses) else None
        return entry if entry and entry.start <= start else None

    @cached_property
    def _ends(self) -> list[int]:
        return [clause.end for clause in self.clauses]  # none begins before another ends

    def quote(self, start: int, end: int) -> str:
        """``text[start:end]`` as it is shown: line wraps mended, cells apart by a tab, paragraphs by a newline."""
        behind = islice(self.clauses, bisect_left(self._ends, start), None)
        spans = [
            (max(a, start), min(b, end), "\t" if clause.kind in {"row", "table"} else "")
            for clause in takewhile(lambda c: c.start < end, behind)
            for a, b in clause.paragraphs
            if a < end and b > start
        ]
        return "\n".join(
            re.sub(r"\s*[\n\r\f\v]\s*", between, self.text[a:b]).strip() for a, b, between in spans
        )

    def clause_facts(self, clause_id: str) -> tuple[Fact, ...]:
        return self._facts_by_clause.get(clause_id, ())

    @cached_property
    def _facts_by_clause(self) -> dict[str, tuple[Fact, ...]]:
        return _grouped((fact.clause_id, fact) for fact in self.facts)

    @cached_property
    def agencies_by_owner(self) -> dict[str, tuple[Fact, ...]]:
        """The agency facts by the clause that they bind; those that bind all later tasks are left out."""
        bound = (f for f in self.facts if f.kind == "agency" and not f.data["forward"])
        return _grouped((fact.data["owner"], fact) for fact in bound)

    def to_json(self) -> str:
        return _adapter().dump_json(self).decode()

    @classmethod
    def from_json(cls, text: str) -> Document:
        return _adapter().validate_json(text)


def _grouped(facts: Iterable[tuple[str, Fact]]) -> dict[str, tuple[Fact, ...]]:
    out: dict[str, list[Fact]] = {}
    for key, fact in facts:
        out.setdefault(key, []).append(fact)
    return {key: tuple(value) for key, value in out.items()}


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)

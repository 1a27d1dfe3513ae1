"""What leaves the assistant: frozen data whose JSON is the public contract (see DESIGN, "Answer JSON")."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Outcome = Literal["answered", "unspecified", "refused"]
Mode = Literal["extractive", "llm"]
Grounding = Literal["full", "partial", "none"]
Verdict = Literal["applicable", "conditional", "direction", "not_applicable"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class DocumentRef(_Frozen):
    """The document a citation points into; ``source`` is a file name, never a path."""

    id: str
    title: str
    number: str | None
    status: str
    source: str


class CellView(_Frozen):
    """A cell of a table row with the words of its column heads, topmost first."""

    text: str
    heads: tuple[str, ...]
    start: int
    end: int
    column: int
    width: int


class RowView(_Frozen):
    """A table row that a quotation holds, in whole or in part: line ``line`` of the quotation, counted from 0. All its cells
    are given, also those merged with the row above. ``head``: it names the columns."""

    line: int
    head: bool
    cells: tuple[CellView, ...]


class Citation(_Frozen):
    """A verbatim quotation at its place.

    ``quote`` equals the source text ``[start:end]`` (code points) once white space is removed;
    ``path`` are the labels from the root, ``formatted`` the official form ready to paste. ``rows``: the table rows in it.
    """

    n: int
    clause_id: str
    document: DocumentRef
    path: tuple[str, ...]
    locator: str
    heading: str
    quote: str
    start: int
    end: int
    page: int | None
    formatted: str
    rows: tuple[RowView, ...] = ()


class Statement(_Frozen):
    """One sentence without markers and the numbers ``n`` of the citations it stands on. ``row``: the same as a row of a
    table, (column head, cell) in order; rows that follow each other under the same heads are one table."""

    text: str
    citations: tuple[int, ...]
    row: tuple[tuple[str, str], ...] = ()


class Timings(_Frozen):
    retrieve: float
    compose: float
    total: float


class Answer(_Frozen):
    """``answer`` is Markdown: the statements with ``[n]`` markers. ``closest`` is labelled as not an answer."""

    id: str
    question: str
    standalone_question: str
    outcome: Outcome
    mode: Mode
    answer: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    grounding: Grounding
    dropped: int
    notices: tuple[str, ...]
    library: str
    closest: tuple[Citation, ...]
    timings_ms: Timings


class SearchHit(_Frozen):
    score: float
    rank: int
    citation: Citation


class SearchResult(_Frozen):
    """``notices`` warn of documents that are not in force; ``library`` is the version searched. Of all results below too."""

    question: str
    hits: tuple[SearchHit, ...]
    notices: tuple[str, ...] = ()
    library: str = ""


class CiteResult(_Frozen):
    query: str
    matches: tuple[Citation, ...]
    nearest: tuple[Citation, ...]
    notices: tuple[str, ...] = ()
    library: str = ""


class Condition(_Frozen):
    """``met`` is None where the profile does not say."""

    text: str
    met: bool | None


class Amount(_Frozen):
    text: str
    cap: str | None
    rate: str | None
    base: str | None
    unit: str | None


class Measure(_Frozen):
    """A support measure as the document words it; ``amount`` None means 「文件未规定」."""

    verdict: Verdict
    measure: str
    conditions: tuple[Condition, ...]
    kind: str
    amount: Amount | None
    agencies: tuple[str, ...]
    citations: tuple[Citation, ...]


class MatchResult(_Frozen):
    profile: dict[str, Any]
    measures: tuple[Measure, ...]
    notices: tuple[str, ...] = ()
    library: str = ""


class Event(_Frozen):
    """A step of a streamed answer: ``status`` and ``delta`` carry text, ``answer`` the whole Answer."""

    kind: Literal["status", "delta", "answer"]
    text: str = ""
    answer: Answer | None = None

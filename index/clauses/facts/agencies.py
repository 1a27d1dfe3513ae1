"""Who leads, who is responsible, who co-operates: one fact a name.

``owner`` is the clause that a list speaks of, and what stands below it inherits; a sentence speaks only of its own
``task``, and its ``owner`` is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.clauses.facts.agency_cells import in_cells
from index.clauses.facts.agency_lists import LABEL, Named, listed
from index.clauses.facts.agency_sentences import charged
from index.clauses.facts.clause_text import ClauseText

if TYPE_CHECKING:
    from index.clauses.document import Fact

ROLES = {
    "lead": "牵头单位",
    "responsible": "责任单位",
    "division": "按职责分工负责的单位",
    "support": "配合单位",
    "implement": "落实单位",
}
_HINT = re.compile(
    r"[。；;]\s*[（(〔\[【]|牵头|负责|责任|主管|主办|配合|协助|协同|协办|承办|参与|落实|会同|实施|职责"
)


HEAD = 400
"""Characters in which a web page prints its labels."""
_OF_THE_PAGE = re.compile(r"(?:^|\n)\s*责任(?:部门|单位)\s*[:：]\s*$")
"""What a web page prints above the title says who looks after the page."""


def agencies(reading: ClauseText) -> Iterator[Fact]:
    """Facts with ``role`` (see ROLES), ``name``, ``owner``, ``etc`` (the list is not complete), ``list`` (its span as
    written), ``forward`` (binds all later clauses) and ``task`` (verbatim, with ``task_span``; lists have none)."""
    clause = reading.clause
    if clause.kind == "row" and clause.cells:
        yield from in_cells(reading.document, clause)
        return
    if not _HINT.search(reading.text):
        return
    found = list(listed(reading.text))
    if clause.kind == "front":
        found = [n for n in found if n.list[0] > HEAD or not _OF_THE_PAGE.search(reading.text, 0, n.list[0])]
    else:
        lists = [named.list for named in found]
        found += [n for n in charged(reading.text) if not any(a < n.end and n.start < b for a, b in lists)]
    owner = clause.parent if clause.kind == "paragraph" else clause.id
    for named in found:
        yield _fact(reading, named, owner)


def _fact(reading: ClauseText, named: Named, owner: str | None) -> Fact:
    name = re.sub(r"\s", "", reading.text[named.start : named.end]) + named.shared
    task: dict[str, object] = {}
    if named.task:
        task = {
            "task": re.sub(r"\s", "", reading.text[slice(*named.task)]),
            "task_span": reading.span(*named.task),
        }
    return reading.fact(
        "agency", named.start, named.end, role=named.role, name=name, owner=None if named.task else owner,
        etc=named.etc, list=reading.span(*named.list), forward=named.forward, **task,
    )  # fmt: skip


__all__ = ["LABEL", "ROLES", "agencies"]

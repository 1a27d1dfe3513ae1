"""Agencies in the columns of a table: the cells below 「责任单位」, 「牵头部门」, 「配合单位」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.clauses.document import Clause, Document, Fact, Span
from index.clauses.facts.agency_lists import LABEL_ROLES
from index.clauses.facts.names import is_open, may_be_agency, split_names

_HEAD = re.compile(
    r"(?P<role>牵头|责任|主责|主办|主管|协办|承办|配合|协同|协助|参与|参加|组织实施|实施|落实|执行)(?:责任)?(?:单位|部门|处室|科室|机构)"
)


def in_cells(document: Document, row: Clause) -> Iterator[Fact]:
    """Facts of a row; a cell merged with the one above is written in that one's clause and speaks of this row."""
    for cell in row.cells:
        role = _role(document, cell.heads)
        if role is None:
            continue
        text = document.text[cell.start : cell.end]
        written = (
            row
            if row.start <= cell.start and cell.end <= row.end
            else document.clause_at(cell.start, cell.end)
        )
        for begin, stop in split_names(text):
            name = re.sub(r"\s", "", text[begin:stop])
            if written is not None and may_be_agency(name):
                yield Fact(
                    "agency", text[begin:stop], cell.start + begin, cell.start + stop, written.id,
                    {"role": role, "name": name, "owner": row.id, "etc": is_open(text), "list": (cell.start, cell.end),
                     "forward": False},
                )  # fmt: skip


def _role(document: Document, heads: tuple[Span, ...]) -> str | None:
    """That of the nearest head that names one."""
    for start, end in reversed(heads):
        found = _HEAD.search(re.sub(r"\s", "", document.text[start:end]))
        if found:
            return LABEL_ROLES[found.group("role")]
    return None

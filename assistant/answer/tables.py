"""Statements as Markdown: a sentence a paragraph, rows that follow each other under the same heads as one table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.answer.model import Statement


def marked(statement: Statement) -> str:
    """The sentence with its markers."""
    return statement.text + markers(statement)


def markers(statement: Statement) -> str:
    return "".join(f"[{n}]" for n in statement.citations)


def heads(statement: Statement) -> tuple[str, ...]:
    """The column heads of the table that the statement is a row of; empty where it is none."""
    return tuple(head for head, _ in statement.row)


def blocks(statements: Sequence[Statement]) -> Iterator[str]:
    """The Markdown blocks, to be set apart by blank lines."""
    for names, group in groupby(statements, heads):
        if names:
            yield "\n".join([_line(names), _line(["---"] * len(names)), *(_row(one) for one in group)])
        else:
            yield from (marked(one) for one in group)


def _row(statement: Statement) -> str:
    *first, last = (cell for _, cell in statement.row)
    return _line([*first, last + markers(statement)])


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(re.sub(r"\s*\n\s*", "；", cell).replace("|", "\\|") for cell in cells) + " |"

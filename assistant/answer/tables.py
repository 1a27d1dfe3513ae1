"""Statements as Markdown: a sentence a paragraph, rows that follow each other under the same heads as one table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from assistant.answer.model import Statement

Escape = Callable[[str], str]


def marked(statement: Statement) -> str:
    """The sentence with its markers; a row of a table with what it is about in front."""
    about = [cell for _, cell in statement.row[:-1] if cell not in statement.text]
    return "：".join([*about, statement.text]) + markers(statement)


def markers(statement: Statement) -> str:
    return "".join(f"[{n}]" for n in statement.citations)


def heads(statement: Statement) -> tuple[str, ...]:
    """The column heads of the table that the statement is a row of; empty where it is none."""
    return tuple(head for head, _ in statement.row)


def blocks(statements: Sequence[Statement], escape: Escape | None = None) -> Iterator[str]:
    """The Markdown blocks, to be set apart by blank lines; ``escape`` is for all text that is not a marker."""
    for names, group in groupby(statements, heads):
        if names:
            yield "\n".join(
                [_line(names), _line(["---"] * len(names)), *(_row(one, escape) for one in group)]
            )
        else:
            yield from ((escape(one.text) if escape else one.text) + markers(one) for one in group)


def _row(statement: Statement, escape: Escape | None) -> str:
    *first, last = ((escape or _bars)(cell) for _, cell in statement.row)
    return _line([*first, last + markers(statement)])


def _bars(cell: str) -> str:
    return cell.replace("|", "\\|")


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(re.sub(r"\s*\n\s*", "；", cell) for cell in cells) + " |"

"""Citations and answers as lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.answer.model import Answer, Citation, Statement
from assistant.answer.tables import heads, marked, markers
from ui.cli.terminal import plain, show, stdout
from ui.render.tables import quote_lines
from ui.render.words import CLOSEST, DISCLAIMER, OUTCOMES, STATUSES

FAINT = "dim"


def show_answer(answer: Answer) -> None:
    """The sentences with their markers, the quotations, notices, the closest clauses, the disclaimer."""
    show_statements(answer, stdout())
    if answer.citations:
        show(plain("依据", "bold"))
        for citation in answer.citations:
            show_citation(citation, f"[{citation.n}] ")
    show_notices([n for n in answer.notices if n not in answer.answer])
    if answer.closest and answer.outcome != "answered":
        show(plain(CLOSEST, "bold"), *(f"    {named(citation)}" for citation in answer.closest))
    show(plain(f"{_manner(answer)} · {DISCLAIMER}", FAINT))


def show_statements(answer: Answer, console: Console) -> None:
    """The answer; on a terminal a comparison as a table that fits its width, in a file or a pipe as Markdown."""
    if not console.is_terminal or not any(said.row for said in answer.statements):
        console.print(plain(answer.answer), soft_wrap=not console.is_terminal)
        console.print()
        return
    for notice in (n for n in answer.notices if n in answer.answer):
        console.print(plain(f"注意：{notice}", "yellow"))
    for names, group in groupby(answer.statements, heads):
        if names:
            console.print(_table(names, list(group)))
        else:
            for said in group:
                console.print(plain(marked(said)))
        console.print()


def _table(names: Sequence[str], rows: Sequence[Statement]) -> Table:
    table = Table(show_lines=True, expand=True)
    for number, name in enumerate(names):
        table.add_column(plain(name), ratio=2 if number else 1, overflow="fold")
    for said in rows:
        *first, last = (cell for _, cell in said.row)
        table.add_row(*(plain(cell) for cell in first), plain(last + markers(said)))
    return table


def show_notices(notices: Sequence[str]) -> None:
    show(*(plain(f"注意：{notice}", "yellow") for notice in notices))


def show_version(library: str) -> None:
    """The last line of what was found, quietly."""
    show(plain(version_words(library), FAINT))


def version_words(library: str) -> str:
    return f"资料库版本 {library}"


def show_citation(citation: Citation, mark: str = "") -> None:
    """Where it stands, then the quotation, indented."""
    show(Text.assemble(plain(mark, "red"), plain(named(citation))))
    show(*(f"    {line}" for line in quote_lines(citation)))


def named(citation: Citation) -> str:
    """The official form, the heading, and a warning where the document is no longer in force."""
    heading = f" {citation.heading}" if citation.heading else ""
    status = citation.document.status
    warning = f"（{STATUSES[status]}）" if status in ("expired", "superseded") else ""
    return f"{citation.formatted}{heading}{warning}"


def _manner(answer: Answer) -> str:
    manner = OUTCOMES[answer.outcome]
    if answer.mode == "llm":
        manner += " · 模型润色，已逐句核对"
    if answer.dropped:
        manner += f"，略去 {answer.dropped} 句"
    return f"{manner} · {version_words(answer.library)}"

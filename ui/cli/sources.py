"""Citations and answers as lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from assistant.answer.model import Answer, Citation
from ui.cli.terminal import plain, show
from ui.render.tables import quote_lines
from ui.render.words import CLOSEST, DISCLAIMER, OUTCOMES, STATUSES

FAINT = "dim"


def show_answer(answer: Answer) -> None:
    """The sentences with their markers, the quotations, notices, the closest clauses, the disclaimer."""
    show(answer.answer, "")
    if answer.citations:
        show(plain("依据", "bold"))
        for citation in answer.citations:
            show_citation(citation, f"[{citation.n}] ")
    show_notices([n for n in answer.notices if n not in answer.answer])
    if answer.closest and answer.outcome != "answered":
        show(plain(CLOSEST, "bold"), *(f"    {named(citation)}" for citation in answer.closest))
    show(plain(f"{_manner(answer)} · {DISCLAIMER}", FAINT))


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

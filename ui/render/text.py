"""Answers as Markdown and as plain text with their sources, for the terminal and the clipboard."""

from __future__ import annotations

import re

from assistant.answer.model import Answer, Citation
from assistant.answer.tables import blocks, marked
from assistant.views import LibraryView
from ui.render.tables import quote_lines
from ui.render.words import CLOSEST, DISCLAIMER, STATUSES, day, titled

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def rests_on_old(answer: Answer) -> bool:
    """A document that is no longer in force is cited: the reader is told before anything else."""
    return any(c.document.status in ("expired", "superseded") for c in answer.citations)


def answer_markdown(answer: Answer) -> str:
    """The answer, a numbered list of quotations, notices and the closest clauses; document text is escaped."""
    notices = [f"> {_plain(notice)}" for notice in answer.notices]
    first = rests_on_old(answer)
    parts = [*(notices if first else ()), _sentences(answer, markdown=True)]
    if answer.citations:
        parts.append("\n".join(_source_markdown(citation) for citation in answer.citations))
    parts += [] if first else notices
    if answer.closest:
        lines = [f"- {_plain(_place(citation))}" for citation in answer.closest]
        parts.append("\n".join([f"**{CLOSEST}**", "", *lines]))
    parts.append(f"_{DISCLAIMER}；资料库版本 {_plain(answer.library)}_")
    return "\n\n".join(parts)


def answer_plain(answer: Answer) -> str:
    """The answer to paste: question, sentences with [n], each source with its quotation, the disclaimer."""
    lines = [f"问：{answer.question.strip()}", f"答：{_sentences(answer, markdown=False)}"]
    lines += [f"[{c.n}] {c.formatted}：{_words(c)}" for c in answer.citations]
    return "\n".join([*lines, *answer.notices, f"（{DISCLAIMER}；资料库版本 {answer.library}）"])


def library_line(library: LibraryView) -> str:
    """What the library holds and up to which date, in one line."""
    if not library.documents:
        return "库里还没有文件"
    line = f"收录 {len(library.documents)} 份文件、{library.clauses} 条条款"
    return f"{line}，最新一份成文于{day(library.latest)}" if library.latest else line


def _sentences(answer: Answer, *, markdown: bool) -> str:
    if not answer.statements:
        return _plain(answer.answer) if markdown else answer.answer
    if not markdown:
        return "\n".join(marked(said) for said in answer.statements)
    table = any(said.row for said in answer.statements)
    return ("\n\n" if table else "\n").join(blocks(answer.statements, _plain))


def _source_markdown(citation: Citation) -> str:
    return f"{citation.n}. {_plain(_place(citation))}：{_plain(_words(citation)).replace(chr(10), ' ')}"


def _words(citation: Citation) -> str:
    """The quotation in quotation marks; table rows without, since the heads of their cells are named."""
    return "\n".join(quote_lines(citation)) if citation.rows else f"“{citation.quote}”"


def _place(citation: Citation) -> str:
    document = citation.document
    number = f"（{document.number}）" if document.number else ""
    place = f"{titled(document.title)}{number}{citation.locator}{citation.heading}"
    if document.status in ("expired", "superseded"):
        place += f"（{STATUSES[document.status]}）"
    return place


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)

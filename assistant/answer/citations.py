"""Places → citations: numbering, the official form, the formats that a drafter pastes."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.draft import Quote
from assistant.answer.model import Citation, DocumentRef
from assistant.answer.rows import markdown_of, rows_in, words_of
from index.clauses import Clause, Document
from index.clauses.status import Standing, Standings

APART = 2
"""Expired documents that are warned of one by one; more in one sentence."""
FORMATS = ("text", "official", "markdown", "gbt7714")


def document_ref(document: Document, clause: Clause, standings: Standings) -> DocumentRef:
    """The document under the title of the instrument that the clause stands in."""
    return DocumentRef(
        id=document.id, title=document.part_title(clause), number=document.metadata.number,
        status=standings.of(document, clause).status, source=document.source,
    )  # fmt: skip


def citation(n: int, quote: Quote, standings: Standings) -> Citation:
    clause, locator = quote.clause, quote.locator
    return Citation(
        n=n, clause_id=clause.id, document=document_ref(quote.document, clause, standings), path=locator.path,
        locator=str(locator), heading=clause.heading, quote=quote.text, start=quote.start, end=quote.end,
        page=clause.page, formatted=formatted(quote.document, clause, str(locator)),
        rows=rows_in(quote.document, quote.start, quote.end),
    )  # fmt: skip


def warnings(citations: Sequence[Citation], standings: Standings) -> tuple[str, ...]:
    """What must be known at once: what is cited is not, or not yet, in force."""
    said: dict[str, tuple[str, Standing]] = {}
    for cited in citations:
        standing = standings.of_id(cited.document.id, cited.document.title, cited.clause_id)
        if standing and (text := warning(cited.document.title, standing)):
            said[text] = (cited.document.title, standing)
    gone = [
        f"《{title}》" + (f"（{s.reason}）" if s.reason else "")
        for title, s in said.values()
        if s.status == "expired"
    ]
    if len(gone) <= APART:
        return tuple(said)
    others = tuple(text for text, (_, s) in said.items() if s.status != "expired")
    return (f"以下{len(gone)}份文件已过有效期，请核实是否仍可引用：{'、'.join(gone)}。", *others)


def warning(title: str, standing: Standing | None) -> str | None:
    """A sentence about one document; None where there is nothing to warn of."""
    if standing is None:
        return None
    reason = f"（{standing.reason}）" if standing.reason else ""
    if standing.status == "expired":
        return f"《{title}》已过有效期{reason}，请核实是否仍可引用。"
    if standing.status == "superseded":
        return f"《{title}》已被替代{reason}，请改用现行文件。"
    return f"《{title}》{standing.reason}。" if standing.future or standing.excepted else None


def formatted(document: Document, clause: Clause, locator: str) -> str:
    """《title》（number）locator."""
    number = f"（{document.metadata.number}）" if document.metadata.number else ""
    return f"《{document.part_title(clause)}》{number}{locator}"


def formats(quote: Quote) -> dict[str, str]:
    """The quotation with its source in every format of FORMATS. Of a table row the cells are quoted, each behind its column
    heads; of a table every row stands on a line of its own."""
    document, clause, locator = quote.document, quote.clause, quote.locator
    official = formatted(document, clause, locator.official())
    words = words_of(quote)
    return {
        "text": f"{words}——{formatted(document, clause, str(locator))}",
        "official": f"{official}规定：{words}",
        "markdown": "\n".join(f"> {line}" for line in markdown_of(quote)) + f"\n>\n> ——{official}",
        "gbt7714": f"{_reference(document, clause)}：{locator}。引文：{words}",
    }


def _reference(document: Document, clause: Clause) -> str:
    """GB/T 7714-2015: 责任者. 题名: 文号[Z]. 日期. An official document is of the type Z."""
    meta = document.metadata
    issuers = "，".join(meta.issuers)
    title = document.part_title(clause)
    number = f"：{meta.number}" if meta.number else ""
    issued = f"{meta.issued}" if meta.issued else ""
    return ". ".join(part for part in (issuers, f"{title}{number}[Z]", issued) if part)

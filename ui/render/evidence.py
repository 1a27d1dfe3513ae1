"""The evidence panel: a clause in its place with the quoted words marked, and the buttons that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from assistant.answer.model import Citation, DocumentRef
from assistant.views import ClauseView
from index.errors import NotFoundError
from ui.render.links import panel_links_html
from ui.render.marks import locate, marked, safe
from ui.render.tables import quote_html, quote_lines
from ui.render.words import CLOSEST, FORMATS, STATUSES, titled


@dataclass(frozen=True)
class Evidence:
    """A citation with its clause; ``view`` is None when the clause has left the library meanwhile."""

    citation: Citation
    view: ClauseView | None


def gather(citations: Sequence[Citation], clause: Callable[[str], ClauseView]) -> list[Evidence]:
    """Each citation with its clause, looked up once per clause."""
    views = {name: _view(name, clause) for name in dict.fromkeys(c.clause_id for c in citations)}
    return [Evidence(citation, views[citation.clause_id]) for citation in citations]


def _view(clause_id: str, clause: Callable[[str], ClauseView]) -> ClauseView | None:
    try:
        return clause(clause_id)
    except NotFoundError:
        return None


def evidence_html(evidence: Evidence, *, closest: bool = False) -> str:
    """The panel's content for one citation; ``n`` 0 is a clause that was only browsed to."""
    citation, view = evidence.citation, evidence.view
    title = CLOSEST if closest else f"依据 {citation.n}" if citation.n else "原文"
    neighbours = (view.before, view.after) if view else (None, None)
    return (
        f'<header class="ev-head"><p class="ev-n">{title}</p>{breadcrumb_html(evidence)}'
        f"{document_html(citation.document)}</header>"
        f'<div class="ev-body">{_neighbour(neighbours[0], "上文")}'
        f'<div class="ev-text original">{clause_html(evidence)}</div>'
        f"{_neighbour(neighbours[1], '下文')}{panel_links_html(view.references if view else ())}</div>"
        f'<footer class="ev-foot">{_moves(neighbours)}{copy_html(evidence)}</footer>'
    )


def breadcrumb_html(evidence: Evidence) -> str:
    steps = evidence.view.breadcrumb if evidence.view else ()
    steps = steps or (f"{evidence.citation.locator} {evidence.citation.heading}".strip(),)
    items = "".join(f"<li>{safe(step)}</li>" for step in steps)
    return f'<ol class="ev-path" aria-label="条款位置">{items}</ol>'


def document_html(document: DocumentRef) -> str:
    number = f"<span>{safe(document.number)}</span>" if document.number else ""
    return (
        f'<p class="ev-doc"><b class="original">{safe(titled(document.title))}</b>'
        f'<span class="ev-meta">{number}{status_html(document.status)}</span></p>'
    )


def notices_html(notices: Sequence[str]) -> str:
    """What the reader must know at once, such as a document out of force."""
    return "".join(f'<p class="tk-notice">{safe(notice)}</p>' for notice in notices)


def version_html(library: str) -> str:
    return f'<p class="tk-count">资料库 {safe(library)}</p>' if library else ""


def status_html(status: str) -> str:
    known = status if status in STATUSES else "unknown"
    return f'<span class="tk-status-tag {known}">{STATUSES[known]}</span>'


def clause_html(evidence: Evidence) -> str:
    """The whole clause with the quoted words marked; the quotation alone where the clause lacks it; table rows as a table."""
    citation, view = evidence.citation, evidence.view
    if citation.rows:
        return quote_html(citation, mark=bool(citation.n), find=lambda _: [])
    if view is None:
        return f"<mark>{safe(citation.quote)}</mark>"
    if not citation.n and len(citation.quote) >= len(view.text):
        return safe(view.text)
    span = locate(view.text, citation.quote, citation.start - view.citation.start)
    if span is None:
        return f"<mark>{safe(citation.quote)}</mark>"
    return marked(view.text, [span])


def formats_html(evidence: Evidence) -> str:
    """``data-`` attributes with the citation in every format, for the copy button and the preview."""
    texts = evidence.view.formats if evidence.view else {}
    return " ".join(
        f'data-{name}="{safe(texts.get(name) or evidence.citation.formatted)}"' for name in FORMATS
    )


def copy_html(evidence: Evidence) -> str:
    """Format chooser, copy button and the clause's own address."""
    options = "".join(f'<option value="{name}">{label}</option>' for name, label in FORMATS.items())
    address = clause_address(evidence.citation.clause_id)
    return (
        '<span class="tk-copying"><label class="tk-format"><span class="vh">引用格式</span>'
        f'<select data-tk-format aria-label="引用格式">{options}</select></label>'
        f'<button type="button" class="tk-button" data-tk-copy {formats_html(evidence)}>复制引用</button></span>'
        f'<a class="tk-link" href="{address}" target="_blank" rel="noopener">在条款树中看</a>'
    )


def clause_address(clause_id: str) -> str:
    """Where the clause tree opens at this clause, relative to the page."""
    return f"./?clause={quote(clause_id, safe='')}"


def _neighbour(citation: Citation | None, name: str) -> str:
    if citation is None:
        return ""
    return f'<p class="ev-near original" aria-label="{name}">{safe(chr(10).join(quote_lines(citation)))}</p>'


def _moves(neighbours: tuple[Citation | None, Citation | None]) -> str:
    return "".join(
        f'<button type="button" class="tk-button quiet" data-tk-clause="{safe(near.clause_id)}">{name}</button>'
        if near
        else f'<button type="button" class="tk-button quiet" disabled>{name}</button>'
        for near, name in zip(neighbours, ("上一条", "下一条"), strict=True)
    )

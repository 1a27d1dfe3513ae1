"""The page's own routes: pieces of HTML for the panel, the look-up box and the clause tree."""

from __future__ import annotations

import logging
from collections.abc import Callable

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from assistant.views import LibraryView
from index.errors import NotFoundError, TiaokuanError
from ui.render import cite_html, evidence_html, failure_html, gather, tree_html
from ui.render.evidence import Evidence
from ui.render.marks import safe
from ui.service import Source

log = logging.getLogger(__name__)

EMPTY = (
    '<div class="tk-empty" data-state="done"><p>库里还没有文件。</p>'
    "<p>用 <code>tiaokuan index add 文件</code> 加入。</p></div>"
)
SHORTEST, LONGEST = 2, 500


def fragments(assistant: Source) -> APIRouter:
    """GET ``/page/clause/{id}``, ``/page/cite?q=`` and ``/page/tree?doc=&clause=``; errors are HTML too."""
    router = APIRouter(prefix="/page", include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/clause/{clause_id}")
    def clause(clause_id: str) -> HTMLResponse:
        return _answered(lambda: _clause(assistant, clause_id))

    @router.get("/cite")
    def cite(q: str = "") -> HTMLResponse:
        return _answered(lambda: _cited(assistant, q[:LONGEST]))

    @router.get("/tree")
    def tree(doc: str = "", clause: str = "") -> HTMLResponse:
        return _answered(lambda: _tree(assistant, doc, clause))

    return router


def _answered(piece: Callable[[], str]) -> HTMLResponse:
    try:
        return HTMLResponse(piece())
    except NotFoundError as error:
        return HTMLResponse(failure_html(error), status_code=404)
    except TiaokuanError as error:
        return HTMLResponse(failure_html(error), status_code=400)
    except Exception as error:
        log.warning("a piece of the page failed", exc_info=error)
        return HTMLResponse(failure_html(error), status_code=500)


def _clause(assistant: Source, clause_id: str) -> str:
    view = assistant.clause(clause_id)
    return evidence_html(Evidence(view.citation, view))


def _cited(assistant: Source, query: str) -> str:
    if len(query.strip()) < SHORTEST:
        return ""
    result = assistant.cite(query)
    matches = gather(result.matches, assistant.clause)
    nearest = gather(result.nearest, assistant.clause)
    return cite_html(query, matches, nearest, result.notices, result.library)


def _tree(assistant: Source, doc: str, clause: str) -> str:
    """The document named, or the one that holds ``clause``, or the first one."""
    library = assistant.overview()
    if not library.documents:
        return EMPTY
    found = assistant.clause(clause).citation.document.id if clause else ""
    chosen = found or doc or library.documents[0].id
    return _chooser(library, chosen) + tree_html(assistant.outline(chosen), clause)


def _chooser(library: LibraryView, chosen: str) -> str:
    if len(library.documents) < 2:
        return ""
    options = "".join(
        f'<option value="{safe(row.id)}"{" selected" if row.id == chosen else ""}>'
        f"{safe(row.title)}　{safe(row.number or '')}</option>"
        for row in library.documents
    )
    return f'<label class="tk-chooser">文件<select data-tk-doc>{options}</select></label>'

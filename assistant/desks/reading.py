"""The reader's desk: a document with its clauses, one clause in its place, the outline."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from assistant.answer.citations import citation, formats, warning
from assistant.answer.draft import Quote
from assistant.answer.model import Citation
from assistant.answer.rows import cells_of, rows_in
from assistant.desks.links import FindDocument, links, links_within
from assistant.evidence import agencies_of, forward_agencies
from assistant.views import ClauseView, OutlineEntry, OutlineView
from index.clauses import Clause, Document, Fact
from index.clauses.document import Span
from index.clauses.status import Standings

FACT_KINDS = ("agency", "target", "measure")
"""Those that are shown; glosses only serve to answer what a term means."""
WHOLE = 1000
"""Characters up to which a clause is shown with all that stands under it."""


def show(document: Document, standings: Standings, find: FindDocument) -> dict[str, Any]:
    """The ``index show`` JSON (DESIGN, "The other JSON answers")."""
    return {
        "document": _head(document, standings),
        "clauses": [_clause_json(document, c, find) for c in document.clauses],
    }


def clause_view(document: Document, clause: Clause, standings: Standings, find: FindDocument) -> ClauseView:
    """The clause with its neighbours in reading order and in every citation format."""
    end = document.end_of(clause)
    quote = Quote(document, clause, clause.start, end if end - clause.start <= WHOLE else clause.end)
    crumbs = [c for c in (*document.ancestors(clause), clause) if c.path and c.kind != "paragraph"]
    place = document.position[clause.id]
    return ClauseView(
        citation=citation(0, quote, standings), text=clause.text,
        breadcrumb=tuple(_crumb(c) for c in crumbs) or (str(clause.locator),),
        before=_neighbour(document, place - 1, standings), after=_neighbour(document, place + 1, standings),
        facts=_facts(document, clause), formats=formats(quote),
        references=links_within(document, quote.start, quote.end, find),
    )  # fmt: skip


def _facts(document: Document, clause: Clause) -> tuple[dict[str, Any], ...]:
    return tuple(f.to_json() for f in document.clause_facts(clause.id) if f.kind in FACT_KINDS)


def _neighbour(document: Document, place: int, standings: Standings) -> Citation | None:
    if not 0 <= place < len(document.clauses):
        return None
    clause = document.clauses[place]
    return citation(0, Quote(document, clause, clause.start, clause.end), standings)


def outline(document: Document, standings: Standings, find: FindDocument) -> OutlineView:
    entries = tuple(
        OutlineEntry(
            id=c.id, depth=len(c.path), locator=str(c.locator), label=c.path[-1] if c.path else str(c.locator),
            heading=c.heading, text=c.text, part=document.part_title(c),
            facts=_facts(document, c),
            references=links(document, c, find), kind=c.kind, cells=cells_of(document, c),
            rows=rows_in(document, c.start, c.end) if c.kind == "table" else (),
        )
        for c in document.clauses
    )  # fmt: skip
    return OutlineView(document=_head(document, standings), entries=entries)


def _head(document: Document, standings: Standings) -> dict[str, Any]:
    meta, standing = document.metadata, standings.of(document)
    return {
        "id": document.id, "title": meta.title, "number": meta.number, "issuers": list(meta.issuers),
        "issued": meta.issued, "effective": meta.effective, "expires": meta.expires,
        "status": standing.status, "status_reason": standing.reason or None,
        "notice": warning(meta.title, standing), "source": document.source,
        "published": meta.published, "revised": meta.revised, "kind": meta.kind, "region": meta.region,
        "level": meta.level, "titled_by": meta.titled_by, "carried": list(meta.carried),
        "repeals": [{"title": m.title, "number": m.number, "start": m.start, "end": m.end} for m in meta.repeals],
        "carries": [p.title for p in document.parts[1:]], "collection": document.collection,
        "instruments": _instruments(document, standings),
        "doubts": [{"text": d.text, "start": d.start, "end": d.end} for d in document.doubts],
        "remarks": list(document.remarks),
    }  # fmt: skip


def _instruments(document: Document, standings: Standings) -> list[dict[str, Any]]:
    """Each with its own days and standing; ``exceptions``: what it leaves out of its term."""
    out = []
    for part in document.parts:
        title = part.title or document.title
        standing = standings.of_id(document.id, title) or standings.of_dates(part.effective, part.expires)
        out.append({
            "title": title, "start": part.start, "end": part.end, "effective": part.effective, "expires": part.expires,
            "status": standing.status, "status_reason": standing.reason or None,
            "exceptions": [asdict(e) | {"clauses": list(e.clauses)} for e in part.exceptions],
        })  # fmt: skip
    return out


def _crumb(clause: Clause) -> str:
    label = clause.path[-1]
    mark = "、" if label and label[0] in "一二三四五六七八九十" else "." if label.isdecimal() else ""
    space = " " if mark == "." or label.startswith("第") else ""
    return f"{label}{mark}{space}{clause.heading}"


def _clause_json(document: Document, clause: Clause, find: FindDocument) -> dict[str, Any]:
    return {
        "id": clause.id, "path": list(clause.path), "locator": str(clause.locator), "heading": clause.heading,
        "text": clause.text, "start": clause.start, "end": clause.end, "page": clause.page, "kind": clause.kind,
        "part": document.part_title(clause), "parent": clause.parent,
        "facts": [_fact_json(document, f) for f in document.clause_facts(clause.id) if f.kind in FACT_KINDS]
        + _inherited(document, clause),
        "references": [link.model_dump() for link in links(document, clause, find)],
        "cells": [cell.model_dump() for cell in cells_of(document, clause)],
    }  # fmt: skip


def _fact_json(document: Document, fact: Fact) -> dict[str, Any]:
    """Conditions and tiers with their words beside their places."""
    shown = fact.to_json()
    if fact.kind == "measure":
        shown["conditions"] = [_words(document, span) for span in fact.data.get("conditions", ())]
        shown["tiers"] = [
            {"condition": _words(document, condition), "amount": _words(document, amount)}
            for condition, amount in fact.data.get("tiers", ())
        ]
    return shown


def _words(document: Document, span: Span) -> dict[str, Any]:
    return {"text": document.quote(*span), "start": span[0], "end": span[1]}


def _inherited(document: Document, clause: Clause) -> list[dict[str, Any]]:
    """The agency facts that bind a clause but are written in another, whose id is ``written_in``."""
    if clause.kind != "clause":
        return []
    own = agencies_of(document, clause)
    bound = [*own, *forward_agencies(document, clause)] if own else []
    return [_fact_json(document, f) | {"written_in": f.clause_id} for f in bound if f.clause_id != clause.id]

"""A document that says once 「列第一位者为牵头单位，下同」 names the leader of every list by its place."""

from __future__ import annotations

import re

from assistant.answer.draft import Quote
from index.clauses import Document, Fact

_FIRST_LEADS = re.compile(
    r"[列排](?:在|名)?(?:第一位?|首位|最前)(?:的|者)?(?:单位|部门)?(?:为|是)牵头(?:单位|部门)?(?P<on>[，,、]\s*下同)?"
)


def first_leads(document: Document, fact: Fact) -> Quote | None:
    """Where the document says so for the list of ``fact``: in its own clause, or before it for all that follows."""
    for noted in _FIRST_LEADS.finditer(document.text):
        clause = document.clause_at(*noted.span())
        if clause is None or (noted.start() > fact.start and clause.id != fact.clause_id):
            continue
        if noted.group("on") or clause.id == fact.clause_id:
            return Quote(document, clause, *noted.span())
    return None

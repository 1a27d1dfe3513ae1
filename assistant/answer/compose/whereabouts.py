"""Where a document says it, in words, for whoever asks that: 「6G写在哪一条」, 「无人机属于哪个产业」."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.compose.wording import introduced, placed
from assistant.answer.draft import Draft, Said
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from assistant.question.whereabouts import ASKS_CHAPTER, ASKS_CLAUSE, ASKS_OWNER
from index.clauses import Clause, Document


def with_whereabouts(evidence: Evidence, draft: Draft) -> Draft:
    """In front of what is quoted from a clause its number and heading, and what it stands under where that is asked for."""
    flat = evidence.question.flat
    owner = ASKS_OWNER.search(flat)
    asked = owner or evidence.where or ASKS_CLAUSE.search(flat)
    if draft.outcome != "answered" or evidence.question.role or not asked:
        return draft
    kind = "章" if ASKS_CHAPTER.search(flat) else owner["kind"] if owner else ""
    said: list[Said] = []
    before = ""
    for one in _without_mere_headings(draft.said):
        clauses = {q.clause.id: (q.document, q.clause) for q in one.quotes}
        alone = next(iter(clauses.values())) if len(clauses) == 1 else None
        if alone is None or alone[1].id == before or not alone[1].path:
            said.append(one)
            continue
        before = alone[1].id
        said.append(replace(one, text=_placed(one.text, *alone, kind)))
    return replace(draft, said=tuple(said))


def _without_mere_headings(said: Sequence[Said]) -> list[Said]:
    """Without those that only say the heading of the clause that the next one is of: it stands in front anyway."""
    return [
        one
        for n, one in enumerate(said)
        if not (
            said[n + 1 :]
            and one.quotes
            and one.quotes[0].clause is said[n + 1].quotes[0].clause
            and flatten(one.text).rstrip("。") == flatten(one.quotes[0].clause.bare_heading)
        )
    ]


_CHAPTER = re.compile(r"第.+章")


def _placed(text: str, document: Document, clause: Clause, kind: str) -> str:
    """The text behind its place, where it does not say it yet."""
    place = placed(clause)
    under = _under(document, clause, kind) if kind and "属于" not in text else ""
    if text.startswith(place):
        return place + under + text[len(place) :]
    if str(clause.locator) in text:
        return text.replace(str(clause.locator), f"{clause.locator}{under}", 1)
    return text if "属于" in text else introduced(place + under) + text


def _under(document: Document, clause: Clause, kind: str) -> str:
    """「（属于低空经济）」; nothing where the clause itself is what is asked for, 「实施…行动」."""
    if kind in clause.heading:
        return ""
    if kind == "章":
        chapter = next((c for c in document.ancestors(clause) if _CHAPTER.fullmatch(c.path[-1])), None)
        return f"（在{placed(chapter)}）" if chapter else ""
    owner = next((c for c in reversed(document.ancestors(clause)) if c.heading), None)
    return f"（属于{owner.bare_heading}）" if owner else ""

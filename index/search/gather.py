"""A section whose clauses gather several of the first hits is offered whole, in their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from index.clauses.document import Clause
from index.search.hit import Hit

FIRST = 10
"""Hits that are looked at."""
LARGEST = 1500
"""Characters of a section that is offered whole."""
COVERED = 0.5
"""Share of the section's text that its hits hold."""
CLOSE = 3.0
"""The two best differ by no more (log-odds): where one clause stands out, it is offered by itself."""


def gathered(hits: Sequence[Hit]) -> list[Hit]:
    """``hits`` best first → the same, sections in the place of their best clause, ranks anew; hits never overlap."""
    whole = _sections(hits[:FIRST])
    offered = {(h.id, h.start): h for hit in hits for h in [next((s for s in whole if _inside(hit, s)), hit)]}
    return [replace(h, rank=n) for n, h in enumerate(offered.values(), start=1)]


def _sections(first: Sequence[Hit]) -> list[Hit]:
    """The sections to be offered whole, each with the scores of its best hit."""
    of: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in first:
        if hit.clause.parent is not None:
            of[hit.document.id, hit.clause.parent].append(hit)
    found = [s for (_, parent), some in of.items() if (s := _section(some, some[0].document.by_id[parent]))]
    return [s for s in found if not any(_inside(s, other) for other in found if other.id != s.id)]


def _section(hits: Sequence[Hit], parent: Clause) -> Hit | None:
    end = hits[0].document.end_of(parent)
    size = end - parent.start
    if len(hits) < 2 or size > LARGEST or hits[0].score - hits[1].score > CLOSE:
        return None
    if sum(h.end - h.start for h in hits) < COVERED * size:
        return None
    return replace(hits[0], clause=parent, start=parent.start, end=end)


def _inside(hit: Hit, section: Hit) -> bool:
    return hit.document.id == section.document.id and section.start <= hit.start and hit.end <= section.end

"""Which documents a question is put to: those that it names by title, number or region, inside what the asker allows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.pairs import pairs_of
from assistant.question.understand import content_of
from index.clauses.folding import folded_text
from index.search.snapshot import Snapshot


@dataclass(frozen=True)
class Scope:
    """``documents``: ids (None: all); ``about``: the question without the names that limit it; ``regions``: the regions among
    these, as said."""

    documents: tuple[str, ...] | None
    about: str
    regions: tuple[str, ...] = ()


def scope_of(question: str, snapshot: Snapshot, allowed: Sequence[str] | None) -> Scope:
    """A question that names nothing of the library keeps the asker's own restriction."""
    whole = None if allowed is None else tuple(allowed)
    named = snapshot.titles.named(question)
    titled = _inside(named.documents, allowed)
    regions = {
        name: inside
        for name, documents in snapshot.regions.named(named.rest if titled else question).items()
        if (inside := _inside(documents, allowed))
    }
    found = tuple(dict.fromkeys([*titled, *(i for inside in regions.values() for i in inside)]))
    if not found or (whole is None and len(found) == len(snapshot.document_ids)):
        return Scope(whole, question)
    about = named.rest if titled else question
    for region in regions:
        about = re.sub(rf"{region}(?:[省市县]|(?=的)的)?", " ", about)
    limiting = not titled and (whole is None or set(found) != set(whole))
    return Scope(found, about, tuple(regions) if limiting else ())


def _inside(documents: Sequence[str], allowed: Sequence[str] | None) -> list[str]:
    return [i for i in documents if allowed is None or i in allowed]


OF_ITS_OWN = 3
"""Characters of content from which a turn may be of another matter."""


def spoken_of(before: str, turn: str, snapshot: Snapshot, allowed: Sequence[str] | None) -> bool:
    """Two characters together of what the turn asks about stand in the documents of the question before it: not those of
    「今天天气怎么样」; or it says too little for another matter, 「过期怎么办」."""
    kept = scope_of(before, snapshot, allowed).documents or ()
    texts = [folded_text(document) for i in kept if (document := snapshot.document(i))]
    runs = [run for run in content_of(turn).split() if len(run) > 1]
    return sum(map(len, runs)) < OF_ITS_OWN or any(
        pair in text for run in runs for pair in pairs_of(run) for text in texts
    )


def kept_in_scope(before: str, turn: str, snapshot: Snapshot, allowed: Sequence[str] | None) -> str:
    """A later turn that names no document or place stays with those of the question before it, whose name is put in front."""
    whole = None if allowed is None else tuple(allowed)
    earlier = scope_of(before, snapshot, allowed)
    if earlier.documents in (None, whole) or scope_of(turn, snapshot, allowed).documents != whole:
        return turn
    if earlier.regions:
        return "、".join(earlier.regions) + turn
    titled = (
        snapshot.document(earlier.documents[0]) if earlier.documents and len(earlier.documents) == 1 else None
    )
    return f"《{titled.title}》{turn}" if titled else turn

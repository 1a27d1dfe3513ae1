"""The best passages of each document, for a question that is put to several of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.search.fuse import features, fuse
from index.search.hit import Hit
from index.search.lexical import Match
from index.search.snapshot import Snapshot

WIDE = 200
"""Passages looked at to find the documents that speak of something."""
MOST = 30
"""Documents that are looked into."""


def by_document(
    snapshot: Snapshot,
    vector: Sequence[float],
    question: str,
    per: int,
    documents: Sequence[str] | None = None,
) -> dict[str, list[Hit]]:
    """The best ``per`` hits of each document by its id, the document with the best hit first. Every one of ``documents`` is
    looked into; of more than ``MOST``, or of the whole library, those that the nearest passages are in."""
    chosen = documents
    if documents is None or len(documents) > MOST:
        chosen = _holding(snapshot, vector, question, documents)
    view = snapshot.view
    ids = [
        p.id
        for document in chosen or ()
        for p in (*view.nearest(vector, per, [document]), *view.words.best(question, per, [document]))
    ]
    matches, scores = _scored(snapshot, vector, question, ids)
    out: dict[str, list[Hit]] = {}
    for rank, i in enumerate(sorted(scores, key=lambda i: (-scores[i], i)), start=1):
        match = matches[i]
        place = snapshot.resolve(match.passage)
        found = out.setdefault(match.passage.document, [])
        if place and len(found) < per:
            found.append(Hit(*place, rank, scores[i], 0.0))
    return out


def _holding(
    snapshot: Snapshot, vector: Sequence[float], question: str, documents: Sequence[str] | None
) -> list[str]:
    ids = list(snapshot.nearest(vector, WIDE, documents))
    ids += [p.id for p in snapshot.view.words.best(question, WIDE, documents)]
    matches, scores = _scored(snapshot, vector, question, ids)
    best = sorted(scores, key=lambda i: (-scores[i], i))
    return list(dict.fromkeys(matches[i].passage.document for i in best))[:MOST]


def _scored(
    snapshot: Snapshot, vector: Sequence[float], question: str, ids: Sequence[str]
) -> tuple[Mapping[str, Match], Mapping[str, float]]:
    matches = snapshot.view.words.weigh(question, list(dict.fromkeys(ids)))
    cosines = snapshot.view.cosines(vector, [m.passage for m in matches.values()])
    return matches, fuse(features(matches.values(), cosines, {}))

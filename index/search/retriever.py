"""Hybrid retrieval over one snapshot of the library, as a LangChain ``BaseRetriever``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.search.encoder import Encoder
from index.search.fuse import Features, features, fuse
from index.search.gather import FIRST, gathered
from index.search.hit import Hit
from index.search.lexical import Match
from index.search.reading import for_reading
from index.search.reranker import LOOKED_AT, Reranker
from index.search.script import simplified
from index.search.snapshot import Snapshot
from index.search.spread import by_document

POOL = 50


@dataclass(frozen=True)
class Candidates:
    """What a question may be answered from: by passage id the match of the words, the cosine, the features to be fused."""

    matches: Mapping[str, Match]
    cosines: Mapping[str, float]
    features: Mapping[str, Features]


def candidates(
    snapshot: Snapshot, vector: Sequence[float], question: str, documents: Sequence[str] | None = None
) -> Candidates:
    """The ``POOL`` nearest by cosine and the ``POOL`` best by BM25; of the documents that the question names as many again,
    and without the words of their titles."""
    words, named = snapshot.view.words, snapshot.titles.named(question)
    found = [*snapshot.nearest(vector, POOL, documents)]
    found += [p.id for p in words.best(named.rest, POOL, documents)]
    inside = [d for d in named.documents if documents is None or d in documents]
    if inside:
        found += snapshot.nearest(vector, POOL, inside)
        found += [p.id for p in words.best(named.rest, POOL, inside)]
    matches = words.weigh(named.rest, list(dict.fromkeys(found)))
    cosines = snapshot.view.cosines(vector, [m.passage for m in matches.values()])
    return Candidates(matches, cosines, features(matches.values(), cosines, named.share))


def rank(
    snapshot: Snapshot, vector: Sequence[float], question: str, k: int,
    documents: Sequence[str] | None = None, reranker: Reranker | None = None,
) -> list[Hit]:  # fmt: skip
    """The best ``k`` of the candidates by the fused score, the first of them in the reranker's order."""
    found = candidates(snapshot, vector, question, documents)
    scores = fuse(found.features)
    wanted = max(k, LOOKED_AT) if reranker else k
    order = sorted(scores, key=lambda i: (-scores[i], i))
    needed = dict.fromkeys(found.matches[i].passage.document for i in order[:wanted])
    snapshot.documents(list(needed))  # reads in one go what ``resolve`` would read one by one
    hits: list[Hit] = []
    for i in order:
        if place := snapshot.resolve(found.matches[i].passage):
            hits.append(Hit(*place, len(hits) + 1, scores[i], found.cosines[i]))
        if len(hits) >= wanted:
            break
    return (_looked_at_again(hits, question, reranker) if reranker else hits)[:k]


def _looked_at_again(hits: Sequence[Hit], question: str, reranker: Reranker) -> list[Hit]:
    first = hits[:LOOKED_AT]
    scores = reranker.scores(question, [_in_context(hit) for hit in first])
    order = sorted(range(len(first)), key=lambda i: (-scores[i], i))
    return [replace(hit, rank=n) for n, hit in enumerate([*(first[i] for i in order), *hits[LOOKED_AT:]], 1)]


def _in_context(hit: Hit) -> str:
    """The passage behind its title and headings."""
    headings = [c.heading for c in (*hit.document.ancestors(hit.clause), hit.clause) if c.heading]
    return "｜".join([hit.document.part_title(hit.clause), *headings, hit.document.quote(hit.start, hit.end)])


class ClauseRetriever(BaseRetriever):
    """``invoke(question)`` → LangChain documents whose ``page_content`` is verbatim source text."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    snapshot: Callable[[], Snapshot]
    encoder: Any  # an Encoder; pydantic cannot check a protocol
    reranker: Any = None  # a Reranker
    k: int = 10
    documents: list[str] | None = None

    def offered(
        self, question: str, k: int | None = None, documents: Sequence[str] | None = None
    ) -> list[Hit]:
        """As a reader is shown them: ``hits``, but a section that gathers several of them whole, and behind the first what is
        worth reading on with."""
        k = k or self.k
        return for_reading(gathered(self.hits(question, max(k, POOL) + FIRST, documents)))[:k]

    def hits(self, question: str, k: int | None = None, documents: Sequence[str] | None = None) -> list[Hit]:
        """The best hits of the library as it is now, best first, clause by clause; ``k`` and ``documents`` in place of the
        retriever's own."""
        encoder: Encoder = self.encoder
        question = simplified(question)
        chosen = self.documents if documents is None else documents
        vector = encoder.embed_query(question)
        return rank(self.snapshot(), vector, question, k or self.k, chosen, self.reranker)

    def by_document(
        self, question: str, per: int, documents: Sequence[str] | None = None
    ) -> dict[str, list[Hit]]:
        """The best ``per`` hits of each document that speaks of it, or of each of ``documents``, by document id."""
        question = simplified(question)
        vector = self.encoder.embed_query(question)
        return by_document(self.snapshot(), vector, question, per, documents)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002  the interface has it
    ) -> list[LangChainDocument]:
        return [
            LangChainDocument(
                page_content=hit.document.text[hit.start : hit.end],
                id=f"{hit.id}@{hit.start}",  # a long clause is found by stretches of it
                metadata={
                    "document": hit.document.id, "title": hit.document.part_title(hit.clause),
                    "clause": hit.id, "locator": str(hit.clause.locator), "score": hit.score, "start": hit.start, "end": hit.end,
                },
            )
            for hit in self.offered(query)
        ]  # fmt: skip

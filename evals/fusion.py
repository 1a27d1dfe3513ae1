"""Fits the weights of ``index.search.fuse`` and prints what each feature adds.

``python -m evals.fusion CORPUS QUESTIONS [CORPUS QUESTIONS …]``: folders of files with their questions, as for
``tiaokuan eval retrieval``. The weights maximise the likelihood that a candidate which holds a gold passage comes first
(a conditional logit: a softmax over each question's candidates). Every figure is cross-validated: the questions of a
document are ranked by weights that were fitted on other documents.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np

from assistant.bootstrap import corpus_retriever
from assistant.settings import load_settings
from evals.folding import squeeze
from evals.logit import conditional_logit
from evals.retrieval import Question, load_questions
from index.search.fuse import Weights
from index.search.retriever import ClauseRetriever, candidates

NAMES = tuple(f.name for f in fields(Weights))
FOLDS = 5


@dataclass(frozen=True)
class Ranked:
    """One question's candidates: ``x`` (candidates, features), ``right`` (candidates,) whether each holds a gold passage, and
    ``quotes`` without white space."""

    corpus: str
    title: str
    gold: tuple[str, ...]
    x: np.ndarray
    right: np.ndarray
    quotes: tuple[str, ...]


def look(corpus: str, retriever: ClauseRetriever, question: Question) -> Ranked:
    snapshot = retriever.snapshot()
    found = candidates(snapshot, retriever.encoder.embed_query(question.query), question.query)
    gold = tuple(squeeze(g) for g in question.gold)
    ids = sorted(found.features)
    quotes = []
    for i in ids:
        place = snapshot.resolve(found.matches[i].passage)
        quotes.append(squeeze(place[0].text[place[2] : place[3]]) if place else "")
    x = np.array([found.features[i] for i in ids]).reshape(-1, len(NAMES))
    right = np.array([any(g in q for g in gold) for q in quotes])
    return Ranked(corpus, question.title or question.id, gold, x, right, tuple(quotes))


def fit(asked: Sequence[Ranked], used: Sequence[bool]) -> np.ndarray:
    """(features,) float64, 0 for those not used. Each corpus counts alike, however many questions it has."""
    answerable = [q for q in asked if q.right.any() and not q.right.all()]
    share = {c: 1 / sum(q.corpus == c for q in answerable) for c in {q.corpus for q in answerable}}
    groups = [(q.x, q.right, share[q.corpus]) for q in answerable]
    return conditional_logit(groups, np.array(used, dtype=float))


def measures(q: Ranked, w: np.ndarray) -> tuple[float, float, float, float]:
    """r@5, r@10, r@2500, mrr@10, as ``tiaokuan eval retrieval`` has them."""
    order = np.argsort(-(q.x @ w), kind="stable") if len(q.x) else np.array([], dtype=int)
    quotes = [q.quotes[i] for i in order]

    def holds(some: Sequence[str]) -> bool:
        text = "".join(some)
        return all(g in text for g in q.gold)

    fits = int(np.searchsorted(np.cumsum([len(t) for t in quotes]), 2500, side="right"))
    first = next((n for n, i in enumerate(order[:10], start=1) if q.right[i]), 0)
    return holds(quotes[:5]), holds(quotes[:10]), holds(quotes[:fits]), 1 / first if first else 0.0


def validated(asked: Sequence[Ranked], used: Sequence[bool]) -> dict[str, np.ndarray]:
    """Corpus → the four measures, each question ranked by weights fitted without its document's fold."""
    titles = sorted({q.title for q in asked})
    fold = {t: n % FOLDS for n, t in enumerate(titles)}
    by = [fit([q for q in asked if fold[q.title] != n], used) for n in range(FOLDS)]
    return {
        c: np.mean([measures(q, by[fold[q.title]]) for q in asked if q.corpus == c], axis=0)
        for c in sorted({q.corpus for q in asked})
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="+", type=Path, metavar="CORPUS QUESTIONS")
    given = parser.parse_args().pairs
    asked: list[Ranked] = []
    for corpus, questions in zip(given[::2], given[1::2], strict=True):
        retriever = corpus_retriever(load_settings(), corpus, 10)
        asked += [look(corpus.name, retriever, q) for q in load_questions(questions)]
    inside = [q.right.any() for q in asked]
    say(f"{len(asked)} questions, {np.mean(inside):.3f} with a gold passage among the candidates")
    everything = [True] * len(NAMES)
    rows = {"all": everything}
    rows |= {f"without {name}": [n != name for n in NAMES] for name in NAMES}
    rows |= {f"{name} alone": [n == name for n in NAMES] for name in NAMES}
    for name, used in rows.items():
        for corpus, (r5, r10, r2500, mrr) in validated(asked, used).items():
            say(f"{name:20} {corpus:12} r@5 {r5:.3f}  r@10 {r10:.3f}  r@2500 {r2500:.3f}  mrr@10 {mrr:.3f}")
    weights = Weights(*(round(float(w), 2) for w in fit(asked, everything)))
    say(f"weights {asdict(weights)}")


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

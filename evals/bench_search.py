"""How fast a question is ranked in a large library: ``python -m evals.bench_search QUESTIONS CORPUS [CORPUS …]``.

The passages are those of real files; their vectors are made of their words by hashing, without a model, so that a library of
any size is filled in minutes and texts that share words lie near each other. The built-in encoder's time for a question
is measured apart. The library is filled in a process of its own, so that the memory measured is that of asking; with ``--home``
it is kept, and filled further by the next run. Exit 1 where a limit is missed.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import sys
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from rich.console import Console
from rich.table import Table

from evals.bench import Figure, seconds
from evals.machine import machine
from evals.retrieval import load_questions
from index.library import Library
from index.read.folders import files_below
from index.search.encoder import make_encoder
from index.search.lexical import tokens
from index.search.retriever import candidates, rank
from index.search.shelf import Shelf
from index.search.snapshot import Snapshot

WIDTH = 384
ASKED = 200
FILTER = 30
BATCH = 200


class WordVectors(Embeddings):
    """The sum of a fixed direction for each word, unit length."""

    name = "bench:words"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        row = np.sum([direction(t) for t in set(tokens(text))] or [direction("")], axis=0)
        values: list[float] = (row / np.linalg.norm(row)).tolist()
        return values


@lru_cache(maxsize=200_000)
def direction(token: str) -> np.ndarray:
    seed = int.from_bytes(hashlib.sha256(token.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).normal(size=WIDTH).astype(np.float32)


def fill(home: Path, corpora: Sequence[Path]) -> None:
    library = Library(home, WordVectors(), seed=False)
    files = [
        (f"{n}/{name}", path) for n, corpus in enumerate(corpora) for name, path in files_below([corpus])
    ]
    for i in range(0, len(files), BATCH):
        library.add_files(files[i : i + BATCH])


def asked(snapshot: Snapshot, shelf: Shelf, questions: Sequence[str]) -> list[Figure]:
    """Milliseconds from the vector to ranked clauses, warm and with the documents of the hits still to be read; and how many
    of the nearest 100 Chroma finds."""
    encoder = WordVectors()
    random_ = random.Random(7)
    cold: list[float] = []
    whole: list[float] = []
    part, found = [], []
    everything = list(snapshot.document_ids)
    for question in questions:
        vector = encoder.embed_query(question)
        some = random_.sample(everything, min(FILTER, len(everything)))
        for times in (cold, whole):
            times.append(1000 * seconds(lambda v=vector, q=question: rank(snapshot, v, q, 10)))  # type: ignore[misc]
        part.append(1000 * seconds(lambda v=vector, q=question, d=some: rank(snapshot, v, q, 10, d)))  # type: ignore[misc]
        exact = {p.id for p in snapshot.view.nearest(vector, 100)}
        found.append(len(exact & {i for i, _ in shelf.nearest(vector, 100)}) / len(exact))
    large = snapshot.size > 100_000
    return [
        Figure("检索，全库，中位", float(np.median(whole)), "ms", None if large else 25.0),
        Figure("检索，全库，95 %", float(np.percentile(whole, 95)), "ms", 50.0 if large else 80.0),
        Figure("检索，全库，文件首次读取，95 %", float(np.percentile(cold, 95)), "ms"),
        Figure(f"检索，限 {FILTER} 份文件，中位", float(np.median(part)), "ms", 45.0),
        Figure("近邻召回（前 100，Chroma 对精确）", float(np.mean(found)), ""),
    ]


def encoding(questions: Sequence[str]) -> list[Figure]:
    encoder = make_encoder("builtin")
    loaded = seconds(lambda: encoder.embed_query("试"))
    times = [1000 * seconds(lambda q=q: encoder.embed_query(q)) for q in questions]  # type: ignore[misc]
    return [
        Figure("内置模型载入", loaded, "s", 0.5),
        Figure("内置模型，一个问题，中位", float(np.median(times)), "ms"),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--home", type=Path, help="folder for the library, kept; a temporary one by default")
    given = parser.parse_args()
    questions = [q.query for q in load_questions(given.questions)][:ASKED]
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder) / "home"
        filling = get_context("spawn").Process(target=fill, args=(home, given.corpus))
        filling.start()
        filling.join()
        library = Library(home, WordVectors(), seed=False)
        first = seconds(library.snapshot)
        snapshot = library.snapshot()
        candidates(snapshot, WordVectors().embed_query("试"), "试")
        figures = [
            Figure("首次打开（建立本地词索引）", first, "s"),
            *asked(snapshot, library.shelf(), questions),
            *encoding(questions),
            Figure("内存峰值", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", 2000.0),
        ]
        table = Table("量", "值", "上限", title=f"{snapshot.size:,} 条，{machine()}")
    for figure in figures:
        limit = "" if figure.limit is None else f"{figure.limit:g}"
        table.add_row(figure.name, f"{figure.value:.3g} {figure.unit}", limit)
    Console().print(table)
    return 0 if all(f.kept for f in figures) else 1


if __name__ == "__main__":
    sys.exit(main())

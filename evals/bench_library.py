"""What adding one document costs in libraries of growing size: `python -m evals.bench_library [CLAUSES…]`.

Each library lies in a folder of its own and is filled with made-up clauses and cheap vectors of the built-in encoder's
width, so that only reading, Chroma and the library's own work are measured. Exit 1 where the cost grows with the library.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np
from langchain_core.embeddings import Embeddings
from rich.console import Console
from rich.table import Table

from evals.bench import seconds
from index.library import Library

SIZES = (1_000, 10_000, 28_000)
ARTICLES = 50
DIMENSIONS = 384
ROUNDS = 5
GROWTH = 4.0
"""How much more the same document may cost in the largest library than in the smallest; proportional would be 28."""


class CheapEncoder(Embeddings):
    """A vector for a text without a model: unit length, the same in every run."""

    name = "bench:cheap"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
        row = np.random.default_rng(seed).normal(size=DIMENSIONS)
        values: list[float] = (row / np.linalg.norm(row)).tolist()
        return values


def regulation(n: int, edition: int = 1) -> bytes:
    """The ``n``th made-up regulation of ``ARTICLES`` articles."""
    articles = "\n".join(
        f"第{i}条 申请第{n}号专项资金的单位应当自公告之日起{i + edition}日内提交材料，由主管部门在{i + 5}个工作日内审核。"
        for i in range(1, ARTICLES + 1)
    )
    return f"第{n}号专项资金管理办法\n{articles}\n".encode()


def main(sizes: tuple[int, ...]) -> int:
    table = Table("条款数", "加入一份（50 条）", "更新一份", "未变", "移除", "打开", "读者重新载入")
    added: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "home", CheapEncoder(), seed=False)
        n = 0
        for size in sizes:
            while n < size // ARTICLES:
                some = range(n, min(n + 20, size // ARTICLES))
                library.add_files([(f"{i}.txt", regulation(i)) for i in some])
                n = some[-1] + 1
            times = measured(library, n)
            n += ROUNDS
            added.append(times[0])
            opening = seconds(lambda: Library(library.home, CheapEncoder()).rows())
            table.add_row(f"{size:,}", *(f"{1000 * t:.0f} ms" for t in (*times[:4], opening, times[4])))
    Console().print(table)
    kept = added[-1] <= GROWTH * added[0]
    Console().print(f"加入一份的用时：最大的库是最小的库的 {added[-1] / added[0]:.1f} 倍（上限 {GROWTH:g}）")
    return 0 if kept else 1


def measured(library: Library, n: int) -> tuple[float, ...]:
    """Seconds to add, update, pass over and remove a document, and for a reader to see a new version."""
    numbers = range(n, n + ROUNDS)

    def add(i: int, edition: int) -> float:
        return seconds(partial(library.add_files, [(f"{i}.txt", regulation(i, edition))]))

    return (
        median(add(i, 1) for i in numbers),
        median(add(i, 2) for i in numbers),
        median(add(i, 2) for i in numbers),
        median(seconds(partial(library.remove, f"{i}.txt")) for i in list(numbers)[:-1]),
        seconds(library.snapshot),
    )


if __name__ == "__main__":
    sys.exit(main(tuple(map(int, sys.argv[1:])) or SIZES))

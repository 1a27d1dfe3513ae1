"""BM25 over character 1- and 2-grams. Chinese has no spaces: a word tokenizer made for English finds nothing.

Derived from Chroma and rebuilt when the library's version changes; nothing here is a source of truth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import bm25s
import numpy as np

from index.clauses.numerals import half_width_digits

_RUN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]+|[a-z0-9.]+")


def tokens(text: str) -> list[str]:
    """Chinese runs as single characters and pairs, Latin words and numbers whole; case and width folded.

    >>> tokens("低空 eVTOL")
    ['低', '空', '低空', 'evtol']
    """
    out: list[str] = []
    for run in _RUN.findall(half_width_digits(text).lower()):
        if run[0].isascii():
            out.append(run)
        else:
            out.extend(run)
            out.extend(run[i : i + 2] for i in range(len(run) - 1))
    return out


class LexicalIndex:
    """Immutable; ``search`` returns positions in the order given to the constructor."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.size = len(texts)
        corpus = [tokens(t) or ["∅"] for t in texts]
        self._vocabulary: set[str] = {t for doc in corpus for t in doc}
        self._frequency: dict[str, int] = {}
        for doc in corpus:
            for token in set(doc):
                self._frequency[token] = self._frequency.get(token, 0) + 1
        self._bm25 = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
        if corpus:
            self._bm25.index(corpus, show_progress=False)

    def scores(self, text: str) -> np.ndarray:
        """``(size,)`` float32, 0 where no token occurs; comparable within one question only."""
        query = [t for t in dict.fromkeys(tokens(text)) if t in self._vocabulary]
        if not query or not self.size:
            return np.zeros(self.size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(query), dtype=np.float32)

    @lru_cache(maxsize=4096)  # noqa: B019  the index lives as long as its snapshot
    def rarity(self, token: str) -> float:
        """Inverse document frequency in [0, 1]; 1 for a token that occurs nowhere."""
        n = self._frequency.get(token, 0)
        return float(np.log((self.size + 1) / (n + 1)) / np.log(self.size + 1)) if self.size else 1.0

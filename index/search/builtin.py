"""The built-in encoder: multilingual-e5-small with a Chinese vocabulary (``index/models``), run by onnxruntime."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

FILES = resources.files("index.models")
WINDOW = 254
"""Tokens of a text that are read at once, besides the two marks around them. A longer passage is read in windows of equal
length: time grows with their number only, and nothing of it is passed over."""


@cache
def manifest() -> dict[str, Any]:
    """What ``index/models/manifest.json`` says of the model: name, origin, dimensions, digests."""
    found: dict[str, Any] = json.loads((FILES / "manifest.json").read_text(encoding="utf-8"))
    return found


def name() -> str:
    """With the digests of the files: an index made with other weights is another encoder's."""
    digests = manifest()["sha256"]
    return f"builtin:{manifest()['name']}@{digests['encoder.onnx'][:8]}{digests['tokenizer.json'][:4]}"


class Model:
    """Text → vector, one text at a time; any number of threads may call it."""

    def __init__(self, weights: str | bytes, vocabulary: str) -> None:
        """A file or its content, and the content of tokenizer.json."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        # A session's own threads would wait for each other after every matrix; texts are independent.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # it would keep one for each length
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(vocabulary)

    def __call__(self, text: str) -> NDArray[np.float32]:
        """``(384,)`` of unit length; ``text`` with its prefix."""
        parts = []
        for window in windows(self._tokenizer.encode(text).ids):
            (vectors,) = self._session.run(None, {"ids": np.array([window])})
            parts.append(vectors[0] * len(window))
        total = np.sum(parts, axis=0)
        result: NDArray[np.float32] = total / np.linalg.norm(total)
        return result


class BuiltinEncoder(Embeddings):
    """384 dimensions, unit length, the same for a text whatever is embedded beside it. The model loads with the first
    text (0.2 s)."""

    question_limit = 500
    """Characters of a question that are read."""
    sure = 0.9
    """Cosine from which a passage speaks of the question's subject, whatever its words; calibrated on ``evals/datasets``."""
    sure_inside = 0.875
    """The same where the asker has chosen the one document to be asked."""
    at_once = 6
    """Texts that may be compared with a question while an answer is made."""
    compared = 80
    """Characters of a text that are compared; time grows with them."""

    def __init__(self) -> None:
        self.name = name()
        self._remembered = lru_cache(4096)(self._alone)
        # A question is compared with passages, then with sentences.
        self._asked_last = lru_cache(8)(self._alone)
        self._lock = threading.Lock()
        self._loaded: tuple[Model, ThreadPoolExecutor] | None = None

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """In the texts' order; the longest are begun first, so that no core waits for the last one."""
        if not texts:
            return []
        model, pool = self._parts()
        order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        rows = pool.map(model, [f"passage: {texts[i]}" for i in order])
        found = dict(zip(order, rows, strict=True))
        return [found[i].tolist() for i in range(len(texts))]

    def embed_query(self, text: str) -> list[float]:
        row: list[float] = self._question(text).tolist()
        return row

    def nearness(self, question: str, texts: Sequence[str]) -> list[float]:
        """By how much the cosine of each of the first ``at_once`` texts with the question is above ``sure``, in their order: from
        0 on a text says what is asked, whatever its words. Vectors are remembered."""
        _, pool = self._parts()
        asked = self._question(question)
        prefixed = [f"passage: {text[: self.compared]}" for text in texts[: self.at_once]]
        return [float(row @ asked) - self.sure for row in pool.map(self._remembered, prefixed)]

    def _question(self, text: str) -> NDArray[np.float32]:
        return self._asked_last(f"query: {text[: self.question_limit]}")

    def _alone(self, text: str) -> NDArray[np.float32]:
        model, _ = self._parts()
        return model(text)

    def _parts(self) -> tuple[Model, ThreadPoolExecutor]:
        with self._lock:
            if self._loaded is None:
                vocabulary = (FILES / "tokenizer.json").read_text(encoding="utf-8")
                with resources.as_file(FILES / "encoder.onnx") as file:
                    model = Model(str(file), vocabulary)
                self._loaded = model, ThreadPoolExecutor(cores(), "encoder")
            return self._loaded


def windows(ids: list[int]) -> Iterator[list[int]]:
    """The tokens between the two marks in windows of equal length, at most ``WINDOW``, each with the marks around it."""
    first, *content, last = ids
    n = max(1, -(-len(content) // WINDOW))
    size = -(-len(content) // n)
    for i in range(n):
        yield [first, *content[i * size : (i + 1) * size], last]


def cores() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

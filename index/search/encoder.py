"""Text → vectors: the built-in encoder, or any other that the settings name."""

from __future__ import annotations

from typing import Any, Protocol

from langchain_core.embeddings import Embeddings

from index.errors import SettingsError
from index.search.builtin import BuiltinEncoder


class Encoder(Protocol):
    """LangChain's ``Embeddings`` with a name: an index remembers the encoder it was made with."""

    name: str

    def embed_documents(self, texts: list[str]) -> list[list[float]]: ...

    def embed_query(self, text: str) -> list[float]: ...


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
    """A sentence-transformers model by name or path, with the prompts that it was made with; loading imports torch."""

    def __init__(self, name_or_path: str) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(name_or_path)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._rows(self._model.encode_document(texts, normalize_embeddings=True))

    def embed_query(self, text: str) -> list[float]:
        return self._rows(self._model.encode_query([text], normalize_embeddings=True))[0]

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

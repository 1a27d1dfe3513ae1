"""Text → vectors: the built-in encoder, or any other that the settings name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from langchain_core.embeddings import Embeddings

from index.errors import ServiceError, SettingsError
from index.search.builtin import BuiltinEncoder

BATCH = 64
"""Texts in one request: many services take no more."""
TIMEOUT, RETRIES = 30.0, 2
"""Seconds to wait for one request; how often it is put again."""


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


class ServiceEmbeddings(Embeddings):
    """An endpoint in OpenAI's format; ServiceError for whatever goes wrong there."""

    def __init__(self, model: str, base_url: str | None, api_key: str | None) -> None:
        from langchain_openai import OpenAIEmbeddings
        from pydantic import SecretStr

        self._url = base_url or "https://api.openai.com/v1"
        self._inner = OpenAIEmbeddings(
            model=model, base_url=self._url, api_key=SecretStr(api_key or "none"),
            check_embedding_ctx_length=False, chunk_size=BATCH, timeout=TIMEOUT, max_retries=RETRIES,
        )  # fmt: skip

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        if not texts:
            return []
        return self._checked(self._inner.embed_documents, texts, len(texts))

    def embed_query(self, text: str) -> list[float]:
        return self._checked(self._inner.embed_documents, [text], 1)[0]

    def _checked(
        self, embed: Callable[[list[str]], list[list[float]]], texts: list[str], n: int
    ) -> list[list[float]]:
        import openai

        try:
            rows = embed(texts)
        except openai.APIStatusError as error:
            raise self._failed(f"返回 {error.status_code}") from error
        except openai.APITimeoutError as error:
            raise self._failed(f"{TIMEOUT:g} 秒内没有回应") from error
        except openai.APIConnectionError as error:
            raise self._failed("连不上") from error
        except (openai.OpenAIError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise self._failed("的回答不是约定的格式") from error
        if len(rows) != n or len({len(row) for row in rows}) != 1 or not rows[0]:
            raise self._failed("的回答不是约定的格式")
        return rows

    def _failed(self, how: str) -> ServiceError:
        return ServiceError(
            f"向量服务（{self._url}）{how}",
            "请检查 TIAOKUAN_EMBEDDER_BASE_URL 与密钥；改用内置模型须重建索引",
        )


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
        return NamedEncoder(spec, ServiceEmbeddings(name, base_url, api_key))
    raise SettingsError(
        f"TIAOKUAN_EMBEDDER 的值「{spec}」无法识别",
        "可用：builtin、sentence-transformers:名称或路径、openai:模型名",
    )

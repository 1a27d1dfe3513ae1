"""A second look at the best few: question and passage read together by a model. None by default: the program's own ranking
(``fuse``) stands by itself, and ``builtin`` means it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import httpx

from index.errors import ServiceError, SettingsError

LOOKED_AT = 12
"""Hits that are put in a new order; those behind them keep theirs."""
TIMEOUT = 20.0


class Reranker(Protocol):
    """Scores of passages for a question, comparable within one call only; larger is better."""

    def scores(self, question: str, passages: Sequence[str]) -> list[float]: ...


class CrossEncoderReranker:
    """A sentence-transformers cross-encoder by name or path; loading imports torch."""

    def __init__(self, name_or_path: str) -> None:
        from sentence_transformers import CrossEncoder

        self._model = CrossEncoder(name_or_path)

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        if not passages:
            return []
        return [float(s) for s in self._model.predict([(question, p) for p in passages])]


class ServiceReranker:
    """``POST {base_url}/rerank`` with ``{model, query, documents, top_n}`` → ``results[{index, relevance_score}]``, as Jina,
    Cohere, vLLM, Xinference and others offer it."""

    def __init__(self, model: str, base_url: str, api_key: str | None = None) -> None:
        self._model = model
        url = base_url.rstrip("/")
        self._url = url if url.endswith("/rerank") else f"{url}/rerank"
        self._headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        if not passages:
            return []
        body = {"model": self._model, "query": question, "documents": list(passages), "top_n": len(passages)}
        try:
            reply = httpx.post(self._url, json=body, headers=self._headers, timeout=TIMEOUT)
            answer = reply.raise_for_status().json()
            found = {int(r["index"]): float(r["relevance_score"]) for r in answer["results"]}
            return [found[i] for i in range(len(passages))]
        except httpx.HTTPStatusError as error:
            raise self._failed(f"返回 {error.response.status_code}") from error
        except httpx.TimeoutException as error:
            raise self._failed(f"{TIMEOUT:g} 秒内没有回应") from error
        except httpx.HTTPError as error:
            raise self._failed("连不上") from error
        except (ValueError, KeyError, TypeError) as error:
            raise self._failed("的回答不是约定的格式") from error

    def _failed(self, how: str) -> ServiceError:
        return ServiceError(
            f"重排服务（{self._url}）{how}",
            "请检查 TIAOKUAN_RERANKER_BASE_URL 与密钥，或去掉 TIAOKUAN_RERANKER",
        )


def make_reranker(spec: str, base_url: str | None = None, api_key: str | None = None) -> Reranker | None:
    """``none`` | ``builtin`` | ``sentence-transformers:NAME_OR_PATH`` | ``rerank:MODEL``; SettingsError for anything else."""
    kind, _, name = spec.partition(":")
    if spec in {"none", "builtin"}:
        return None
    if kind == "sentence-transformers" and name:
        try:
            return CrossEncoderReranker(name)
        except OSError as error:
            raise SettingsError(
                f"TIAOKUAN_RERANKER：读不到模型「{name}」", "请写本机上模型文件夹的路径，或改回 none"
            ) from error
    if kind == "rerank" and name:
        if not base_url:
            raise SettingsError(
                "TIAOKUAN_RERANKER 是 rerank: 时缺少服务地址",
                "请设置 TIAOKUAN_RERANKER_BASE_URL，如 http://localhost:8002/v1",
            )
        return ServiceReranker(name, base_url, api_key)
    raise SettingsError(
        f"TIAOKUAN_RERANKER 的值「{spec}」无法识别",
        "可用：none、builtin、sentence-transformers:名称或路径、rerank:模型名",
    )

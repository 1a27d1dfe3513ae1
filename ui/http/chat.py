"""The OpenAI-compatible face: chat clients ask ``tiaokuan`` as if it were a model."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from assistant.answer.model import Answer
from index.errors import NotFoundError
from ui.http.replies import event_reply, event_text, json_reply, json_text
from ui.schemas import MODEL_NAME, ChatBody
from ui.service import Service

_MARKER = re.compile(r"\[(\d+)\]")
_SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]?(?:\[\d+\])*\n?")


def chat_routes(assistant: Service, clause_address: str) -> APIRouter:
    """Only the user's messages feed the dialogue: what another model said is no question and no evidence.

    ``clause_address`` is where a clause can be seen, relative to the server's root; its id is put behind it.
    """
    routes = APIRouter(prefix="/v1", tags=["OpenAI 兼容"])

    @routes.post("/chat/completions", summary="对话（OpenAI 兼容）")
    def complete(body: ChatBody, request: Request) -> Response:
        answer = assistant.ask(turns=body.turns)
        marks = url_citations(answer, f"{request.base_url}{clause_address}")
        if body.stream:
            return event_reply(_chunks(answer, marks))
        return json_reply(_completion(answer, marks))

    @routes.get("/models", summary="模型列表（OpenAI 兼容）")
    def models() -> Response:
        return json_reply({"object": "list", "data": [_model()]})

    @routes.get("/models/{name}", summary="一个模型（OpenAI 兼容）")
    def model(name: str) -> Response:
        if name != MODEL_NAME:
            raise NotFoundError("没有这个模型", f"可用的只有 {MODEL_NAME}")
        return json_reply(_model())

    return routes


def url_citations(answer: Answer, address: str) -> list[dict[str, Any]]:
    """A ``url_citation`` per marker ``[n]``, in order; indexes are those of the marker in the content."""
    cited = {citation.n: citation for citation in answer.citations}
    return [
        {
            "type": "url_citation",
            "url_citation": {
                "url": address + quote(cited[int(mark[1])].clause_id, safe=""),
                "title": cited[int(mark[1])].formatted,
                "start_index": mark.start(),
                "end_index": mark.end(),
            },
        }
        for mark in _MARKER.finditer(answer.answer)
        if int(mark[1]) in cited
    ]


def _completion(answer: Answer, marks: list[dict[str, Any]]) -> dict[str, Any]:
    message = {"role": "assistant", "content": answer.answer, "annotations": marks}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    return _envelope(answer, "chat.completion") | {"choices": [choice]}


def _chunks(answer: Answer, marks: list[dict[str, Any]]) -> Iterator[str]:
    """Sentence by sentence, after the whole answer was checked: what was sent cannot be taken back."""
    head = _envelope(answer, "chat.completion.chunk")

    def chunk(delta: dict[str, Any], finish: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return event_text(json_text(head | {"choices": [choice]}))

    yield chunk({"role": "assistant", "content": ""})
    for piece in _SENTENCE.findall(answer.answer):
        if piece:
            yield chunk({"content": piece})
    yield chunk({"annotations": marks}, "stop")
    yield event_text("[DONE]")


def _envelope(answer: Answer, kind: str) -> dict[str, Any]:
    return {
        "id": f"chatcmpl-{answer.id}",
        "object": kind,
        "created": int(time.time()),
        "model": MODEL_NAME,
    }


def _model() -> dict[str, Any]:
    return {"id": MODEL_NAME, "object": "model", "created": 0, "owned_by": MODEL_NAME}

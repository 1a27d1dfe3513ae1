"""How an answer of the assistant becomes bytes: JSON, problem+json, server-sent events."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from typing import Any

from fastapi import Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

EVENT_STREAM = "text/event-stream"
PROBLEM = "application/problem+json"


class RefusedError(Exception):
    """A request refused with a finished problem body; used where no error of the assistant fits."""

    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(body["detail"])
        self.body = body


def json_reply(value: BaseModel | dict[str, Any], status: int = 200) -> Response:
    """``value`` as UTF-8 JSON, keys in the order of the contract."""
    text = value.model_dump_json() if isinstance(value, BaseModel) else json_text(value)
    return Response(text, status, media_type="application/json")


def problem_reply(body: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    headers = dict(headers or {})
    if body.get("retryable"):
        headers.setdefault("Retry-After", "2")
    return Response(json_text(body), body["status"], headers, media_type=PROBLEM)


def event_reply(events: Iterator[str]) -> StreamingResponse:
    """``events`` are whole events as text; proxies are told not to hold them back."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events, media_type=EVENT_STREAM, headers=headers)


def event_text(data: str, name: str | None = None) -> str:
    """One server-sent event; ``data`` is JSON or a word, on one line."""
    return f"event: {name}\ndata: {data}\n\n" if name else f"data: {data}\n\n"


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def primed(events: Iterator[str]) -> Generator[str, None, None]:
    """``events`` with the first already made: what fails at once fails before the reply begins."""
    first = next(events, None)

    def rest() -> Generator[str, None, None]:
        if first is not None:
            yield first
        yield from events

    return rest()

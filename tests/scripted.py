"""A language model behind the OpenAI chat interface, scripted: each request gets the next reply."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """``text`` is streamed in pieces, ``body`` sent as it is, ``wait`` seconds pass before either."""

    text: str = ""
    status: int = 200
    body: str | None = None
    wait: float = 0.0
    empty: bool = False

    def events(self) -> Iterator[dict[str, Any]]:
        pieces = [self.text[i : i + 7] for i in range(0, len(self.text), 7)]
        head = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "test"}
        for piece in pieces:
            yield {**head, "choices": [{"index": 0, "delta": {"role": "assistant", "content": piece}}]}
        closing = [] if self.empty else [{"index": 0, "delta": {}, "finish_reason": "stop"}]
        yield {**head, "choices": closing}


@dataclass
class ModelServer:
    """``requests`` are the bodies received, in order; ``authorization`` the last header of that name."""

    url: str
    reply: Reply = field(default_factory=Reply)
    requests: list[dict[str, Any]] = field(default_factory=list)
    authorization: str | None = None

    @property
    def prompt(self) -> str:
        """The one message of the last request."""
        (message,) = self.requests[-1]["messages"]
        return str(message["content"])


class _Handler(BaseHTTPRequestHandler):
    model: ModelServer

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.model.requests.append(json.loads(self.rfile.read(length)))
        self.model.authorization = self.headers["Authorization"]
        reply = self.model.reply
        time.sleep(reply.wait)
        if reply.body is not None:
            self._send(reply.status, "text/html; charset=utf-8", reply.body)
        elif reply.status != 200:
            self._send(reply.status, "application/json", '{"error": {"message": "refused", "type": "test"}}')
        else:
            lines = [f"data: {json.dumps(event)}\n\n" for event in reply.events()]
            self._send(200, "text/event-stream", "".join(lines) + "data: [DONE]\n\n")

    def _send(self, status: int, kind: str, body: str) -> None:
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Silent."""


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone is what the timeout test is about."""


@contextmanager
def serving() -> Iterator[ModelServer]:
    with _Quiet(("127.0.0.1", 0), _Handler) as server:
        model = ModelServer(f"http://127.0.0.1:{server.server_address[1]}/v1")
        server.RequestHandlerClass = type("Handler", (_Handler,), {"model": model})
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield model
        server.shutdown()
        thread.join()

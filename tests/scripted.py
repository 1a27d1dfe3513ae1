"""A scripted model service over real HTTP, as OpenAI-compatible servers are: chat completions (streamed and not), embeddings,
rerank. Every request gets ``server.reply``; without a body of its own it is answered as the path asks.

    with serving() as server:
        server.reply = Reply("由市发展改革委牵头[1]。", pause=0.1)
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CHUNK = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "test"}


@dataclass(frozen=True)
class Reply:
    """``pieces`` (or ``text`` cut into pieces of ``size``) are streamed with ``pause`` seconds between them, after ``wait``.
    ``finish``: the reason given at the end, None for none; ``cut``: the connection breaks off instead of ending.
    ``body`` is sent as it is, whatever was asked; ``empty``: no choice in the answer."""

    text: str = ""
    status: int = 200
    body: str | None = None
    kind: str = "text/html; charset=utf-8"
    wait: float = 0.0
    pause: float = 0.0
    size: int = 7
    pieces: tuple[str, ...] = ()
    finish: str | None = "stop"
    cut: bool = False
    empty: bool = False

    def parts(self) -> Iterator[str]:
        yield from self.pieces or (self.text[i : i + self.size] for i in range(0, len(self.text), self.size))


def vector_of(text: str, dimension: int = 8) -> list[float]:
    """The same text, the same vector."""
    return [byte / 255 for byte in hashlib.sha256(text.encode()).digest()[:dimension]]


@dataclass
class Server:
    """``requests``, ``paths`` and ``keys`` (Authorization) are what came, in order; ``gone`` counts clients that left before
    the reply was over; ``sent`` is when each piece of a stream left, by the monotonic clock."""

    url: str = ""
    reply: Reply = field(default_factory=Reply)
    vectors: Callable[[str], Sequence[float]] = vector_of
    requests: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    gone: int = 0
    sent: list[tuple[float, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def prompt(self) -> str:
        """The one message of the last chat request."""
        (message,) = self.requests[-1]["messages"]
        return str(message["content"])

    @property
    def authorization(self) -> str | None:
        return self.keys[-1] if self.keys else None

    def forget(self) -> None:
        self.requests.clear()
        self.paths.clear()
        self.keys.clear()
        self.sent.clear()
        self.reply = Reply()

    def answer(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """What is not streamed."""
        if path.endswith("/embeddings"):
            texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
            data = [
                {"object": "embedding", "index": n, "embedding": list(self.vectors(str(t)))}
                for n, t in enumerate(texts)
            ]
            return {
                "object": "list",
                "model": body.get("model"),
                "data": data,
                "usage": {"prompt_tokens": 0, "total_tokens": 0},
            }
        if path.endswith("/rerank"):  # the longest passage is the best
            scored = [{"index": n, "relevance_score": len(d)} for n, d in enumerate(body["documents"])]
            return {"results": sorted(scored, key=lambda one: -one["relevance_score"])}
        message = {"role": "assistant", "content": "".join(self.reply.parts())}
        choices = (
            [] if self.reply.empty else [{"index": 0, "message": message, "finish_reason": self.reply.finish}]
        )
        return CHUNK | {"object": "chat.completion", "choices": choices}


class _Handler(BaseHTTPRequestHandler):
    script: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        script, reply = self.script, self.script.reply
        script.requests.append(body)
        script.paths.append(self.path)
        script.keys.append(self.headers["Authorization"])
        try:
            script.closing.wait(reply.wait)
            if reply.body is not None:
                self._send(reply.kind, reply.body.encode(), reply.status)
            elif reply.status != 200:
                error = {"error": {"message": "refused", "type": "test"}}
                self._send("application/json", json.dumps(error).encode(), reply.status)
            elif self.path.endswith("/chat/completions") and body.get("stream"):
                self._stream(reply)
            else:
                self._send("application/json", json.dumps(script.answer(self.path, body)).encode())
        except OSError:  # who asked has given up waiting
            script.gone += 1

    def _send(self, kind: str, data: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, reply: Reply) -> None:
        """In chunks, as servers do, so that a connection that breaks off can be told from one that ends."""
        self.protocol_version = "HTTP/1.1"
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in reply.parts():
            self.script.sent.append((time.monotonic(), piece))
            self._event({"choices": [{"index": 0, "delta": {"role": "assistant", "content": piece}}]})
            if reply.pause:
                self.script.closing.wait(reply.pause)
        self.close_connection = True
        if reply.cut:
            return
        end = {"index": 0, "delta": {}, "finish_reason": reply.finish}
        self._event({"choices": [] if reply.empty else [end]})
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _event(self, data: dict[str, Any]) -> None:
        self._chunk(f"data: {json.dumps(CHUNK | data)}\n\n".encode())

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Silent."""


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone is what some tests are about."""


@contextmanager
def serving() -> Iterator[Server]:
    script = Server()
    handler = type("Handler", (_Handler,), {"script": script, "protocol_version": "HTTP/1.1"})
    with _Quiet(("127.0.0.1", 0), handler) as server:
        script.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield script
        finally:
            script.closing.set()
            server.shutdown()
            thread.join()

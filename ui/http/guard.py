"""What stands before the routes: no write from a foreign web page, no body without end."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.http.replies import problem_reply
from ui.problems import problem_body

TOO_LARGE = ("请求太大", "请求体太大：文件一次最多 64 MB，其他请求最多 1 MB", "too_large")
JSON_BYTES = 1024 * 1024
UPLOAD_BYTES = 64 * JSON_BYTES
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_PORTS = {"http": 80, "https": 443}


class Guard:
    """The server has no login, so a browser may send it changes only from the server's own pages.

    Programs send no ``Origin``. A header that a foreign page cannot set without asking first
    (``X-Forwarded-Host``) names the own host behind a proxy.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["method"] not in _SAFE and foreign(Headers(scope=scope)):
            detail = "拒绝来自其他网站的请求：请在本服务自己的页面里操作，或由程序直接调用接口"
            reply = problem_reply(problem_body(403, "不允许", detail, code="cross_site"))
            await reply(scope, receive, send)
            return
        most = limit_of(scope["path"])
        if _declared(Headers(scope=scope)) > most:
            title, detail, code = TOO_LARGE
            await problem_reply(problem_body(413, title, detail, code=code))(scope, receive, send)
            return

        async def plainly(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).setdefault("X-Content-Type-Options", "nosniff")
            await send(message)

        await self.app(scope, _counted(receive, most), plainly)


def limit_of(path: str) -> int:
    """Bytes that a request to ``path`` may carry: the page and ``/v1/documents`` take files."""
    return JSON_BYTES if path.startswith("/v1/") and path != "/v1/documents" else UPLOAD_BYTES


def foreign(headers: Headers) -> bool:
    """Whether a browser says that another site sent this request."""
    if headers.get("sec-fetch-site") == "cross-site":
        return True
    origin = headers.get("origin")
    if origin is None:
        return False
    try:
        sent_from = urlsplit(origin)
        port = sent_from.port or _PORTS.get(sent_from.scheme)
        own = [urlsplit(f"{sent_from.scheme}://{host}") for host in _hosts(headers)]
        return not sent_from.hostname or (sent_from.hostname, port) not in [
            (host.hostname, host.port or _PORTS.get(host.scheme)) for host in own
        ]
    except ValueError:  # a malformed address belongs to nobody
        return True


def _declared(headers: Headers) -> int:
    length = headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() else 0


def _counted(receive: Receive, most: int) -> Receive:
    """``receive`` that raises 413 once more than ``most`` bytes came, whatever the headers declared."""
    seen = 0

    async def counting() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise HTTPException(413)
        return message

    return counting


def _hosts(headers: Headers) -> list[str]:
    given = [headers.get("host"), headers.get("x-forwarded-host")]
    return [host.split(",")[0].strip() for host in given if host]

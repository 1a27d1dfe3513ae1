"""``tiaokuan serve``: the workbench and the interface in one process."""

from __future__ import annotations

import errno
import ipaddress
import logging
import os
import socket
import sys
import threading
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors import SettingsError
from ui.cli.runtime import desk_of
from ui.cli.terminal import show, stderr
from ui.problems import DONE

if TYPE_CHECKING:
    from fastapi import FastAPI

GRACE_SECONDS = 1
LAST_SECONDS = 1.5


def serve(
    ctx: typer.Context,
    host: Annotated[str, typer.Option("--host", metavar="地址", help="监听的地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="端口", min=0, max=65535, help="监听的端口")] = 8000,
) -> None:
    """启动工作台与接口。"""
    with reserve(host, port) as listener:
        address = _address(host, listener.getsockname()[1])
        show(f"正在打开资料库，稍后可访问 {address}")
        with desk_of(ctx) as desk:
            from ui.http import create_app

            if not _only_here(host):
                stderr().print("注意：本服务没有登录，能连到这台机器的人都能使用它", soft_wrap=True)
            _run(create_app(desk), listener, address)
    _leave()


def reserve(host: str, port: int) -> socket.socket:
    """A socket bound to the address before anything slow is loaded; SettingsError says what to do instead."""
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise SettingsError(f"认不出地址 {host}", "--host 一般写 127.0.0.1（仅本机）或 0.0.0.0") from None
    family, kind, protocol, _, address = found[0]
    listener = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        listener.close()
        raise _unusable(host, port, error) from error
    return listener


def _unusable(host: str, port: int, error: OSError) -> SettingsError:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        mend = f"先停掉占用它的程序，或换一个端口：--port {other}（make run PORT={other}）"
        return SettingsError(f"端口 {port} 已被占用", mend)
    if error.errno == errno.EACCES:
        return SettingsError(f"没有权限使用端口 {port}", "请用 1024 以上的端口：--port 8000")
    return SettingsError(f"不能在 {host}:{port} 上监听：{error.strerror}", "请检查 --host 与 --port")


def _run(app: FastAPI, listener: socket.socket, address: str) -> None:
    """Serves until a signal comes; the port is free at once then, the process gone within two seconds."""
    import uvicorn

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                show(f"已就绪：{address}（按 Ctrl+C 停止）")

        def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
            """Streams that stay open are cut off, and that is no error worth a log line."""
            self.force_exit = self.should_exit
            self.should_exit = True
            logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL + 1)
            last = threading.Timer(LAST_SECONDS, os._exit, (DONE,))
            last.daemon = True
            last.start()

    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    try:
        Server(config).run(sockets=[listener])
    except OSError as error:
        host, port = listener.getsockname()[:2] if listener.fileno() >= 0 else (address, 0)
        raise _unusable(host, port, error) from error


def _leave() -> None:
    """Everything is closed; taking the interpreter apart, module by module, would only keep the caller waiting."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(DONE)


def _address(host: str, port: int) -> str:
    shown = "127.0.0.1" if host in ("", "0.0.0.0", "::") else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def _only_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

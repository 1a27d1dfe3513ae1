"""``tiaokuan serve`` in a guarded process: what it asks of other machines is written down and refused."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

GUARD = Path(__file__).parent / "guard"
TIAOKUAN = Path(sys.executable).with_name("tiaokuan")
START_LIMIT = 60.0


@dataclass
class Server:
    """A running server; ``log`` is what it printed."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path
    guard_log: Path
    proxied: list[str] = field(default_factory=list)

    @property
    def strangers(self) -> list[str]:
        """What it tried to reach beyond this machine, in order."""
        noted = self.guard_log.read_text(encoding="utf-8").splitlines() if self.guard_log.exists() else []
        return [*noted, *self.proxied]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(home: Path, folder: Path, **settings: str) -> Iterator[Server]:
    """A guarded server on ``home``, ready; logs go to ``folder``. RuntimeError with its output if it is not."""
    port, guard_log, log = free_port(), folder / "guard.log", folder / "server.log"
    with listening() as (proxy, proxied), log.open("wb") as output:
        environment = {
            **{k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")},
            "PYTHONPATH": str(GUARD),
            "GUARD_LOG": str(guard_log),
            "TIAOKUAN_HOME": str(home),
            **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"), proxy),
            "NO_PROXY": "127.0.0.1,localhost",
            **settings,
        }
        process = subprocess.Popen(
            [str(TIAOKUAN), "serve", "--port", str(port)], env=environment, stdout=output, stderr=output
        )
        server = Server(f"http://127.0.0.1:{port}", process, log, guard_log, proxied)
        try:
            wait_ready(server)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait_ready(server: Server) -> None:
    until = time.monotonic() + START_LIMIT
    with httpx.Client(trust_env=False) as client:
        while server.process.poll() is None and time.monotonic() < until:
            with contextlib.suppress(httpx.TransportError):
                if client.get(f"{server.url}/readyz").is_success:
                    return
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{server.log.read_text(encoding='utf-8')}")


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A proxy that lets nothing through: its address, and the first line of every request made of it."""
    heard: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        over = threading.Event()
        thread = threading.Thread(target=_listen, args=(listener, over, heard), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", heard
        over.set()
        thread.join()


def _listen(listener: socket.socket, over: threading.Event, heard: list[str]) -> None:
    while not over.is_set():
        with contextlib.suppress(TimeoutError):
            connection, _ = listener.accept()
            with connection:
                connection.settimeout(1)
                heard.append("proxy " + connection.recv(500).split(b"\r\n")[0].decode("latin-1"))

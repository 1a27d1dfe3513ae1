"""The page served on a free port, and a real Chromium that may speak to nobody else."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from tests.fakes import FakeAssistant

CHROMIUM = next(
    (
        path
        for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        if Path(path).exists()
    ),
    "",
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def missing(reason: str) -> NoReturn:
    """Skip with one line, or fail where everything has to be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


class Site:
    """A running server: its address, the assistant behind it, and what the browser asked of others."""

    def __init__(self, url: str, assistant: FakeAssistant) -> None:
        self.url = url
        self.assistant = assistant


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    import uvicorn
    from fastapi import FastAPI

    from ui.page import mount

    assistant, port = FakeAssistant(), free_port()
    app = mount(FastAPI(), assistant)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    assert server.started, "the server did not start"
    yield Site(f"http://127.0.0.1:{port}", assistant)
    server.should_exit = True
    thread.join(10)

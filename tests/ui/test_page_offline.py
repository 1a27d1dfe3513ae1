"""The serving process asks nothing of any address but its own, whatever the environment says of analytics."""

from __future__ import annotations

import os
import subprocess
import sys

SCRIPT = """
import socket, sys, threading, time
strangers = []
def watched(name, real):
    def call(*args, **kwargs):
        host = args[0] if name == "getaddrinfo" else args[1]
        host = host[0] if isinstance(host, tuple) else host
        if str(host) not in ("127.0.0.1", "localhost", "::1", "None"):
            strangers.append(f"{name} {host}")
            raise OSError("nobody else is to be asked")
        return real(*args, **kwargs)
    return call
socket.getaddrinfo = watched("getaddrinfo", socket.getaddrinfo)
socket.socket.connect = watched("connect", socket.socket.connect)
import httpx, uvicorn
from fastapi import FastAPI
from tests.fakes import FakeAssistant
from ui.page import mount
listener = socket.socket()
listener.bind(("127.0.0.1", 0))
url = f"http://127.0.0.1:{listener.getsockname()[1]}"
server = uvicorn.Server(uvicorn.Config(mount(FastAPI(), FakeAssistant()), log_level="warning"))
threading.Thread(target=server.run, args=([listener],), daemon=True).start()
while not server.started:
    time.sleep(0.05)
assert httpx.get(url).status_code == 200
config = httpx.get(url + "/config").json()
assert httpx.get(url + "/page/cite", params={"q": "空天信息"}).status_code == 200
time.sleep(2)
server.should_exit = True
print("strangers", strangers)
print("analytics", config["analytics_enabled"], "history", config["run_history"])
"""


def test_nobody_else_is_asked() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=os.environ | {"GRADIO_ANALYTICS_ENABLED": "True", "GRADIO_RUN_HISTORY": "True"},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert "strangers []" in ran.stdout, ran.stdout + ran.stderr
    assert "analytics False history False" in ran.stdout, ran.stdout + ran.stderr


def test_the_page_package_is_cheap_to_import() -> None:
    code = "import sys, ui.page, ui.render; print('gradio' in sys.modules, 'fastapi' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)
    assert ran.stdout.strip() == "False False"

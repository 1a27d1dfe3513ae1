"""Loaded first by a guarded process: writes down every host that it looks up or connects to, and refuses
strangers.

``GUARD_LOG`` names the file, one line a host. Python's audit events cover every socket made by Python code;
clients that connect from compiled code heed the proxy variables, which the test points at its own listener.
"""

import os
import sys
from pathlib import Path

LOCAL = {"127.0.0.1", "::1", "localhost", "0.0.0.0", "::", ""}
NAMED = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
REACHED = {"socket.connect", "socket.sendto", "socket.sendmsg"}


def _host(event: str, args: tuple) -> str:
    if event in NAMED:
        return _text(args[0])
    address = args[1]
    return _text(address[0]) if isinstance(address, tuple) else ""  # a path: a socket of this machine


def _text(host: object) -> str:
    if isinstance(host, bytes):
        return host.decode("ascii", "replace")
    return "" if host is None else str(host)


def _watch(event: str, args: tuple) -> None:
    if event not in NAMED and event not in REACHED:
        return
    host = _host(event, args)
    if host not in LOCAL:
        with Path(os.environ["GUARD_LOG"]).open("a", encoding="utf-8") as log:
            log.write(f"{event} {host}\n")
        raise ConnectionRefusedError(f"guard: {host}")


if "GUARD_LOG" in os.environ:
    sys.addaudithook(_watch)

"""How fast and how heavy: `python -m evals.bench`, on an own empty home; other settings stay as they are.

A table with the limit of each measure; exit 1 when one is missed.
"""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import httpx
from rich.console import Console
from rich.table import Table

from assistant.bootstrap import open_assistant
from assistant.settings import load_settings
from evals.case import datasets, load_cases
from evals.machine import machine
from index.errors import TiaokuanError

QUESTION = "空天信息产业由谁牵头？"
TIAOKUAN = str(Path(sys.executable).with_name("tiaokuan"))
START_LIMIT = 60.0


@dataclass(frozen=True)
class Figure:
    """One measured value; ``limit`` None: only told."""

    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def kept(self) -> bool:
        return self.limit is None or self.value <= self.limit


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def command(home: Path, *words: str) -> list[str]:
    """The command line with its data in ``home``, the rest of the environment as it is."""
    return ["env", f"TIAOKUAN_HOME={home}", TIAOKUAN, *words]


def ask_once(home: Path) -> None:
    subprocess.run(command(home, "ask", QUESTION, "--json"), check=True, capture_output=True)


def cold(home: Path) -> list[Figure]:
    """A process per question: the first also indexes the plan."""
    first = seconds(lambda: ask_once(home))
    later = [seconds(lambda: ask_once(home)) for _ in range(5)]
    return [Figure("首次提问（含索引内置规划）", first, "s"), Figure("冷启动提问", median(later), "s", 4.0)]


def warm(home: Path) -> list[Figure]:
    """All single questions of the plan's suite, one after another in one process."""
    assistant = open_assistant(load_settings().model_copy(update={"home": home}))
    questions = [case.question for case in load_cases(datasets()["plan"]) if case.question]
    assistant.ask(QUESTION)
    times = [1000 * seconds(lambda q=question: assistant.ask(q)) for question in questions]  # type: ignore[misc]
    assistant.close()
    return [
        Figure(f"热回答中位数（{len(times)} 问）", median(times), "ms", 40.0),
        Figure("热回答 95 分位", quantiles(times, n=20)[-1], "ms"),
    ]


def serving(home: Path) -> list[Figure]:
    """A server on a home that is there already: ready, one page and ten answers, memory, stop."""
    with httpx.Client(timeout=30, trust_env=False) as client, serve(home) as (process, url):
        started = seconds(lambda: wait_ready(client, url, process))
        client.get(url, follow_redirects=True).raise_for_status()
        for _ in range(10):
            client.post(f"{url}/v1/ask", json={"question": QUESTION}).raise_for_status()
        memory = resident_mb(process.pid)
        process.send_signal(signal.SIGTERM)
        stopped = seconds(lambda: process.wait(START_LIMIT))
    return [
        Figure("服务再次启动至就绪", started, "s", 8.0),
        Figure("服务进程内存", memory, "MB", 700.0),
        Figure("收到 SIGTERM 至退出", stopped, "s", 2.0),
    ]


@contextmanager
def serve(home: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server process on a free port, killed at the end if it still runs; the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        command(home, "serve", "--port", str(port)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def wait_ready(client: httpx.Client, url: str, process: subprocess.Popen[bytes]) -> None:
    """Returns when ``/readyz`` says yes; TimeoutError when the process ended or a minute has passed."""
    until = time.monotonic() + START_LIMIT
    while process.poll() is None and time.monotonic() < until:
        try:
            if client.get(f"{url}/readyz").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise TimeoutError("服务没有启动：请运行 tiaokuan serve 查看原因")


def resident_mb(pid: int) -> float:
    shown = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], check=True, capture_output=True, text=True)
    return int(shown.stdout) / 1024


def show(figures: list[Figure]) -> None:
    title = machine()
    table = Table("项目", "数值", "上限", "", title=title)
    for figure in figures:
        limit = "" if figure.limit is None else f"{figure.limit:g} {figure.unit}"
        verdict = "" if figure.limit is None else "达标" if figure.kept else "超出"
        table.add_row(figure.name, f"{figure.value:.1f} {figure.unit}", limit, verdict)
    Console().print(table)


def main() -> int:
    try:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "home"
            figures = [*cold(home), *warm(home), *serving(home)]
    except subprocess.CalledProcessError as error:
        Console(stderr=True).print(error.stderr.decode().strip() or str(error), markup=False)
        return 1
    except (TiaokuanError, TimeoutError) as error:
        Console(stderr=True).print(str(error), markup=False)
        return 1
    show(figures)
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())

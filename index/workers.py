"""Many files read at once: a process per core, one file at a time each, answers in the order of the files.

A file that breaks its process or takes too long costs that file only. Few files are read here: starting processes takes
longer than reading them.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress

from index.prepare import Job, Prepared, attempt

FEW = 6
MOST_WORKERS = 8
SECONDS = 600.0
"""After which a file is given up."""


def read_all(jobs: Sequence[Job], seconds: float = SECONDS) -> Iterator[tuple[Job, Prepared | str]]:
    """Each job with what it gave or the reason why not, in the order given; only a few are held in memory at a time."""
    if len(jobs) <= FEW:
        for job in jobs:
            yield job, attempt(job)
        return
    size = min(os.cpu_count() or 1, MOST_WORKERS)
    crew = Crew(size, seconds)
    waiting: deque[tuple[Job, Future[Prepared | str]]] = deque()
    try:
        for job in jobs:
            if len(waiting) > 2 * size:
                first, answer = waiting.popleft()
                yield first, answer.result()
            waiting.append((job, crew.submit(job)))
        while waiting:
            first, answer = waiting.popleft()
            yield first, answer.result()
    finally:
        crew.close()


class Crew:
    """``size`` reading processes, each started with its first file and replaced when it breaks or has grown too large."""

    def __init__(self, size: int, seconds: float) -> None:
        self._threads = ThreadPoolExecutor(size)
        self._free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._all = [Worker(seconds) for _ in range(size)]
        for worker in self._all:
            self._free.put(worker)

    def submit(self, job: Job) -> Future[Prepared | str]:
        return self._threads.submit(self._read, job)

    def _read(self, job: Job) -> Prepared | str:
        worker = self._free.get()
        try:
            return worker.read(job)
        finally:
            self._free.put(worker)

    def close(self) -> None:
        """At once, also in the middle of a file."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.kill()
        self._threads.shutdown(wait=True)
        for worker in self._all:
            worker.drop()


class Worker:
    """One process; in a session of its own, so that a Ctrl-C at the terminal reaches only the program itself."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._closed = False

    def read(self, job: Job) -> Prepared | str:
        process = self._started()
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._seconds, give_up)
        timer.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump(job, process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            answer, tired = pickle.load(process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.drop()
            if late.is_set():
                return f"「{job.path}」读了 {self._seconds:.0f} 秒还没有读完，已放弃；请拆分或转换格式后再试"
            return f"「{job.path}」使读取程序中断，文件可能已损坏；请转换格式后再试"
        finally:
            timer.cancel()
        if tired:
            self.drop()
        found: Prepared | str = answer
        return found

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._process is None:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-m", "index.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL, start_new_session=True,
                )  # fmt: skip
            if self._closed:
                self._process.kill()
            return self._process

    def kill(self) -> None:
        """From another thread; the reading one notices."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def drop(self) -> None:
        """The process is gone when this returns; the next file gets a new one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()

"""One writer at a time: who comes second waits, is told for whom, and gives up when it takes too long."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from index.errors import LibraryBusyError
from index.lock import Patience, held, locked

HOLDING = """
import sys, time
from pathlib import Path
from index.lock import Patience, locked
sys.argv = ["/usr/bin/tiaokuan", "index", "add", "某处/秘密.docx"]
with locked(Path({home!r}), Patience()):
    print("held", flush=True)
    time.sleep({seconds})
"""


def holder(home: Path, seconds: float) -> subprocess.Popen[str]:
    program = HOLDING.format(home=str(home), seconds=seconds)
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_writer_waits_and_is_told_for_whom(tmp_path: Path) -> None:
    told: list[str] = []
    with holder(tmp_path, 1) as first:
        assert held(tmp_path)
        with locked(tmp_path, Patience(30, told.append)):
            assert first.wait(5) == 0
            assert held(tmp_path)
    (line,) = told
    assert line.startswith(f"另一个进程正在写条款库：tiaokuan index add（进程 {first.pid}，")
    assert "最多等 30 秒（TIAOKUAN_WAIT 可改）" in line
    assert "秘密" not in line
    assert not held(tmp_path)


def test_who_waits_too_long_gives_up(tmp_path: Path) -> None:
    with holder(tmp_path, 30) as first:
        begun = time.monotonic()
        with (
            pytest.raises(LibraryBusyError, match=f"进程 {first.pid}.*等了 1 秒；请等它结束后再试"),
            locked(tmp_path, Patience(1)),
        ):
            pass
        assert time.monotonic() - begun < 5
        first.kill()


def test_a_writer_that_was_killed_holds_nobody_up(tmp_path: Path) -> None:
    told: list[str] = []
    with holder(tmp_path, 30) as first:
        first.kill()
        first.wait()
    with locked(tmp_path, Patience(0, told.append)):
        assert held(tmp_path)
    assert told == []


def test_threads_of_one_process_take_turns(tmp_path: Path) -> None:
    inside = 0
    most: list[int] = []

    def write() -> None:
        nonlocal inside
        with locked(tmp_path, Patience(30)):
            inside += 1
            most.append(inside)
            time.sleep(0.05)
            inside -= 1

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1, 1, 1, 1]

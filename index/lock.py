"""One writer at a time, across processes: a lock on a file in the home, which says who holds it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO

from index.errors import LibraryBusyError, LibraryError, os_reason

FILE = "write.lock"
OFTEN = 0.2
"""Seconds between two tries."""


def _silent(_: str) -> None:
    """Tells nobody."""


@dataclass(frozen=True)
class Patience:
    """How many seconds to wait for another writer, and who is told that one waits, once, before it begins."""

    seconds: float = 600.0
    tell: Callable[[str], None] = _silent


PATIENT = Patience()


@contextlib.contextmanager
def locked(home: Path, patience: Patience) -> Iterator[None]:
    """LibraryBusyError where another writer does not end in time."""
    try:
        handle = (home / FILE).open("a+", encoding="utf-8")
    except OSError as error:
        raise LibraryError(
            f"数据文件夹「{home}」不能写入：{os_reason(error)}", "请检查文件夹的权限与磁盘"
        ) from error
    with handle:
        _wait(handle, patience)
        _sign(handle, f"{_program()}（进程 {os.getpid()}，{time.strftime('%H:%M:%S')} 开始）")
        try:
            yield
        finally:
            _sign(handle, "")


def held(home: Path) -> bool:
    """Whether somebody is writing now."""
    try:
        with (home / FILE).open("r+") as handle:
            return not _taken(handle)
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _wait(handle: IO[str], patience: Patience) -> None:
    if _taken(handle):
        return
    until = time.monotonic() + patience.seconds
    said = f"另一个进程正在写条款库：{_signed(handle)}"
    if patience.seconds:
        patience.tell(f"{said}；等它结束，最多等 {patience.seconds:.0f} 秒（TIAOKUAN_WAIT 可改）")
    while not _taken(handle):
        if time.monotonic() >= until:
            waited = f"，等了 {patience.seconds:.0f} 秒" if patience.seconds else ""
            raise LibraryBusyError(f"{said}{waited}", "请等它结束后再试，或把 TIAOKUAN_WAIT 设大些")
        time.sleep(min(OFTEN, max(0.0, until - time.monotonic())))


def _taken(handle: IO[str]) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _signed(handle: IO[str]) -> str:
    handle.seek(0)
    return handle.readline().strip() or "刚刚开始的程序"


def _sign(handle: IO[str], text: str) -> None:
    """What the system does not let us write is only a courtesy."""
    with contextlib.suppress(OSError):
        handle.seek(0)
        handle.truncate()
        handle.write(text)
        handle.flush()


def _program() -> str:
    """「tiaokuan index add」: the program's name with its commands, without what they were given."""
    words = [word for word in sys.argv[1:3] if word.isascii() and word.isalpha()]
    return " ".join([PurePath(sys.argv[0] or "python").name, *words])

"""Which files a list of paths means, and what below a folder cannot be read, with the reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import os_reason

ARCHIVES = frozenset((".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"))
_CLUTTER = frozenset(("thumbs.db", "desktop.ini", ".ds_store"))
Lister = Callable[[Path], Iterable[str]]


@dataclass(frozen=True)
class Found:
    """``name`` is relative to the folder that was given, with ``/`` between its parts; ``reason``, in Chinese, says why a
    path is not read, None where it is."""

    name: str
    path: Path
    reason: str | None = None


def find_files(paths: Sequence[Path], listing: Lister = os.listdir) -> list[Found]:
    """Files named and all files below folders, sorted within each folder; each file once, under the first of its names.

    What file managers leave is passed over in silence; what is hidden, what Office keeps beside an open document, links out of
    the folder, archives, unreadable folders and what is no file come with a reason. ``listing`` gives the names in a folder.
    """
    out: list[Found] = []
    seen: set[Path] = set()
    for path in paths:
        below = _below(path, path.resolve(), "", listing) if path.is_dir() else [_judged(path.name, path)]
        for found in below:
            real = found.path.resolve() if found.reason is None else found.path.absolute()
            if real not in seen:
                seen.add(real)
                out.append(found)
    return out


def files_below(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """Only those of ``find_files`` that are to be read."""
    return [(found.name, found.path) for found in find_files(paths) if found.reason is None]


def _below(folder: Path, root: Path, prefix: str, listing: Lister) -> Iterator[Found]:
    try:
        names = sorted(listing(folder))
    except OSError as error:
        yield Found(prefix or folder.name, folder, f"文件夹读不到：{os_reason(error)}")
        return
    for name in names:
        if name.lower() in _CLUTTER:
            continue
        path, shown = folder / name, f"{prefix}/{name}" if prefix else name
        if reason := _passed_over(name, path):
            yield Found(shown, path, reason)
        elif path.is_symlink():
            yield from _linked(shown, path, root)
        elif path.is_dir():
            yield from _below(path, root, shown, listing)
        else:
            yield _judged(shown, path)


def _linked(name: str, path: Path, root: Path) -> Iterator[Found]:
    """A link to a folder inside is passed over: the walk comes there itself, and a loop ends here."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        yield Found(name, path, "链接的目标不存在或指向自己")
        return
    if not target.is_relative_to(root):
        yield Found(name, path, "链接指向文件夹之外；如需添加，请把原文件复制进来")
    elif target.is_file():
        yield _judged(name, path)


def _passed_over(name: str, path: Path) -> str | None:
    if name.startswith("~$"):
        return "Office 打开文件时留下的锁文件，不是正文"
    if name.startswith("."):
        return "隐藏的文件夹" if path.is_dir() else "隐藏的文件"
    return None


def _judged(name: str, path: Path) -> Found:
    """A file that is missing or refused is left to whoever opens it: the system then says why."""
    if reason := _passed_over(path.name, path):
        return Found(name, path, reason)
    if path.suffix.lower() in ARCHIVES:
        return Found(name, path, "压缩包不直接读取；请先解压，再添加其中的文件")
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return Found(name, path)
    return Found(name, path, None if regular else "不是普通文件")

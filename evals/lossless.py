"""Is anything lost between a file and its clauses? ``python -m evals.lossless PATH...`` (files, folders, ``.tar.gz``).

Each file is read and parsed as the library does it. Its own text is gathered here by other means (all lines of a text
file, all ``w:t`` of a Word file), and every character of it must stand in the clauses, in order; labels that Word
generates may come on top. Exit 1 where a file crashed, could not be read, lost text or repeats an id.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

from rich.console import Console

from evals.source import Source, source_of
from index.clauses.document import Document
from index.clauses.parse import parse
from index.errors import ReadError
from index.read import load, read, supported

PASSAGE = 30
"""Characters shown of what was lost."""


@dataclass(frozen=True)
class Task:
    """A file on disk, or with ``data`` the bytes of one in an archive."""

    name: str
    path: Path | None = None
    data: bytes | None = None


@dataclass(frozen=True)
class Finding:
    """What came of a file. ``failure`` in Chinese, None where all is well; ``memory`` is the process's peak in bytes."""

    name: str
    kind: str | None
    failure: str | None
    clauses: int
    process: int
    memory: int


def tasks(paths: Sequence[Path]) -> Iterator[Task]:
    """Files in the order given, those of a folder sorted; other kinds of files are passed over."""
    for path in paths:
        if path.name.endswith((".tar.gz", ".tgz")):
            yield from _members(path)
        elif path.is_dir():
            yield from (Task(str(p), p) for p in sorted(path.rglob("*")) if p.is_file() and supported(p.name))
        else:
            yield Task(str(path), path)


def _members(archive: Path) -> Iterator[Task]:
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isfile() and supported(member.name) else None
            if stream is not None:
                yield Task(member.name, None, stream.read())


def examine(task: Task) -> Finding:
    """One file; nothing is raised, for a crash is one of the things to be counted."""
    kind, failure, clauses = None, None, 0
    name = Path(task.name).name
    try:
        data = task.data if task.data is not None else load(task.path or Path(task.name))
        document = parse(read(name, data), name)
        clauses = len(document.clauses)
        kind, failure = judge(document, source_of(name, data)) or (None, None)
    except ReadError as error:
        kind, failure = "未读", str(error)
    except Exception as error:  # noqa: BLE001  a crash is what is looked for
        kind, failure = "崩溃", f"{type(error).__name__}: {error}"
    memory = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Finding(task.name, kind, failure, clauses, os.getpid(), memory)


def judge(document: Document, source: Source | None) -> tuple[str, str] | None:
    """Kind and words of the first thing that is wrong; without a source of its own the reader's text stands for it."""
    stream = squeeze("".join(clause.text for clause in document.clauses))
    passage = difference(squeeze(document.text), stream)
    if passage is not None:
        return "丢字", f"条款与读出的文字不符：「{passage}」"
    if source is not None:
        passage = lost(source, stream)
        if passage is not None:
            return "丢字", f"原文件的文字不在条款中：「{passage}」"
    twice = [key for key, n in Counter(clause.id for clause in document.clauses).items() if n > 1]
    if twice:
        return "重号", f"标识重复：{twice[0]}"
    return _disorder(document)


def _disorder(document: Document) -> tuple[str, str] | None:
    at = 0
    for clause in document.clauses:
        if not at <= clause.start <= clause.end:
            return "错序", f"起止错序：{clause.locator} {clause.start}—{clause.end}，前一条止于 {at}"
        at = clause.end
    return None


def squeeze(text: str) -> str:
    return "".join(text.split())


def difference(wanted: str, got: str) -> str | None:
    """Where ``got`` first leaves ``wanted``, as a passage of the one that has more there; None where they are equal."""
    if wanted == got:
        return None
    at = next(
        (i for i, (a, b) in enumerate(zip(wanted, got, strict=False)) if a != b), min(len(wanted), len(got))
    )
    return wanted[at : at + PASSAGE] or got[at : at + PASSAGE]


def lost(source: Source, stream: str) -> str | None:
    """The first passage of the source that the stream lacks. Paragraphs are looked for one behind the other, those that a
    reader may move (notes, text boxes) anywhere; then the characters are counted, so that none stands in for two. Numbers of
    pages may be missing, as many as there are."""
    dropped = str.maketrans("", "", source.marks)
    stream = stream.translate(dropped)
    at, pages = 0, source.page_numbers()
    for paragraph in source.paragraphs:
        if "".join(paragraph).strip() in pages:
            continue
        found = _locate([squeeze(piece).translate(dropped) for piece in paragraph], stream, at)
        if found is None:
            return squeeze("".join(paragraph))[:PASSAGE]
        at = found
    for paragraph in source.anywhere:
        if _locate([squeeze(piece).translate(dropped) for piece in paragraph], stream, 0) is None:
            return squeeze("".join(paragraph))[:PASSAGE]
    numbers = ["".join(p).strip() for p in source.paragraphs if "".join(p).strip() in pages]
    every = squeeze("".join(p for paragraph in source.paragraphs + source.anywhere for p in paragraph))
    missing = Counter(every.translate(dropped)) - Counter(stream) - Counter(squeeze("".join(numbers)))
    return "".join(f"{c}×{n} " for c, n in list(missing.items())[:8]).strip() or None


def _locate(pieces: Sequence[str], stream: str, at: int) -> int | None:
    """The end of the paragraph behind ``at``: whole, or piece by piece where a mark of a note stands between."""
    whole = "".join(pieces)
    found = stream.find(whole, at)
    if found >= 0:
        return found + len(whole)
    for piece in pieces:
        found = stream.find(piece, at)
        if found < 0:
            return None
        at = found + len(piece)
    return at


@dataclass(frozen=True)
class Totals:
    """``findings`` are only those with a failure; ``memory`` in bytes, all processes together."""

    files: int
    clauses: int
    findings: tuple[Finding, ...]
    seconds: float
    memory: int


def run(paths: Sequence[Path], processes: int = 2) -> Totals:
    """One process reads in this one, without a pool."""
    begun = time.perf_counter()
    files = clauses = 0
    failed: list[Finding] = []
    peaks: dict[int, int] = {os.getpid(): 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}
    for finding in _examined(paths, processes):
        files, clauses = files + 1, clauses + finding.clauses
        peaks[finding.process] = max(finding.memory, peaks.get(finding.process, 0))
        if finding.failure is not None:
            failed.append(finding)
    return Totals(files, clauses, tuple(failed), time.perf_counter() - begun, sum(peaks.values()))


def _examined(paths: Sequence[Path], processes: int) -> Iterator[Finding]:
    if processes == 1:
        yield from map(examine, tasks(paths))
        return
    with Pool(processes) as pool:
        yield from pool.imap(examine, tasks(paths), chunksize=4)


def report(totals: Totals) -> str:
    lines = [f"{f.kind} {f.name}：{f.failure}" for f in totals.findings]
    counts = Counter(f.kind for f in totals.findings)
    kinds = "，".join(f"{kind} {counts[kind]}" for kind in ("崩溃", "未读", "丢字", "重号", "错序"))
    lines.append(
        f"{totals.files} 件，{totals.clauses} 条；{kinds}；{totals.seconds:.1f} 秒，内存峰值 {totals.memory / 2**20:.0f} MB"
    )
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.lossless", description="逐件核对条款是否保全原文")
    parser.add_argument("paths", type=Path, nargs="+", help="文件、文件夹或 .tar.gz")
    parser.add_argument("--processes", type=int, default=2, help="并行的进程数")
    arguments = parser.parse_args(argv)
    totals = run(arguments.paths, arguments.processes)
    Console().print(report(totals), markup=False, highlight=False, soft_wrap=True)
    return 1 if totals.findings or not totals.files else 0


if __name__ == "__main__":
    sys.exit(main())

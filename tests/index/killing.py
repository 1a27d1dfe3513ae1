"""Runs `tiaokuan index add` again and again, each time in a process of its own that may be killed at any moment.

`python -m tests.index.killing HOME FOLDER`; a line of standard input is a command, a line of standard output its answer.
Everything is imported before the first fork, so that a run costs what it writes and not what it loads.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from pathlib import Path

import chromadb  # noqa: F401  else every run would load it anew
from chromadb.api.rust import RustBindingsAPI  # noqa: F401

from assistant.pipeline import Pipeline
from assistant.service import Assistant
from assistant.settings import Settings
from index.library import Library
from index.search.passages import passages
from index.search.retriever import ClauseRetriever, rank
from tests.index.conftest import HashingEncoder
from ui.cli.entry import main
from ui.cli.runtime import Runtime

TRADES = ("低空飞行", "脑机接口", "商业航天", "量子信息", "生物育种", "深海装备", "柔性显示", "氢能储运")


def opened(home: Path) -> Library:
    return Library(home, HashingEncoder())


def add(home: Path, folder: Path) -> int:
    """`tiaokuan index add FOLDER` with an encoder that needs no model."""

    def desk() -> Assistant:
        library = opened(home)
        retriever = ClauseRetriever(snapshot=library.snapshot, encoder=library.encoder)
        settings = Settings(home=home)
        return Assistant(settings, library, retriever, Pipeline(retriever, settings.clock))

    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        return main(["index", "add", str(folder)], Runtime(desk))


def run(home: Path, folder: Path, seconds: float | None) -> dict[str, object]:
    """Killed after ``seconds`` if it still runs."""
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os._exit(add(home, folder))
    status = -1
    while status < 0:
        if seconds is not None and time.monotonic() - begun > seconds:
            os.kill(pid, signal.SIGKILL)
            seconds = None
        done, code = os.waitpid(pid, os.WNOHANG)
        status = code if done else -1
        time.sleep(0.002)
    killed = os.WIFSIGNALED(status)
    return {
        "killed": killed,
        "status": None if killed else os.WEXITSTATUS(status),
        "seconds": time.monotonic() - begun,
    }


def look(home: Path) -> None:
    """Prints what a new reader finds: each document's text, whether all its passages and no others are there and are found
    by a search."""
    library = opened(home)
    snapshot = library.snapshot()
    documents = {}
    for doc_id, record in library.shelf().records().items():
        document = snapshot.document(doc_id)
        assert document is not None, f"{record['source']}: the record and the text differ"
        expected = {p.clause_id: p.span for p in passages(document)}
        held = snapshot.view.nearest([0.0] * 64, len(expected) + 1, [doc_id])
        stored = {p.clause: p.span for p in held}
        assert stored == expected, (
            f"{record['source']}: passages {sorted(stored)}, expected {sorted(expected)}"
        )
        ids = [p.id for p in held]
        for passage, vector in library.shelf().vectors(ids).items():
            near = snapshot.view.cosines(vector, snapshot.view.nearest(vector, 5))
            assert passage in near or max(near.values()) > 0.9999, f"{passage} is not found"
        documents[doc_id] = {"source": record["source"], "text": document.text, "clauses": sorted(expected)}
    found = []
    for trade in TRADES:
        question = f"{trade}企业首次认定给予多少奖励"
        hits = rank(snapshot, library.encoder.embed_query(question), question, 1)
        found.append(f"{hits[0].clause.id} {hits[0].document.text[hits[0].start : hits[0].end]}")
    print(json.dumps({"documents": documents, "hits": found}, ensure_ascii=False), flush=True)  # noqa: T201


def serve(home: Path, folder: Path) -> None:
    for command in sys.stdin:
        name, _, argument = command.strip().partition(" ")
        if name == "look":
            pid = os.fork()
            if pid == 0:
                look(home)
                os._exit(0)
            if os.waitpid(pid, 0)[1]:
                raise SystemExit("a reader failed")
        else:
            print(json.dumps(run(home, folder, float(argument) if argument else None)), flush=True)  # noqa: T201


if __name__ == "__main__":
    serve(Path(sys.argv[1]), Path(sys.argv[2]))

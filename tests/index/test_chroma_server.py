"""The same library on a Chroma server: two openers agree, and a server that is down is one clear error."""

from __future__ import annotations

import contextlib
import gc
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from chromadb.api.shared_system_client import SharedSystemClient

from assistant.pipeline import Pipeline
from assistant.service import Assistant
from assistant.settings import Settings
from index.errors import LibraryError
from index.library import PLAN, Library
from index.search.retriever import ClauseRetriever, rank
from tests.index.conftest import DATA, HashingEncoder
from tests.server import free_port

CHROMA = Path(sys.executable).with_name("chroma")
POLICY = "示例若干措施.txt"


@pytest.fixture
def chroma(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """``chroma run`` on a free port: its address, and the process."""
    port = free_port()
    command = [str(CHROMA), "run", "--path", str(tmp_path / "server"), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tmp_path)
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{url}/api/v2/heartbeat", process)
        yield url, process
    finally:
        process.terminate()
        process.wait(10)
        forget_clients()


def forget_clients() -> None:
    """Chroma's clients never close their connections; what is left of them goes before the next test."""
    SharedSystemClient.clear_system_cache()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(address, trust_env=False).is_success:
                return
        time.sleep(0.1)
    raise RuntimeError("chroma run did not start")


def best(library: Library, question: str) -> str:
    hits = rank(library.snapshot(), library.encoder.embed_query(question), question, 1)
    return hits[0].document.source if hits else ""


def test_two_openers_agree(chroma: tuple[str, subprocess.Popen[bytes]], tmp_path: Path) -> None:
    url, process = chroma
    first = Library(tmp_path / "one", HashingEncoder(), url)
    second = Library(tmp_path / "two", HashingEncoder(), url)
    assert [r.source for r in second.rows()] == [PLAN]
    assert (second.version(), best(second, "飞行汽车")) == (first.version(), PLAN)

    first.add_files([(POLICY, DATA / POLICY)])
    assert best(second, "首购首用") == POLICY
    second.remove(POLICY)
    assert [r.source for r in first.rows()] == [PLAN]
    assert best(first, "首购首用") == PLAN
    assert not list((tmp_path / "one").rglob("*.sqlite3")), "nothing that cannot be rebuilt lies in the home"

    process.terminate()
    process.wait(10)
    for use in (first.snapshot, first.version, lambda: Library(tmp_path / "three", HashingEncoder(), url)):
        with pytest.raises(LibraryError) as caught:
            use()
        assert url in str(caught.value)
        assert "TIAOKUAN_CHROMA_URL" in str(caught.value)


def test_the_assistant_answers_from_a_server(
    chroma: tuple[str, subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    encoder = HashingEncoder()
    settings = Settings(home=tmp_path / "home", chroma_url=chroma[0])
    library = Library(settings.home, encoder, settings.chroma_url)
    retriever = ClauseRetriever(snapshot=library.snapshot, encoder=encoder)
    opened = Assistant(settings, library, retriever, Pipeline(retriever, settings.clock))
    answer = opened.ask("空天信息产业由谁牵头？")
    assert answer.outcome == "answered"
    assert answer.citations[0].locator == "二、（一）1."
    assert opened.add_paths([DATA / POLICY]).documents[0].state == "added"
    assert opened.search("首购首用", 1).hits[0].citation.document.source == POLICY
    assert opened.cite("首次采购本区机器人产品").matches[0].locator == "二、（二）"


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(LibraryError, match="chroma run") as caught:
        Library(tmp_path / "home", HashingEncoder(), url)
    assert url in str(caught.value)

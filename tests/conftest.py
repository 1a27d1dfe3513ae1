"""Homes, a running server, and an environment without settings of the machine the tests run on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.server import Server, running

if TYPE_CHECKING:
    from assistant.service import Assistant

FOREIGN = ("TIAOKUAN_", "LANGCHAIN_", "LANGSMITH_", "OPENAI_", "ANTHROPIC_", "CHROMA_", "GRADIO_", "HF_")


def pytest_configure() -> None:
    """Nothing that a developer has set changes a test, and no test writes into the developer's library."""
    for name in list(os.environ):
        if name.startswith(FOREIGN):
            del os.environ[name]
    os.environ["TIAOKUAN_HOME"] = os.devnull + "/no-test-may-use-the-default-home"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the built-in plan, indexed once; tests that write take ``own_home``."""
    from assistant.bootstrap import open_assistant
    from assistant.settings import Settings

    folder = tmp_path_factory.mktemp("library") / "home"
    open_assistant(Settings(home=folder)).close()
    return folder


@pytest.fixture
def own_home(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of ``home`` that the test may change; the default of everything that reads the environment."""
    folder = tmp_path / "home"
    shutil.copytree(home, folder)
    monkeypatch.setenv("TIAOKUAN_HOME", str(folder))
    return folder


@pytest.fixture
def fresh_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that is not there yet; the default of everything that reads the environment."""
    folder = tmp_path / "fresh"
    monkeypatch.setenv("TIAOKUAN_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def assistant(home: Path) -> Iterator[Assistant]:
    """The assistant as users have it by default, on the built-in plan; for reading only."""
    from assistant.bootstrap import open_assistant
    from assistant.settings import Settings

    opened = open_assistant(Settings(home=home))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def server(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real server in a process of its own, which may speak to nobody but this machine."""
    folder = tmp_path_factory.mktemp("server")
    shutil.copytree(home, folder / "home")
    with running(folder / "home", folder) as started:
        yield started

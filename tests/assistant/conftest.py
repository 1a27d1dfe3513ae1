"""The plan's text, to check quotations against, and libraries of a few texts."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from index.library import PLAN


@pytest.fixture(scope="session")
def source() -> str:
    return (resources.files("index.corpus") / PLAN).read_text(encoding="utf-8")


def library_of(folder: Path, texts: dict[str, str]) -> Assistant:
    """A library in ``folder`` of the plan and these files: name → text."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    opened = open_assistant(Settings(home=folder / "home"))
    opened.add_paths([folder / name for name in texts])
    return opened

"""An assistant that has a language model at some address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings


@contextmanager
def asking(assistant: Assistant | Path, url: str, timeout: float = 1.0) -> Iterator[Assistant]:
    """On the same home, or on one of its own; the time-out is short."""
    settings = Settings(
        home=assistant if isinstance(assistant, Path) else assistant.settings.home,
        llm="openai:test",
        llm_base_url=url,
        llm_api_key="sk-secret",  # type: ignore[arg-type]
        llm_timeout=timeout,
    )
    opened = open_assistant(settings)
    try:
        yield opened
    finally:
        opened.close()

"""The plan's text, to check quotations against."""

from __future__ import annotations

from importlib import resources

import pytest

from index.library import PLAN


@pytest.fixture(scope="session")
def source() -> str:
    return (resources.files("index.corpus") / PLAN).read_text(encoding="utf-8")

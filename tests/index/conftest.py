"""The plan and the small example documents, parsed; an encoder that needs no model."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings

from index.clauses import Clause, Document, parse
from index.library import PLAN, Library
from index.search.lexical import tokens

DATA = Path(__file__).parent.parent / "data"


class HashingEncoder(Embeddings):
    """Texts that share characters come out near: 64 dimensions, unit length, the same in every process."""

    def __init__(self, name: str = "test:hashing") -> None:
        self.name = name

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        row = [0.001] * 64
        for token in tokens(text):
            row[hashlib.sha256(token.encode()).digest()[0] % 64] += 1.0
        length = sum(x * x for x in row) ** 0.5
        return [x / length for x in row]


@pytest.fixture(scope="session")
def plan_text() -> str:
    return (resources.files("index.corpus") / PLAN).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def plan(plan_text: str) -> Document:
    return parse(plan_text, PLAN)


@pytest.fixture(scope="session")
def example() -> Callable[[str], Document]:
    """A document of ``tests/data`` by its name without suffix."""

    def read(name: str) -> Document:
        return parse((DATA / f"{name}.txt").read_text(encoding="utf-8"), f"{name}.txt")

    return read


@pytest.fixture(scope="session")
def at(plan: Document) -> Callable[[str], Clause]:
    """A clause of the plan by its path, labels apart by spaces: 「二 （一） 6 （25）」."""

    def find(path: str) -> Clause:
        return next(c for c in plan.clauses if c.part == 1 and c.path == tuple(path.split()))

    return find


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library with the plan under the hashing encoder; for reading only, and to be copied."""
    return Library(tmp_path_factory.mktemp("seeded") / "home", HashingEncoder())

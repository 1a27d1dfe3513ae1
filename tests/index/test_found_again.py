"""A passage that a search does not arrive at is written anew; a document that is never found is not counted as there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from index.errors import LibraryError
from index.prepare import Job, Prepared, prepare
from index.search.passages import Passage
from index.search.shelf import passage_id
from index.writer import WRITTEN_ANEW, put_to_be_found

TEXT = "示例办法\n第一条 对企业给予奖励。\n第二条 本办法自2025年1月1日起施行。\n"


class Shelf:
    """Holds what is put; a search misses it ``misses`` times."""

    def __init__(self, misses: int) -> None:
        self.misses, self.written = misses, 0
        self.held: set[str] = set()

    def put_passages(self, doc_id: str, generation: str, passages: Sequence[Passage], *_: Any) -> None:
        self.written += 1
        self.held = {passage_id(p, generation) for p in passages}

    def passage_ids(self, *_: str) -> set[str]:
        return set(self.held)

    def delete_passages(self, ids: set[str]) -> None:
        self.held -= ids

    def finds(self, *_: Any) -> bool:
        if self.misses:
            self.misses -= 1
            return False
        return True


@pytest.fixture
def new(tmp_path: Path) -> Prepared:
    return prepare(Job("示例办法.txt", "", TEXT.encode(), "default"))


def put(shelf: Shelf, new: Prepared) -> None:
    put_to_be_found(shelf, new, [[1.0]] * len(new.passages))  # type: ignore[arg-type]


@pytest.mark.parametrize("misses", [0, 1, WRITTEN_ANEW])
def test_it_is_written_until_a_search_finds_it(new: Prepared, misses: int) -> None:
    shelf = Shelf(misses)
    put(shelf, new)
    assert shelf.written == misses + 1
    assert len(shelf.held) == len(new.passages)


def test_what_is_never_found_is_not_there(new: Prepared) -> None:
    shelf = Shelf(100)
    with pytest.raises(LibraryError, match="写入后检索不到"):
        put(shelf, new)
    assert shelf.held == set()
    assert shelf.written == WRITTEN_ANEW + 1

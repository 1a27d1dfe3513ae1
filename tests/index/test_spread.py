"""The best passages of each document, for a question put to several of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from index.search.retriever import ClauseRetriever
from index.search.snapshot import Snapshot
from index.search.spread import by_document
from tests.index.conftest import HashingEncoder

QUESTION = "购房补贴"


@pytest.fixture
def retriever(tmp_path: Path) -> ClauseRetriever:
    encoder = HashingEncoder()
    library = Library(tmp_path / "home", encoder, seed=False)
    for n in range(1, 7):
        first = "第一条　对引进的人才给予购房补贴。" if n < 4 else "第一条　加强道路养护。"
        text = f"示例{n}号办法\n\n{first}\n\n第二条　本办法由市政府办公室解释。\n\n第三条　本办法自印发之日起施行。\n"
        library.add_files([(f"{n}.txt", text.encode())])
    return ClauseRetriever(snapshot=library.snapshot, encoder=encoder)


def snapshot(retriever: ClauseRetriever) -> Snapshot:
    return retriever.snapshot()


def test_every_named_document_is_looked_into(retriever: ClauseRetriever) -> None:
    ids = snapshot(retriever).document_ids
    found = retriever.by_document(QUESTION, 2, ids)
    assert set(found) == set(ids)
    assert all(0 < len(hits) <= 2 for hits in found.values())
    assert all(hit.document.id == i for i, hits in found.items() for hit in hits)


def test_what_speaks_of_it_comes_first(retriever: ClauseRetriever) -> None:
    ids = snapshot(retriever).document_ids
    found = retriever.by_document(QUESTION, 1, ids)
    holding = {
        i for i, hits in found.items() if "购房补贴" in hits[0].document.quote(hits[0].start, hits[0].end)
    }
    assert len(holding) == 3
    assert set(list(found)[:3]) == holding


def test_of_the_whole_library_those_that_the_nearest_passages_are_in(retriever: ClauseRetriever) -> None:
    view = snapshot(retriever)
    vector = HashingEncoder().embed_query(QUESTION)
    found = by_document(view, vector, QUESTION, 1)
    assert {hits[0].document.source for hits in found.values()} >= {"1.txt", "2.txt", "3.txt"}


def test_no_documents_no_hits(retriever: ClauseRetriever) -> None:
    assert retriever.by_document(QUESTION, 2, []) == {}

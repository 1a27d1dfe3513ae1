"""Phrases are found whatever the white space, the width of punctuation and the case, at the place where they stand."""

from __future__ import annotations

import pytest

from index.clauses import Document, parse
from index.clauses.folding import folded, folded_text, places_of
from index.clauses.kept import kept

TEXT = (
    "İzmir 合作办法\n\n第一条  支持低空\n经济（eVTOL）发展，\u3000奖励１０％。\n第二条 低空经济另行规定。\n"
)


@pytest.fixture
def document() -> Document:
    return parse(TEXT, "办法.txt")


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("低空经济", ["低空\n经济", "低空经济"]),
        ("EVTOL)发展,奖励10%", ["eVTOL）发展，\u3000奖励１０％"]),
        ("经济(evtol", ["经济（eVTOL"]),
        ("合作 办法", ["合作办法"]),
        ("规定。", ["规定。"]),
        ("高空", []),
        (" ", []),
    ],
)
def test_the_place_is_that_of_the_text(document: Document, phrase: str, said: list[str]) -> None:
    assert [document.text[start:end] for start, end in places_of(phrase, document)] == said


def test_each_character_keeps_its_place(document: Document) -> None:
    assert len(folded_text(document)) == sum(not c.isspace() for c in document.text)
    assert folded("İΣ") == "iσ"


def test_what_is_kept_is_read_once(document: Document) -> None:
    read: list[str] = []

    @kept
    def title(document: Document) -> str:
        read.append(document.id)
        return document.title

    assert [title(document), title(document)] == [document.title] * 2
    assert read == [document.id]

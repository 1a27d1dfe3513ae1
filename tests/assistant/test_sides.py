"""What the sides of a comparison are: documents, clauses, or neither."""

from __future__ import annotations

import pytest

from assistant.question.contrast import contrasted
from assistant.sides import clauses_called, document_sides, documents_called, parted
from index.clauses import Document, parse

EAST = "东江市人才引进办法\n\n东府发〔2025〕3号\n\n第一条　对引进的博士给予补贴。\n\n第二条　本办法自2025年3月1日起施行。\n"
WEST = "西河市人才安居办法\n\n西府发〔2024〕8号\n\n第一条　对引进的博士给予补贴。\n\n第二条　本办法自2024年5月1日起施行。\n"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [parse(EAST, "东江.txt"), parse(WEST, "西河.txt")]


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("东江", ["东江市人才引进办法"]),
        ("东江市", ["东江市人才引进办法"]),
        ("东江市的办法", ["东江市人才引进办法"]),
        ("《西河市人才安居办法》", ["西河市人才安居办法"]),
        ("人才安居办法", ["西河市人才安居办法"]),
        ("西府发〔2024〕8号", ["西河市人才安居办法"]),
        ("北山", []),
        ("博士", []),
        ("《北山市人才办法》", []),
    ],
)
def test_documents_by_title_number_or_place(documents: list[Document], name: str, titles: list[str]) -> None:
    assert [d.titles()[0] for d in documents_called(name, documents) or ()] == titles


def test_both_sides_must_be_documents(documents: list[Document]) -> None:
    def sides(question: str) -> list[str]:
        contrast = contrasted(question)
        found = document_sides(contrast, documents) if contrast else None
        return [s.name for s in found[0]] if found else []

    assert sides("比较东江和西河对博士的补贴") == ["东江", "西河"]
    assert sides("比较东江和北山对博士的补贴") == []
    assert sides("比较博士和硕士的补贴") == []


def test_words_of_the_last_side_are_lent_to_the_others() -> None:
    known = {"高成长产业": 1, "高潜力产业": 2}
    assert parted("高成长和高潜力产业", known.get) == [("高成长产业", 1), ("高潜力产业", 2)]
    assert parted("高成长和别的产业", known.get) == []


def test_the_longest_reading_of_a_side_counts() -> None:
    known = {"脑机接口及脑科学": 1, "脑科学": 2, "生物制造": 3}
    assert parted("脑机接口及脑科学与生物制造", known.get) == [("脑机接口及脑科学", 1), ("生物制造", 3)]


def test_clauses_by_number_in_the_same_document(documents: list[Document]) -> None:
    found = clauses_called("第一条和第二条", documents)
    assert found is not None
    document, clauses = found
    assert document is documents[0]
    assert [str(c.locator) for c in clauses] == ["第一条", "第二条"]
    assert clauses_called("第一条和第九条", documents) is None


def test_words_that_the_first_side_begins_with_are_lent_too() -> None:
    known = {"东江市旅游业": 1, "东江市重点产业": 2}
    assert parted("东江市旅游业和重点产业", known.get) == [("东江市旅游业", 1), ("东江市重点产业", 2)]

"""BM25 over Chinese characters and pairs: terms inside long runs are found."""

from __future__ import annotations

import pytest

from index.search.lexical import LexicalIndex, tokens

TEXTS = [
    "加快发展eVTOL（电动垂直起降航空器）、飞行汽车等产品",
    "推动类脑芯片设计开发，探索发展神经形态芯片",
    "对首台（套）装备、首批次材料、首版次软件依法依规给予支持",
    "",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("低空", ["低", "空", "低空"]),
        ("低空经济", ["低", "空", "经", "济", "低空", "空经", "经济"]),
        ("eVTOL 与 6G", ["evtol", "与", "6g"]),
        ("２０２７年", ["2027", "年"]),
        ("4.2.1", ["4.2.1"]),
        ("，。！", []),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("question", "best"),
    [("飞行汽车", 0), ("EVTOL是什么", 0), ("神经形态", 1), ("首版次软件有什么支持", 2), ("首台套", 2)],
)
def test_the_text_that_holds_the_words_comes_first(question: str, best: int) -> None:
    scores = LexicalIndex(TEXTS).scores(question)
    assert int(scores.argmax()) == best


@pytest.mark.parametrize("question", ["房贷", "?!", "", "zzz"])
def test_nothing_in_common_scores_nothing(question: str) -> None:
    assert LexicalIndex(TEXTS).scores(question).tolist() == [0.0] * 4


def test_an_empty_library_answers() -> None:
    index = LexicalIndex([])
    assert index.scores("低空").shape == (0,)
    assert index.rarity("低空") == 1.0


def test_rarity_runs_from_common_to_unknown() -> None:
    index = LexicalIndex(["发展甲", "发展乙", "发展丙"])
    assert index.rarity("发展") == 0.0
    assert 0.0 < index.rarity("甲") < index.rarity("丁") == 1.0

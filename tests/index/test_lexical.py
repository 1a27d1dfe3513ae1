"""BM25 over Chinese characters and pairs: terms inside long runs are found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from index.search.lexical import MOST_TOKENS, Words, tokens
from index.search.mirror import Mirror, Original

TEXTS = [
    "加快发展eVTOL（电动垂直起降航空器）、飞行汽车等产品",
    "推动类脑芯片设计开发，探索发展神经形态芯片",
    "对首台（套）装备、首批次材料、首版次软件依法依规给予支持",
    "",
]
Make = Callable[[Sequence[str]], Words]


@pytest.fixture
def words(tmp_path: Path) -> Make:
    """The index over some texts, each a passage p0, p1 … of a document d0, d1 …"""

    def make(texts: Sequence[str]) -> Words:
        originals = [
            Original(f"p{n}", f"d{n}", f"c{n}", 0, len(text), text, [1.0]) for n, text in enumerate(texts)
        ]
        held = {o.document: "1" for o in originals}
        return Mirror(tmp_path / "mirror").follow("passages-1", held, lambda _: originals).words

    return make


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
def test_the_text_that_holds_the_words_comes_first(words: Make, question: str, best: int) -> None:
    assert words(TEXTS).best(question, 4)[0].id == f"p{best}"


@pytest.mark.parametrize("question", ["房贷", "?!", "", "zzz"])
def test_nothing_in_common_finds_nothing(words: Make, question: str) -> None:
    index = words(TEXTS)
    assert index.best(question, 4) == []
    assert {m.coverage for m in index.weigh(question, ["p0", "p1"]).values()} == {0.0}


def test_only_the_documents_asked_for_are_searched(words: Make) -> None:
    index = words(["发展低空经济", "发展低空", "低空"])
    assert index.best("低空经济", 3)[0].document == "d0"
    assert [p.document for p in index.best("低空经济", 3, ["d1", "d9"])] == ["d1"]


def test_weighed_are_exactly_the_passages_asked_for(words: Make) -> None:
    found = words(TEXTS).weigh("飞行汽车和神经形态", ["p1", "p0", "p3", "unknown"])
    assert set(found) == {"p0", "p1", "p3"}
    assert found["p3"].coverage == 0.0


def test_coverage_is_the_share_of_the_rare_words_that_a_passage_holds(words: Make) -> None:
    found = words(["飞行汽车", "飞行", "汽车尾气", "发展"]).weigh("飞行汽车", ["p0", "p1", "p3"])
    assert found["p0"].coverage == pytest.approx(1.0)
    assert 0.0 < found["p1"].coverage < 1.0
    assert found["p3"].coverage == 0.0


def test_a_page_pasted_as_a_question_is_read_by_its_rarest_words(words: Make) -> None:
    common = "".join(chr(0x4E00 + n) for n in range(2 * MOST_TOKENS))
    index = words([common, common, common + "类脑芯片"])
    assert index.best(common + "类脑芯片", 1)[0].id == "p2"


def test_an_empty_library_answers(words: Make) -> None:
    index = words([])
    assert index.best("低空", 5) == []
    assert index.weigh("低空", ["p0"]) == {}
    assert index.rarity("低空") == 1.0


def test_rarity_runs_from_common_to_unknown(words: Make) -> None:
    index = words(["发展甲", "发展乙", "发展丙"])
    assert index.rarity("发展") == 0.0
    assert 0.0 < index.rarity("甲") < index.rarity("丁") == 1.0


@pytest.mark.parametrize("question", ["低空經濟", "飛行汽車", "類腦晶片與類腦芯片"])
def test_traditional_characters_find_simplified_ones(words: Make, question: str) -> None:
    index = words(["发展低空经济", "飞行汽车", "类脑芯片"])
    expected = {"低空經濟": "p0", "飛行汽車": "p1"}.get(question, "p2")
    assert index.best(question, 1)[0].id == expected

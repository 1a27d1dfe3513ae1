"""A reply is cut into sentences with their numbers, however the model writes them and however they come in pieces."""

from __future__ import annotations

import pytest

from assistant.answer.reply import Raw, SentenceReader


def read(text: str, size: int, whole: bool | None = True) -> tuple[list[tuple[str, tuple[int, ...]]], bool]:
    reader = SentenceReader()
    found: list[Raw] = []
    for i in range(0, len(text), size):
        found += reader.feed(text[i : i + size])
    left, unfinished = reader.close(whole)
    return [(raw.text, raw.numbers) for raw in found + left], unfinished


STYLES = [
    ("由甲牵头[1]。由乙配合[2]。", [("由甲牵头", (1,)), ("由乙配合", (2,))]),
    ("由甲牵头。[1]由乙配合。[2]", [("由甲牵头", (1,)), ("由乙配合", (2,))]),
    ("由甲牵头。[1][3] 由乙配合。【2】", [("由甲牵头", (1, 3)), ("由乙配合", (2,))]),
    ("由甲牵头［1］。由乙配合【2，3】。", [("由甲牵头", (1,)), ("由乙配合", (2, 3))]),
    ("由甲牵头[1, 2]。由乙配合[2-4]。", [("由甲牵头", (1, 2)), ("由乙配合", (2, 3, 4))]),
    ("由甲牵头[^1]。由乙[2]配合[条款3]。", [("由甲牵头", (1,)), ("由乙配合", (2, 3))]),
    ("由甲牵头 [1] 。\n\n由乙配合 [2]", [("由甲牵头", (1,)), ("由乙配合", (2,))]),
    ("由甲牵头[1]；由乙配合[2]。", [("由甲牵头", (1,)), ("由乙配合", (2,))]),
    ("具体如下：\n- 由甲牵头[1]\n- 由乙配合[2]\n", [("由甲牵头", (1,)), ("由乙配合", (2,))]),
    ("1. **由甲牵头**[1]\n2. 由乙配合[2]", [("由甲牵头", (1,)), ("由乙配合", (2,))]),
    (
        "## 回答\n（1）由甲牵头。[1]\n（2）由乙配合。[2]",
        [("回答", ()), ("由甲牵头", (1,)), ("由乙配合", (2,))],
    ),
    ("<think>先看[3]。再看。</think>由甲牵头[1]。", [("由甲牵头", (1,))]),
    ("<think>没想完[3]。", []),
    ("```\n由甲牵头[1]。\n```", [("由甲牵头", (1,))]),
    ("8.5万元以上的给予补贴[1]。", [("8.5万元以上的给予补贴", (1,))]),
    ("依据渝府办发〔2024〕75号由甲牵头[1]。", [("依据渝府办发〔2024〕75号由甲牵头", (1,))]),
    ("由甲牵头！[1]由乙配合？[2]", [("由甲牵头", (1,)), ("由乙配合", (2,))]),
    (" \n\n---\n", []),
]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 1000])
@pytest.mark.parametrize(("text", "expected"), STYLES)
def test_sentences_and_their_numbers(
    text: str, expected: list[tuple[str, tuple[int, ...]]], size: int
) -> None:
    assert read(text, size) == (expected, False)


@pytest.mark.parametrize(
    ("whole", "kept", "unfinished"), [(True, True, False), (None, False, True), (False, False, True)]
)
def test_what_has_no_end_is_no_sentence_unless_the_model_ended_there(
    whole: bool | None, kept: bool, unfinished: bool
) -> None:
    sentences, left = read("由甲牵头[1]。由乙配", 4, whole)
    assert sentences == [("由甲牵头", (1,)), *([("由乙配", ())] if kept else [])]
    assert left == unfinished


def test_a_sentence_with_its_marker_is_given_at_its_full_stop() -> None:
    reader = SentenceReader()
    assert list(reader.feed("由甲牵头[1]")) == []
    assert list(reader.feed("。")) == [Raw("由甲牵头", (1,))]
    assert list(reader.feed("由乙配合。")) == [], "its marker may follow"
    assert list(reader.feed("[")) == []
    assert list(reader.feed("2]")) == []
    assert list(reader.feed("由")) == [Raw("由乙配合", (2,))]

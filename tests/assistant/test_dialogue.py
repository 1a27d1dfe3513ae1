"""The user's turns → the last one as a question that stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from importlib import resources

import pytest

from assistant.question.dialogue import follow
from assistant.subjects import Subject, find_subjects
from index.clauses import Document, parse
from index.library import PLAN


@pytest.fixture(scope="module")
def plan() -> Document:
    return parse((resources.files("index.corpus") / PLAN).read_text(encoding="utf-8"), PLAN)


@pytest.mark.parametrize(
    ("turns", "standalone"),
    [
        ("空天信息产业由谁牵头？", "空天信息产业由谁牵头？"),
        ("空天信息产业由谁牵头？｜那责任单位呢？", "空天信息的责任单位有哪些？"),
        ("低空经济包括哪些方向？｜牵头单位是谁？", "低空经济的牵头单位是谁？"),
        ("空天信息产业由谁牵头？｜那低空经济呢？", "低空经济产业由谁牵头？"),
        ("氢能发展什么？｜那核能呢", "核能发展什么？"),
        ("空天信息产业由谁牵头？｜那责任单位呢？｜低空经济呢？", "低空经济的责任单位有哪些？"),
        ("低空经济的责任单位有哪些？｜它包括哪些方向？", "低空经济包括哪些方向？"),
        ("人工智能由谁牵头？｜该产业有哪些方向？", "人工智能有哪些方向？"),
        # a new topic stands as it is
        ("空天信息产业由谁牵头？｜文件的文号是什么？", "文件的文号是什么？"),
        ("空天信息产业由谁牵头？｜保障措施有哪几条？", "保障措施有哪几条？"),
        ("人工智能由谁牵头？｜今天天气怎么样？", "今天天气怎么样？"),
        ("空天信息产业由谁牵头？｜谢谢", "谢谢"),
        ("你好｜空天信息产业由谁牵头？", "空天信息产业由谁牵头？"),
    ],
)
def test_turns(plan: Document, turns: str, standalone: str) -> None:
    def subjects(text: str) -> Sequence[Subject]:
        return find_subjects(text, [plan])

    assert reduce(lambda before, turn: follow(before, turn, subjects), turns.split("｜")) == standalone


@pytest.mark.parametrize("turns", ["你好｜那呢？", "你好｜谢谢"])
def test_without_a_topic_the_turn_stays(turns: str) -> None:
    asked = turns.split("｜")
    assert follow(asked[0], asked[1], lambda text: []) == asked[-1]


@pytest.mark.parametrize(
    ("before", "turn", "standalone"),
    [
        ("五星级酒店奖励多少", "那四星级呢？", "四星级酒店奖励多少"),
        ("兰州的首次上规模企业奖励多少", "那成都呢", "成都的首次上规模企业奖励多少"),
        ("2025年低保标准是多少", "2026年呢？", "2026年低保标准是多少"),
        ("公积金贷款最长多少年", "那翻建自住房的呢", "翻建自住房多少年"),
    ],
)
def test_one_thing_in_the_question_is_changed(before: str, turn: str, standalone: str) -> None:
    assert follow(before, turn, lambda text: []) == standalone

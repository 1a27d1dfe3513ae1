"""Two things of one document side by side, agencies that are not named, and roles: on the plan."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.citing import check_answer, paths

SIDE_BY_SIDE = [
    # (question, words in order, a clause that is cited)
    (
        "低空经济和人工智能的牵头单位一样吗？",
        "不一样 两者都有市经济信息委 低空经济另有市委军民融合办",
        "二 （一） 6",
    ),
    ("空天信息和生物制造的牵头部门是同一个吗？", "一样 都是市发展改革委", "二 （一） 2"),
    ("二、（一）1和二、（一）2的牵头单位一样吗？", "一样 市发展改革委", "二 （一） 1"),
    (
        "前沿新材料与人工智能的责任单位有何不同？",
        "不一样 人工智能另有市大数据发展局、重庆通信管理局",
        "二 （一） 5",
    ),
    ("高成长和高潜力产业分别有哪些？", "列有6项 空天信息 低空经济 列有3项 沉浸技术", "二 （二） 3"),
    ("工作举措和保障措施分别有哪几项？", "列有6项 列有4项 加强监测评估", "四 （四）"),
    ("领军人才和标志性产品的目标数量哪个多？", "标志性产品较高 30个 50个", "一"),
    ("关键核心技术和典型应用场景的目标哪个多？", "数额相同 30项 30个", "一"),
    ("首台（套）装备和重点应用场景的支持方式一样吗？", "不一样 给予支持 给予奖励", "三 （五）"),
    ("市公安局和民航重庆监管局参与的产业一样吗？", "一样 低空经济", "二 （一） 6"),
    (
        "市知识产权局和市大数据发展局负责的行动有什么不同？",
        "不一样 科技创新成果转化行动 应用场景牵引行动",
        "三 （二）",
    ),
]


@pytest.mark.parametrize(("question", "words", "path"), SIDE_BY_SIDE)
def test_side_by_side(assistant: Assistant, source: str, question: str, words: str, path: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    at = 0
    for word in words.split():
        assert word in answer.answer[at:], word
        at = answer.answer.index(word, at)
    assert path in paths(answer.citations)
    check_answer(answer, source)


WITHOUT = [
    # (question, what is listed, what is not)
    ("哪些产业不由市经济信息委牵头？", "2项：空天信息、生物制造。", "前沿新材料"),
    (
        "哪些产业没有市卫生健康委参与？",
        "7项：空天信息、前沿新材料、氢能核能及新型储能、人工智能、低空经济、光子与量子技术、沉浸技术。",
        "脑机",
    ),
    (
        "市大数据发展局没有参与的高成长产业有哪些？",
        "5项：空天信息、生物制造、前沿新材料、氢能核能及新型储能、低空经济。",
        "沉浸技术",
    ),
    (
        "哪些举措没有列市国资委？",
        "4项：实施前沿技术创新策源行动、实施科技创新成果转化行动、实施未来产业先导区建设行动、实施应用场景牵引行动。",
        "空天信息",
    ),
]


@pytest.mark.parametrize(("question", "listed", "absent"), WITHOUT)
def test_who_is_not_named(assistant: Assistant, source: str, question: str, listed: str, absent: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert listed in answer.answer
    assert absent not in answer.answer
    check_answer(answer, source)


@pytest.mark.parametrize("question", ["哪些行动没有市科技局参与？", "哪些产业的责任单位里没有市教委？"])
def test_none_is_without_it(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert answer.statements[0].text.startswith("没有这样的")
    assert len(answer.citations) == (6 if "行动" in question else 9)


def test_an_open_list_is_said_to_be_one(assistant: Assistant) -> None:
    assert any("“等”字" in n for n in assistant.ask("哪些产业没有市卫生健康委参与？").notices)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("市科技局在低空经济中承担什么角色？", "市科技局是低空经济的责任单位"),
        ("市委军民融合办在低空经济中是什么角色？", "市委军民融合办是低空经济的牵头单位"),
        ("市公安局在人工智能里承担什么职责？", "人工智能列出的单位中没有市公安局：牵头单位是市经济信息委"),
    ],
)
def test_the_role_in_one_clause(assistant: Assistant, source: str, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert says in answer.answer
    assert len(answer.statements) == 1
    check_answer(answer, source)


def test_what_is_excepted_is_left_out(assistant: Assistant) -> None:
    answer = assistant.ask("除了空天信息，市发展改革委还牵头哪些产业？")
    assert answer.answer == "市发展改革委牵头的有生物制造。[1]"


@pytest.mark.parametrize(
    ("question", "listed", "absent"),
    [
        ("市科技局参与哪些行动？", "共6项", "空天信息"),
        ("市科技局参与哪些产业？", "共9项", "行动"),
    ],
)
def test_only_what_the_question_calls_so(
    assistant: Assistant, question: str, listed: str, absent: str
) -> None:
    answer = assistant.ask(question)
    assert listed in answer.answer
    assert absent not in answer.answer

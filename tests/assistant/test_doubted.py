"""A sentence that says such a detail, and is near to the question neither in words nor in meaning, answers nothing."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

FIREWORKS = """北江市烟花爆竹燃放管理规定
第一条 污损、破坏禁止燃放烟花爆竹警示标志的，由公安机关责令改正，可以处一百元以上五百元以下的罚款。
第二条 在禁止燃放区域内燃放烟花爆竹的，由公安机关处五百元以下的罚款。
第三条 批发企业应当如实记录烟花爆竹的名称、数量和销售时间，并留存三年备查。
"""
SCHOOLS = """南江市中考工作意见
一、考试时间
考试时间为6月11日至13日。其中6月11日上午8:30—8:50进行英语听力考试，时间为20分钟。
二、积分
参加积分入学的，积满50分可以申请。
"""
SUPPORT = """西江市促进就业若干措施
一、见习单位在见习期满后留用见习学员并参加社会保险6个月以上的，按每人3000元给予用人单位留用补助。
二、支持企业参加境外展会。经评估，按照最高不超过实际发生额的50%给予支持。
三、联系方式
受理部门：西江市政策兑现窗口，联系电话0763-3905301。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"烟花.txt": FIREWORKS, "中考.txt": SCHOOLS, "就业.txt": SUPPORT}
    return library_of(tmp_path_factory.mktemp("doubted"), texts)


@pytest.mark.parametrize(
    "question",
    ["在北江放孔明灯会被罚多少钱", "西江失业保险金一个月能领多少钱？", "2016年南江中考体育是哪天考？"],
)
def test_of_something_else_it_is_left_open(rules: Assistant, question: str) -> None:
    assert rules.ask(question).outcome != "answered"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("在北江把禁放的警示牌弄坏了罚多少", "一百元以上五百元以下"),
        ("北江烟花批发的账要留几年", "三年"),
        ("南江中考英语听力几号考", "6月11日"),
        ("西江留用一个见习生补多少钱", "3000元"),
        ("到国外参展的钱西江最多给补几成？", "50%"),
        ("西江市政策兑现窗口的电话是多少", "0763-3905301"),
    ],
)
def test_what_is_said_in_other_words_is_answered(rules: Assistant, question: str, words: str) -> None:
    answer = rules.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer

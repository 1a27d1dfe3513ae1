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
TOURISM = """鹿岭县休闲旅游扶持意见
一、打造精品美食街，在美食街内新开设特色餐厅，营业面积在100平方米以上的，一次性奖励1万元。
二、对已经建成、需要办理移交手续的配套幼儿园，原则上于2019年6月底前完成移交。
"""
SUPPORT = """西江市促进就业若干措施
一、见习单位在见习期满后留用见习学员并参加社会保险6个月以上的，按每人3000元给予用人单位留用补助。
二、支持企业参加境外展会。经评估，按照最高不超过实际发生额的50%给予支持。
三、联系方式
受理部门：西江市政策兑现窗口，联系电话0763-3905301。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"烟花.txt": FIREWORKS, "旅游.txt": TOURISM, "就业.txt": SUPPORT}
    return library_of(tmp_path_factory.mktemp("doubted"), texts)


@pytest.mark.parametrize(
    "question",
    ["在鹿岭浇冰场，面积多少平方以上才算标准化冰场", "鹿岭农村村办幼儿园的清理整治要求哪年完成"],
)
def test_of_something_else_it_is_left_open(rules: Assistant, question: str) -> None:
    assert rules.ask(question).outcome != "answered"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("在北江把禁放的警示牌弄坏了罚多少", "一百元以上五百元以下"),
        ("北江烟花批发的账要留几年", "三年"),
        ("鹿岭的美食街开餐厅，面积要多大才有奖", "100平方米"),
        ("鹿岭配套幼儿园哪天前要移交", "2019年6月底前"),
        ("西江留用一个见习生补多少钱", "3000元"),
        ("到国外参展的钱西江最多给补几成？", "50%"),
        ("西江市政策兑现窗口的电话是多少", "0763-3905301"),
    ],
)
def test_what_is_said_in_other_words_is_answered(rules: Assistant, question: str, words: str) -> None:
    answer = rules.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer

"""Batches, rounds and counties that a library does not hold; figures that are not to be denied; what quoted terms stand for."""

from __future__ import annotations

import pytest

from assistant.question.apart import parts
from assistant.question.understand import understand
from assistant.service import Assistant
from tests.assistant.conftest import library_of

PRAISE = """关于对第五次大督查发现的典型经验做法给予表扬的通报

一、表扬的做法
对东江市推进不动产登记改革等30项典型做法予以通报表扬。

二、后续工作
第五次大督查发现的问题，由各地限期整改。
"""
WATER = """东江市扩大有效投资若干措施

一、水利投资
确保水利投资上半年完成135亿元，力争水利投资全年完成270亿元。

二、人居环境
对从事乡村旅游的农户实施改厨、改厕、改客房“三改一整”工程，优化消费环境。

三、垃圾焚烧
垃圾焚烧企业实施“装树联”（安装自动监测设备、树立电子显示屏、与主管部门联网），强化信息公开。

四、电梯更新
开展三年行动，推动住宅老旧电梯更新，到2027年完成全部更新。

五、冰雪赛事
组织开展较大规模冰雪赛事活动的，给予5000元奖励。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("times"), {"表扬.txt": PRAISE, "投资.txt": WATER})


def test_another_round_is_named(assistant: Assistant) -> None:
    assert "30项典型做法" in assistant.ask("第五次大督查通报表扬了哪些典型做法").answer
    other = assistant.ask("第七次大督查通报表扬了哪些典型做法")
    assert other.outcome == "refused"
    assert "第七次" in other.answer
    assert not other.citations


def test_a_county_that_is_not_held_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("梅河口市的水利投资上半年要完成多少")
    assert answer.outcome == "refused"
    assert "梅河口市" in answer.answer


def test_a_figure_of_the_same_thing_is_not_denied(assistant: Assistant) -> None:
    answer = assistant.ask("东江市水利投资全年要完成270亿元，对吗")
    assert "不是" not in answer.answer
    assert "270亿元" in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("“三改一整”是什么意思", "改厨、改厕、改客房"),
        ("“装树联”指的是什么", "电子显示屏"),
    ],
)
def test_what_a_quoted_term_stands_for(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question, documents=["投资"])
    assert answer.outcome == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    "question",
    ["东江市住宅电梯用满多少年要更新", "东江市冰雪赛事的参赛人数至少要多少才算较大规模"],
)
def test_a_plan_of_years_and_a_sum_of_money_count_nothing_else(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome == "unspecified"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("指标体系什么时候之前要建立，哪个部门牵头", 2),
        ("家电券最多能领多大面额的，有啥门槛", 2),
        ("企业想申请，有哪些补贴", 1),
        ("单场卖票1.2万人，奖多少", 1),
    ],
)
def test_two_questions_joined_by_a_comma(text: str, pieces: int) -> None:
    assert len(parts(text)) == pieces


@pytest.mark.parametrize(
    ("question", "detail", "says", "says_not"),
    [
        ("电梯用满多少年要更新", "deadline", "使用满15年的", "到2027年完成"),
        ("电梯用满多少年要更新", "deadline", "使用满15年的", "开展三年行动"),
        ("参赛人数至少要多少", "quantity", "参赛200人以上", "给予5000元奖励"),
        ("物业管理费每平米多少", "amount", "每平方米3元", "面积90平方米"),
        ("重点淘汰多大规模的锅炉", "amount", "淘汰35蒸吨及以下锅炉", "重点区域的锅炉"),
    ],
)
def test_what_says_it(question: str, detail: str, says: str, says_not: str) -> None:
    asked = understand(question)
    assert asked.detail == detail
    assert asked.said_by(detail).search(says)
    assert not asked.said_by(detail).search(says_not)


RULES = """长乐市创业扶持办法

第一条　创业补贴的试行期为一年，由市人力资源社会保障局解释。

第二条　领取购房补贴的，2年内不得转让所购住房。

第三条　首套住房首付比例不低于15%，二套住房首付比例不低于25%。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("rules"), {"创业扶持办法.txt": RULES})


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("长乐市创业补贴的试行期是两年对吧", "不是。"),
        ("长乐市创业补贴的试行期是一年对吧", "是的，"),
        ("长乐市领取购房补贴的，2年内不得转让住房，对吗", "是的，"),
        ("长乐市二套住房首付比例不低于15%对吗", ""),
    ],
)
def test_a_figure_taken_for_granted(rules: Assistant, question: str, verdict: str) -> None:
    said = rules.ask(question, documents=["创业扶持办法"]).statements[0].text
    assert ("不是。" in said, "是的，" in said) == (verdict == "不是。", verdict == "是的，")

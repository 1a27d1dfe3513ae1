"""Whether one may have several things at once, and what a question seeks that a clause of the matter does not say: members of a
kind that it leaves out, another year's target, who pays. Documents of questions and answers."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

SUPPORT = """泉州市支持制造业和人才发展若干措施
泉州市人民政府
第一条 二孩家庭购买首套住房的，公积金贷款额度上浮20%；购买绿色建筑的，上浮10%。符合多个上浮条件的，取最高一项，不叠加。
第二条 对新获评国家级、省级单项冠军的企业，分别奖励200万元、100万元。
第三条 对引进的A类、B类、C类人才，分别给予200万元、100万元、50万元生活补贴。
第四条 人才购买首套商品住房的，按照下列标准给予补贴：第一层次300万元；第二层次120万元；第三层次60万元。
第五条 市科技局组织不少于5名专家对中试平台进行评审。
第六条 设在惠安县、安溪县农村地区的养老服务设施，运营补贴标准上浮20%。养老服务设施评价优秀的，每年给予运营补贴20万元。
第七条 中试平台发放《平台登记凭证》，凭证有效期3年。平台登记凭证有效期届满前60日内可以申请延续。
第八条 到2027年，全市低空经济规模达到800亿元，建成起降场300个。
第九条 本措施自2025年1月1日起施行，有效期5年。
"""
ASKED = """泉州市育儿补贴政策问答
泉州市卫生健康委员会
为便于群众申领育儿补贴，现解答如下。
一、问：哪些家庭可以领取育儿补贴？
答：按政策生育二孩及以上的家庭可以领取育儿补贴。
二、问：育儿补贴需要哪些材料？
答：需要身份证、户口簿、子女出生医学证明。
三、问：育儿补贴审核要多久？
答：社区在3个工作日内完成初审。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("together"), {"措施.txt": SUPPORT, "问答.txt": ASKED})


@pytest.mark.parametrize(
    ("question", "said", "locator"),
    [
        (
            "泉州的二孩家庭买首套房，买的又是绿色建筑，公积金两项上浮能不能加在一起？",
            "取最高一项，不叠加",
            "第一条",
        ),
        ("我是泉州引进的人才，买首套商品房能补多少", "第二层次120万元；第三层次60万元", "第四条"),
        ("安溪县农村的养老服务设施，运营补贴标准有没有倾斜？", "标准上浮20%", "第六条"),
        ("泉州 平台登记凭证 有效期 延续", "届满前60日内可以申请延续", "第七条"),
        ("泉州平台登记凭证的有效期是几年", "凭证有效期3年", "第七条"),
        ("泉州领育儿补贴要带哪些材料", "需要身份证、户口簿、子女出生医学证明", "二、"),
        ("泉州到2027年低空经济规模要达到多少", "达到800亿元", "第八条"),
    ],
)
def test_what_is_asked_is_said(assistant: Assistant, question: str, said: str, locator: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer
    assert any(c.locator.startswith(locator) for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "泉州新获评市级单项冠军的企业奖励多少",
        "泉州给D类人才发多少生活补贴",
        "泉州中试平台评审的费用由谁承担",
        "泉州2026年低空经济规模的目标是多少",
        "泉州对评审结果不服，向谁申诉？",
    ],
)
def test_what_is_left_open_is_not_answered(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome != "answered"


def test_a_question_of_the_document_is_no_answer(assistant: Assistant) -> None:
    answer = assistant.ask("异地就医备案需要哪些材料")
    assert not any("？" in c.quote for c in answer.citations)


def test_an_agency_without_a_detail_may_be_left_open(assistant: Assistant) -> None:
    assert assistant.ask("泉州农村养老服务设施能不能上浮，由哪个单位来认定？").answer

"""How many kinds, sets of papers, pieces and square metres are asked for in other words than a text counts them in; what else one
word at the end of a question decides."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

PERMITS = """北江市居住证与鉴定管理办法
第一条 居住证的有效期分为1年、3年、5年。
第二条 研发项目转请鉴定的，企业应当向主管税务分局提交备查资料一式3份。
第三条 每位消费者每类家电产品可以补贴1件，其中空调类产品最多补贴3件。
第四条 城镇安置住房人均不超过20平方米。
第五条 对防范危害安全行为作出重大贡献的举报人，给予奖金3万元至10万元。
第六条 电梯主要部件严重损坏，需要使用维修资金的，由物业服务企业提出建议，经业主委员会证明核实，可以直接拨付维修资金。
第七条 重点企业名单由区人民政府确定。
第八条 首套房指购房人家庭在中心城区的唯一住房。
第九条 “两降低”即降低普通住院起付线，“一减免”即转诊住院不设起付线。
第十条 贫困村退出，乡镇审核认定后，报县级扶贫开发领导小组核准。
"""
COUNTY = """长顺县代化镇教育扶贫政策
一、资助标准
（一）免学费，标准为本科3830元/生·年。
（二）凭贵州省贫困户登记卡，在入学报到时直接免除学费。
"""
DISTRICT = """宁波市镇海区家电以旧换新公告
一、报名条件
在镇海区注册的家电销售企业可以报名，其在区外设立的实体门店，销售额归集本区的，均可纳入活动范围。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"办法.txt": PERMITS, "扶贫.txt": COUNTY, "换新.txt": DISTRICT}
    return library_of(tmp_path_factory.mktemp("counting"), texts)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("北江的居住证分几种年限？", "1年、3年、5年"),
        ("研发项目转请鉴定，备查资料要准备几套？", "一式3份"),
        ("家电补贴里空调一个人最多补几台", "最多补贴3件"),
        ("城镇安置房一个人最多几个平方", "20平方米"),
        ("作出重大贡献的举报人，奖金大概在什么区间", "3万元至10万元"),
        ("电梯主要部件坏了要用维修资金，流程怎么走", "证明核实"),
        ("重点企业名单是谁定的", "区人民政府确定"),
        ("北江重点企业名单归那个部门确定", "区人民政府确定"),
        ("啥样算首套房", "唯一住房"),
        ("“两降低、一减免”里的“一减免”是什么意思", "不设起付线"),
        ("贫困村退出，乡镇审核认定之后报哪里核准", "县级扶贫开发领导小组"),
        ("贵州教育扶贫的免学费，本科免多少？", "3830元"),
        ("我公司在镇海注册，鄞州那边还有两家分店，区外的店能不能纳入以旧换新活动？", "销售额归集本区"),
    ],
)
def test_answered_with(rules: Assistant, question: str, words: str) -> None:
    answer = rules.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "东中西部的居住证各分几个",
        "云南教育扶贫的免学费，本科免多少？",
        "鄞州区的家电销售企业怎么报名以旧换新？",
    ],
)
def test_not_answered(rules: Assistant, question: str) -> None:
    assert rules.ask(question).outcome != "answered"

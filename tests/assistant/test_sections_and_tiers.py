"""Sections headed as they are asked for, tiers of a figure, years, places; and what is not answered beside them."""

from __future__ import annotations

import pytest

from assistant.answer.compose.tiers import lower_bound
from assistant.question.apart import parts
from assistant.question.understand import understand
from assistant.service import Assistant
from tests.assistant.conftest import library_of

HOUSES = """丰乐市农民进城购房补贴实施意见

一、申请条件
申请人应当是在丰乐市城区购买新建商品住房的农民。

二、补贴标准
（一）购房补贴。每平方米补贴150元，每户最高不超过1.5万元。
（二）装修补贴。对选用本地建材的家庭给予装修补贴，由市住建局另行公布。

三、申请应提交材料
（一）身份证明；
（二）购房补贴申请书；
（三）完税凭证。

四、补贴申请程序
（一）窗口受理。农民到市住建局窗口提交申请。
（二）部门审核。市住建局窗口对申请材料进行审核。
（三）资金拨付。审核通过后，市住建局将补贴拨付至银行卡。

五、部门职责
市住建局负责补贴工作。（责任单位：市住建局、市财政局）

六、监督管理
申请人自获得购房补贴之日起2年内不允许上市交易。
"""
SHOWS = """丰乐市促进消费若干措施

一、支持夜间经济
对夜间延长营业的商业街区，给予一次性补助。

二、支持演出活动
在非专业场馆举办单场售票3000人至1万人的演出，按售票收入的2%奖励。单场售票1万人以上的演出，按售票收入的3%奖励。

三、支持餐饮
鼓励餐饮企业参加展会。
"""
CARE = """丰乐市2025年最低生活保障标准通知

一、最低生活保障标准为每人每月1309元。

二、特困人员基本生活标准为每人每月2121元。
"""
MEDICINE = """丰乐市药品集中采购试点方案

一、药品范围
从通过一致性评价的仿制药中遴选试点品种。

二、采购形式
入围企业在3家以上的，招标采购。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"购房补贴.txt": HOUSES, "促进消费.txt": SHOWS, "低保标准.txt": CARE, "药品采购.txt": MEDICINE}
    return library_of(tmp_path_factory.mktemp("sections"), texts)


def test_the_whole_list_of_materials(assistant: Assistant) -> None:
    answer = assistant.ask("丰乐市农民进城购房补贴，受理窗口要收申请人哪些材料")
    assert answer.outcome == "answered"
    assert [c.locator for c in answer.citations] == ["三、"]
    assert all(paper in answer.answer for paper in ("身份证明", "购房补贴申请书", "完税凭证"))


def test_the_steps_by_their_headings(assistant: Assistant) -> None:
    answer = assistant.ask("丰乐市农民进城购房补贴的流程分几步")
    assert "共3步：窗口受理、部门审核、资金拨付" in answer.answer
    assert {c.locator for c in answer.citations} == {"四、", "四、（一）", "四、（二）", "四、（三）"}


def test_a_span_that_an_agency_takes_is_no_duty_of_it(assistant: Assistant) -> None:
    answer = assistant.ask("丰乐市农民进城购房补贴，市住建局窗口审核要几个工作日")
    assert answer.outcome == "unspecified"
    assert "作为责任单位参与的有" not in answer.answer


def test_selling_a_house_is_called_otherwise(assistant: Assistant) -> None:
    answer = assistant.ask("丰乐市补贴拿了以后多久不能卖房")
    assert answer.outcome == "answered"
    assert "2年内不允许上市交易" in answer.answer


def test_the_tier_into_which_the_figure_falls_comes_first(assistant: Assistant) -> None:
    answer = assistant.ask("丰乐市在非专业场馆办演唱会，单场卖票1.2万人，按票房的几个点奖励")
    assert answer.outcome == "answered"
    assert "3%" in answer.statements[0].text


def test_another_grant_of_the_document_is_no_answer(assistant: Assistant) -> None:
    answer = assistant.ask("丰乐市农民进城的装修补贴一户给多少钱", documents=["购房补贴"])
    assert answer.outcome == "unspecified"
    assert "150元" not in answer.answer


def test_another_year_than_the_title_says(assistant: Assistant) -> None:
    assert "1309元" in assistant.ask("丰乐市2025年的低保标准是多少").answer
    other = assistant.ask("丰乐市2023年的低保标准是多少")
    assert other.outcome != "answered"
    assert "1309元" not in other.answer


def test_a_list_is_not_answered_by_a_rule(assistant: Assistant) -> None:
    answer = assistant.ask("丰乐市药品集中采购试点有哪些药")
    assert answer.outcome == "unspecified"
    assert "遴选试点品种" in answer.answer


def test_where_something_is_done_is_not_looked_up(assistant: Assistant) -> None:
    answer = assistant.ask("丰乐市的演出活动在哪个地方现场进行")
    assert "出自" not in answer.answer
    assert answer.outcome != "answered"


@pytest.mark.parametrize(
    ("question", "text", "bound"),
    [
        ("单场卖票1.2万人，奖几个点", "单场售票3000人至1万人的", None),
        ("单场卖票1.2万人，奖几个点", "单场售票1万人以上的", 10_000),
        ("单场卖票5000人", "单场售票3000人至1万人的，单场售票1万人以上的", 3_000),
        ("营业额1200万能拿多少", "营业收入首次达到500万元的", 5_000_000),
        ("种了200亩", "种植300亩以上的", None),
        ("2025年给多少", "工作满5年的", None),
    ],
)
def test_the_tier_of_a_figure(question: str, text: str, bound: float | None) -> None:
    assert lower_bound(question, text) == bound


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("公积金贷款最长能贷几年，二手房呢", 2),
        ("低空经济由谁牵头？目标是多少？", 2),
        ("公积金贷款最长能贷几年，二手房能贷吗", 1),
    ],
)
def test_the_same_asked_of_another_thing(text: str, pieces: int) -> None:
    assert len(parts(text)) == pieces


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("招生规模要达到多少人", "quantity"),
        ("罚款达到几倍", "penalty"),
        ("人才买人才房打几折", "amount"),
        ("积分入户要同时满足哪些条件", "condition"),
        ("窗口要收哪些材料", "procedure"),
    ],
)
def test_what_is_asked_for(question: str, detail: str) -> None:
    assert understand(question).detail == detail

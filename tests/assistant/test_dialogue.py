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
        ("空天信息产业由谁牵头？｜那责任单位呢？", "空天信息产业的责任单位有哪些？"),
        ("低空经济包括哪些方向？｜牵头单位是谁？", "低空经济的牵头单位是谁？"),
        ("空天信息产业由谁牵头？｜那低空经济呢？", "低空经济产业由谁牵头？"),
        ("氢能发展什么？｜那核能呢", "核能发展什么？"),
        ("空天信息产业由谁牵头？｜那责任单位呢？｜低空经济呢？", "低空经济产业的责任单位有哪些？"),
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
        ("公积金贷款最长多少年", "那翻建自住房的呢", "翻建自住房的公积金贷款最长多少年"),
    ],
)
def test_one_thing_in_the_question_is_changed(before: str, turn: str, standalone: str) -> None:
    assert follow(before, turn, lambda text: []) == standalone


@pytest.mark.parametrize(
    ("before", "turn", "standalone"),
    [
        # another thing of the same kind
        ("在柳河建一条中级雪道奖励多少钱", "初级的呢", "在柳河建一条初级雪道奖励多少钱"),
        ("引进的博士买房补贴多少", "那硕士呢", "引进的硕士买房补贴多少"),
        ("三孩家庭公积金贷款额度上浮多少", "二孩的呢", "二孩家庭公积金贷款额度上浮多少"),
        ("首套房商业贷款首付最低多少", "二套的呢", "二套商业贷款首付最低多少"),
        ("退役军人买首套房补贴多少", "老师呢？", "老师买首套房补贴多少"),
        ("城区户籍买房补多少", "外地户口的呢", "外地户口买房补多少"),
        ("获省级新产品鉴定补多少", "国家级的呢", "获国家级新产品鉴定补多少"),
        ("工业用途补缴出让金首次至少缴几成", "其他用途呢", "其他用途补缴出让金首次至少缴几成"),
        ("施工企业升特级资质奖多少", "一级的呢", "施工企业升一级资质奖多少"),
        ("只有1家企业入围怎么采购", "两家呢", "只有2家企业入围怎么采购"),
        ("锦江镇买新房补多少", "中童镇呢", "中童镇买新房补多少"),
        ("居民参保报销百分之几", "职工呢", "职工参保报销百分之几"),
        ("规上工业企业奖多少", "规下呢", "规下工业企业奖多少"),
        ("一季度增产奖多少", "二季度呢", "二季度增产奖多少"),
        ("教育部门办幼儿园什么时候报名", "民办幼儿园呢", "民办幼儿园什么时候报名"),
        # another thing altogether
        ("购房月活动由哪个部门负责", "那灵活就业人员缴公积金呢", "灵活就业人员缴公积金由哪个部门负责"),
        ("购买预售商品房多久内可以提公积金", "装电梯的呢", "装电梯多久内可以提公积金"),
        ("广州2025年低保一个月多少钱", "孤儿呢", "广州2025年孤儿一个月多少钱"),
        ("人才公寓珠江嘉苑租金多少", "富力大厦呢", "富力大厦租金多少"),
        # another place or year
        ("南京1类新药拿证最高奖多少", "上海呢", "上海1类新药拿证最高奖多少"),
        ("广州2025年低保一个月多少钱", "那2024年呢", "广州2024年低保一个月多少钱"),
        # a detail asked next
        ("淮安人才购房补贴博士多少", "电话呢", "淮安人才购房补贴博士的电话是什么？"),
        ("双辽农民进城买房能补契税吗", "要交哪些材料", "双辽农民进城买房补契税要交哪些材料？"),
        ("双辽农民进城买房契税补多少", "多久到账", "双辽农民进城买房契税多久到账？"),
        ("长春环卫工人买房有奖励吗，给多少", "怎么申请", "长春环卫工人买房奖励怎么申请？"),
        ("留佛山过年员工一天补多少", "最多补多少", "留佛山过年员工最多补多少？"),
        ("广州公积金贷款最长能贷多少年", "要连续交几个月才能贷", "广州公积金贷款要连续交几个月才能贷？"),
        ("广州孤儿每月养育费标准", "从什么时候开始执行", "广州孤儿每月养育费标准从什么时候开始执行？"),
        ("购房补贴多少", "买了能马上卖吗", "购房补贴买了能马上卖吗？"),
        # a question of its own
        ("广州公积金贷款最长能贷多少年", "申请低保要交哪些材料给街道", "申请低保要交哪些材料给街道"),
        ("五星级酒店奖多少", "这个政策管几年", "这个政策管几年"),
    ],
)
def test_a_turn_reads_as_a_person_would_put_it(before: str, turn: str, standalone: str) -> None:
    assert follow(before, turn, lambda text: []) == standalone

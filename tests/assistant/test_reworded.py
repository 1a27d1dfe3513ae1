"""What a model words more shortly, or in another order, is the clause's as long as nothing in it is turned."""

from __future__ import annotations

import pytest

from assistant.answer.grounding import faults, source
from assistant.answer.grounding.mentions import same, shared

TRIAL = source(
    "第十六条 开展疫苗临床试验，应当经国务院药品监督管理部门依法批准，并报国务院卫生健康主管部门备案。"
    "疾病预防控制机构、接种单位对不能提供温度监测记录的，不得接收或者购进，并应当立即向药品监督管理部门、卫生健康主管部门报告。"
)
HOMES = source(
    "（五）本科生（中级职称、技师）、大专生3年内可分别按公共租赁住房租金标准的50%、70%缴纳租金。"
    "顶尖人才每年在淮工作超过4个月、没有自有住房的，可免费入住专家住房。"
)
GRANTS = source(
    "4.我市民办非企业引进的博士研究生（正高级职称）、硕士研究生（副高级职称、高级技师），分别兑现15万元、10万元购房补贴。"
    "我市事业单位（不含参公事业单位）引进的博士研究生兑现15万元购房补贴。"
)
LAND = source(
    "二、土地使用权以租赁方式取得。经双方协商并报经国务院批准，可提前终止土地使用权或者在租赁期满后续期。"
)
DEPOSIT = source(
    "项目排栅未拆除前，留存比例为累积核准使用预售款的6%。各省（区、市）人民政府要建设统一的监管平台。"
)
LICENCE = source("第四十四条 被许可人以欺骗、贿赂等不正当手段取得注册证书的，撤销注册证书。")


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("开展疫苗临床试验，须经国务院药监部门批准，报卫健部门备案。", TRIAL),
        ("没有温度监测记录的疫苗，疾控机构和接种单位不能接收或购进，要立即向药监和卫健部门报告。", TRIAL),
        ("每年在淮工作超过4个月的顶尖人才如没有自有住房，可免费入住专家住房。", HOMES),
        ("事业单位（参公的除外）引进的博士研究生，购房补贴15万元。", GRANTS),
        ("如需在租赁期满后续期，或者要提前终止土地使用权，须经双方协商并报国务院批准。", LAND),
        ("项目排栅拆除前，预售款的留存比例为6%。", DEPOSIT),
        ("统一的监管平台由省级政府建设。", DEPOSIT),
        ("靠欺骗、贿赂等不正当手段取得注册证书的，撤销证书。", LICENCE),
    ],
    ids=["bodies in short", "two bodies, one end", "another order", "an exception", "a wish",
    "before it is", "a level", "no subject"],
)  # fmt: skip
def test_other_words_for_the_same_are_kept(sentence: str, basis: object) -> None:
    assert faults(sentence, [basis]) == []  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("开展疫苗临床试验，须经国务院卫健部门批准。", TRIAL),
        ("开展疫苗临床试验，须经省级药监部门批准。", TRIAL),
        ("大专生3年内可按公共租赁住房租金标准的50%缴纳租金。", HOMES),
        ("民办非企业引进的硕士研究生兑现15万元购房补贴。", GRANTS),
        ("统一的监管平台由县级政府建设。", DEPOSIT),
    ],
    ids=["the other body", "another level of it", "the second of two", "of another group", "a lower level"],
)
def test_what_they_turn_is_found(sentence: str, basis: object) -> None:
    assert faults(sentence, [basis])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("short", "name", "one"),
    [
        ("省级食药监部门", "省级食品药品监督管理部门", True),
        ("药监部门", "国务院药品监督管理部门", True),
        ("国务院药监部门", "省级药品监督管理部门", False),
        ("疾控机构", "疾病预防控制机构", True),
        ("市财政局", "市教育局", False),
        ("卫生部门", "市场监督管理部门", False),
    ],
)
def test_a_short_name_is_of_characters_of_the_whole_one(short: str, name: str, one: bool) -> None:
    assert same(short, name) is one


def test_names_may_share_their_end() -> None:
    assert shared("药监和卫健部门") == ("药监部门", "卫健部门")

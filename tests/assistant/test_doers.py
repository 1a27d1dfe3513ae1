"""Who pays, decides or applies in a model's sentence is whom the clause has do the same."""

from __future__ import annotations

import pytest

from assistant.answer.grounding import faults, source

FUND = source("第十三条 工伤保险基金应当留有储备金；储备金不足支付的，由统筹地区的人民政府垫付。")
INJURY = source(
    "第十条 用人单位应当按时缴纳工伤保险费。职工个人不缴纳工伤保险费。\n"
    "第三款 生活不能自理的职工需要护理的，由所在单位负责。"
)
RIVERS = source(
    "第十条 乡、村级河长可以对监督检查的重点事项提出建议。\n"
    "市、县级河长可以根据巡查情况，对相关主管部门是否依法履行监督检查职责予以分析、认定。"
)
CARRIAGE = source("第五条 托运人应当申报货物的名称。承运人应当对货物的损失承担赔偿责任。")


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("储备金不足支付的，由用人单位垫付。", FUND),
        ("生活不能自理的职工需要护理的，由工伤保险基金负责。", INJURY),
        ("乡、村级河长可以对相关主管部门是否依法履行监督检查职责予以分析、认定。", RIVERS),
        ("托运人应当对货物的损失承担赔偿责任。", CARRIAGE),
    ],
    ids=["behind 由", "a fund for a body", "another level", "one character"],
)
def test_another_doer_is_found(sentence: str, basis: object) -> None:
    assert any("不由" in fault for fault in faults(sentence, [basis])), faults(sentence, [basis])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("储备金不够支付时，由统筹地区人民政府垫付。", FUND),
        ("工伤保险费由用人单位按时缴纳，职工个人无须缴纳。", INJURY),
        ("职工需要护理的，由所在单位负责。", INJURY),
        ("市、县级河长可以对主管部门是否依法履行监督检查职责予以分析、认定。", RIVERS),
        ("货物的损失由承运人承担赔偿责任。", CARRIAGE),
    ],
    ids=["shorter", "subject said behind 由", "part of it", "carried over", "turned round"],
)
def test_the_same_doer_is_kept_however_it_is_said(sentence: str, basis: object) -> None:
    assert faults(sentence, [basis]) == []  # type: ignore[list-item]


def test_a_choice_or_exception_is_the_clauses() -> None:
    parking = source("新增共享停车泊位1.4万个，共享停车泊位全部接入智慧停车管理平台。")
    assert faults("共享停车泊位可以自愿接入智慧停车管理平台。", [parking])
    renewal = source("服务期满后居民如未提出解约可自动续约（不含有偿服务包）。")
    assert faults("有偿服务包在服务期满后，居民未提出解约的也可自动续约。", [renewal])
    assert not faults("服务期满后居民未提出解约的可以自动续约，不含有偿服务包。", [renewal])

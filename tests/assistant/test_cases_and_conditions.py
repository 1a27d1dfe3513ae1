"""What holds of one case, of one figure of a row, under one condition or for one party alone, is not said of another."""

from __future__ import annotations

import pytest

from assistant.answer.grounding import Source, faults, source

STORES = source(
    "第四条 未经县人民政府同意，任何单位和个人不得擅自拆除堤防设施。\n"
    "第五条 取水许可证仅限持证人使用。堤顶道路由镇人民政府或者委托管护单位养护。\n"
    "工程已验收的，管护单位为责任人，尚未验收的，施工单位为责任人。\n"
    "每日二十二时至次日五时，不得在居民区取土。巡查记录的保存期限为十五日。"
)
GRANTS = source(
    "年度吞吐量达到5万、10万、30万标箱的船公司，分别给予80万元、150万元、400万元的奖励。每家企业年度补贴总额不超过200万元。"
)
LOANS = source(
    "借款人每年只能选择同一种还款方式。借款人应当在收到通知之日起六个月内领取证书，逾期未领取证书的，视为放弃。\n"
    "年度计划由区民政部门编制，由同级审计部门审查后，报区政府列入预算。对贫困学生应当减收住宿费。\n"
    "迁入满两年后申请的，从申请的次月起享受全额补贴，迁入两年内申请的，从第四个月开始享受半额补贴。"
)
RANKS = source(
    "（二）具有大学本科学历，且年龄在40周岁以下的人员；具有大学专科学历，且年龄在30周岁以下的人员。"
    "平台归集企业的开户、结算等信息，但不归集储户身份信息。未婚子女、服役军人，不计入家庭人口。"
)


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("拆除堤防设施须经县政府同意。", STORES),
        ("经县人民政府同意，可以拆除堤防设施。", STORES),
        ("拆除堤防设施必须经县政府同意，任何人都不能擅自拆除。", STORES),
        ("取水许可证只能由持证人本人使用。", STORES),
        ("堤顶道路可以由镇政府养护。", STORES),
        ("每天22时到第二天5时不得在居民区取土。", STORES),
        ("每天22:00至次日5:00，不得在居民区取土。", STORES),
        ("巡查记录保存15天。", STORES),
        ("尚未验收的工程由施工单位负责。", STORES),
        ("年度吞吐量达到30万标箱的船公司，奖励400万元。", GRANTS),
        ("每家企业一年最多补贴200万元。", GRANTS),
        ("借款人须在收到通知后半年内领取证书。", LOANS),
        ("年度计划由区民政部门编制，同级审计部门审查后报区政府列入预算。", LOANS),
        ("迁入两年内申请的，第四个月起享受半额补贴。", LOANS),
        ("未婚子女和服役军人不算家庭人口。", RANKS),
    ],
)
def test_it_is_kept(sentence: str, basis: Source) -> None:
    assert faults(sentence, [basis]) == []


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("任何单位和个人可以拆除堤防设施。", STORES),
        ("拆除堤防设施无需经县人民政府同意。", STORES),
        ("工程已验收的，施工单位为责任人。", STORES),
        ("每日二十二时至次日六时，不得在居民区取土。", STORES),
        ("年度吞吐量达到10万标箱的船公司，给予400万元的奖励。", GRANTS),
        ("每家企业一年最多补贴150万元。", GRANTS),
        ("借款人每年可以变更还款方式。", LOANS),
        ("对贫困学生应当免收住宿费。", LOANS),
        ("迁入满两年后申请的，从第四个月开始享受半额补贴。", LOANS),
        ("具有大学本科学历且年龄在30周岁以下的人员，或专科学历且年龄在40周岁以下的人员。", RANKS),
        ("平台归集企业的开户、结算等信息以及储户身份信息。", RANKS),
        ("未婚子女和服役军人计入家庭人口。", RANKS),
    ],
)
def test_it_is_found(sentence: str, basis: Source) -> None:
    assert faults(sentence, [basis])

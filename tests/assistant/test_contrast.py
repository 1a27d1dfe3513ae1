"""Questions that set things side by side → kind, whether every document is meant, sides and matter."""

from __future__ import annotations

import pytest

from assistant.question.contrast import contrasted, excepted, pieces

READ = [
    # (question, kind, every document, sides, matter)
    ("低空经济和人工智能的牵头单位一样吗？", "same", False, "低空经济和人工智能", "牵头单位"),
    ("空天信息和生物制造的牵头部门是同一个吗", "same", False, "空天信息和生物制造", "牵头部门"),
    ("前沿新材料与人工智能的责任单位有何不同？", "differ", False, "前沿新材料与人工智能", "责任单位"),
    ("比较甲市和乙市对首台套的奖励", "differ", False, "甲市和乙市", "首台套的奖励"),
    ("请帮我对比一下甲市和乙市的购房补贴", "differ", False, "甲市和乙市", "购房补贴"),
    ("甲市和乙市的奖励哪个高？", "more", False, "甲市和乙市", "奖励"),
    ("甲市和乙市的缴费比例哪个更低一些", "more", False, "甲市和乙市", "缴费比例"),
    ("高成长和高潜力产业分别有哪些？", "each", False, "高成长和高潜力产业", ""),
    ("工作举措和保障措施分别有哪几项", "each", False, "工作举措和保障措施", ""),
    ("各区县的未来产业政策在人才上有何不同？", "differ", True, "未来产业政策", "人才"),
    ("这几份文件对人才的补贴标准有什么区别", "differ", True, "对人才", "补贴标准"),
    ("各地对稳岗的支持有何不同", "differ", True, "稳岗", "支持"),
    ("各文件的有效期分别到什么时候？", "each", True, "有效期", ""),
    ("哪些文件规定了契税补贴？", "which", True, "契税补贴", ""),
    (
        "《甲市就业和创业办法》和《乙市办法》在补贴上有什么不同？",
        "differ",
        False,
        "《甲市就业和创业办法》和《乙市办法》",
        "补贴",
    ),
]


@pytest.mark.parametrize(("question", "kind", "each", "sides", "matter"), READ)
def test_what_is_set_side_by_side(question: str, kind: str, each: bool, sides: str, matter: str) -> None:
    read = contrasted(question)
    assert read is not None
    assert (read.kind, read.each) == (kind, each)
    assert (sides, matter) in read.readings


@pytest.mark.parametrize(
    "question",
    [
        "空天信息产业由谁牵头？",
        "低空经济和人工智能有哪些支持？",
        "各区县需要做什么？",
        "文件的文号是什么？",
        "同一企业可以重复申请吗？",
        "哪些产业由市发展改革委牵头？",
        "对比试验要满足什么条件？",
    ],
)
def test_what_compares_nothing(question: str) -> None:
    assert contrasted(question) is None


def test_that_something_is_not_provided_is_read_from_the_question() -> None:
    read = contrasted("哪些文件没有规定有效期？")
    assert read is not None
    assert read.denied
    assert read.body == "有效期"


def test_the_lower_one_is_asked_for() -> None:
    assert [c.least for q in ("甲和乙的费率哪个低", "甲和乙的费率哪个高") if (c := contrasted(q))] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("除市经济信息委外，低空经济还有哪些牵头单位？", "市经济信息委"),
        ("除了空天信息，市发展改革委还牵头哪些产业？", "空天信息"),
        ("除常德之外还有哪些文件规定了契税补贴？", "常德"),
        ("低空经济由谁牵头？", ""),
    ],
)
def test_what_is_excepted(question: str, what: str) -> None:
    assert excepted(question) == what


def test_a_title_is_one_piece_and_a_contract_is_not_cut() -> None:
    assert pieces("《甲和乙办法》与丙")[0] == ["《甲和乙办法》", "丙"]
    assert pieces("劳动合同和协同创新")[0] == ["劳动合同", "协同创新"]

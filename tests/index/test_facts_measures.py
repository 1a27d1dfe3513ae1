"""Support measures: who, on which condition, which kind, how much."""

from __future__ import annotations

from typing import Any

import pytest

from index.clauses import Document, Fact
from tests.index.facts_of import document_of, facts_of
from tests.index.measure_scores import scores

LEAST = {
    "kind": 0.95, "who": 0.95, "conditions": 0.9, "rate": 0.97, "cap": 0.97, "base": 0.95, "sum": 0.97, "per": 0.95,
    "duration": 0.97, "tiers": 0.95,
}  # fmt: skip


def test_measures_written_by_hand() -> None:
    """74 measures of 13 documents, field by field."""
    found = scores()
    short = {name: found.share(name) for name, least in LEAST.items() if found.share(name) < least}
    assert (found.read, found.extra, short) == (found.total, 0, {}), f"{found}\n" + "\n".join(found.wrong)


def grant(text: str) -> tuple[Document, Fact]:
    document = document_of(text)
    (fact,) = [f for f in document.facts if f.kind == "measure"]
    return document, fact


def amount(text: str) -> dict[str, Any]:
    """What the amount names, its wording and unit aside."""
    _, fact = grant(text)
    return {k: v for k, v in fact.data["amount"].items() if v and k not in {"text", "unit"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对新认定的企业给予50万元奖励。", {"sum": "50万元"}),
        (
            "对设备更新项目，按设备投资额的10%给予补助，最高不超过500万元。",
            {"rate": "10%", "base": "设备投资额", "cap": "最高不超过500万元"},
        ),
        ("对见习单位每人每月补贴1000元。", {"sum": "1000元", "per": "每人每月"}),
        ("对入驻企业给予连续3年、每平方米20元的租金补贴。", {"sum": "20元", "per": "每平方米", "duration": "连续3年"}),
        ("对购车者给予不超过10000元/台的补贴。", {"cap": "不超过10000元/台", "per": "台"}),
        ("对贷款项目给予全额贴息。", {"rate": "全额"}),
        ("对示范项目给予100万元—200万元奖励。", {"sum": "100万元—200万元"}),
        ("对组团的旅行社给予5元/人/夜的奖励。", {"sum": "5元/人/夜", "per": "人/夜"}),
        ("对项目分别按1万元、2万元、投资额的6‰给予奖励。", {"sum": "1万元、2万元", "rate": "6‰", "base": "投资额"}),
        ("对农户购买农机的，政府参照所缴纳保费的额度全额给予补贴。", {"rate": "全额", "base": "所缴纳保费的额度"}),
    ],
)  # fmt: skip
def test_amounts(text: str, expected: dict[str, str]) -> None:
    assert amount(text) == expected


@pytest.mark.parametrize(
    ("text", "who", "conditions"),
    [
        ("对首次纳入规模以上统计的企业给予10万元奖励。", "企业", ["首次纳入规模以上统计"]),
        ("对个体工商户年应纳税所得额不超过200万元的部分减半征收所得税。", "个体工商户", ["年应纳税所得额不超过200万元"]),
        ("对地方法人金融机构按贷款增量的2%给予激励资金。", "地方法人金融机构", []),
        ("获评示范乡镇的，除上级奖励外，县财政给予一次性奖励2万元。", None, ["获评示范乡镇"]),
        ("鼓励有条件的地方探索对购买农机的农户给予贷款贴息。", "农户", ["购买农机"]),
        ("出台促进消费的惠民政策，年内新购汽车按车价的5%给予消费者补贴。", "消费者", ["年内新购汽车"]),
        ("对本地企业在辖区内的工程获得优质奖的，给予一次性奖励10万元。", "本地企业", ["在辖区内的工程获得优质奖"]),
        ("引进世界500强首次到本区投资，给予一次性奖励20万元。", None, ["引进世界500强首次到本区投资"]),
        ("好住宅补贴标准：购买经认定的好住宅的，每套补贴1万元。", None, ["购买经认定的好住宅"]),
        ("年销售收入达到1亿元以上的，给予20万元奖励。", None, ["年销售收入达到1亿元以上"]),
        ("经认定的科技企业孵化器，给予30万元补助。", "科技企业孵化器", ["经认定"]),
        (
            "对中小微企业招用毕业生，签订1年以上劳动合同且按规定缴纳社会保险的，给予1000元/人补贴。",
            "中小微企业", ["招用毕业生", "签订1年以上劳动合同", "按规定缴纳社会保险"],
        ),
        ("一次性组织不少于400人专列，给予地接社5万元奖补。", "地接社", ["一次性组织不少于400人专列"]),
    ],
)  # fmt: skip
def test_conditions_are_cut_cleanly(text: str, who: str | None, conditions: list[str]) -> None:
    document, fact = grant(text)
    assert fact.data["who"] == who
    assert [document.text[slice(*span)] for span in fact.data["conditions"]] == conditions


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("对获评企业给予奖励。", "奖励"),
        ("对符合条件的贷款给予财政贴息。", "贴息"),
        ("对小微企业免征房产税。", "税收"),
        ("对高层次人才给予购房补贴。", "补助"),
        ("对种子期企业提供融资担保。", "融资"),
        ("对重大项目优先给予用地支持。", "用地"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert grant(text)[1].data["support"] == kind


def test_tiers_are_bound_where_it_is_sure() -> None:
    document, fact = grant("对新认定的国家级、省级技术中心，分别给予100万元、30万元奖励。")
    tiers = [tuple(document.text[slice(*span)] for span in tier) for tier in fact.data["tiers"]]
    assert tiers == [("国家级", "100万元"), ("省级", "30万元")]


def test_tiers_that_do_not_fit_stay_as_worded() -> None:
    _, fact = grant("对认定为三、四、五星级的项目，分别奖励1万元、2万元。")
    assert (fact.data["tiers"], fact.data["amount"]["sum"]) == ((), "1万元、2万元")


@pytest.mark.parametrize(
    "text",
    [
        "对违反规定的单位，给予警告，并处5万元罚款。",
        "对骗取补贴的，追回补贴资金5万元。",
        "复核内容包括补贴是否及时发放到位。",
        "购房补贴是指对符合条件的人才发放的货币补贴。",
        "奖励资金由市财政承担40%。",
        "为居民提供健康咨询服务。",
        "同一事项不得重复享受奖励。",
    ],
)
def test_what_is_no_measure(text: str) -> None:
    assert [f.text for f in facts_of(text, "measure") if f.data["strength"] == "grant"] == []


def test_facts_come_back_from_storage_as_they_were() -> None:
    document = document_of(
        "对新认定的国家级、省级技术中心，分别给予100万元、30万元奖励。（责任单位：市科技局）"
    )
    assert Document.from_json(document.to_json()) == document


@pytest.mark.parametrize(
    "text",
    [
        "加强贴息等领域项目储备，争取上级资金40亿元，支持重大项目早投产。",
        "省财政安排专项资金，实施降费奖补，推动每年担保规模超过1000亿元。",
        "对新发放的住房公积金贷款保证金比例由5%下降为2%。",
        "能够为见习人员提供不低于规定标准的生活补贴；",
        "加强资源要素保障，推动项目加快建设。",
    ],
)
def test_an_aim_a_state_or_a_requirement_grants_nothing(text: str) -> None:
    assert [f for f in facts_of(text, "measure") if f.data["strength"] == "grant"] == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("支持贫困地区组织开展旅游活动。", "贫困地区"),
        ("支持社会组织开展志愿服务。", "社会组织"),
        ("鼓励和引导民间资本参与重大项目建设。", "民间资本"),
        ("鼓励农业企业积极参与农业博览会。", "农业企业"),
        ("支持企业通过协商薪酬稳定职工队伍。", "企业"),
        ("引导和支持企业自主研发先进技术。", "企业"),
    ],
)
def test_who_is_encouraged(text: str, who: str) -> None:
    (fact,) = facts_of(text, "measure")
    assert (fact.data["strength"], fact.data["beneficiary"]) == ("encourage", who)

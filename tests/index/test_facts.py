"""What the clauses say about agencies, quantities, support and terms, each at its place."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from index.clauses import Clause, Document, Fact

At = Callable[[str], Clause]
Example = Callable[[str], Document]

LED = {
    "二 （一） 1": (
        "市发展改革委",
        "市经济信息委 市委军民融合办 市教委 市科技局 重庆通信管理局"
        " 各区县(自治县) 两江新区 西部科学城重庆高新区 万盛经开区",
    ),
    "二 （一） 2": ("市发展改革委", "市经济信息委 市教委 市科技局 市农业农村委 市卫生健康委 市能源局"),
    "二 （一） 3": ("市经济信息委", "市发展改革委 市教委 市科技局"),
    "二 （一） 4": ("市经济信息委", "市发展改革委 市教委 市科技局 市能源局"),
    "二 （一） 5": ("市经济信息委", "市发展改革委 市教委 市科技局 市大数据发展局 重庆通信管理局"),
    "二 （一） 6": ("市经济信息委 市委军民融合办", "市发展改革委 市教委 市科技局 市公安局 民航重庆监管局"),
    "二 （二） 1": ("市经济信息委", "市发展改革委 市教委 市科技局 市卫生健康委"),
    "二 （二） 2": ("市经济信息委", "市发展改革委 市教委 市科技局"),
    "二 （二） 3": ("市经济信息委", "市发展改革委 市教委 市科技局 市大数据发展局 重庆通信管理局"),
}
SHARED = {
    "三 （一）": "市科技局 市经济信息委 市发展改革委 市教委",
    "三 （二）": "市经济信息委 市发展改革委 市科技局 市知识产权局",
    "三 （三）": "市经济信息委 市科技局 市国资委",
    "三 （四）": "市经济信息委 市发展改革委 市科技局",
    "三 （五）": "市经济信息委 市发展改革委 市科技局 市大数据发展局",
    "三 （六）": "市委组织部 市教委 市科技局 市经济信息委 市人力社保局 市卫生健康委 市国资委",
}
GRANTS = {
    "三 （一）": [
        ("纳入市级科技创新重大研发项目和解决未来产业关键核心技术难题的项目", "支持"),
        ("制造业创新中心、产业创新中心、工程研究中心、技术创新中心等重点平台", "补助"),
    ],
    "三 （二）": [
        ("纳入市级以上专利转化专项计划的项目", "补助"),
        ("牵头制修订未来产业领域国际、国家、行业标准的企业", "奖励"),
    ],
    "三 （四）": [("发展成效较好的未来产业先导区", "要素")],
    "三 （五）": [("未来产业领域重点应用场景", "奖励"), ("首台（套）装备、首批次材料、首版次软件", "支持")],
    "三 （六）": [("创建未来产业领域的博士后工作站及开展探索性、原创性研究的博士后", "补助")],
    "四 （三）": [
        ("企业研发费用税前加计扣除", "税收"),
        ("未来产业种子期、初创期企业", "支持"),
        ("未来产业", "用地"),
    ],
}


def of(document: Document, kind: str, **data: object) -> list[Fact]:
    return [f for f in document.facts if f.kind == kind and all(f.data[k] == v for k, v in data.items())]


@pytest.mark.parametrize("path", LED)
def test_who_leads_and_who_is_responsible(plan: Document, at: At, path: str) -> None:
    lead, responsible = LED[path]
    owner = at(path).id
    assert [f.data["name"] for f in of(plan, "agency", owner=owner, role="lead")] == lead.split()
    assert [
        f.data["name"] for f in of(plan, "agency", owner=owner, role="responsible")
    ] == responsible.split()
    assert {f.data["etc"] for f in of(plan, "agency", owner=owner, role="lead")} == {False}
    assert {f.data["etc"] for f in of(plan, "agency", owner=owner, role="responsible")} == {True}


@pytest.mark.parametrize("path", SHARED)
def test_who_shares_an_action(plan: Document, at: At, path: str) -> None:
    facts = of(plan, "agency", owner=at(path).id)
    assert [f.data["name"] for f in facts] == SHARED[path].split()
    assert {(f.data["role"], f.data["etc"], f.clause_id) for f in facts} == {("division", True, at(path).id)}


def test_no_other_clause_names_agencies(plan: Document, at: At) -> None:
    owners = {f.data["owner"] for f in of(plan, "agency")}
    assert owners == {at(path).id for path in (*LED, *SHARED)}


def test_the_line_split_over_a_page_is_one_list(plan: Document, at: At) -> None:
    facts = of(plan, "agency", owner=at("二 （一） 1").id, role="responsible")
    (span,) = {f.data["list"] for f in facts}
    assert "\n" in plan.text[slice(*span)]
    assert plan.quote(*span).startswith("市经济信息委、市委军民融合办")


def test_later_tasks_bind_the_districts(plan: Document, at: At) -> None:
    (fact,) = of(plan, "agency", forward=True)
    assert (fact.data["role"], fact.data["name"]) == ("implement", "区县")
    assert fact.clause_id == at("二 （一） 1 第一款").id
    assert plan.text[fact.start - 6 : fact.end + 2] == "以下任务均需区县落实"


def test_every_fact_stands_where_it_says(plan: Document, example: Example) -> None:
    for document in (plan, example("示例若干措施"), example("示例创新促进条例")):
        for fact in document.facts:
            clause = document.by_id[fact.clause_id]
            assert clause.start <= fact.start < fact.end <= clause.end
            assert re.sub(r"\s", "", document.text[fact.start : fact.end]) == re.sub(r"\s", "", fact.text)


@pytest.mark.parametrize(
    ("counted", "low", "high", "unit", "text"),
    [
        ("未来产业领军人才（团队）", 30, 30, "个", "重点引育未来产业领军人才（团队）30个"),
        ("前沿关键核心技术", 30, 30, "项", "突破30项前沿关键核心技术"),
        ("标志性产品", 50, 50, "个", "形成50个标志性产品"),
        ("典型应用场景", 30, 30, "个", "打造30个典型应用场景"),
        ("高新技术企业", 100, 100, "家", "孵化培育未来产业领域百家高新技术企业"),
        ("专精特新企业", 100, 100, "家", "百家专精特新企业"),
        ("特色鲜明的市级未来产业先导区", 8, 10, "个", "打造8—10个特色鲜明的市级未来产业先导区"),
    ],
)
def test_targets_to_2027(
    plan: Document, at: At, counted: str, low: int, high: int, unit: str, text: str
) -> None:
    (fact,) = of(plan, "target", object=counted)
    assert (fact.data["value"], fact.data["value_max"], fact.data["unit"], fact.text) == (
        low,
        high,
        unit,
        text,
    )
    assert fact.data["deadline"] == "到2027年"
    assert plan.text[slice(*fact.data["deadline_span"])] == "到2027年"
    assert fact.clause_id == at("一").id


def test_other_quantities_have_no_deadline(plan: Document) -> None:
    assert [(f.data["value"], f.data["object"]) for f in of(plan, "target", deadline=None)] == [
        (6, "高成长未来产业"),
        (3, "高潜力未来产业"),
    ]


def test_what_is_granted(plan: Document, at: At) -> None:
    found: dict[str, list[tuple[str, str]]] = {at(path).id: [] for path in GRANTS}
    for fact in of(plan, "measure", strength="grant"):
        found.setdefault(fact.clause_id, []).append((fact.data["beneficiary"], fact.data["support"]))
    assert found == {at(path).id: grants for path, grants in GRANTS.items()}


def test_the_plan_names_no_amounts(plan: Document) -> None:
    assert {fact.data["amount"] for fact in of(plan, "measure")} == {None}


def test_amounts_are_those_of_the_support_not_of_its_condition(example: Example) -> None:
    policy = example("示例若干措施")
    grants = {f.data["beneficiary"]: f.data["amount"] for f in of(policy, "measure", strength="grant")}
    said = {who: {k: v for k, v in amount.items() if v} for who, amount in grants.items()}
    assert said == {
        "年度研发投入超过500万元的企业": {
            "text": "按投入的10%给予补助，每家企业每年最高300万元", "cap": "最高300万元", "rate": "10%", "base": "投入",
            "unit": "元", "per": "每家企业每年",
        },
        "首次采购本区机器人产品的单位": {
            "text": "采购额5%、最高50万元", "cap": "最高50万元", "rate": "5%", "base": "采购额", "unit": "元",
        },
    }  # fmt: skip


def test_agencies_in_notes(example: Example) -> None:
    policy = example("示例若干措施")
    assert [
        (str(policy.by_id[f.data["owner"]].locator), f.data["role"], f.data["name"])
        for f in of(policy, "agency")
    ] == [
        ("一、（一）", "responsible", "区科技局"),
        ("二、（一）", "lead", "区经信局"),
        ("二、（一）", "support", "区科技局"),
        ("二、（一）", "support", "区教育局"),
    ]


def test_amounts_of_support_and_conditions_are_no_targets(example: Example) -> None:
    found = [(f.data["value"], f.data["unit"]) for f in of(example("示例若干措施"), "target")]
    assert found == [(20, "个")]
    assert of(example("示例创新促进条例"), "target") == []


@pytest.mark.parametrize(
    ("term", "meaning", "path"),
    [
        ("GNSS", "全球卫星导航系统", "二 （一） 1 （5）"),
        ("IMU", "惯性测量单元", "二 （一） 1 （5）"),
        ("AIE 材料", "聚集诱导发光材料", "二 （一） 3 （15）"),
        ("MOFs 材料", "金属有机框架材料", "二 （一） 3 （16）"),
        ("GPU", "图形处理器", "二 （一） 5 （20）"),
        ("FPGA", "现场可编程门阵列", "二 （一） 5 （20）"),
        ("SDSoW", "软件定义晶上系统", "二 （一） 5 （20）"),
        ("eVTOL", "电动垂直起降航空器", "二 （一） 6 （25）"),
        ("区县", "各区县(自治县)和两江新区、西部科学城重庆高新区、万盛经开区", "二 （一） 1 第一款"),
    ],
)
def test_glosses(plan: Document, at: At, term: str, meaning: str, path: str) -> None:
    (fact,) = of(plan, "gloss", term=term)
    assert (fact.data["meaning"], fact.clause_id) == (meaning, at(path).id)


def test_a_definition_in_a_statute(example: Example) -> None:
    (fact,) = of(example("示例创新促进条例"), "gloss")
    assert (fact.data["term"], fact.data["meaning"]) == ("科技型企业", "以研究开发为主要业务的企业")

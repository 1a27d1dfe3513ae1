"""The plan as a tree, and the shapes that other documents have."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from index.clauses import Clause, Document, parse
from index.library import PLAN
from index.read.reading import ReadingWriter, RowCell

At = Callable[[str], Clause]
Example = Callable[[str], Document]

PARTS = {"一": "总体要求", "二": "发展重点", "三": "工作举措", "四": "保障措施"}
INDUSTRIES = {
    "（一）": ["空天信息", "生物制造", "前沿新材料", "氢能核能及新型储能", "人工智能", "低空经济"],
    "（二）": ["脑机接口及脑科学", "光子与量子技术", "沉浸技术"],
}
DIRECTIONS = {
    "（一） 1": ["新型卫星", "快速响应火箭", "通导遥一体化", "天地一体通信系统", "北斗应用"],
    "（一） 2": [
        "合成生物",
        "生物食品",
        "生物医药",
        "生物能源",
        "生物材料、仿生材料和生物基材料",
        "细胞和基因技术",
    ],
    "（一） 3": ["超材料", "智能材料", "新型能源材料", "新一代电子信息材料", "微结构材料"],
    "（一） 4": ["氢能", "核能", "新型储能"],
    "（一） 5": ["智算芯片", "新一代 AI 模型", "具身智能机器人", "新型算力"],
    "（一） 6": ["通用航空", "先进飞行装备", "低空保障"],
    "（二） 1": ["类脑芯片", "类脑计算机", "神经接口", "人力增强技术"],
    "（二） 2": ["光子技术", "量子技术"],
    "（二） 3": ["下一代显示", "感知交互", "数字内容", "第三代互联网", "可穿戴设备", "6G"],
}
ACTIONS = [
    "实施前沿技术创新策源行动",
    "实施科技创新成果转化行动",
    "实施优质企业主体培育行动",
    "实施未来产业先导区建设行动",
    "实施应用场景牵引行动",
    "实施高端创新人才汇聚行动",
]
SAFEGUARDS = ["强化统筹协调", "推进科学治理", "建立投入增长机制", "加强监测评估"]


def headings(document: Document, clause: Clause) -> list[str]:
    return [c.heading for c in document.children(clause) if c.kind == "clause"]


def test_notice_and_plan_are_two_parts(plan: Document) -> None:
    notice, carried = plan.parts
    assert carried.title == "重庆市未来产业培育行动计划（2024—2027年）"
    assert notice.title == f"重庆市人民政府办公厅关于印发《{carried.title}》的通知"
    assert plan.text[notice.start : notice.end].rstrip().endswith("（此件公开发布）")
    assert [(c.kind, c.part) for c in plan.clauses[:3]] == [("front", 0), ("back", 0), ("front", 1)]
    assert all(c.part == 1 for c in plan.clauses[2:])


def test_four_parts(plan: Document, at: At) -> None:
    tops = {c.path[0]: c.heading for c in plan.clauses if len(c.path) == 1}
    assert tops == PARTS
    assert headings(plan, at("二")) == ["高成长未来产业", "高潜力未来产业"]


def test_nine_industries(plan: Document, at: At) -> None:
    assert {label: headings(plan, at(f"二 {label}")) for label in INDUSTRIES} == INDUSTRIES


def test_38_directions_are_numbered_through(plan: Document, at: At) -> None:
    found = {path: headings(plan, at(f"二 {path}")) for path in DIRECTIONS}
    assert found == DIRECTIONS
    labels = [c.path[3] for c in plan.clauses if len(c.path) == 4 and c.kind == "clause"]
    assert labels == [f"（{n}）" for n in range(1, 39)]


def test_six_actions_and_four_safeguards(plan: Document, at: At) -> None:
    assert headings(plan, at("三")) == ACTIONS
    assert headings(plan, at("四")) == SAFEGUARDS
    assert [c.path[1] for c in plan.children(at("三"))] == [
        "（一）",
        "（二）",
        "（三）",
        "（四）",
        "（五）",
        "（六）",
    ]


@pytest.mark.parametrize("path", [f"二 {path}" for path in DIRECTIONS])
def test_the_agency_line_is_the_first_paragraph_of_its_industry(plan: Document, at: At, path: str) -> None:
    industry = at(path)
    line = plan.children(industry)[-1]
    assert (line.path, line.kind, line.parent) == ((*industry.path, "第一款"), "paragraph", industry.id)
    assert line.text[1:].startswith("牵头单位：")
    assert str(line.locator) == str(industry.locator)


def test_no_other_paragraph_is_lifted(plan: Document) -> None:
    assert sum(c.kind == "paragraph" for c in plan.clauses) == 9


def test_what_has_no_number_belongs_to_the_heading_above(at: At) -> None:
    assert [p[:7] for p in at("一").text.split("\n")] == ["一、总体要求", "坚持以习近平新", "到2027年，"]
    assert "跟踪全球前沿科技发展趋势" in at("二").text
    assert at("三").text == "三、工作举措"


def test_own_text_runs_from_the_label_to_the_next_entry(plan: Document, at: At) -> None:
    clause = at("二 （一） 6 （25）")
    assert clause.text.startswith("（25）先进飞行装备。瞄准无人化、智能化方向")
    assert clause.text.endswith("航空发动机等关键零部件产品。")
    assert plan.text[clause.body :].startswith("瞄准")
    assert at("二 （一） 1 （2）").text.startswith("(2) 快速响应火箭。")


def test_parents_and_children_agree(plan: Document) -> None:
    for clause in plan.clauses:
        assert all(child.parent == clause.id for child in plan.children(clause))
        assert clause.path[:-1] == (plan.ancestors(clause)[-1].path if clause.parent else ())


@pytest.mark.parametrize("name", ["示例创新促进条例", "示例若干措施", "重复标号"])
def test_ids_are_unique_and_fit_for_addresses(example: Example, plan: Document, name: str) -> None:
    for document in (plan, example(name)):
        ids = [c.id for c in document.clauses]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"[a-zA-Z0-9.~_-]+", i) for i in ids)


def test_ids_stay_when_the_text_is_read_again(plan: Document, plan_text: str) -> None:
    assert [c.id for c in parse(plan_text, PLAN).clauses] == [c.id for c in plan.clauses]


def test_ids_stay_when_another_clause_changes(plan: Document, plan_text: str) -> None:
    changed = plan_text.replace("（25）先进飞行装备。瞄准", "（25）先进飞行装备。经过修改，瞄准").replace(
        "6G。开展", "6G。深入开展"
    )
    again = parse(changed, PLAN)
    assert [c.id for c in again.clauses] == [c.id for c in plan.clauses]
    assert [c.text for c in again.clauses] != [c.text for c in plan.clauses]


def test_a_document_survives_its_stored_form(plan: Document) -> None:
    assert Document.from_json(plan.to_json()) == plan


def test_statute(example: Example) -> None:
    statute = example("示例创新促进条例")
    assert [str(c.locator) for c in statute.clauses] == [
        "文首",
        "第一章",
        "第一条",
        "第二条",
        "第三条",
        "第二章",
        "第四条",
        "第四条第（一）项",
        "第四条第（二）项",
        "第四条第（二）项第1目",
        "第四条第（二）项第2目",
        "第四条第（三）项",
        "第四条第二款",
        "第五条",
        "第五条之一",
        "第三章",
        "第六条",
    ]
    assert "第三章　附则" in statute.clauses[0].text, "the contents list is front matter"
    assert statute.clauses[2].path == ("第一章", "第一条")
    assert "第二条所称研究开发" in statute.clauses[3].text


def test_policy(example: Example) -> None:
    policy = example("示例若干措施")
    shape = [(str(c.locator), c.kind, c.heading) for c in policy.clauses[1:-1]]
    assert shape == [
        ("一、", "clause", "支持研发"),
        ("一、（一）", "clause", "研发补助"),
        ("一、（二）", "clause", "平台建设"),
        ("一、（二）1.", "clause", ""),
        ("一、（二）2.", "clause", ""),
        ("一、（二）", "paragraph", ""),
        ("二、", "clause", "支持应用"),
        ("二、（一）", "clause", "场景开放"),
        ("二、（二）", "clause", "首购首用"),
        ("三、", "clause", "附则"),
    ]
    assert policy.clauses[6].path == ("一", "（二）", "第二款")
    assert policy.clauses[-1].text == "示例区人民政府\n2024年5月20日"


def test_repeated_labels_get_ids_of_their_own(example: Example) -> None:
    document = example("重复标号")
    first, second = (c for c in document.clauses if c.path == ("一",))
    assert (first.heading, second.heading) == ("办理条件", "办理材料")
    assert second.id == f"{first.id}~2"
    assert [c.text for c in document.children(second)][:2] == ["1. 营业执照。", "2. 申请表。"]


def test_an_amount_at_the_start_of_a_line_is_no_item(example: Example) -> None:
    document = example("重复标号")
    assert [c.path for c in document.clauses if c.text.startswith("2.5")] == [("一", "第一款")]


@pytest.mark.parametrize("text", ["", " \n\n ", "没有任何编号的一段话。\n另一段。"])
def test_a_text_without_labels_is_front_matter(text: str) -> None:
    assert [c.kind for c in parse(text, "说明.txt").clauses] == (["front"] if text.strip() else [])


_SECTIONS = ["某某若干措施", "一、甲", "（一）乙。", "二、丙", "（二）丁，具体按规定执行。"]


@pytest.mark.parametrize(
    ("last", "locator"),
    [
        ("上述政策适用于所有文化企业，执行期限为2019年1月1日至2023年12月31日。", "文末"),
        ("以上措施自印发之日起施行。", "文末"),
        ("各地区、各部门要切实加强组织领导，明确责任分工。", "文末"),
        ("未纳入试点范围的其他省（区、市）可参照本方案推进。", "文末"),
        ("让我们更加紧密团结起来，为建设农业强国而奋斗。", "文末"),
        ("对符合条件的企业，给予奖励。", "二、（二）"),
    ],
)
def test_what_speaks_of_the_whole_document_is_not_the_last_item(last: str, locator: str) -> None:
    lines = [*_SECTIONS, "（三）戊，具体按规定执行。", last] if locator == "文末" else [*_SECTIONS, last]
    document = parse("\n".join(lines), "某某若干措施.txt")
    owner = next(c for c in document.clauses if last in c.text)
    assert str(owner.locator) == locator


def test_a_closing_paragraph_behind_a_table_is_found() -> None:
    reading = ReadingWriter()
    reading.paragraph("某某补充规定")
    reading.paragraph("根据规定，作如下补充：")
    for row in (
        ("条文", "罪名"),
        ("第一百三十三条", "妨害安全驾驶罪"),
        ("第一百三十四条", "强令违章冒险作业罪"),
    ):
        reading.row([RowCell(text, n) for n, text in enumerate(row)], 1)
    reading.paragraph("本规定自2021年3月1日起施行。")
    document = parse(reading.reading(), "某某补充规定.docx")
    assert str(document.clauses[-1].locator) == "文末"


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (["编号", "国家计量技术法规项目", "计划任务书", "项目名称", "归口单位"], "国家计量技术法规项目计划任务书"),
        (["修改国家计量技术法规", "申  报  表", "名称："], "修改国家计量技术法规申  报  表"),
        (["（规范性附录）", "专利费用金额及科目代码", "甲。"], "专利费用金额及科目代码"),
        (["易制毒化学品的分类和品种目录", "第一类"], "易制毒化学品的分类和品种目录"),
        (["附件1.docx", "附件2.docx"], ""),
        (
            ["内燃机、拖拉机、联合收割机、插秧机整机的三包", "有效期以及主要部件的名称"],
            "内燃机、拖拉机、联合收割机、插秧机整机的三包有效期以及主要部件的名称",
        ),
    ],
)  # fmt: skip
def test_the_title_of_an_attachment(lines: list[str], heading: str) -> None:
    document = parse("\n".join(["某某办法", "第一条 甲。", "附件1", *lines]), "某某办法.txt")
    assert next(c for c in document.clauses if c.path[-1:] == ("附件1",)).heading == heading


def test_a_table_behind_the_last_article_is_none_of_that_articles() -> None:
    reading = ReadingWriter()
    for line in ("某某法", "第一条 甲。", "第二条 本法自公布之日起施行。", "税率表"):
        reading.paragraph(line)
    for row in (("级数", "税率（%）"), ("不超过36000元的", "3"), ("超过36000元的", "10")):
        reading.row([RowCell(text, n) for n, text in enumerate(row)], 1)
    document = parse(reading.reading(), "某某法.docx")
    assert [str(c.locator) for c in document.clauses if c.kind == "table"] == ["表1"]


def test_a_first_sentence_with_a_comma_is_a_heading_only_where_the_list_has_headings() -> None:
    sentences = [
        "一、甲",
        "（一）大学生创业的,给予补贴。标准为2000元。",
        "（二）支持园区。",
        "（三）每户5000元。",
    ]
    titles = ["二、乙", "（一）加大补贴,支持创业。标准为2000元。", "（二）建设园区。对园区给予奖励。"]
    document = parse("\n".join(["某某措施", *sentences, *titles]), "某某措施.txt")
    headings = {str(c.locator): c.heading for c in document.clauses}
    assert headings["一、（一）"] == ""
    assert headings["二、（一）"] == "加大补贴,支持创业"


def test_a_standard_with_spaces_in_its_numbers_and_text_behind_its_headings() -> None:
    lines = [
        "某某规范", "1　范围　　本规范规定了日期的标示方法。", "2　术语和定义", "2. 1　公历", "普遍采用的一种日历。",
        "2. 2　日历年", "历法中的循环时间周期。", "3　印刷、显示及编码　　印刷时采用CCYY.MM.DD的格式。",
        "3. 5万元以上的合同另附说明。", "4　标准的参照　　参照以下标准：", "GB/T 7408-94",
    ]  # fmt: skip
    document = parse("\n".join(lines), "某某规范.txt")
    assert [(str(c.locator), c.heading) for c in document.clauses if c.path] == [
        ("1.", "范围"), ("2.", "术语和定义"), ("2.1", "公历"), ("2.2", "日历年"), ("3.", "印刷、显示及编码"),
        ("4.", "标准的参照"),
    ]  # fmt: skip

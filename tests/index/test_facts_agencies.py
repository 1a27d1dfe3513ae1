"""Who leads, who is responsible, who co-operates, in every form in which documents write it."""

from __future__ import annotations

import pytest

from index.clauses import parse
from index.read.reading import ReadingWriter, RowCell
from tests.index.facts_of import facts_of

ROLES = {"lead": "牵头", "responsible": "责任", "division": "分工", "support": "配合", "implement": "落实"}


def said(text: str) -> str:
    """「牵头 甲 乙；配合 丙」, in the order of the text."""
    groups: list[tuple[str, list[str]]] = []
    for fact in facts_of(text, "agency"):
        role = ROLES[fact.data["role"]]
        if not groups or groups[-1][0] != role:
            groups.append((role, []))
        groups[-1][1].append(fact.data["name"])
    return "；".join(f"{role} {' '.join(names)}" for role, names in groups)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进建设。（责任单位：市发改委、市财政局）", "责任 市发改委 市财政局"),
        ("推进建设。(责任单位:市工信局、市人社局,各区人民政府)", "责任 市工信局 市人社局 各区人民政府"),
        ("推进建设。〔责任单位：区住建局、区自然资源分局〕", "责任 区住建局 区自然资源分局"),
        ("推进建设。[牵头单位：市商务局；配合单位：市文旅局]", "牵头 市商务局；配合 市文旅局"),
        ("推进建设。【责任单位】市发改委、市财政局", "责任 市发改委 市财政局"),
        ("推进建设。\n牵头单位：市住房保障局\n责任单位：市金融局、郑州银行", "牵头 市住房保障局；责任 市金融局 郑州银行"),
        ("推进建设。\n责任单位：市发改委、\n市财政局、\n市科技局", "责任 市发改委 市财政局 市科技局"),
        ("推进建设。（市经信局牵头，市财政局、各县区人民政府配合）", "牵头 市经信局；配合 市财政局 各县区人民政府"),
        ("推进建设。(省委金融办,省财政厅牵头负责)", "牵头 省委金融办 省财政厅"),
        ("推进建设。（海关总署、财政部负责）深化改革。（商务部负责）", "责任 海关总署 财政部 商务部"),
        ("推进建设。（市发改委（牵头）、市财政局负责）", "牵头 市发改委；责任 市财政局"),
        (
            "推进建设。（国家发展改革委、财政部，各地区按职责分工负责）",
            "分工 国家发展改革委 财政部 各地区",
        ),
        ("推进建设。（各市（州）人民政府、省级有关部门按职责分工负责）", "分工 各市（州）人民政府 省级有关部门"),
        ("推进建设。（农业农村部、商务部等和各省级人民政府负责）", "责任 农业农村部 商务部 各省级人民政府"),
        ("推进建设。（省科技厅、商务厅等部门按职责分工负责）", "分工 省科技厅 商务厅"),
        ("推进建设。（国家发展改革委会同有关部门负责）", "责任 国家发展改革委"),
        (
            "推进建设。（责任单位：各区县（自治县）人民政府、市住建局〈市人防办〉）",
            "责任 各区县（自治县）人民政府 市住建局〈市人防办〉",
        ),
        ("推进建设。（责任单位：市文化和旅游局和市财政局）", "责任 市文化和旅游局 市财政局"),
        ("推进建设。（责任单位：市银保监局 咨询电话：12363）", "责任 市银保监局"),
        ("推进建设。（责任单位：市税务局，以下措施均需各区政府落实，不再列出）", "责任 市税务局；落实 各区政府"),
        ("本办法由市科技局会同市财政局负责解释。", "责任 市科技局；配合 市财政局"),
        ("推进建设。（市科技局、市财政局）", "责任 市科技局 市财政局"),
        ("市发展改革、财政、科技等部门按照各自职责，做好服务。", "分工 市发展改革部门 财政部门 科技部门"),
        ("镇人民政府、街道办事处配合做好宣传工作。", "配合 镇人民政府 街道办事处"),
        ("本细则由市公安局负责解释。", "责任 市公安局"),
        ("市人社局负责统筹就业见习工作；市财政局负责资金保障。", "责任 市人社局 市财政局"),
        ("市、区民政部门负责老年人助餐配餐服务的统筹规划。", "责任 市、区民政部门"),
        ("县级以上人民政府科技主管部门负责本行政区域内的科技成果转化工作。", "责任 县级以上人民政府科技主管部门"),
        ("建立由农业农村部、工业和信息化部牵头的协调推进机制。", "牵头 农业农村部 工业和信息化部"),
        ("市民政部门是本市养老服务工作的主管部门，负责监督管理。", "责任 市民政部门"),
    ],
)  # fmt: skip
def test_forms(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "各部门要积极配合，共同做好工作，落实各项任务。",
        "县级以上人民政府应当加强对科技工作的领导。",
        "申请人对材料的真实性、完整性负责。",
        "房地产开发企业负责建设配套设施。",
        "成员由教育部、民政部等部门负责同志组成。",
        "鼓励区县政府牵头组建产业基金。",
        "四、申请受理责任部门及程序",
        "加强协同配合（详见附件，逐项抓好落实）。",
        "各单位主要负责人要亲自抓。",
    ],
)
def test_no_agency_is_invented(text: str) -> None:
    assert said(text) == ""


def test_a_list_says_whether_it_is_complete() -> None:
    closed = facts_of("推进建设。（市财政局、市科技局负责）", "agency")
    open_ = facts_of("推进建设。（市财政局、市科技局等部门负责）", "agency")
    assert [{f.data["etc"] for f in facts} for facts in (closed, open_)] == [{False}, {True}]


def test_a_sentence_says_with_what_and_binds_nothing_below() -> None:
    (fact,) = facts_of("本办法由市科技局负责解释。", "agency")
    assert (fact.data["task"], fact.data["owner"]) == ("解释", None)


@pytest.mark.parametrize(
    ("text", "name", "task"),
    [
        ("学历证书的核查由教育部门负责。", "教育部门", "学历证书的核查"),
        ("卫生部门：负责献血证书的核查。", "卫生部门", "献血证书的核查"),
        ("行政服务中心：负责系统的开发、管理和日常维护。", "行政服务中心", "系统的开发、管理和日常维护"),
    ],
)
def test_a_task_in_front_of_by_whom_and_behind_a_colon(text: str, name: str, task: str) -> None:
    (fact,) = facts_of(text, "agency")
    assert (fact.data["name"], fact.data["task"], fact.data["owner"]) == (name, task, None)


def test_columns_of_a_table() -> None:
    """A cell that is merged downwards is written in one row and speaks of the next as well."""
    writer = ReadingWriter()
    writer.paragraph("示例市行动计划")
    writer.paragraph("一、任务分工")
    heads = ("重点任务", "牵头单位", "责任单位")
    writer.row([RowCell(text, column) for column, text in enumerate(heads)], 1, head=True)
    first = ("建设平台", "市科技局", "市财政局、市教育局")
    placed = writer.row([RowCell(text, column) for column, text in enumerate(first)], 1)
    writer.row([RowCell("引进人才", 0), RowCell("市人社局", 1), RowCell("", 2, above=placed[2])], 1)
    document = parse(writer.reading(), "计划.docx")
    one, two = (clause.id for clause in document.clauses if clause.kind == "row")
    assert [(f.data["owner"], f.data["role"], f.data["name"], f.clause_id) for f in document.facts] == [
        (one, "lead", "市科技局", one),
        (one, "responsible", "市财政局", one),
        (one, "responsible", "市教育局", one),
        (two, "lead", "市人社局", two),
        (two, "responsible", "市财政局", one),
        (two, "responsible", "市教育局", one),
    ]

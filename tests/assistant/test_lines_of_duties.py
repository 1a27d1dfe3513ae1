"""Who is charged with what on lines that name one body each, in parts of a sentence, behind a lead-in and in front of 由."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

POINTS = """北江市积分入户工作意见
一、部门职责
各项工作由迁入地所在区相关部门负责。
行政服务中心：负责积分制入户管理系统的开发和日常维护。
教育部门：负责学历证书的核查。区属普通高中毕业证验证由各区教育局负责。
卫生部门：负责子女出生证、献血证书的核查。
科技部门：负责专利证书的核查。
二、联合办理
市审批办负责根据工作实际在行政服务中心设立积分受理点；开发积分联办系统，实现积分数据一门录入、自动生成。
市民政局负责申请人婚姻登记信息的审核。
市房管局负责申请人住房情况的审核。
三、惩处
违反本意见，有下列行为之一的，由卫生健康主管部门责令限期改正，并按照下列规定处罚：
（一）安排未取得体检合格证的人员直接管水的，处五千元以上二万元以下罚款；
（二）擅自停止供水的，处一万元罚款。
"""
DIGITAL = """岭西省数字经济工作要点
11. 发展半导体与集成电路产业
加快重大项目建设和产能爬坡，大力发展材料及装备产业，谋划建设光芯片产业创新平台，推动集成电路企业做大做强。
责任单位：省发展改革委牵头，省工业和信息化厅、省科技厅按职责分工负责
12. 发展数字金融
推动银行保险机构提升重点领域的数字金融服务能力。
责任单位：省委金融办
"""
HARMONY = """南江省综合治理责任制办法
第一条 党政主要负责同志是社会治安综合治理的第一责任人，负主要领导责任。
第二条 省财政设立平安建设专项奖励经费。
第三条 公办幼儿园的保育费标准，由价格主管部门会同财政、教育部门制定。
第四条 下一级综治委应当向上一级综治委报告年度工作。
第五条 补助资金除省财政负担的部分外，其余由市财政负担50%，区财政负担50%。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"积分.txt": POINTS, "数字.txt": DIGITAL, "综治.txt": HARMONY}
    return library_of(tmp_path_factory.mktemp("duties"), texts)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("北江积分入户里献血证书找哪个部门核查？", "卫生部门"),
        ("北江积分入户，专利证书归谁核", "科技部门"),
        ("北江那个积分制入户管理系统是谁负责开发和日常维护的？", "行政服务中心"),
        ("北江区属高中毕业证谁来验证", "各区教育局"),
        ("北江积分联办系统谁来开发？", "市审批办"),
        ("北江积分里头，婚姻登记信息哪个局审，住房情况又是哪家审", "市房管局"),
        ("北江没拿到体检合格证的人直接管水，归谁罚、罚多少？", "卫生健康主管部门"),
        ("综治工作的第一责任人是谁？", "党政主要负责同志"),
        ("平安建设的专项奖励经费是哪一级财政设立的？", "省财政"),
        ("公办园的保育费标准由谁来定", "价格主管部门"),
    ],
)
def test_who(rules: Assistant, question: str, words: str) -> None:
    answer = rules.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer


def test_a_role_behind_the_names_is_quoted_with_them_and_the_list_ends_with_its_line(
    rules: Assistant,
) -> None:
    answer = rules.ask("岭西发展半导体与集成电路产业由谁牵头")
    assert answer.outcome == "answered"
    assert any(c.quote.endswith("省发展改革委牵头") for c in answer.citations)
    assert "数字金融" not in " ".join(c.quote for c in answer.citations)


def test_a_share_that_others_bear_is_none_of_who_is_asked_about(rules: Assistant) -> None:
    assert rules.ask("补助资金里省财政承担百分之多少？").outcome != "answered"
    assert "50%" in rules.ask("补助资金里区财政负担百分之多少？").answer

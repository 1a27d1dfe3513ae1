"""Questions of those who have the text before them: a sentence with the figure or the agency asked for, a heading, a claim."""

from __future__ import annotations

import pytest

from assistant.answer.compose.verbatim import share_in_runs
from assistant.question.told import without_some
from assistant.service import Assistant
from tests.assistant.conftest import library_of

PARKS = """东岛市公园和广场管理条例
第一条 公园和广场免费开放。因故不能开放的，应当提前三日通过媒体和网络向社会公示。
第二条 在公园内举办活动的，举办方应当提前十日提出申请。
第三条 施划停车泊位的方案应当在相关区域内公示征求公众意见，公示时间不得少于十五日。
第四条 公园年票的优惠标准由市城市管理部门另行制定。
第五条 公园内的商业摊位不得超过二十家，每家面积不超过12平方米，租期为3年。
第六条 管理单位接到游客被困的报警后，应当在三十分钟内到达现场。
第七条 公园内可以搭建临时帐篷。帐篷不得过夜使用，不得占用绿地。
"""
HOUSING = """西港区区筹公共租赁住房管理办法
第一条（申请条件）
申请人应当符合以下条件：
（一）具有本区常住户口；
（二）在本市人均住房建筑面积低于15平方米。
第二条（供应标准）
本区区筹公共租赁住房按以下标准供应：
（一）单身人士可承租一居室；
（二）家庭可承租二居室。
第三条（退出管理）
租赁期内，承租人不再符合申请条件的，应当提交书面退租申请，腾退公共租赁住房。
"""
WORKS = """南桥镇小型建设工程管理实施意见
一、职责分工
1.镇规建办负责工程的备案和巡查。
2.镇财政所负责资金来源的监管。
3.镇采购办负责施工承发包工作。
二、缓缴配套费
（一）适用范围：镇区范围内95%以上为住宅的项目。
（二）办理流程
1.企业向窗口提交缓缴配套费申请书，规划科在0.5个工作日内审核。
2.窗口在0.5个工作日内出具缓缴配套费意见书。
（三）办理时限：1.5个工作日。
三、名词解释
个贷率：个贷率=贷款余额/归集余额。
四、实施区域
南桥镇，云山公寓等限价商品房不享受购房补贴政策。
五、购房补贴
对购买新建商品房的，给予200元/平方米的购房补贴。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"公园.txt": PARKS, "公租房.txt": HOUSING, "工程.txt": WORKS}
    return library_of(tmp_path_factory.mktemp("taken"), texts)


@pytest.mark.parametrize(
    ("question", "locator", "said"),
    [
        ("公园和广场因故不能开放的，应当提前几日向社会公示？", "第一条", "提前三日"),
        ("停车泊位的方案公示征求公众意见，公示时间不得少于多少日？", "第三条", "不得少于十五日"),
        ("公园年票的优惠标准由哪个部门制定？", "第四条", "由市城市管理部门另行制定"),
        ("《东岛市公园和广场管理条例》里，公园内的商业摊位租期为多少年？", "第五条", "租期为3年"),
        ("公园里游客被困报了警，最迟多长时间要到现场？", "第六条", "三十分钟内"),
        ("缓缴配套费的办理时限是多久", "二、（三）", "1.5个工作日"),
        ("“个贷率”是如何定义的？", "三、", "贷款余额/归集余额"),
        ("哪些限价商品房不享受购房补贴政策？", "四、", "云山公寓"),
    ],
)
def test_the_sentence_that_the_question_is_taken_from(
    assistant: Assistant, question: str, locator: str, said: str
) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer
    assert locator in str(answer.citations[0].locator)


@pytest.mark.parametrize(
    ("claim", "opening"),
    [
        ("公园内的商业摊位不得超过二十家，每家面积不超过12平方米，租期为3年，对吗？", "是的"),
        ("公园内的商业摊位不得超过二十家，每家面积不超过15平方米，租期为3年，对吗？", "不是"),
        ("公园内的商业摊位不得超过二十家，每家面积不超过12平方米，租期为5年，没错吧？", "不是"),
    ],
)
def test_of_several_figures_claimed_each_must_be_so(assistant: Assistant, claim: str, opening: str) -> None:
    answer = assistant.ask(claim)
    assert opening in answer.answer.split("：")[0] + answer.answer.split("：")[1]
    assert "不超过12平方米，租期为3年" in answer.answer


def test_a_heading_in_brackets_is_the_clauses_heading(assistant: Assistant) -> None:
    answer = assistant.ask("公租房的申请条件是什么")
    assert answer.outcome == "answered"
    assert "低于15平方米" in answer.answer
    assert "退租" not in answer.answer
    assert "（申请条件）" not in answer.answer


def test_a_section_asked_for_by_its_heading_is_shown(assistant: Assistant) -> None:
    answer = assistant.ask("南桥镇小型建设工程管理的职责分工是什么")
    assert answer.outcome == "answered"
    assert all(who in answer.answer for who in ("镇规建办", "镇财政所", "镇采购办"))


def test_what_a_clause_forbids_stands_beside_what_it_allows(assistant: Assistant) -> None:
    answer = assistant.ask("公园里可以搭帐篷吗？")
    assert "可以搭建临时帐篷" in answer.answer
    assert "不得过夜使用" in answer.answer


def test_a_quoted_term_that_no_document_has_is_said_to_be_unknown(assistant: Assistant) -> None:
    answer = assistant.ask("“可靠容量”到底是什么意思？")
    assert answer.outcome == "refused"
    assert "可靠容量" in answer.answer


def test_a_law_applied_that_is_not_here_is_refused_by_name(assistant: Assistant) -> None:
    answer = assistant.ask("公司把我裁了，按劳动合同法能赔几个月工资？")
    assert answer.outcome == "refused"
    assert "劳动合同法" in answer.answer


def test_share_in_runs_counts_what_stands_in_a_row() -> None:
    assert share_in_runs(["公示时间不得少于"], "公示时间不得少于十五日") == 1.0
    assert share_in_runs(["公示时间不得少于"], "时间不同，公示过少") == 0.0


def test_how_many_is_not_asked_by_some() -> None:
    assert "几" not in without_some("劝了好几回都不听，会罚他多少钱")
    assert "几" in without_some("要交几份材料，几天办完")


def test_a_look_up_says_the_label_once(assistant: Assistant) -> None:
    answer = assistant.ask("《东岛市公园和广场管理条例》第五条讲什么？")
    assert "第五条：公园内的商业摊位" in answer.answer
    assert answer.citations[0].quote.startswith("第五条")

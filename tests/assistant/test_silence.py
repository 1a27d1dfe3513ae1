"""Answered, left open or outside: decided from what the document says, in a library of real and made documents."""

from __future__ import annotations

import pytest

from assistant.answer.model import Answer
from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from index.library import PLAN

FUND = "重庆市住房公积金若干措施.txt"
GRAVES = "示例省公墓管理办法.txt"
TREES = "示例省树木保护办法.txt"
DOCUMENTS = {
    FUND: """重庆市住房公积金若干措施
一、支持异地缴存职工。四川住房公积金缴存职工在我市申请住房公积金贷款享受同城待遇。
二、提高贷款额度。一人缴存住房公积金的，最高可贷50万元；两人及以上缴存的，最高可贷80万元。
三、本措施自2025年1月1日起施行。
""",
    GRAVES: """示例省公墓管理办法
第一章 总则
第一条 公墓的使用面积，不得低于民政部门规定的最低标准。
第二条 埋葬骨灰的墓穴占地面积，由省、自治区、直辖市人民政府按照节约土地的原则规定。
第三条 墓穴的使用期限最长为20年。
第二章 管理
第四条 公墓管理员应当具有大专以上学历。
第五条 公墓每日上午8时开放，下午5时停止祭扫。
第六条 申请建设墓穴的，应当提交书面申请、身份证复印件。
第七条 一次性组织不少于300人、600人祭扫团队的，分别给予1万元、3万元奖补。
第三章 法律责任
第八条 非法转让墓穴的，由民政部门依照《中华人民共和国土地管理法》的规定予以处罚。
第十条 每家最多可以购买2个墓穴。
第十一条 本办法施行后三年内完成墓穴改造5.6万个。
第十二条 对石制墓穴每座补助800元。
第十三条 在公墓内焚烧纸钱的，处200元以上500元以下罚款。
""",
    TREES: """示例省树木保护办法
第一条 有下列行为之一的，由林业部门责令停止侵害，负责补种：
（一）攀折树枝；
（二）擅自砍伐树木。
第二条 树木倒伏影响交通的，养护单位应当及时清理。
第三条 本办法自2025年1月1日起施行。
""",
}


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    opened = open_assistant(Settings(home=tmp_path_factory.mktemp("silent") / "home", today="2026-03-01"))
    folder = tmp_path_factory.mktemp("files")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    opened.add_paths([folder])
    return opened


def ask(assistant: Assistant, question: str, document: str) -> Answer:
    return assistant.ask(question, documents=(document,))


def test_a_place_that_the_chosen_document_names_is_not_outside_it(silent: Assistant) -> None:
    answer = ask(silent, "四川交的公积金可以在重庆贷款吗", FUND)
    assert (answer.outcome, answer.citations[0].locator) == ("answered", "一、")
    assert ask(silent, "深圳交的公积金可以在重庆贷款吗", FUND).outcome == "refused"


LEFT_OPEN = [
    # left to another body, to a standard, to another law
    ("一个墓穴最多占几平方米", GRAVES, "没有规定具体面积", "由省、自治区、直辖市人民政府"),
    ("非法转让墓穴罚多少钱", GRAVES, "没有规定罚款", "依照《中华人民共和国土地管理法》"),
    ("公墓的面积最小要多大", GRAVES, "没有规定具体面积", "不得低于民政部门规定的最低标准"),
    # the kind of detail is nowhere in what is said of the matter
    ("墓穴在哪个网站预订", GRAVES, "没有规定办理的网站或平台", ""),
    ("墓穴一个多少钱", GRAVES, "没有规定具体金额", ""),
]


@pytest.mark.parametrize(("question", "document", "missing", "settled"), LEFT_OPEN)
def test_what_is_left_open_is_said_with_who_settles_it(
    silent: Assistant, question: str, document: str, missing: str, settled: str
) -> None:
    answer = ask(silent, question, document)
    assert answer.outcome == "unspecified"
    assert missing in answer.answer.replace("没有规定所问的", "没有规定")
    assert settled in answer.answer


ANSWERED = [
    ("公积金最高能贷多少", FUND, "最高可贷"),
    ("墓穴最长能用几年", GRAVES, "20年"),
    ("管理员要什么学历", GRAVES, "大专以上学历"),
    ("公墓几点关门", GRAVES, "下午5时"),
    ("带多少人去能奖3万元", GRAVES, "600人"),
    ("申请建设墓穴要交哪些材料", GRAVES, "身份证复印件"),
]


@pytest.mark.parametrize(("question", "document", "says"), ANSWERED)
def test_what_the_document_says_in_that_kind_is_not_denied(
    silent: Assistant, question: str, document: str, says: str
) -> None:
    answer = ask(silent, question, document)
    assert answer.outcome == "answered"
    assert says in answer.answer


def test_of_an_item_that_says_too_little_the_lead_in_is_quoted_too(silent: Assistant) -> None:
    answer = ask(silent, "擅自砍伐树木要交多少钱", TREES)
    assert (answer.outcome, [c.locator for c in answer.citations]) == (
        "unspecified",
        ["第一条", "第一条第（二）项"],
    )
    assert "责令停止侵害" in answer.answer
    assert "没有规定具体金额" in answer.answer


def test_a_place_that_is_only_mentioned_has_no_document_here(silent: Assistant) -> None:
    answer = silent.ask("四川的公积金政策是什么")
    assert answer.outcome == "refused"
    assert "库中没有四川的文件" in answer.answer


COUNTS = [("墓穴每家最多给几个", "2个"), ("改造墓穴要完成多少万个", "5.6万个"), ("石墓一座补多少", "800元")]


@pytest.mark.parametrize(("question", "says"), COUNTS)
def test_a_figure_of_the_kind_asked_is_never_denied(silent: Assistant, question: str, says: str) -> None:
    answer = ask(silent, question, GRAVES)
    assert answer.outcome == "answered"
    assert says in answer.answer


def test_what_comes_of_something_is_answered_with_what_is_said_of_it(silent: Assistant) -> None:
    answer = ask(silent, "树木倒伏影响交通的怎么处理", TREES)
    assert answer.outcome == "answered"
    assert "及时清理" in answer.answer
    assert "没有规定" not in answer.answer


@pytest.mark.parametrize(
    ("question", "outcome"), [("公墓祭扫一次收费多少", "unspecified"), ("石墓一座补多少", "answered")]
)
def test_a_grant_or_a_fine_is_no_price(silent: Assistant, question: str, outcome: str) -> None:
    assert ask(silent, question, GRAVES).outcome == outcome


def test_whether_there_is_a_grant_is_not_answered_with_what_is_to_be_developed(silent: Assistant) -> None:
    answer = ask(silent, "氢能有没有补贴", PLAN)
    assert answer.outcome == "unspecified"
    assert "没有规定补贴" in answer.answer
    assert ask(silent, "石墓有没有补贴", GRAVES).outcome == "answered"


def test_platforms_of_an_industry_are_not_counted_as_industries(silent: Assistant) -> None:
    asked = "到2027年要新建多少个未来产业创新平台"
    assert "6个高成长未来产业" not in ask(silent, asked, PLAN).answer
    assert "30个" in ask(silent, "到2027年打造多少个典型应用场景", PLAN).answer

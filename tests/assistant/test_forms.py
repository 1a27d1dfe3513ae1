"""Purpose, scope, principles, duties, rights, what is forbidden: the article that is written so answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.question.forms import form_of
from assistant.service import Assistant
from tests.assistant.conftest import library_of

RULES = """丰乐市集体工坊管理办法

第一条　为了规范集体工坊的管理，保障职工合法权益，根据《中华人民共和国就业促进法》，制定本办法。

第二条　在本市行政区域内设立、经营集体工坊，适用本办法。

第三条　集体工坊的经营应当遵循自愿、公平、诚实信用的原则。

第四条　职工是集体工坊的主人，其合法权益受法律保护。

第五条　职工在集体工坊内享有下列权利：
（一）选举和被选举；
（二）参加劳动并取得报酬。

第六条　职工应当遵守工坊的制度。

第七条　市工坊管理局履行下列职责：
（一）指导工坊的经营；
（二）检查工坊的安全。

第八条　工坊不得拖欠职工报酬，不得出租、出借工坊牌匾。

第九条　有下列情形之一的，工坊应当停业整顿：
（一）发生安全事故的；
（二）连续三个月拖欠报酬的。

第十条　违反本办法第八条规定的，责令改正，处一千元以上五千元以下罚款。

第十一条　市工坊管理局主管本行政区域内的集体工坊工作，区工坊管理局应当监督检查工坊的安全。

第十二条　工坊分为生产工坊和服务工坊。工坊牌匾，包括：
（一）正门牌匾；
（二）侧门牌匾。

第十三条　本办法由市工坊管理局负责解释，自2024年5月1日起施行。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("forms"), {"集体工坊管理办法.txt": RULES})


@pytest.mark.parametrize(
    ("question", "locator"),
    [
        ("《丰乐市集体工坊管理办法》的目的是什么", "第一条"),
        ("为什么要制定集体工坊管理办法", "第一条"),
        ("集体工坊管理办法的制定依据是什么", "第一条"),
        ("《丰乐市集体工坊管理办法》的适用范围是什么", "第二条"),
        ("集体工坊管理办法适用于哪些活动", "第二条"),
        ("经营集体工坊要遵循什么原则", "第三条"),
        ("职工在集体工坊有哪些权利", "第五条"),
        ("市工坊管理局有什么职责", "第七条"),
        ("工坊不得做什么", "第八条"),
        ("哪些情形下工坊要停业整顿", "第九条"),
        ("工坊分为哪几类", "第十二条"),
        ("工坊牌匾包括哪些", "第十二条"),
        ("集体工坊工作由哪个部门主管", "第十一条"),
        ("集体工坊管理办法自何时开始实施", "第十三条"),
        ("《丰乐市集体工坊管理办法》几号起执行", "第十三条"),
        ("集体工坊管理办法由谁解释", "第十三条"),
    ],
)
def test_the_article_that_is_written_so(assistant: Assistant, question: str, locator: str) -> None:
    answer = assistant.ask(question, documents=["集体工坊管理办法"])
    assert answer.outcome == "answered"
    assert {c.locator.split("第（")[0] for c in answer.citations} == {locator}


def test_a_list_comes_whole(assistant: Assistant) -> None:
    answer = assistant.ask("职工在集体工坊有哪些权利", documents=["集体工坊管理办法"])
    assert "选举和被选举" in answer.answer
    assert "取得报酬" in answer.answer


def test_what_the_closing_articles_do_not_say(tmp_path: Path) -> None:
    short = RULES[: RULES.index("第十三条")]
    opened = library_of(tmp_path, {"集体工坊管理办法.txt": short})
    answer = opened.ask("集体工坊管理办法由谁负责解释", documents=["集体工坊管理办法"])
    assert (answer.outcome, answer.citations) == ("unspecified", ())
    assert answer.answer == "《丰乐市集体工坊管理办法》没有写明由谁负责解释。"


@pytest.mark.parametrize(
    "question",
    ["到2027年的主要目标是什么", "低空经济由谁牵头", "申请补贴的条件是什么", "首套房贷款利率是多少"],
)
def test_other_questions_ask_for_no_such_article(question: str) -> None:
    assert form_of(question) is None

"""An answer that defers to another clause shows that clause too; one that says enough by itself stays short."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.answer.compose.items import with_items
from assistant.answer.sentences import sentences
from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from index.clauses import parse
from tests.assistant.conftest import library_of

STATUTE = """示例市公共停车场管理条例

第一条　为了规范停车场管理，制定本条例。

第二条　经营性停车场每年由市城市管理局组织安全检查，检查不合格的应当限期整改。

第三条　利用地下空间建设的停车场，安全检查按照本条例第二条执行。

第四条　新能源汽车在公共停车场停放的，前两小时免收停车费。

前款规定的优惠，由停车场经营者在入口公示。

第五条　停车场经营者应当建立巡查台账。

第六条　禁止在充电车位停放燃油汽车。

第七条　停车场经营者违反本条例第四条第二款、第五条规定的，由市城市管理局责令改正，处五百元以上二千元以下罚款。

第八条　损坏停车场设施，有下列行为之一的，由市城市管理局责令赔偿，可以并处罚款；构成犯罪的，依法追究刑事责任：
（一）撞坏道闸的；
（二）涂抹标志的。
"""


@pytest.fixture(scope="module")
def assistant(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("referred")
    (folder / "停车场条例.txt").write_text(STATUTE, encoding="utf-8")
    shutil.copytree(home, folder / "home")
    opened = open_assistant(Settings(home=folder / "home"))
    opened.add_paths([folder / "停车场条例.txt"])
    return opened


def cited(assistant: Assistant, question: str) -> list[str]:
    answer = assistant.ask(question, documents=["停车场条例"])
    return [c.locator for c in answer.citations]


@pytest.mark.parametrize(
    ("question", "locators"),
    [
        ("利用地下空间建设的停车场怎么进行安全检查", ["第三条", "第二条"]),
        ("经营性停车场每年由谁组织安全检查", ["第二条"]),
        ("第三条是什么", ["第三条", "第二条"]),
    ],
)
def test_what_the_answer_points_to(assistant: Assistant, question: str, locators: list[str]) -> None:
    assert cited(assistant, question) == locators


@pytest.mark.parametrize("question", ["停车场没有建巡查台账罚多少", "不建立巡查台账会怎样"])
def test_the_penalty_for_breaking_an_article_is_found_where_it_stands(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question, documents=["停车场条例"])
    assert answer.outcome == "answered"
    assert answer.citations[0].locator == "第七条"
    assert "五百元以上二千元以下罚款" in answer.statements[0].text


def test_a_penalty_of_another_article_is_not_taken_for_it(assistant: Assistant) -> None:
    answer = assistant.ask("燃油汽车停在充电车位罚多少", documents=["停车场条例"])
    assert (answer.outcome, [c.locator for c in answer.citations]) == ("unspecified", ["第六条"])


def test_a_lead_in_is_not_cut_at_its_semicolon(assistant: Assistant) -> None:
    """By its last part alone it would say that painting a sign over is a crime."""
    answer = assistant.ask("涂抹停车场标志怎么处罚", documents=["停车场条例"])
    assert answer.statements[0].text.find("可以并处罚款；构成犯罪的") > 0
    assert answer.statements[0].text.find("责令赔偿") > 0


def test_whether_one_may_is_said_by_a_rule_and_not_by_a_definition(tmp_path: Path) -> None:
    text = (
        "购物袋有偿使用办法\n第一条 为了节约资源，制定本办法。\n"
        "第二条 本办法所称超市是指向顾客零售商品的场所；本办法所称购物袋是指超市提供"
        "给顾客的塑料袋。\n第三条 超市不得无偿提供购物袋。\n第四条 本办法自发布之日起施行。\n"
    )
    opened = library_of(tmp_path, {"购物袋办法.txt": text})
    answer = opened.ask("超市可以免费送顾客购物袋吗", documents=["购物袋办法"])
    assert [c.locator for c in answer.citations] == ["第三条"]


def test_what_is_demanded_besides_stands_behind_what_is_demanded_of_all(tmp_path: Path) -> None:
    text = (
        "司法救助办法\n"
        "第一条 申请救助的，应当提交书面申请和身份证明。\n因生活困难申请免交费用的，还应当提供民政部门的收入证明。\n"
        "第二条 本办法自发布之日起施行。\n"
    )
    opened = library_of(tmp_path, {"救助办法.txt": text})
    answer = opened.ask("生活困难申请免交费用要交哪些材料", documents=["救助办法"])
    assert "书面申请和身份证明" in answer.statements[0].text
    assert "收入证明" in answer.statements[0].text


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("因困难免交费用的，还应当提供收入证明。", True),
        ("并应当提供收入证明。", True),
        ("除前款材料外，还应当提供收入证明。", False),
        ("免交费用的，应当说明理由，并应当提供收入证明。", False),
        ("逾期归还应当说明理由。", False),
    ],
)
def test_what_a_sentence_adds_to_is_the_one_before_it_unless_it_says_it_itself(
    sentence: str, whole: bool
) -> None:
    document = parse(
        f"救助办法\n第一条 申请救助的，应当提交书面申请。{sentence}\n第二条 略。\n", "救助办法.txt"
    )
    clause = next(c for c in document.clauses if str(c.locator) == "第一条")
    *_, last = sentences(document, clause, clause.start, clause.end)
    assert with_items(document, last).text.startswith("申请救助的") is whole

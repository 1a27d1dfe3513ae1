"""Answers from table rows, lists with their lead-in, and the term of a document."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings

FEES = """示例市产权登记收费办法

第一条　为了规范产权登记收费，制定本办法。

第二条　产权登记收费按照附件1执行。特殊产权的登记时限见本办法《特殊产权登记时限表》。

第三条　申请减免登记费的企业，应当符合下列条件：
（一）在本市注册；
（二）上一年度没有欠费；
（三）从业人员不超过二十人。
符合条件的，由市登记中心办理。

第四条　本办法自2024年1月1日起施行，有效期三年。

附件1
登记收费标准
序号\t费用名称\t适用年度\t费用金额（元）\t科目代码
1\t实用新型检索费\t\t2400\t8231
2\t传送费\t\t500\t8410
3\t逾期滞纳金\t\t按传送费的50％收取\t8460
4\t登记年费\t1—3年\t600\t8341
5\t登记年费\t4—6年\t900\t8342

附件2
特殊产权登记时限表
产权种类\t办理时限
海域使用权\t20个工作日
林权\t30个工作日
"""


@pytest.fixture(scope="module")
def assistant(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("tables")
    (folder / "收费办法.txt").write_text(FEES, encoding="utf-8")
    shutil.copytree(home, folder / "home")
    opened = open_assistant(Settings(home=folder / "home"))
    opened.add_paths([folder / "收费办法.txt"])
    return opened


@pytest.mark.parametrize(
    ("question", "says", "locators"),
    [
        ("实用新型检索费多少钱", ["实用新型检索费，费用金额（元）：2400。"], ["附件1表1第1行"]),
        ("传送费收多少元？", ["传送费，费用金额（元）：500。"], ["附件1表1第2行"]),
        ("第5年的登记年费是多少", ["登记年费 4—6年，费用金额（元）：900。"], ["附件1表1第5行"]),
        (
            "登记年费多少钱",
            ["登记年费 1—3年，费用金额（元）：600。", "登记年费 4—6年，费用金额（元）：900。"],
            ["附件1表1第4行", "附件1表1第5行"],
        ),
    ],
)
def test_how_much(assistant: Assistant, question: str, says: list[str], locators: list[str]) -> None:
    answer = assistant.ask(question, documents=["收费办法"])
    assert answer.outcome == "answered"
    assert [s.text for s in answer.statements] == says
    assert [c.locator for c in answer.citations] == locators


def test_a_lead_in_comes_with_its_items(assistant: Assistant) -> None:
    answer = assistant.ask("申请减免登记费的企业应当符合什么条件", documents=["收费办法"])
    first = answer.citations[0]
    assert first.locator == "第三条第一款"
    assert first.quote.endswith("（三）从业人员不超过二十人。")
    assert "（二）上一年度没有欠费；" in answer.statements[0].text


@pytest.mark.parametrize(
    "asks",
    [
        "期限多长", "期限是多久", "有效期多长", "有效期几年", "有效期是几年", "有效期到什么时候", "有效期至何时",
        "管几年", "管多久", "什么时候到期", "什么时候失效", "执行到什么时候", "实施到哪一年", "还能用多久",
    ],
)  # fmt: skip
def test_how_long_a_document_is_in_force(assistant: Assistant, asks: str) -> None:
    answer = assistant.ask(f"示例市产权登记收费办法{asks}", documents=["收费办法"])
    assert answer.outcome == "answered"
    assert [(c.locator, c.quote) for c in answer.citations] == [
        ("第四条", "本办法自2024年1月1日起施行，有效期三年。")
    ]


def test_an_attachment_named_by_its_title_is_shown(assistant: Assistant) -> None:
    answer = assistant.ask("特殊产权的登记时限是多久", documents=["收费办法"])
    assert [c.locator for c in answer.citations] == ["第二条", "附件2"]
    assert "林权" in answer.citations[1].quote


def test_a_term_of_something_else_is_not_the_document_s(assistant: Assistant) -> None:
    answer = assistant.ask("特殊产权登记时限表里林权的办理时限多长", documents=["收费办法"])
    assert "林权" in answer.statements[0].text
    assert "办理时限：30个工作日" in answer.statements[0].text
    assert answer.citations[0].locator == "附件2表1第2行"

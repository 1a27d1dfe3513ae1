"""One detail asked of several things is answered for each of them."""

from __future__ import annotations

import pytest

from assistant.question.apart import apart
from assistant.service import Assistant
from tests.assistant.conftest import library_of

RULES = """丰乐市人才安居办法

第一条　企业引进的博士给予30万元购房补贴；企业引进的硕士给予15万元购房补贴。

第二条　事业单位引进的博士给予10万元购房补贴。

第三条　补贴由市财政局在三个月内拨付。
"""


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("硕士和博士的租房补贴各是多少", ("硕士的租房补贴是多少", "博士的租房补贴是多少")),
        ("三孩家庭和二孩家庭贷款额度分别上浮多少", ("三孩家庭贷款额度上浮多少", "二孩家庭贷款额度上浮多少")),
        ("一等奖、二等奖和三等奖分别奖多少", ("一等奖奖多少", "二等奖奖多少", "三等奖奖多少")),
        ("博士去企业和去事业单位，补贴各多少", ("博士去企业，补贴多少", "博士去事业单位，补贴多少")),
        ("初次认定国家级、省级企业分别奖多少", ("初次认定国家级企业奖多少", "初次认定省级企业奖多少")),
        ("高成长和高潜力产业分别有哪些", ()),
        ("博士的补贴是多少", ()),
        ("安家补贴分哪几类人、各多少", ()),
        ("各区县的补贴是多少", ()),
    ],
)
def test_the_question_for_each(question: str, several: tuple[str, ...]) -> None:
    assert tuple(apart(question).values()) == several


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("apart"), {"人才安居办法.txt": RULES})


def test_each_is_answered_with_its_own_clause(assistant: Assistant) -> None:
    answer = assistant.ask("博士去企业和去事业单位，购房补贴各是多少", documents=["人才安居办法"])
    assert [c.locator for c in answer.citations] == ["第一条", "第二条"]
    assert "30万元" in answer.statements[0].text
    assert "10万元" in answer.statements[1].text


def test_what_is_not_spoken_of_is_said(assistant: Assistant) -> None:
    answer = assistant.ask("博士和院士的购房补贴分别是多少", documents=["人才安居办法"])
    assert "30万元" in answer.answer
    assert "引用的文件没有提到“院士”。" in answer.notices

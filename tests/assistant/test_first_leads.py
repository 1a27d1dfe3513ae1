"""「列第一位者为牵头单位，下同」 is said once and holds for every list that follows."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

PLAN = """关于促进农机发展的意见

一、培育农机大户。对农机大户给予支持。（农业农村部、财政部负责）

二、完善创新体系。支持研发先进农机。（工业和信息化部、科技部等负责，列第一位者为牵头单位，下同）

三、加强人才培养。支持高校招收农机专业学生。（教育部、农业农村部等负责）

四、强化质量监督。开展农机质量抽查。（市场监管总局、商务部负责，海关总署配合）
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("leads"), {"农机意见.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "leader"),
    [("完善创新体系由谁牵头", "工业和信息化部"), ("加强人才培养哪个部门牵头", "教育部")],
)
def test_the_first_of_the_list_leads(assistant: Assistant, question: str, leader: str) -> None:
    answer = assistant.ask(question, documents=["农机意见"])
    assert answer.outcome == "answered"
    assert f"牵头单位是{leader}：文件写明“列第一位者为牵头单位，下同”" in answer.answer
    assert any("列第一位者为牵头单位" in c.quote for c in answer.citations)


def test_the_first_of_those_who_support_does_not_lead(assistant: Assistant) -> None:
    answer = assistant.ask("强化质量监督由谁牵头", documents=["农机意见"])
    assert "牵头单位是市场监管总局" in answer.answer
    assert "海关总署" not in answer.answer


def test_what_stands_before_the_remark_has_no_leader(assistant: Assistant) -> None:
    answer = assistant.ask("培育农机大户由谁牵头", documents=["农机意见"])
    assert answer.outcome == "unspecified"
    assert "没有指定牵头单位" in answer.answer

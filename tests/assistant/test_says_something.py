"""What only names the matter is no answer: the heading row of a group, a line that repeats the question."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

NOTICE = """关于推广改革举措的通知

一、主要内容

（一）科技金融创新方面2项：区域性股权市场设置科技创新专板；中小企业商标质押贷款模式。

（二）军民融合方面3项。

二、举措清单

| 序号 | 举措 | 指导单位 |
|---|---|---|
| 一、科技金融创新方面（共2项） | | |
| 1 | 区域性股权市场设置科技创新专板 | 证监会 |
| 2 | 中小企业商标质押贷款模式 | 银保监会 |
| 二、军民融合方面（共3项） | | |
| 三、营商环境方面（共2项） | | |
| 3 | 企业开办全程网办 | 市场监管总局 |
| 4 | 不动产登记一窗受理 | 自然资源部 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("says"), {"推广改革举措的通知.md": NOTICE})


def test_a_heading_row_is_not_given_for_the_list_under_it(assistant: Assistant) -> None:
    answer = assistant.ask("改革举措中科技金融创新方面是哪2项", documents=["推广改革举措的通知"])
    assert answer.outcome == "answered"
    assert "科技创新专板" in answer.answer
    assert "商标质押贷款" in answer.answer


def test_a_heading_row_is_given_with_the_rows_under_it(assistant: Assistant) -> None:
    answer = assistant.ask("改革举措中营商环境方面是哪2项", documents=["推广改革举措的通知"])
    assert answer.outcome == "answered"
    assert "企业开办全程网办" in answer.answer
    assert "不动产登记一窗受理" in answer.answer
    assert "商标质押" not in answer.answer


def test_a_line_that_repeats_the_question_leaves_it_open(assistant: Assistant) -> None:
    answer = assistant.ask("改革举措中军民融合的3项分别是什么", documents=["推广改革举措的通知"])
    assert answer.outcome == "unspecified"
    assert "军民融合方面" in answer.answer
    assert answer.citations


def test_a_yes_may_repeat_the_question(assistant: Assistant) -> None:
    answer = assistant.ask("军民融合方面有3项吗", documents=["推广改革举措的通知"])
    assert answer.outcome == "answered"


def test_a_signature_and_a_line_of_the_title_are_no_answer(tmp_path: Path) -> None:
    text = (
        "国务院关于全面推行双随机一公开\n监管的意见\n国发〔2019〕5号\n各省人民政府：\n"
        "全面推行双随机一公开监管，是市场监管方式的重大创新。\n一、目标\n到2020年底，实现常态化。\n"
        "国务院\n2019年1月27日\n（此件公开发布）\n"
    )
    opened = library_of(tmp_path, {"双随机意见.txt": text})
    answer = opened.ask("双随机一公开监管是哪方面的创新", documents=["双随机意见"])
    assert [s.text for s in answer.statements] == ["全面推行双随机一公开监管，是市场监管方式的重大创新。"]
    assert "此件公开发布" in opened.ask("此件能不能公开？", documents=["双随机意见"]).answer

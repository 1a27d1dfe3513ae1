"""A province's documents hold in its cities; what they leave open of a city is refused by the city's name."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

JOBS = """江西省优化调整稳就业政策若干措施
一、创业补贴
毕业5年内高校毕业生首次创办小微企业，正常经营6个月以上的，给予5000元一次性创业补贴。
二、求职补贴
对困难毕业生给予求职补贴。
"""
TALENT = """湖北省人力资源市场实施意见
一、就业补助
对首次来湖北省就业、签订一年以上劳动合同并缴纳社会保险的劳动者，给予1000元一次性就业补助。
二、平台
规模以上人力资源服务企业达到400家。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("provinces"), {"江西.txt": JOBS, "湖北.txt": TALENT})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("高校毕业生在赣州首次创办小微企业，一次性创业补贴多少钱？", "5000元"),
        ("河南户口的首次来湖北就业，一次性就业补助多少钱？", "1000元"),
    ],
)
def test_answered_by_the_province(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("赣州困难毕业生的求职补贴哪天截止申请？", "赣州"),
        ("赣州的小客车指标多久摇一次号？", "赣州"),
        ("长沙高校毕业生创业补贴多少钱？", "长沙"),
    ],
)
def test_left_open_it_is_refused_by_name(assistant: Assistant, question: str, named: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "refused", answer.answer
    assert f"没有{named}的文件" in answer.answer or f"没有涉及{named}" in answer.answer
    assert not answer.citations

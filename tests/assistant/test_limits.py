"""「最长」 asks for the upper limit; an item says what its lead-in says; a list is not told by two of its items."""

from __future__ import annotations

import pytest

from assistant.question.limits import limit_asked
from assistant.question.understand import understand
from assistant.service import Assistant
from tests.assistant.conftest import library_of

LOANS = """丰乐市公积金贷款办法

第一条　申请公积金贷款，应当同时具备以下条件：
（一）申请时已连续缴存公积金6个月以上；
（二）有稳定收入。

第二条　公积金贷款期限应当同时符合下列要求：
（一）购买新房的，不超过30年；
（二）购买二手房的，与楼龄之和不超过50年；
（三）大修住房的，不超过10年。

第三条　提前还款的，应当在还款前1个月提出。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("limits"), {"公积金贷款办法.txt": LOANS})


@pytest.mark.parametrize(
    ("asked", "says", "no_such_limit"),
    [
        ("最长能贷多少年", "贷款期限不超过30年", "连续缴存6个月以上"),
        ("补贴最高给多少", "给予不高于5万元的补贴", "投资5万元以上"),
        ("最少要缴多久", "缴存不得少于6个月", "期限不超过6个月"),
        ("注册资本的下限是多少", "注册资本100万元以上", "注册资本不高于100万元"),
    ],
)
def test_a_limit_has_a_side(asked: str, says: str, no_such_limit: str) -> None:
    said = limit_asked(asked)
    assert said is not None
    assert said.search(says)
    assert not said.search(no_such_limit)


@pytest.mark.parametrize("sum_of_money", ["2万亿元", "5千万元", "300元", "1,200万元", "三千万元"])
def test_a_sum_of_money_of_any_size(sum_of_money: str) -> None:
    said_by = understand("产业总规模要做到多大规模").said_by("amount")
    assert said_by.search(f"总规模达到{sum_of_money}")


def test_no_limit_is_asked_for() -> None:
    assert limit_asked("贷款期限是多久") is None


def test_all_items_of_the_list_that_gives_the_limits(assistant: Assistant) -> None:
    answer = assistant.ask("公积金贷款最长能贷多少年", documents=["公积金贷款办法"])
    assert answer.outcome == "answered"
    assert {c.locator for c in answer.citations} == {"第二条"}
    assert all(limit in answer.answer for limit in ("不超过30年", "不超过50年", "不超过10年"))


def test_the_one_item_that_is_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("大修住房的公积金贷款最长多少年", documents=["公积金贷款办法"])
    assert "不超过10年" in answer.answer
    assert "不超过30年" not in answer.answer

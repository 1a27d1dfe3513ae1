"""Which things a question for a detail names, and that documents which name none of them are not asked."""

from __future__ import annotations

import pytest

from assistant.question.things import things_of
from assistant.question.understand import understand
from assistant.service import Assistant

THINGS = [
    ("退伍军人安置费多少", "退伍军人安置"),
    ("养老金什么时候发", "养老金"),
    ("城乡低保标准是多少", "城乡低保"),
    ("材料交上去几天出结果", ""),
    ("补贴的申请条件是什么", ""),
    ("这批总共几套", ""),
    ("由谁牵头", ""),
]


@pytest.mark.parametrize(("question", "things"), THINGS)
def test_the_things_that_a_question_for_a_detail_names(question: str, things: str) -> None:
    assert " ".join(thing.text for thing in things_of(understand(question))) == things


def test_an_everyday_word_has_what_documents_call_it_as_its_counterpart() -> None:
    (thing,) = things_of(understand("老人每月发多少钱"))
    assert "老年人" in thing.counterparts
    assert "支持" not in {c for t in things_of(understand("老人补贴每月多少")) for c in t.counterparts}


@pytest.mark.parametrize(
    "question",
    [
        "残疾人两项补贴一个月多少钱",
        "请个律师要花多少钱",
        "退伍军人安置费多少",
        "居住证怎么申请",
        "驾驶证年审什么时候截止",
    ],
)
def test_a_thing_that_no_document_names_is_outside_whatever_common_words_match(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.outcome, answer.citations) == ("refused", ())


@pytest.mark.parametrize(
    "question", ["博士后资助多少钱", "专精特新企业最高奖多少", "首台套奖励什么时候截止申报"]
)
def test_a_thing_that_the_document_names_is_not_outside(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome == "unspecified"


def test_a_name_in_letters_is_a_thing_and_one_pair_may_be_short_for_more() -> None:
    things = things_of(understand("eVTOL首飞要在哪一年实现"))
    assert things[0].text == "evtol"
    (short,) = things_of(understand("申请建墓要交哪些材料"))
    assert short.said_in("申请建设墓穴的，应当提交书面申请")
    assert not short.said_in("建设公园")

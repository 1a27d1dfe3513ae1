"""A language model words the answer over a real HTTP connection; what it adds to the clauses is not shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assistant.answer.model import Answer
from assistant.service import Assistant
from tests.assistant.asking import asking
from tests.assistant.citing import check_answer
from tests.scripted import Reply, Server, serving

QUESTION = "空天信息产业由谁牵头？"
LEAD = "空天信息的牵头单位是市发展改革委"


@pytest.fixture(scope="module")
def model() -> Iterator[Server]:
    with serving() as started:
        yield started


@pytest.fixture(scope="module")
def worded(assistant: Assistant, model: Server) -> Iterator[Assistant]:
    with asking(assistant, model.url) as opened:
        yield opened


@pytest.fixture(autouse=True)
def forget(model: Server) -> None:
    model.forget()


def ask(worded: Assistant, model: Server, reply: Reply | str, question: str = QUESTION) -> Answer:
    model.reply = Reply(reply) if isinstance(reply, str) else reply
    return worded.ask(question)


@pytest.mark.parametrize(
    "reply",
    [
        f"{LEAD}[1]。",
        f"{LEAD}。[1]",
        f"{LEAD}［1］。",
        f"{LEAD}【1】。",
        f"{LEAD} [1] 。",
        f"{LEAD}[1,1]。",
        f"- {LEAD}[1]。\n",
        f"<think>先看条款[2]。</think>{LEAD}[1]。",
    ],
)
def test_a_sentence_with_a_marker_is_shown_with_its_clause(
    worded: Assistant, model: Server, source: str, reply: str
) -> None:
    answer = ask(worded, model, reply)
    assert (answer.outcome, answer.mode, answer.grounding, answer.dropped) == ("answered", "llm", "full", 0)
    assert answer.answer == f"{LEAD}。[1]"
    assert answer.citations[0].locator == "二、（一）1."
    assert answer.notices == ()
    check_answer(answer, source)


@pytest.mark.parametrize("marker", ["[1,2]", "[1][2]", "［1，2］", "【1、2】", "[1] [2]"])
def test_several_clauses_under_one_marker(worded: Assistant, model: Server, source: str, marker: str) -> None:
    reply = f"一要强化统筹协调，二要推进科学治理{marker}。"
    answer = ask(worded, model, reply, "保障措施有哪几条？")
    assert answer.mode == "llm"
    assert [c.locator for c in answer.citations] == ["四、（一）", "四、（二）"]
    assert answer.statements[0].citations == (1, 2)
    check_answer(answer, source)


@pytest.mark.parametrize(
    "invented",
    [
        "空天信息的牵头单位是市发展改革委，每家企业补贴500万元[1]。",
        "空天信息的牵头单位是市交通运输委[1]。",
        "根据《重庆市低空条例》，空天信息的牵头单位是市发展改革委[1]。",
        "空天信息的牵头单位是市发展改革委[99]。",
        "空天信息的牵头单位是市发展改革委[0]。",
        "空天信息的牵头单位是市发展改革委。",
        "重庆的火锅非常好吃而且远近闻名[1]。",
    ],
)
def test_a_sentence_that_the_clauses_do_not_bear_is_dropped(
    worded: Assistant, model: Server, source: str, invented: str
) -> None:
    answer = ask(worded, model, f"{LEAD}[1]。{invented}")
    assert (answer.mode, answer.grounding, answer.dropped) == ("llm", "partial", 1)
    assert answer.answer == f"{LEAD}。[1]"
    check_answer(answer, source)

    alone = ask(worded, model, invented)
    assert (alone.mode, alone.grounding, alone.dropped) == ("extractive", "none", 1)
    assert "市发展改革委" in alone.answer
    assert any("原文作答" in notice for notice in alone.notices)


def test_one_call_with_the_question_word_for_word(worded: Assistant, model: Server) -> None:
    question = "低空经济的责任单位有哪些？ {clauses} eVTOL％"
    ask(worded, model, "", question)
    assert len(model.requests) == 1
    assert question in model.prompt
    assert model.requests[0]["model"] == "test"
    assert model.requests[0]["temperature"] == 0
    assert model.authorization == "Bearer sk-secret"


def test_each_clause_is_a_block_of_its_own(worded: Assistant, model: Server) -> None:
    ask(worded, model, "", "先进飞行装备方向发展什么？")
    blocks = re.findall(r"(?m)^\[(\d+)\] (\S+) (\S+)\n(.+)", model.prompt)
    assert [int(n) for n, *_ in blocks] == list(range(1, len(blocks) + 1))
    assert 1 < len(blocks) <= 6
    _, locator, heading, text = blocks[0]
    assert (locator, heading) == ("二、（一）6.（25）", "先进飞行装备")
    assert text.startswith("（25）先进飞行装备。瞄准无人化、智能化方向")


def test_a_refusal_asks_no_model(worded: Assistant, model: Server) -> None:
    assert ask(worded, model, "可以[1]。", "红烧肉怎么做？").outcome == "refused"
    assert model.requests == []


def test_what_is_left_open_stays_so(worded: Assistant, model: Server) -> None:
    reply = "文件对未来产业领域重点应用场景依法依规给予奖励，没有规定具体金额[1]。"
    answer = ask(worded, model, reply, "应用场景奖励多少万元？")
    assert (answer.outcome, answer.mode) == ("unspecified", "llm")


def test_a_stream_shows_only_what_holds(worded: Assistant, model: Server) -> None:
    model.reply = Reply(f"{LEAD}[1]。每家企业补贴500万元[1]。")
    events = list(worded.stream(QUESTION))
    assert [e.text for e in events if e.kind == "delta"] == [f"{LEAD}。[1]"]
    assert len(model.requests) == 1

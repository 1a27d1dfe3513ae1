"""Whatever a model's service does wrong: a clear line that names the mend, the extractive answer, and no longer than the
time-out."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from assistant.service import Assistant
from tests.assistant.asking import asking
from tests.assistant.citing import check_answer
from tests.scripted import Reply, Server, serving

QUESTION = "空天信息产业由谁牵头？"
LEAD = "空天信息的牵头单位是市发展改革委"
RESPONSIBLE = "责任单位包括市经济信息委、市委军民融合办、市教委、市科技局等"
TIMEOUT = 1.0


@pytest.fixture(scope="module")
def model() -> Iterator[Server]:
    with serving() as started:
        yield started


@pytest.fixture(scope="module")
def worded(assistant: Assistant, model: Server) -> Iterator[Assistant]:
    with asking(assistant, model.url, TIMEOUT) as opened:
        yield opened


@pytest.fixture(autouse=True)
def forget(model: Server) -> None:
    model.forget()


@pytest.mark.parametrize(
    ("case", "reply", "notice"),
    [
        ("nothing said", Reply(""), "没有返回内容（请检查地址"),
        ("no choice", Reply("", empty=True), "没有返回内容"),
        ("only white space", Reply(" \n "), "没有返回内容"),
        ("only thinking", Reply("<think>想一想[1]。"), "没有返回内容"),
        ("wrong key", Reply(status=401), "不认可密钥（401）（请检查密钥 TIAOKUAN_LLM_API_KEY）"),
        ("no right", Reply(status=403), "TIAOKUAN_LLM_API_KEY 的权限"),
        ("no such model", Reply(status=404), "模型名与地址 TIAOKUAN_LLM_BASE_URL"),
        ("no money", Reply(status=429), "额度用尽或请求过多（429）"),
        ("server error", Reply(status=500), "服务出错（500）"),
        ("a web page as an error", Reply(status=502, body="<html>Bad gateway</html>"), "服务出错（502）"),
        ("a web page", Reply(body="<!doctype html><title>login</title><p>请登录[1]。"), "TIAOKUAN_LLM_BASE_URL"),
        ("broken events", Reply(body="data: {oops\n\n", kind="text/event-stream"), "应是接口而不是网页"),
        ("no answer in time", Reply(f"{LEAD}[1]。", wait=1.6), "1 秒内没有说完（请稍后再试，或加大 TIAOKUAN_LLM_TIMEOUT）"),
        ("one piece after the other", Reply("空天信息" * 30, size=1, pause=0.05), "1 秒内没有说完"),
        ("broken off at once", Reply("空天信息的牵头", cut=True), "连接中断（请检查地址"),
        ("broken off in a sentence", Reply("空天信息的牵头", finish="length"),
         "没有说完，未完的一句没有显示（超过了篇幅的限制，请把问题问得具体一些）"),
        ("no end", Reply("空天信息的牵头", finish=None), "没有显示（服务没有给出结束的标记，请检查地址 TIAOKUAN_LLM_BASE_URL"),
        ("reviewed away", Reply("空天信息的牵头", finish="content_filter"), "被服务的内容审查中断，请换一种问法"),
        ("an error in the stream", Reply(body='data: {"error": {"message": "overdue"}}\n\n', kind="text/event-stream"),
         "在应答中报错（请检查账户的额度与状态"),
        ("another address", Reply(status=302, body=""), "转向了别的地址（302）（请把 TIAOKUAN_LLM_BASE_URL 改为"),
        ("200,000 tokens of nothing", Reply("哈" * 200_000, size=1000), "过长"),
        ("200,000 tokens in sentences", Reply("空天信息非常重要[1]。" * 25_000, size=1000), "没有通过逐句核对"),
        ("no such clause", Reply(f"{LEAD}[99]。"), "没有通过逐句核对"),
        ("nothing to the question", Reply("本行动计划适用于未来产业[1]。"), "以下为原文作答"),
        ("an amount of its own", Reply(f"{LEAD}，每家企业补贴500万元[1]。"), "没有通过逐句核对"),
    ],
)  # fmt: skip
def test_a_model_that_fails_leaves_the_extractive_answer(
    worded: Assistant, model: Server, assistant: Assistant, source: str, case: str, reply: Reply, notice: str
) -> None:
    model.reply = reply
    started = time.monotonic()
    answer = worded.ask(QUESTION)
    assert time.monotonic() - started < TIMEOUT + 1.5, "waited once, not again and again"
    assert (answer.outcome, answer.mode, answer.grounding) == ("answered", "extractive", "none")
    assert answer.answer == assistant.ask(QUESTION).answer
    (said,) = answer.notices
    assert notice in said
    assert said.endswith("以下为原文作答。")
    assert "sk-secret" not in said
    assert len(model.requests) == 1, "no second try"
    check_answer(answer, source)


def test_a_service_that_is_not_there(assistant: Assistant) -> None:
    with asking(assistant, "http://127.0.0.1:9/v1") as worded:
        answer = worded.ask(QUESTION)
    assert (answer.mode, answer.grounding) == ("extractive", "none")
    assert "连不上大语言模型服务" in answer.notices[0]
    assert "TIAOKUAN_LLM_BASE_URL" in answer.notices[0]


@pytest.mark.parametrize(
    ("case", "reply", "notice"),
    [
        ("cut", Reply(f"{LEAD}[1]。责任单位包括市经济信息委、市", cut=True), "连接中断"),
        ("the limit", Reply(f"{LEAD}[1]。责任单位包括市经济信息委、市", finish="length"), "没有说完"),
        ("too slow", Reply(f"{LEAD}[1]。" + "责任单位" * 40, size=2, pause=0.05), "1 秒内没有说完"),
        ("too long", Reply(f"{LEAD}[1]。\n" + "哈" * 200_000, size=1000), "过长"),
    ],
)
def test_what_was_shown_stays_and_the_rest_is_the_extractive_answer(
    worded: Assistant, model: Server, assistant: Assistant, source: str, case: str, reply: Reply, notice: str
) -> None:
    model.reply = reply
    events = list(worded.stream("空天信息产业由谁牵头，责任单位有哪些？"))
    deltas = [e.text for e in events if e.kind == "delta"]
    answer = events[-1].answer
    assert answer is not None
    assert deltas[0] == f"{LEAD}。[1]"
    assert answer.answer == "\n\n".join(deltas)
    assert "市委军民融合办" in answer.answer, "the extractive answer completes it"
    assert (answer.mode, answer.grounding, answer.dropped) == ("llm", "partial", 1)
    assert notice in answer.notices[0]
    check_answer(answer, source)


def test_each_sentence_is_passed_on_at_its_end(worded: Assistant, model: Server) -> None:
    """And not only when the model has said everything."""
    model.reply = Reply(pieces=(f"{LEAD}[1]。", f"{RESPONSIBLE}[1]。", "以上。"), pause=0.25)
    came = [
        (time.monotonic(), e.kind, e.text) for e in worded.stream("空天信息产业由谁牵头，责任单位有哪些？")
    ]
    first, second = [when for when, kind, _ in came if kind == "delta"][:2]
    assert 0.15 < second - first < 0.4
    assert came[-1][0] - first > 0.4


def test_nothing_is_shown_before_a_sentence_that_answers(worded: Assistant, model: Server) -> None:
    filler = "空天信息属于高成长未来产业[1]。"
    model.reply = Reply(filler + f"{LEAD}[1]。")
    deltas = [e.text for e in worded.stream(QUESTION) if e.kind == "delta"]
    assert [d.split("。")[0] for d in deltas] == [filler.split("[")[0], LEAD]
    model.reply = Reply(filler)
    events = list(worded.stream(QUESTION))
    answer = events[-1].answer
    assert answer is not None
    assert (answer.mode, answer.grounding) == ("extractive", "none")
    assert [e.text for e in events if e.kind == "delta"] == answer.answer.split("\n\n")


def test_a_sentence_is_bound_to_the_clause_that_bears_it(
    worded: Assistant, model: Server, source: str
) -> None:
    model.reply = Reply(f"{LEAD}[2]。")
    answer = worded.ask(QUESTION)
    assert (answer.mode, answer.grounding, answer.dropped) == ("llm", "full", 0)
    assert answer.citations[0].locator == "二、（一）1."
    check_answer(answer, source)


def test_a_model_that_repeats_itself_is_heard_once(worded: Assistant, model: Server) -> None:
    model.reply = Reply(f"{LEAD}[1]。" * 5)
    assert worded.ask(QUESTION).answer == f"{LEAD}。[1]"

"""A model that tells some members of a list as if they were all: the list of the clause takes its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.service import Assistant
from tests.assistant.asking import asking
from tests.assistant.citing import check_answer
from tests.scripted import Reply, Server, serving

LEAD = "空天信息的牵头单位是市发展改革委"
SHORT = "空天信息的责任单位包括市经济信息委、市教委、市科技局"
BOTH = "空天信息产业由谁牵头，责任单位有哪些？"


@pytest.fixture(scope="module")
def model() -> Iterator[Server]:
    with serving() as started:
        yield started


@pytest.fixture(scope="module")
def worded(assistant: Assistant, model: Server) -> Iterator[Assistant]:
    with asking(assistant, model.url) as opened:
        yield opened


@pytest.mark.parametrize("short", [SHORT, "空天信息由市教委、市科技局负责", "空天信息的责任单位是市教委"])
def test_a_short_list_alone_gives_way_to_the_whole(
    worded: Assistant, model: Server, assistant: Assistant, source: str, short: str
) -> None:
    model.reply = Reply(f"{short}[1]。")
    question = "空天信息产业的责任单位有哪些？"
    answer = worded.ask(question)
    assert (answer.mode, answer.dropped) == ("extractive", 1)
    assert answer.answer == assistant.ask(question).answer
    assert "没有通过逐句核对" in answer.notices[0]
    check_answer(answer, source)


def test_the_whole_list_follows_what_held(worded: Assistant, model: Server, source: str) -> None:
    model.reply = Reply(f"{LEAD}[1]。{SHORT}[1]。")
    events = list(worded.stream(BOTH))
    answer = events[-1].answer
    assert answer is not None
    assert (answer.mode, answer.grounding, answer.dropped) == ("llm", "partial", 1)
    assert answer.answer.startswith(f"{LEAD}。[1]")
    assert SHORT not in answer.answer
    for member in ("市经济信息委", "市委军民融合办", "市教委", "市科技局"):
        assert member in answer.answer
    assert "列举不全" in answer.notices[0]
    assert answer.answer == "\n\n".join(e.text for e in events if e.kind == "delta")
    check_answer(answer, source)


def test_who_says_that_there_are_more_is_believed(worded: Assistant, model: Server) -> None:
    model.reply = Reply(f"{LEAD}[1]。{SHORT}等[1]。")
    answer = worded.ask(BOTH)
    assert (answer.mode, answer.grounding, answer.dropped) == ("llm", "full", 0)
    assert f"{SHORT}等。" in answer.answer

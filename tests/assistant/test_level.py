"""Two clauses as near as each other are both shown; a copy counts once; a clause far ahead is trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.answer.compose import content, details
from assistant.evidence import Evidence, without_copies
from assistant.service import Assistant
from tests.assistant.conftest import library_of

MARKET = """长宁市集贸市场管理办法

第一条　市场开办者应当对入场销售者的证照进行登记。

第二条　市场开办者应当定期对入场销售者进行培训。

第三条　摊位费按月收取。各市场的摊位费每月不超过300元。
"""
COPY = """长宁市集贸市场管理办法

第一条　市场开办者应当对入场销售者的证照进行登记。

第四条　本办法所称摊位，是指固定的经营位置。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("level"), {"办法.txt": MARKET, "副本.txt": COPY})


def evidence(assistant: Assistant, question: str, scores: Sequence[float]) -> Evidence:
    """The question's evidence with these scores given to its hits, the best first."""
    found = assistant.evidence(question)
    hits = [hit for hit in found.hits if hit.document.title.startswith("长宁市")]
    scored = [replace(hit, score=score) for hit, score in zip(hits, scores, strict=False)]
    return replace(found, hits=tuple(scored))


def test_two_clauses_that_are_level_are_both_shown(assistant: Assistant) -> None:
    question = "长宁市场开办者对入场销售者有什么要做"
    level = content.compose(evidence(assistant, question, (5.0, 4.6, 1.0)))
    apart = content.compose(evidence(assistant, question, (5.0, 2.0, 1.0)))
    assert level
    assert apart
    assert len({q.clause.id for s in level.said for q in s.quotes}) == 2
    assert content.BESIDE in level.notices
    assert len({q.clause.id for s in apart.said for q in s.quotes}) == 1
    assert content.BESIDE not in apart.notices


def test_a_copy_takes_no_place_among_the_hits(assistant: Assistant) -> None:
    found = assistant._pipeline._retriever.hits("市场开办者登记证照", 6, None)
    first = [hit for hit in found if hit.document.quote(hit.start, hit.end).startswith("第一条")]
    assert len(first) == 2
    kept = without_copies(found)
    assert [hit for hit in kept if hit in first] == first[:1]
    assert all(hit in found for hit in kept)


def test_a_figure_in_the_clause_far_ahead_is_not_denied(assistant: Assistant) -> None:
    question = "长宁菜场里租个位子一个月交几块钱"
    draft = details.compose(evidence(assistant, question, (9.0, 2.0, 1.0)))
    if draft is not None:
        assert not any("300元" in s.text and "没有规定" in s.text for s in draft.said)

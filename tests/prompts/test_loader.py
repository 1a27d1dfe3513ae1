"""Templates are files; what is missing or left over is an error."""

from __future__ import annotations

import hashlib
import re
from importlib import resources

import pytest

import prompts


def test_the_answer_prompt_is_filled() -> None:
    filled = prompts.fill("answer", clauses="[1] 三、（五） 应用场景\n正文", question="奖励多少？")
    assert "\n[1] 三、（五） 应用场景\n正文\n" in filled
    assert filled.rstrip().endswith("问题：奖励多少？")
    assert not re.search(r"\{[a-z_]+\}", filled)


def test_braces_in_a_value_stay() -> None:
    filled = prompts.fill("answer", clauses="{question}", question="{clauses} {x} {}")
    assert filled.count("{question}") == 1
    assert "问题：{clauses} {x} {}" in filled


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({}, "question"),
        ({"question": "甲"}, "clauses"),
        ({"question": "甲", "clauses": "乙", "extra": "丙"}, "extra"),
        ({"question": "甲", "clause": "乙"}, "clause"),
    ],
)
def test_variables_that_do_not_fit(values: dict[str, str], named: str) -> None:
    with pytest.raises(prompts.PromptError, match=named):
        prompts.fill("answer", **values)


def test_a_template_that_does_not_exist() -> None:
    with pytest.raises(prompts.PromptError, match="no-such"):
        prompts.fill("no-such")


def test_the_digest_is_that_of_the_text() -> None:
    text = (resources.files("prompts") / "answer.md").read_text(encoding="utf-8")
    assert prompts.digest("answer") == hashlib.sha256(text.encode()).hexdigest()[:12]
    assert prompts.template("answer") == text

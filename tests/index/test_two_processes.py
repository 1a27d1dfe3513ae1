"""Another process writes to the home that this one answers from: the next answer here knows."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from tests.index.conftest import DATA

TIAOKUAN = Path(sys.executable).with_name("tiaokuan")
POLICY = DATA / "示例若干措施.txt"
QUESTION = "对首次采购本区机器人产品的单位给予多少奖励？"


@pytest.fixture
def answering(own_home: Path) -> Iterator[Assistant]:
    opened = open_assistant(Settings(home=own_home))
    yield opened
    opened.close()


def in_another_process(*arguments: str) -> subprocess.Popen[str]:
    """``tiaokuan index …`` on the same home."""
    command = [str(TIAOKUAN), "index", *arguments, "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def result(process: subprocess.Popen[str]) -> list[str]:
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    return [row["state"] for row in json.loads(output)["documents"]]


def sources(assistant: Assistant) -> list[str]:
    return [row.source for row in assistant.list_documents().documents]


def cited(assistant: Assistant) -> set[str]:
    return {c.document.source for c in assistant.ask(QUESTION).citations}


def test_an_added_document_is_seen_and_a_removed_one_is_gone(answering: Assistant) -> None:
    before = answering.ask(QUESTION)
    assert POLICY.name not in {c.document.source for c in (*before.citations, *before.closest)}

    assert result(in_another_process("add", str(POLICY))) == ["added"]
    after = answering.ask(QUESTION)
    assert after.outcome == "answered"
    assert [c.document.source for c in after.citations] == [POLICY.name]
    assert "最高50万元" in after.answer
    assert after.library != before.library

    guide = DATA / "重复标号.txt"
    assert [row.state for row in answering.add_paths([guide, POLICY]).documents] == ["added", "unchanged"]

    assert result(in_another_process("remove", POLICY.name)) == ["removed"]
    gone = answering.ask(QUESTION)
    assert POLICY.name not in {c.document.source for c in (*gone.citations, *gone.closest)}
    assert POLICY.name not in sources(answering)
    assert guide.name in sources(answering), "this process wrote as well"
    assert POLICY.name not in {h.citation.document.source for h in answering.search(QUESTION, 50).hits}


def test_every_answer_during_another_s_writing_is_whole(answering: Assistant) -> None:
    """Before, while and after: each answer is the old one or the new one, and none fails."""
    process = in_another_process("add", str(POLICY))
    seen = [cited(answering)]
    while process.poll() is None:
        seen.append(cited(answering))
    assert result(process) == ["added"]
    seen.append(cited(answering))
    assert len(seen) > 3
    assert seen[-1] == {POLICY.name}
    first_new = seen.index({POLICY.name})
    assert all(s == {POLICY.name} for s in seen[first_new:])
    assert all(POLICY.name not in s for s in seen[:first_new])

"""What the terminal and the page say of a document that is no longer in force, and of the library's version."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes import DOCUMENT, FakeAssistant
from ui.cli.entry import main
from ui.render import cite_html, gather, tree_html

Say = Callable[..., list[str]]
PLAN = "渝府办发〔2024〕75号"
EXPIRED = "》已过有效期（有效期至2027年12月31日），请核实是否仍可引用。"


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    def call(*arguments: str) -> list[str]:
        assert main(arguments) == 0
        return capsys.readouterr().out.splitlines()

    return call


@pytest.fixture
def later(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIAOKUAN_TODAY", "2030-01-01")


COMMANDS = (
    ["ask", "空天信息产业由谁牵头？"],
    ["search", "空天信息", "-k", "2"],
    ["cite", "三（五）"],
    ["cite", "三（五）", "--format", "gbt7714"],
    ["match", "低空经济企业"],
)


@pytest.mark.parametrize("command", [*COMMANDS, ["index", "show", PLAN, "--tree"], ["index", "show", PLAN]])
def test_a_document_out_of_force_says_so_at_once(later: None, say: Say, command: list[str]) -> None:
    assert any(line.startswith("注意：《") and line.endswith(EXPIRED) for line in say(*command)[:3])


@pytest.mark.parametrize("command", COMMANDS)
def test_the_version_stands_in_the_last_line(own_home: Path, say: Say, command: list[str]) -> None:
    version = json.loads("\n".join(say(*command, "--json")))["library"]
    assert version.startswith("1-")
    assert f"资料库版本 {version}" in say(*command)[-1]


@pytest.mark.parametrize("command", COMMANDS)
def test_of_a_document_in_force_there_is_no_warning(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, say: Say, command: list[str]
) -> None:
    monkeypatch.setenv("TIAOKUAN_TODAY", "2025-06-01")
    assert not any("已过有效期" in line for line in say(*command))


def test_the_head_of_a_tree_names_the_status(later: None, say: Say) -> None:
    assert say("index", "show", PLAN, "--tree")[0].endswith("，已失效）")


def test_no_kind_of_fact_but_the_three_is_in_the_json(own_home: Path, say: Say) -> None:
    shown = json.loads("\n".join(say("index", "show", PLAN, "--json")))
    assert {f["kind"] for c in shown["clauses"] for f in c["facts"]} == {"agency", "target", "measure"}


def test_the_page_warns_before_the_clauses() -> None:
    assistant = FakeAssistant()
    found = gather(assistant.cite("耐心资本").matches, assistant.clause)
    html = cite_html("耐心资本", found, [], ["《甲》已失效。"], "3-ab")
    assert html.index("《甲》已失效。") < html.index("tk-cited")
    assert html.endswith('<p class="tk-count">资料库 3-ab</p>')
    outline = assistant.outline(DOCUMENT.id)
    outline.document["notice"] = "《甲》已失效。"
    assert '<p class="tk-notice">《甲》已失效。</p>' in tree_html(outline)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cite", ""], "条款号或语句（query）是空的"),
        (["match", " "], "企业情况（text）是空的"),
        (["search", ""], "问题（question）是空的"),
    ],
)
def test_what_is_empty_is_called_by_its_name(
    own_home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err

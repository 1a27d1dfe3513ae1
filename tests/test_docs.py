"""What the READMEs say is there: every setting, every command, every target; and everything they name exists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from assistant.service import Assistant
from assistant.settings import Settings
from ui.cli.entry import build

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.en.md")
PAGES = (*READMES, "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", "docs/documents.md")
# question → outcome; the READMEs offer exactly these to try
TRIED = {
    "空天信息产业由谁牵头？": "answered",
    "到2027年要孵化培育多少家高新技术企业？": "answered",
    "低空经济补贴每家企业最高多少万元？": "unspecified",
    "我们牵头制定了一项行业标准，能得到什么支持？": "answered",
    "第三部分第（五）项": "answered",
    "低空经济和人工智能的牵头单位一样吗？": "answered",
}


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def commands() -> set[str]:
    """Every command as it is typed: ``ask``, ``index add`` …"""
    root: Any = get_command(build())
    found = set()
    for name, command in root.commands.items():
        found |= {f"{name} {sub}" for sub in getattr(command, "commands", {})} or {name}
    return found


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("page", READMES)
def test_every_setting_is_documented_and_no_other(page: str) -> None:
    settings = {f"TIAOKUAN_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"TIAOKUAN_[A-Z_]+", text(page))) == settings


@pytest.mark.parametrize("page", READMES)
def test_every_command_is_documented_and_no_other(page: str) -> None:
    missing = {c for c in commands() if not re.search(rf"`(tiaokuan )?{c}\b", text(page))}
    assert not missing
    first_words = {command.split()[0] for command in commands()}
    assert set(re.findall(r"`tiaokuan ([a-z]+)", text(page))) <= first_words


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_that_is_named_exists(page: str) -> None:
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", text(page), re.MULTILINE)) <= targets()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", text(page))
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@pytest.mark.parametrize("page", [*READMES, "docs/architecture.md", "docs/documents.md"])
def test_every_file_that_is_named_exists(page: str) -> None:
    named = re.findall(r"`((?:index|prompts|assistant|evals|ui|tests|docs)/[\w./]*)`", text(page))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", READMES)
def test_the_questions_to_try_are_those_that_are_tried(page: str) -> None:
    listed = re.findall(r"^\d\. ([^(（\n]*?(?:？|第（五）项))", text(page), re.MULTILINE)
    assert listed == list(TRIED)


@pytest.mark.parametrize(("question", "outcome"), TRIED.items())
def test_the_questions_to_try_are_answered(assistant: Assistant, question: str, outcome: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == outcome
    assert answer.citations

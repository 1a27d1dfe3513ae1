"""Answered, left open or outside: decided from what the document says, in a library of real and made documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer.model import Answer
from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings

FUND = "重庆市住房公积金若干措施.txt"
DOCUMENTS = {
    FUND: """重庆市住房公积金若干措施
一、支持异地缴存职工。四川住房公积金缴存职工在我市申请住房公积金贷款享受同城待遇。
二、提高贷款额度。一人缴存住房公积金的，最高可贷50万元；两人及以上缴存的，最高可贷80万元。
三、本措施自2025年1月1日起施行。
""",
}


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    opened = open_assistant(Settings(home=tmp_path_factory.mktemp("silent") / "home", today="2026-03-01"))
    folder = tmp_path_factory.mktemp("files")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    opened.add_paths([folder])
    return opened


def ask(assistant: Assistant, question: str, document: str) -> Answer:
    return assistant.ask(question, documents=(document,))


def test_a_place_that_the_chosen_document_names_is_not_outside_it(silent: Assistant) -> None:
    answer = ask(silent, "四川交的公积金可以在重庆贷款吗", FUND)
    assert (answer.outcome, answer.citations[0].locator) == ("answered", "一、")
    assert ask(silent, "深圳交的公积金可以在重庆贷款吗", FUND).outcome == "refused"

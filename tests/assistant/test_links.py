"""References as links: within a document, into another document of the library, and to what the library does not hold."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings

LAW = "中华人民共和国示例法\n\n第一条　为了示例，制定本法。\n\n第二条　企业应当登记。\n企业可以申请补助。\n"
RULES = (
    "示例市实施细则\n\n第一条　依照《示例法》第二条第二款、《无关法》第九条，制定本细则。\n\n"
    "第二条　不符合第一条、第八条规定的，不予受理。\n"
)


@pytest.fixture(scope="module")
def assistant(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("links")
    (folder / "示例法.txt").write_text(LAW, encoding="utf-8")
    (folder / "细则.txt").write_text(RULES, encoding="utf-8")
    shutil.copytree(home, folder / "home")
    opened = open_assistant(Settings(home=folder / "home"))
    opened.add_paths([folder / "示例法.txt", folder / "细则.txt"])
    return opened


def test_every_reference_of_a_clause_says_where_it_leads(assistant: Assistant) -> None:
    shown = assistant.show("示例市实施细则")
    found = {
        (c["locator"], link["text"]): (link["quote"], link["clause_id"] is not None)
        for c in shown["clauses"]
        for link in c["references"]
    }
    assert found == {
        ("第一条", "《示例法》第二条第二款"): ("企业可以申请补助。", True),
        ("第一条", "《无关法》第九条"): ("", False),
        ("第二条", "第一条"): ("第一条　依照《示例法》第二条第二款、《无关法》第九条，制定本细则。", True),
        ("第二条", "第八条"): ("", False),
    }


def test_a_link_into_another_document_opens_there(assistant: Assistant) -> None:
    first = next(c for c in assistant.show("示例市实施细则")["clauses"] if c["locator"] == "第一条")
    target = assistant.clause(first["references"][0]["clause_id"])
    assert target.citation.document.title == "中华人民共和国示例法"
    view = assistant.clause(first["id"])
    assert [link.title for link in view.references] == ["示例法", "无关法"]

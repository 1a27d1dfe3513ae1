"""A question in the form of a locator: whatever the drafter's desk takes is taken here, in the document that it names."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings

PARKING = """示例市公共停车场管理暂行办法（试行）

第一条　为了规范停车场管理，制定本办法。

第二条　经营性停车场应当办理备案。
备案由市城市管理局负责，不收取费用。
备案有效期五年。

第三条　申请备案应当提交下列材料：
（一）备案申请表（见附件1）；
（二）营业执照。
提交的材料应当真实。

附件1
停车场备案收费标准
费用名称\t金额（元）
工本费\t5
变更手续费\t20

6.本表由市城市管理局解释。
"""
NOISE = """示例市道路照明管理办法

第一条　为了加强道路照明管理，制定本办法。

第二条　道路照明设施由市城市管理局维护。
照明设施不得擅自拆除。
"""


@pytest.fixture(scope="module")
def assistant(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("lookup")
    (folder / "停车场办法.txt").write_text(PARKING, encoding="utf-8")
    (folder / "照明办法.txt").write_text(NOISE, encoding="utf-8")
    shutil.copytree(home, folder / "home")
    opened = open_assistant(Settings(home=folder / "home"))
    opened.add_paths([folder / "停车场办法.txt", folder / "照明办法.txt"])
    return opened


@pytest.mark.parametrize(
    ("asked", "locator", "quote"),
    [
        ("示例市公共停车场管理暂行办法第二条第二款", "第二条第二款", "备案由市城市管理局负责，不收取费用。"),
        ("《示例市公共停车场管理暂行办法》第二条第三款的原文", "第二条第三款", "备案有效期五年。"),
        ("示例市道路照明管理办法第二条第二款是什么", "第二条第二款", "照明设施不得擅自拆除。"),
        ("停车场管理办法第二条第二款", "第二条第二款", "备案由市城市管理局负责，不收取费用。"),
        ("公园管理办法第二条第二款", None, ""),
        ("示例市停车场办法第二条第二款", "第二条第二款", "备案由市城市管理局负责，不收取费用。"),
        ("示例市停车场办法第三条第二款", "第三条第二款", "提交的材料应当真实。"),
        (
            "示例市停车场办法第三条第一款",
            "第三条第一款",
            "第三条　申请备案应当提交下列材料：\n（一）备案申请表（见附件1）；\n（二）营业执照。",
        ),
        ("附件1表1第2行", "附件1表1第2行", "变更手续费\t20"),
        ("附件1表1第2行是什么", "附件1表1第2行", "变更手续费\t20"),
        ("请问示例市停车场办法附件1表1第1行的原文", "附件1表1第1行", "工本费\t5"),
    ],
)
def test_what_is_looked_up(assistant: Assistant, asked: str, locator: str | None, quote: str) -> None:
    answer = assistant.ask(asked)
    first = next(iter(answer.citations), None)
    if locator is None:
        assert answer.outcome == "refused"
    else:
        assert first is not None
        assert (first.locator, first.quote) == (locator, quote)
        assert first.formatted.endswith(locator)


def test_the_desk_names_documents_alike(assistant: Assistant) -> None:
    (match,) = assistant.cite("示例市停车场办法第二条第二款").matches
    assert (match.locator, match.path) == ("第二条第二款", ("第二条", "第二款"))


@pytest.mark.parametrize("asked", ["第六条", "示例市停车场办法第六条"])
def test_a_note_is_no_article(assistant: Assistant, asked: str) -> None:
    found = assistant.cite(asked, documents=["停车场办法"])
    assert found.matches == ()
    assert [c.locator for c in found.nearest][:2] == ["第三条", "第二条"]
    answer = assistant.ask(asked, documents=["停车场办法"])
    assert answer.outcome == "refused"
    assert "第三条" in answer.answer


def test_a_sentence_of_one_paragraph_is_cited_by_it(assistant: Assistant) -> None:
    answer = assistant.ask("停车场备案由谁负责，收取费用吗", documents=["停车场办法"])
    assert "第二条第二款" in [c.locator for c in answer.citations]

"""An answer that rests on a document out of force says so at once, wherever it is read."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from index.errors import InputError
from ui.render.text import answer_markdown

TODAY = date(2026, 6, 1)
TWO = (
    "示例市人民政府关于印发《示例市屋顶绿化办法》和《示例市河道养护办法》的通知\n\n示府发〔2022〕7号\n\n"
    "现将《示例市屋顶绿化办法》和《示例市河道养护办法》印发给你们。\n\n示例市人民政府\n2022年3月1日\n\n"
    "示例市屋顶绿化办法\n\n第一条　市园林局负责屋顶绿化的验收。\n\n第二条　本办法自2022年3月1日起施行，有效期3年。\n\n"
    "示例市河道养护办法\n\n第一条　市水利局负责河道养护的巡查。\n\n第二条　市财政局负责河道养护经费的拨付。\n\n"
    "第三条　除第二条外，本办法自2022年3月1日起施行，有效期5年。\n"
)
FILES = [
    ("两个办法.txt", TWO),
    (
        "奖励办法.txt",
        "示例市企业奖励办法\n\n示府发〔2020〕3号\n\n第一条　市科技局负责企业创新奖励的受理。\n\n"
        "第二条　本办法自2020年3月1日起施行，有效期3年。\n",
    ),
    (
        "停车办法.txt",
        "示例市停车补助办法\n\n示府发〔2021〕4号\n\n第一条　市交通局负责停车补助的发放。\n\n"
        "第二条　本办法自2021年3月1日起施行。\n",
    ),
    (
        "停车新办法.txt",
        "示例市公共停车管理办法\n\n示府发〔2025〕9号\n\n第一条　市城管局管理公共停车场。\n\n"
        "第二条　本办法自2025年5月1日起施行。《示例市停车补助办法》（示府发〔2021〕4号）同时废止。\n",
    ),
    (
        "园区办法.txt",
        "示例市园区准入办法\n\n第一条　市商务局负责园区准入的审核。\n\n第二条　本办法自2026年9月1日起施行。\n",
    ),
]


@pytest.fixture(scope="module")
def desk(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("in_force") / "home"
    shutil.copytree(home, folder)
    opened = open_assistant(Settings(home=folder, today=TODAY))
    opened.add_files([(name, text.encode()) for name, text in FILES])
    return opened


@pytest.mark.parametrize(
    ("question", "document", "status", "notice"),
    [
        (
            "企业创新奖励由谁受理？", "奖励办法.txt", "expired",
            "《示例市企业奖励办法》已过有效期（有效期至2023年2月28日），请核实是否仍可引用。",
        ),
        (
            "停车补助由谁发放？", "停车办法.txt", "superseded",
            "《示例市停车补助办法》已被替代（已由《示例市公共停车管理办法》（示府发〔2025〕9号）废止），请改用现行文件。",
        ),
        ("园区准入由谁审核？", "园区办法.txt", "unknown", "《示例市园区准入办法》尚未施行，自2026年9月1日起施行。"),
    ],
)  # fmt: skip
def test_the_warning_comes_first(
    desk: Assistant, question: str, document: str, status: str, notice: str
) -> None:
    answer = desk.ask(question, documents=[document])
    assert {c.document.status for c in answer.citations} == {status}
    assert answer.notices[0] == notice
    assert answer.answer.startswith(f"注意：{notice}")


def test_the_page_shows_it_before_the_sentences(desk: Assistant) -> None:
    answer = desk.ask("企业创新奖励由谁受理？", documents=["奖励办法.txt"])
    shown = answer_markdown(answer)
    assert shown.startswith("> 《示例市企业奖励办法》已过有效期")
    assert shown.count("已过有效期") == 1


def test_a_document_in_force_brings_no_warning(desk: Assistant) -> None:
    answer = desk.ask("空天信息产业由谁牵头？", documents=["渝府办发〔2024〕75号"])
    assert {c.document.status for c in answer.citations} == {"current"}
    assert not any("有效期" in n or "替代" in n or "施行" in n for n in answer.notices)


def test_list_show_and_search_say_the_same(desk: Assistant) -> None:
    listed = {row.source: row for row in desk.list_documents().documents}
    assert (listed["停车办法.txt"].status, listed["奖励办法.txt"].status) == ("superseded", "expired")
    assert listed["停车办法.txt"].status_reason == "已由《示例市公共停车管理办法》（示府发〔2025〕9号）废止"
    assert desk.show("停车办法.txt")["document"]["status"] == "superseded"
    assert desk.outline("停车办法.txt").document["status"] == "superseded"
    found = desk.search("停车补助", documents=["停车办法.txt"]).hits
    assert {h.citation.document.status for h in found} == {"superseded"}
    (repeal,) = desk.show("停车新办法.txt")["document"]["repeals"]
    written = "《示例市停车补助办法》（示府发〔2021〕4号）"
    at = dict(FILES)["停车新办法.txt"].index(written)
    assert repeal == {
        "title": "示例市停车补助办法", "number": "示府发〔2021〕4号", "start": at, "end": at + len(written)
    }  # fmt: skip


def test_the_user_sets_a_status_and_takes_it_back(desk: Assistant) -> None:
    (row,) = desk.set_status("示府发〔2020〕3号", "current").documents
    assert (row.status, row.status_reason) == ("current", "由使用者设定")
    assert not any(
        "有效期" in n for n in desk.ask("企业创新奖励由谁受理？", documents=["奖励办法.txt"]).notices
    )
    (row,) = desk.set_status("示府发〔2020〕3号", "auto").documents
    assert row.status == "expired"
    with pytest.raises(InputError) as caught:
        desk.set_status("示府发〔2020〕3号", "valid")
    assert "auto" in caught.value.hint


@pytest.mark.parametrize(
    ("question", "status", "notices"),
    [
        ("屋顶绿化由谁验收？", "expired", ["《示例市屋顶绿化办法》已过有效期（有效期至2025年2月28日），请核实是否仍可引用。"]),
        ("河道养护由谁巡查？", "current", []),
        ("河道养护经费由谁拨付？", "unknown", ["《示例市河道养护办法》就第二条的期限另有规定，请核对原文。"]),
    ],
)  # fmt: skip
def test_of_two_instruments_in_one_file_each_stands_for_itself(
    desk: Assistant, question: str, status: str, notices: list[str]
) -> None:
    answer = desk.ask(question, documents=["两个办法.txt"])
    assert answer.citations[0].document.status == status
    assert [n for n in answer.notices if "期" in n] == notices


def test_a_document_shows_each_instrument_with_its_days(desk: Assistant) -> None:
    shown = desk.show("两个办法.txt")["document"]
    (row,) = [r for r in desk.list_documents().documents if r.source == "两个办法.txt"]
    assert (row.title, row.carried) == (shown["title"], ("示例市屋顶绿化办法", "示例市河道养护办法"))
    assert (
        (row.effective, row.expires) == (shown["effective"], shown["expires"]) == ("2022-03-01", "2027-02-28")
    )
    assert [(i["title"], i["expires"], i["status"]) for i in shown["instruments"][1:]] == [
        ("示例市屋顶绿化办法", "2025-02-28", "expired"), ("示例市河道养护办法", "2027-02-28", "current")
    ]  # fmt: skip
    assert [e["text"] for e in shown["instruments"][2]["exceptions"]] == ["第二条"]

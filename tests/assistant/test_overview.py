"""What several documents say of one matter: a table with a row a document, cited or 未规定."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from assistant.answer.model import Answer, Statement
from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from tests.assistant.asking import asking
from tests.assistant.citing import bare
from tests.scripted import serving
from ui.render.text import answer_markdown, answer_plain

TODAY = date(2026, 6, 1)
EAST = """东江市人才引进办法

东府发〔2025〕3号

第一条　对引进的博士，给予一次性购房补贴30万元。

第二条　首台（套）装备经认定的，给予奖励100万元。

第三条　市科技局负责首台（套）装备的认定。

第四条　享受购房补贴的人才，应当在本市服务满5年。

第五条　本办法自2025年3月1日起施行，有效期5年。
"""
WEST = """西河市人才安居办法

西府发〔2024〕8号

第一条　对引进的博士，给予一次性购房补贴20万元。

第二条　享受购房补贴的人才，应当在本市服务满5年。

第三条　市科技局负责购房补贴的受理。

第四条　本办法自2024年5月1日起施行，有效期5年。
"""
SOUTH = """南山市人才购房若干规定

南府发〔2019〕2号

第一条　对引进的博士，给予一次性购房补贴15万元。

第二条　首台（套）装备经认定的，给予奖励50万元。

第三条　本规定自2019年5月1日起施行，有效期3年。
"""
FILES = [
    ("东江市人才引进办法.txt", EAST),
    ("西河市人才安居办法.txt", WEST),
    ("南山市人才购房若干规定.txt", SOUTH),
]


@pytest.fixture(scope="module")
def desk(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("overview") / "home"
    shutil.copytree(home, folder)
    opened = open_assistant(Settings(home=folder, today=TODAY))
    opened.add_files([(name, text.encode()) for name, text in FILES])
    return opened


def rows(answer: Answer) -> list[Statement]:
    return [said for said in answer.statements if said.row]


def cell(answer: Answer, name: str) -> str:
    """What the row says whose first cell holds ``name``."""
    (found,) = [said.row[-1][1] for said in rows(answer) if name in said.row[0][1]]
    return found


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("各文件对博士的购房补贴有什么区别？", {"东江": "30万元", "西河": "20万元", "南山": "15万元"}),
        ("比较东江和西河对博士的购房补贴", {"东江": "30万元", "西河": "20万元"}),
        ("东江市和南山市对首台套的奖励有何不同？", {"东江": "100万元", "南山": "50万元"}),
        ("东江和西河对首台套的奖励有何不同？", {"东江": "100万元", "西河": "未规定"}),
        ("《东江市人才引进办法》和《西河市人才安居办法》在服务年限上有何不同？", {"东江": "满5年", "西河": "满5年"}),
        ("各文件的有效期分别到什么时候？", {"东江": "有效期5年", "西河": "有效期5年", "南山": "有效期3年"}),
        ("哪些文件规定了首台套奖励？", {"东江": "100万元", "南山": "50万元"}),
        ("除南山外，还有哪些文件规定了博士购房补贴？", {"东江": "30万元", "西河": "20万元"}),
    ],
)  # fmt: skip
def test_a_row_a_document(desk: Assistant, question: str, cells: dict[str, str]) -> None:
    answer = desk.ask(question)
    assert answer.outcome == "answered"
    for name, says in cells.items():
        assert says in cell(answer, name), name
    plan = [said for said in rows(answer) if "未来产业" in said.row[0][1]]
    assert len(rows(answer)) - len(plan) == len(cells)


def test_the_table_says_what_its_statements_say(desk: Assistant) -> None:
    answer = desk.ask("各文件对博士的购房补贴有什么区别？")
    table = [line for line in answer.answer.split("\n") if line.startswith("|")]
    assert table[1] == "| --- | --- |"
    assert len(table) == 2 + len(rows(answer))
    for line, said in zip(table[2:], rows(answer), strict=True):
        markers = "".join(f"[{n}]" for n in said.citations)
        assert line == f"| {said.row[0][1]} | {said.row[1][1]}{markers} |"
        assert said.citations
        assert said.text == said.row[1][1]
    numbers = [int(n) for n in re.findall(r"\[(\d+)\]", answer.answer)]
    assert sorted(set(numbers)) == [c.n for c in answer.citations]
    sources = dict(FILES)
    for citation in answer.citations:
        text = sources[citation.document.source]
        assert bare(citation.quote) == bare(text[citation.start : citation.end])


def test_current_before_expired_newer_before_older(desk: Assistant) -> None:
    answer = desk.ask("各文件对博士的购房补贴有什么区别？")
    names = [said.row[0][1] for said in rows(answer)]
    assert names == [
        "《东江市人才引进办法》",
        "《西河市人才安居办法》",
        "《南山市人才购房若干规定》（已失效）",
    ]
    assert any("南山市人才购房若干规定" in notice for notice in answer.notices)


def test_what_a_document_does_not_provide_has_no_citation(desk: Assistant) -> None:
    (silent,) = [s for s in rows(desk.ask("东江和西河对首台套的奖励有何不同？")) if not s.citations]
    assert silent.text == "《西河市人才安居办法》未规定首台套的奖励。"
    assert silent.row[-1][1] == "未规定"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("东江和西河对博士的购房补贴哪个高？", "数额上东江较高：东江为30万元，西河为20万元；"),
        ("东江和西河对博士的购房补贴哪个低？", "数额上西河较低：东江为30万元，西河为20万元；"),
        ("东江和西河对享受购房补贴人才的服务年限要求一样吗？", "一样：写明的都是5年。"),
        ("东江和西河对博士的购房补贴一样吗？", "不一样：东江写有30万元，西河写有20万元。"),
    ],
)
def test_first_whether_they_are_the_same(desk: Assistant, question: str, verdict: str) -> None:
    answer = desk.ask(question)
    assert answer.statements[0].text.startswith(verdict)
    assert len(answer.statements[0].citations) == 2
    assert len(rows(answer)) == 2


def test_documents_that_do_not_provide(desk: Assistant) -> None:
    answer = desk.ask("哪些文件没有规定首台套奖励？", documents=[name for name, _ in FILES])
    assert [s.row[0][1] for s in rows(answer)] == ["《西河市人才安居办法》"]


def test_a_place_that_the_library_lacks_is_not_compared(desk: Assistant) -> None:
    answer = desk.ask("比较东江和上海对博士的购房补贴")
    assert not rows(answer)
    assert not (answer.outcome == "answered" and "上海" in answer.answer)


def test_one_document_alone_is_no_comparison(assistant: Assistant) -> None:
    answer = assistant.ask("各区县的未来产业政策在人才上有何不同？")
    assert len(rows(answer)) == 1
    assert "库中只有这一份文件有这方面的规定，无从比较。" in answer.notices


def test_an_agency_in_several_documents_is_answered_document_by_document(desk: Assistant) -> None:
    answer = desk.ask("市科技局负责哪些事项？")
    for name in ("东江市人才引进办法", "西河市人才安居办法", "未来产业培育行动计划"):
        assert sum(f"《{name}" in said.text or name in said.text for said in answer.statements) == 1


def test_every_face_shows_the_table(desk: Assistant) -> None:
    answer = desk.ask("东江和西河对首台套的奖励有何不同？")
    assert "| 《西河市人才安居办法》 | 未规定 |" in answer_markdown(answer)
    assert "《东江市人才引进办法》：首台（套）装备经认定的，给予奖励100万元。[1]" in answer_plain(answer)


def test_no_model_is_asked_for_a_table(assistant: Assistant) -> None:
    with serving() as model, asking(assistant, model.url) as worded:
        answer = worded.ask("各区县的未来产业政策在人才上有何不同？")
        assert rows(answer)
        assert answer.mode == "extractive"
        assert not model.requests


def test_a_field_of_the_head_is_shown_by_its_value(desk: Assistant) -> None:
    answer = desk.ask("各文件的文号分别是什么？")
    assert cell(answer, "东江市") == "东府发〔2025〕3号"
    assert cell(answer, "西河市") == "西府发〔2024〕8号"

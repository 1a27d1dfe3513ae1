"""The check that nothing is lost: on the carried documents, and on readings from which something was taken."""

from __future__ import annotations

import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from evals.lossless import Task, examine, judge, main, run, tasks
from evals.source import source_of
from index.clauses.document import Document
from index.clauses.parse import parse
from index.read import read
from tests.index.read.word_files import docx

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
TEXT = "示例办法\n第一条　为了示例，制定本办法。\n第二条　补助如下：\n（一）设备；\n（二）租金。\n"


def paragraph(*runs: str) -> str:
    return (
        "<w:p>" + "".join(run if run[0] == "<" else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"
    )


def test_the_carried_documents_lose_nothing() -> None:
    totals = run([DOCUMENTS], processes=1)
    assert totals.files >= 16
    assert not totals.findings, totals.findings


def parsed(text: str = TEXT) -> Document:
    return parse(read("示例办法.txt", text.encode()), "示例办法.txt")


def test_a_sound_document_passes() -> None:
    assert judge(parsed(), source_of("示例办法.txt", TEXT.encode())) is None


@pytest.mark.parametrize(
    ("line", "passage"),
    [
        ("（一）设备；\n", "（一）设备；"),
        ("第一条　为了示例，制定本办法。\n", "第一条为了示例，制定本办法。"),
    ],
)
def test_a_line_that_the_reader_loses_is_found(line: str, passage: str) -> None:
    kind, words = judge(parsed(TEXT.replace(line, "")), source_of("示例办法.txt", TEXT.encode())) or ("", "")
    assert (kind, passage in words) == ("丢字", True)


def test_a_line_that_is_printed_twice_must_stand_twice() -> None:
    twice = TEXT + "（二）租金。\n"
    kind, words = judge(parsed(), source_of("示例办法.txt", twice.encode())) or ("", "")
    assert (kind, "（二）租金。" in words) == ("丢字", True)


def test_what_the_tree_loses_is_found() -> None:
    document = parsed()
    kind, words = judge(replace(document, clauses=document.clauses[:-1]), None) or ("", "")
    assert (kind, "（二）租金。" in words) == ("丢字", True)


def test_repeated_ids_and_disorder_are_found() -> None:
    document = parsed()
    one = document.clauses[1].id
    same = tuple(replace(c, id=one) if i == 2 else c for i, c in enumerate(document.clauses))
    assert (judge(replace(document, clauses=same), None) or ("",))[0] == "重号"
    late = tuple(replace(c, start=0) if i == 2 else c for i, c in enumerate(document.clauses))
    assert (judge(replace(document, clauses=late), None) or ("",))[0] == "错序"


def test_a_word_file_is_compared_with_its_own_text_without_what_was_deleted() -> None:
    gone = "<w:del><w:r><w:delText>删去的</w:delText></w:r></w:del>"
    moved = "<w:moveFrom><w:r><w:t>移走的</w:t></w:r></w:moveFrom>"
    body = paragraph("第一条　甲", gone, "乙。") + paragraph(moved, "第二条　丙。")
    source = source_of(
        "甲.docx", docx(body, footnotes=f'<w:footnote w:id="2">{paragraph("注一。")}</w:footnote>')
    )
    assert source is not None
    assert [*map("".join, source.paragraphs)] == ["第一条　甲乙。", "第二条　丙。"]
    assert [*map("".join, source.anywhere)] == ["注一。"]
    assert examine(Task("甲.docx", data=docx(body))).failure is None


def test_marks_of_markdown_and_where_a_link_leads_are_no_text() -> None:
    text = "# 示例办法\n\n<!-- 说明 -->\n\n第一条 见[示例](https://example.org/a)，**制定**本办法。\n"
    assert examine(Task("示例办法.md", data=text.encode())).failure is None


def test_archives_folders_and_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "甲.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "图.xyz").write_text("不读", encoding="utf-8")
    with tarfile.open(tmp_path / "法规.tar.gz", "w:gz") as tar:
        tar.add(tmp_path / "甲.txt", "法/甲.txt")
    assert [task.name for task in tasks([tmp_path / "法规.tar.gz"])] == ["法/甲.txt"]
    assert main([str(tmp_path / "法规.tar.gz"), str(tmp_path), "--processes", "1"]) == 0
    assert "2 件" in capsys.readouterr().out
    (tmp_path / "空.txt").write_text("", encoding="utf-8")
    assert main([str(tmp_path), "--processes", "1"]) == 1
    assert "未读 1" in capsys.readouterr().out

"""Page numbers that a conversion left in the text are no text; whatever only looks like one stays."""

from __future__ import annotations

import pytest

from index.clauses import parse
from index.read.page_numbers import without_page_numbers
from index.read.reading import Reading, ReadingWriter, RowCell


def _lines(*lines: str) -> Reading:
    writer = ReadingWriter()
    for line in lines:
        writer.paragraph(line)
    return writer.reading()


@pytest.mark.parametrize(
    ("case", "lines", "kept"),
    [
        ("between dashes", ["第一条 甲。", "—  3  —", "第二条 乙。"], ["第一条 甲。", "第二条 乙。"]),
        ("with the whole", ["甲。", "第 1 页 共 2 页", "乙。", "第 2 页 共 2 页"], ["甲。", "乙。"]),
        ("counting up", ["甲。", "第3页", "乙。", "第4页", "丙。"], ["甲。", "乙。", "丙。"]),
        ("of so many", ["甲。", "1/5", "乙。", "2/5"], ["甲。", "乙。"]),
        ("a dash that is left of one", ["甲", "—", "乙。", "— 2 —", "丙。", "— 3 —"], ["甲", "乙。", "丙。"]),
        ("once without dress", ["详见", "第3页"], None),
        ("going back", ["第4页", "甲。", "第3页"], None),
        ("a bare number in a list", ["附件", "14", "会议纪要", "附件", "15", "附件", "16"], None),
        ("a dash of the text", ["T", "—", "2023"], None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_page_numbers(case: str, lines: list[str], kept: list[str] | None) -> None:
    reading = without_page_numbers(_lines(*lines))
    assert [reading.text[b.start : b.end] for b in reading.blocks] == (kept or lines)
    assert bool(reading.remarks) is bool(kept)


def test_bare_numbers_of_plain_text_are_pages_only_where_they_count_and_stand_far_apart() -> None:
    page = "各级人民政府应当加强统一领导。" * 20
    far = "\n".join(f"{page}\n{n}" for n in (7, 8, 9))
    assert without_page_numbers(Reading.of_lines(far)).text == "\n".join([page] * 3) + "\n"
    near = "\n".join(["序号", "1", "甲", "2", "乙", "3", "丙"])
    assert without_page_numbers(Reading.of_lines(near)).text == near


def test_what_stands_behind_keeps_its_place() -> None:
    writer = ReadingWriter()
    writer.paragraph("甲。")
    writer.paragraph("— 1 —")
    writer.row([RowCell("名称", 0), RowCell("标准", 1)], 1)
    reading = without_page_numbers(writer.reading())
    row = reading.blocks[-1]
    assert [reading.text[c.start : c.end] for c in row.cells] == ["名称", "标准"]


def test_a_sentence_goes_on_over_the_page() -> None:
    articles = [f"第{n}条 各部门依法履行职责，接受社会监督。" for n in "一二三四"]
    broken = ["第五条 申请人可以自收到决定之日起十日内，向上一级主管", "— 2 —", "部门申请复核。"]
    document = parse(_lines("某某办法", *articles, *broken), "某某办法.docx")
    assert document.clauses[-1].text == "第五条 申请人可以自收到决定之日起十日内，向上一级主管部门申请复核。"
    assert document.remarks == ("文中夹有 1 处页码（如「— 2 —」），不算正文，已略去",)

"""PDF with a text layer: paragraphs from the layout, margins left out, columns, tables, notes, turned pages."""

from __future__ import annotations

import pytest

from index.read.layout.characters import meant
from index.read.pdf import read_pdf
from index.read.reading import Reading
from tests.index.read.pdf_files import COLUMNS, LEFT, PITCH, SIZE, PdfPage, pdf

FIRST = "第一条　为了规范未来产业专项资金的管理，提高资金使用效益，根据有关法律、法规的规定，结合本市实际，制定本办法。"
SECOND = "第二条　本办法所称专项资金，是指2024年至2027年由市级财政预算安排，用于支持AI Agent、6G等领域企业发展的资金。"
THIRD = "第三条　专项资金的管理和使用，应当遵循公开、公平、公正的原则，接受社会监督。"


def texts(reading: Reading) -> list[str]:
    return [reading.text[block.start : block.end] for block in reading.blocks]


def rows(reading: Reading) -> list[list[str]]:
    return [
        [reading.text[c.start : c.end] for c in block.cells]
        for block in reading.blocks
        if block.kind == "row"
    ]


def read(*pages: PdfPage) -> Reading:
    return read_pdf("文件.pdf", pdf(pages))


def test_lines_become_paragraphs() -> None:
    page = PdfPage()
    y = 100.0
    for text in (FIRST, SECOND, THIRD):
        y = page.paragraph(y, text)
    reading = read(page)
    assert texts(reading) == [FIRST, SECOND, THIRD]
    assert not reading.wrapped


def test_a_paragraph_over_a_page_stays_one_and_keeps_the_page_where_it_begins() -> None:
    long = FIRST * 3
    lines = -(-len(long) // COLUMNS)
    one, two = PdfPage(), PdfPage()
    y = one.paragraph(100, THIRD)
    one.paragraph(y, long[: COLUMNS * (lines // 2) - 2])
    two.paragraph(two.paragraph(100, long[COLUMNS * (lines // 2) - 2 :], indent=0), SECOND)
    reading = read(one, two)
    assert texts(reading) == [THIRD, long, SECOND]
    assert [block.page for block in reading.blocks] == [1, 1, 2]


def test_a_short_line_ends_a_paragraph_and_titles_stay_apart() -> None:
    page = PdfPage().text(188, 80, "某某市专项资金管理办法", 20).text(260, 120, "第一章　总则")
    page.text(LEFT, 160, "各区县（自治县）人民政府：")
    page.paragraph(188, FIRST)
    assert texts(read(page)) == [
        "某某市专项资金管理办法",
        "第一章　总则",
        "各区县（自治县）人民政府：",
        FIRST,
    ]


@pytest.mark.parametrize(
    "number", ["— {} —", "－{}－", "-{}-", "第{}页", "第 {} 页 共 4 页", "{}/4", "{}", "Page {} of 4"]
)
def test_page_numbers_are_left_out(number: str) -> None:
    pages = []
    for n in range(1, 5):
        page = PdfPage().text(280, 800, number.format(n), 12)
        page.paragraph(page.paragraph(100, "甲乙丙丁"[n - 1] + FIRST), SECOND)
        pages.append(page)
    assert texts(read(*pages)) == [text for char in "甲乙丙丁" for text in (char + FIRST, SECOND)]


def test_running_heads_are_left_out_but_a_line_that_stands_once_stays() -> None:
    pages = []
    for n in range(5):
        page = PdfPage().text(200, 50, "某某市人民政府公报 2024年第3期", 10)
        page.text(300, 810, f"http://www.example.gov.cn/3.html {n + 1}/5", 8)
        if n == 0:
            page.text(400, 70, "特急", 12)
        page.paragraph(page.paragraph(100, FIRST), THIRD)
        pages.append(page)
    assert texts(read(*pages)) == ["特急", *[FIRST, THIRD] * 5]


def test_pages_that_begin_alike_keep_their_text() -> None:
    pages = []
    for name in "甲乙丙丁":
        page = PdfPage()
        page.paragraph(page.paragraph(page.paragraph(100, "申请单位："), FIRST), f"{name}方：" + THIRD)
        pages.append(page)
    assert texts(read(*pages)) == [
        t for name in "甲乙丙丁" for t in ("申请单位：", FIRST, f"{name}方：" + THIRD)
    ]


def test_numbers_in_the_text_are_no_page_numbers() -> None:
    page = PdfPage().text(LEFT, 100, "2024").text(LEFT + 32, 130, "第3页所列项目继续有效。")
    assert texts(read(page)) == ["2024", "第3页所列项目继续有效。"]


def test_two_columns_are_read_one_after_the_other() -> None:
    page = PdfPage().text(200, 60, "某某市统计公报摘要", 22)
    left = page.paragraph(100, FIRST, columns=12, x=70)
    page.paragraph(left, THIRD, columns=12, x=70)
    page.paragraph(page.paragraph(100, THIRD, columns=12, x=320), FIRST, columns=12, x=320)
    assert texts(read(page)) == ["某某市统计公报摘要", FIRST, THIRD, THIRD, FIRST]


def test_blanks_come_from_the_file_not_from_the_setting() -> None:
    page = PdfPage()
    for i, char in enumerate("通知要点"):  # set apart by half a square
        page.text(100 + i * 1.5 * SIZE, 100, char)
    page.text(100, 160, "research and development")
    page.text(100, 220, "附　则")
    assert texts(read(page)) == ["通知要点", "research and development", "附　则"]


def test_a_ruled_table_gives_rows_with_merged_cells() -> None:
    xs, ys = [80, 160, 400, 520], [100, 130, 160, 190]
    page = PdfPage().grid([80, 520], [100, 190])
    page.line(160, 130, 520, 130).line(80, 160, 520, 160).line(160, 100, 160, 190).line(400, 130, 400, 190)
    page.text(90, 135, "指标", 12).text(300, 120, "目标", 12)
    page.text(170, 150, "2025年", 12).text(410, 150, "2027年", 12)
    page.text(90, 180, "产值（亿元）", 12).text(170, 180, "100", 12).text(410, 180, "300", 12)
    reading = read(page)
    assert rows(reading) == [["指标", "目标"], ["指标", "2025年", "2027年"], ["产值（亿元）", "100", "300"]]
    assert reading.text.count("指标") == 1
    top = reading.blocks[0]
    assert [(c.column, c.width) for c in top.cells] == [(0, 1), (1, 2)]
    assert {block.table for block in reading.blocks} == {1}
    assert len(xs) == len(ys)


def test_a_table_over_two_pages_is_one_and_repeats_no_head() -> None:
    pages = []
    for n in (1, 2):
        page = PdfPage().grid([80, 160, 520], [100, 130, 160])
        page.text(90, 120, "序号", 12).text(170, 120, "任务", 12).text(90, 150, str(n), 12).text(
            170, 150, f"任务{n}", 12
        )
        pages.append(page)
    reading = read(*pages)
    assert rows(reading) == [["序号", "任务"], ["1", "任务1"], ["2", "任务2"]]
    assert [(b.table, b.page, b.head) for b in reading.blocks] == [(1, 1, True), (1, 1, False), (1, 2, False)]


def test_lines_of_a_cell_join_unless_they_were_ended_on_purpose() -> None:
    page = PdfPage().grid([80, 80 + 6.5 * 12, 520], [100, 160])
    page.text(83, 120, "责任单位和", 12).text(83, 140, "协作单位", 12)
    page.text(180, 120, "市发展改革委", 12).text(180, 140, "市科技局", 12)
    assert rows(read(page)) == [["责任单位和协作单位", "市发展改革委 市科技局"]]


def test_a_frame_around_text_is_no_table() -> None:
    page = PdfPage().grid([70, 530], [80, 220])
    page.paragraph(100, FIRST)
    assert texts(read(page)) == [FIRST]


def test_a_foot_note_stands_behind_the_paragraph_with_its_mark() -> None:
    page = PdfPage()
    page.text(LEFT + 32, 100, "产值连续11").text(LEFT + 32 + 5 * SIZE, 94, "1", 8)
    page.text(LEFT + 32 + 5 * SIZE + 5, 100, "年增长，面积为5km").text(
        LEFT + 32 + 13.5 * SIZE + 5, 94, "2", 8
    )
    page.paragraph(128, THIRD)
    page.line(LEFT, 700, LEFT + 120, 700)
    page.text(LEFT, 716, "1", 6).text(LEFT + 5, 720, "按照可比价格计算。", 10)
    reading = read(page)
    assert [(b.kind, t) for b, t in zip(reading.blocks, texts(reading), strict=True)] == [
        ("paragraph", "产值连续11年增长，面积为5km²"),
        ("note", "1按照可比价格计算。"),
        ("paragraph", THIRD),
    ]


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    page = PdfPage(turned=1)
    for i, line in enumerate(("第一条　本表横排。", "第二条　内容如下。")):
        page.text(100 + i * PITCH, 742, line, matrix="0 1 -1 0")
    assert texts(read(page)) == ["第一条　本表横排。", "第二条　内容如下。"]


def test_text_written_downwards_is_read_from_the_right() -> None:
    page = PdfPage()
    for column, line in enumerate(("中华人民共和国某某部", "关于重申有关事项的通知如下")):
        for i, char in enumerate(line):
            page.text(500 - column * PITCH, 100 + i * 18, char)
    assert texts(read(page)) == ["中华人民共和国某某部", "关于重申有关事项的通知如下"]


def test_a_water_mark_is_left_out_and_said() -> None:
    page = PdfPage()
    page.paragraph(100, FIRST)
    page.text(200, 500, "内部资料", 40, matrix="0.7 0.7 -0.7 0.7")
    reading = read(page)
    assert texts(reading) == [FIRST]
    assert reading.remarks == ("第1页有斜排的文字（多为水印），未收入。",)


@pytest.mark.parametrize(
    ("code", "char"),
    [("⼀", "一"), ("⻓", "长"), ("⻋", "车"), ("︵", "（"), ("\uf0b7", "•"), ("㈠", "㈠"), ("，", "，")],
)
def test_characters_under_another_code(code: str, char: str) -> None:
    assert meant(code) == char

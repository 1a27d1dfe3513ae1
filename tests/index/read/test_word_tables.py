"""Tables of Word documents: rows with their cells, merged ones once; tables that only frame running text."""

from __future__ import annotations

from index.read.reading import Reading
from tests.index.read.word_files import cell, par, read, row, run, table

ACROSS = '<w:gridSpan w:val="{}"/>'
TOP, BELOW = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

Shown = list[tuple[str, int, int]]


def rows(reading: Reading) -> list[Shown]:
    """Each row as text, column and width of its cells."""
    return [
        [(reading.text[c.start : c.end], c.column, c.width) for c in b.cells]
        for b in reading.blocks
        if b.kind == "row"
    ]


def kinds(reading: Reading) -> list[tuple[str, str]]:
    return [(b.kind, reading.text[b.start : b.end]) for b in reading.blocks]


def test_rows_and_heads() -> None:
    head = row("任务", "单位", properties="<w:tblHeader/>")
    reading = read(par("前") + table(head, row("建平台", "市科技局")) + par("后") + table(row("甲", "乙")))
    assert kinds(reading) == [
        ("paragraph", "前"),
        ("row", "任务\t单位"),
        ("row", "建平台\t市科技局"),
        ("paragraph", "后"),
        ("row", "甲\t乙"),
    ]
    assert [(b.table, b.head) for b in reading.blocks if b.kind == "row"] == [
        (1, True),
        (1, False),
        (2, False),
    ]


def test_heads_are_the_rows_at_the_top() -> None:
    """A mark further down means nothing to Word; where all rows have one, none is a head."""
    head = "<w:tblHeader/>"
    some = table(row("甲", "乙", properties=head), row("丙", "丁"), row("戊", "己", properties=head))
    every = table(row("甲", "乙", properties=head), row("丙", "丁", properties=head))
    assert [b.head for b in read(some).blocks] == [True, False, False]
    assert [b.head for b in read(every).blocks] == [False, False]


def test_merged_cells_stand_once() -> None:
    reading = read(
        table(
            row(cell("类别", properties=TOP), cell("指标", properties=ACROSS.format(2))),
            row(cell(properties=BELOW), "2025年", "2027年"),
            row(cell("产业", properties=TOP), "10", "20"),
            row(cell("不显示", properties=BELOW), "30", "40"),
        )
    )
    assert reading.text == "类别\t指标\n2025年\t2027年\n产业\t10\t20\n30\t40"
    assert rows(reading) == [
        [("类别", 0, 1), ("指标", 1, 2)],
        [("类别", 0, 1), ("2025年", 1, 1), ("2027年", 2, 1)],
        [("产业", 0, 1), ("10", 1, 1), ("20", 2, 1)],
        [("产业", 0, 1), ("30", 1, 1), ("40", 2, 1)],
    ]


def test_merging_with_nothing_above_is_a_cell() -> None:
    reading = read(table(row(cell("甲", properties=BELOW), "乙"), row("丙", cell("丁", properties=BELOW))))
    assert rows(reading) == [[("甲", 0, 1), ("乙", 1, 1)], [("丙", 0, 1), ("丁", 1, 1)]]


def test_the_old_way_of_merging_and_cells_that_start_late() -> None:
    old = row(cell("甲", properties='<w:hMerge w:val="restart"/>'), cell(properties="<w:hMerge/>"), "乙")
    late = row("丙", "丁", properties='<w:gridBefore w:val="1"/>')
    assert rows(read(table(old, late))) == [[("甲", 0, 2), ("乙", 2, 1)], [("丙", 1, 1), ("丁", 2, 1)]]


def test_a_cell_is_one_line() -> None:
    broken = par(inner=run("责任") + "<w:r><w:br/><w:tab/></w:r>" + run("单位"))
    assert rows(read(table(row(cell(broken, "如下"), "乙")))) == [[("责任 单位 如下", 0, 1), ("乙", 1, 1)]]


def test_tracked_changes_of_rows_and_cells() -> None:
    reading = read(
        table(
            row("甲", cell("旧", properties='<w:cellDel w:id="1"/>'), "乙"),
            row("旧", "旧", properties='<w:del w:id="2"/>'),
            row("丙", "丁", properties='<w:ins w:id="3"/>'),
        )
    )
    assert rows(reading) == [[("甲", 0, 1), ("乙", 1, 1)], [("丙", 0, 1), ("丁", 1, 1)]]


def test_content_controls_around_rows_and_cells() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    inner = f"<w:tr>{control(cell('甲'))}{cell('乙')}</w:tr>"
    assert rows(read(f"<w:tbl>{control(inner)}{row('丙', '丁')}</w:tbl>")) == [
        [("甲", 0, 1), ("乙", 1, 1)],
        [("丙", 0, 1), ("丁", 1, 1)],
    ]


def test_a_table_within_a_cell_is_read_with_it() -> None:
    inner = table(row("子", "丑"), row("寅", "卯"))
    assert rows(read(table(row("甲", cell(par("见"), inner, par()))))) == [
        [("甲", 0, 1), ("见 子 丑 寅 卯", 1, 1)]
    ]


def test_a_box_of_one_cell_frames_paragraphs() -> None:
    """专栏 are set in such boxes; a table within them stays a table."""
    inner = table(row("指标", "目标"), row("产值", "1000亿元"))
    reading = read(par("正文") + table(row(cell("专栏1 重点工程", "1. 甲", inner, "2. 乙"))) + par("后"))
    assert kinds(reading) == [
        ("paragraph", "正文"),
        ("paragraph", "专栏1 重点工程"),
        ("paragraph", "1. 甲"),
        ("row", "指标\t目标"),
        ("row", "产值\t1000亿元"),
        ("paragraph", "2. 乙"),
        ("paragraph", "后"),
    ]
    assert {b.table for b in reading.blocks} == {None, 1}


def test_a_page_that_was_pasted_as_a_table_is_running_text() -> None:
    articles = [f"第{n}条 本办法的规定应当执行。" for n in "一二三四五六七"]
    reading = read(table(row("", "某某办法", ""), row("", cell(*articles), "")))
    assert kinds(reading) == [("paragraph", text) for text in ("某某办法", *articles)]


def test_a_long_cell_beside_others_stays_a_cell() -> None:
    measures = [f"{n}. 禁止生产、加工使用和进出口这一类物质。" for n in range(1, 9)]
    reading = read(table(row("编号", "名称", "措施"), row("一", "某某物质", cell(*measures))))
    assert [len(r) for r in rows(reading)] == [3, 3]


def test_notes_of_a_table_stand_behind_the_row() -> None:
    notes = f'<w:footnote w:id="1">{par("含税。")}</w:footnote>'
    amount = par("100万元", inner='<w:r><w:footnoteReference w:id="1"/></w:r>')
    reading = read(table(row("金额", cell(amount)), row("期限", "3年")), footnotes=notes)
    assert kinds(reading) == [("row", "金额\t100万元"), ("note", "[1] 含税。"), ("row", "期限\t3年")]


def test_a_table_that_goes_down_deep() -> None:
    """As many tables in each other as the parser lets through, and a thousand rows, are read."""
    body = par("底")
    for _ in range(80):
        body = table(row(cell(body + par())))
    assert read(body).text.split() == ["底"]
    assert len(rows(read(table(*[row("甲", "乙")] * 1000)))) == 1000

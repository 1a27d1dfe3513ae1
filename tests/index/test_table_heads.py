"""Heads over two rows in plain text and in Word, heads that come again behind a page break, lines without a sign."""

from __future__ import annotations

from evals.lossless import judge
from index.clauses import Clause, Document, parse
from index.read.reading import Reading, ReadingWriter, RowCell


def row(writer: ReadingWriter, *cells: str, table: int = 1) -> None:
    writer.row([RowCell(text, i) for i, text in enumerate(cells)], table)


def rows(document: Document) -> list[Clause]:
    return [c for c in document.clauses if c.kind == "row"]


def heads(document: Document, clause: Clause) -> list[str]:
    return ["/".join(document.text[a:b] for a, b in cell.heads) for cell in clause.cells]


def values(document: Document, clause: Clause) -> list[str]:
    return [document.text[cell.start : cell.end] for cell in clause.cells]


def of_text(*lines: str) -> Document:
    return parse("\n".join(("示例方案", "一、范围", *lines, "二、其他", "从其规定。")), "示例方案.txt")


def test_a_second_head_row_of_plain_text_divides_the_heads_above_it() -> None:
    document = of_text(
        "编号\t左侧边线\t右侧边线\t说明", "X\tY\tX\tY", "A1\t137.5\t103.5\t147.5\t113.5\t起点",
        "A2\t138.5\t104.5\t148.5\t114.5\t终点", "A3\t139.5\t105.5\t149.5\t115.5\t红线\t交点",
    )  # fmt: skip
    first, _, last = rows(document)
    assert heads(document, first) == ["编号", "左侧边线/X", "左侧边线/Y", "右侧边线/X", "右侧边线/Y", "说明"]
    assert values(document, first) == ["A1", "137.5", "103.5", "147.5", "113.5", "起点"]
    assert heads(document, last)[-2:] == ["说明", "说明"]
    (table,) = (c for c in document.clauses if c.kind == "table")
    assert table.text == "编号\t左侧边线\t右侧边线\t说明\nX\tY\tX\tY"


def test_heads_are_divided_by_the_words_that_they_share() -> None:
    document = of_text(
        "序号\t门诊病种\t最高支付限额\t有效期", "分类\t病种名称\t职工\t居民", "1\t一类\t高血压\t200元\t50元\t长期",
        "2\t一类\t糖尿病\t200元\t50元\t长期",
    )  # fmt: skip
    expected = [
        "序号",
        "门诊病种/分类",
        "门诊病种/病种名称",
        "最高支付限额/职工",
        "最高支付限额/居民",
        "有效期",
    ]
    assert heads(document, rows(document)[0]) == expected


def test_years_stand_under_the_head_that_names_none() -> None:
    document = of_text(
        "省份\t1995年人数\t扩招\t分年度任务",
        "1996年\t1997年",
        "江苏\t100\t80\t120\t140",
        "上海\t105\t70\t135\t175",
    )
    expected = ["省份", "1995年人数", "扩招", "分年度任务/1996年", "分年度任务/1997年"]
    assert heads(document, rows(document)[0]) == expected


def test_figures_and_words_do_not_stand_under_one_head() -> None:
    document = of_text(
        "序号\t项目\t金额\t备注",
        "个人\t单位",
        "1\t检索费\t2400元\t3000元\t按件",
        "2\t年费\t600元\t900元\t按年",
    )
    assert heads(document, rows(document)[0]) == ["序号", "项目", "金额/个人", "金额/单位", "备注"]


def test_where_several_ways_fit_only_certain_heads_are_given() -> None:
    document = of_text("地区\t甲类\t乙类\t备注", "数量\t金额", "城东\t1\t2\t3\t无", "城西\t4\t5\t6\t无")
    (first, _) = rows(document)
    assert values(document, first) == ["城东", "1", "2", "3", "无"]
    assert heads(document, first) == ["地区", "", "", "", "备注"]


def test_a_row_that_ends_early_keeps_its_columns() -> None:
    document = of_text("序号\t名称\t金额\t备注", "1\t甲\t20\t无", "2\t乙\t30", "3\t丙\t40\t无")
    assert heads(document, rows(document)[1]) == ["序号", "名称", "金额"]


def test_names_under_a_wide_head_of_word_are_heads_too() -> None:
    writer = ReadingWriter()
    for line in ("示例办法", "第一条 短缺量按附表执行。", "附表1"):
        writer.paragraph(line)
    writer.row([RowCell("标注净含量", 0), RowCell("允许短缺量", 1, 2)], 1)
    writer.row([RowCell("", 0), RowCell("百分比", 1), RowCell("克", 2)], 1)
    row(writer, "0~50", "9", "—")
    row(writer, "50~100", "—", "4.5")
    document = parse(writer.reading(), "示例办法.docx")
    assert heads(document, rows(document)[0]) == ["标注净含量", "允许短缺量/百分比", "允许短缺量/克"]
    assert len(rows(document)) == 2


def test_two_body_rows_under_a_wide_head_stay_body_rows() -> None:
    writer = ReadingWriter()
    writer.paragraph("示例办法")
    writer.row([RowCell("名称", 0, 2), RowCell("要求", 2)], 1)
    row(writer, "主机", "台式机", "正常启动")
    row(writer, "主机", "笔记本", "正常启动")
    document = parse(writer.reading(), "示例办法.docx")
    assert heads(document, rows(document)[0]) == ["名称", "名称", "要求"]


def test_a_title_in_the_middle_of_an_empty_row_is_the_caption() -> None:
    writer = ReadingWriter()
    writer.paragraph("示例办法")
    row(writer, "", "表格编码汇编", "")
    row(writer, "序号", "名称", "代码")
    row(writer, "1", "请求书", "10001")
    document = parse(writer.reading(), "示例办法.docx")
    assert [(c.kind, c.heading) for c in document.clauses[1:]] == [
        ("table", "表格编码汇编"),
        ("row", "请求书"),
    ]
    assert heads(document, rows(document)[0]) == ["序号", "名称", "代码"]


def pages(*between: str, second: tuple[str, ...] = ("编号", "名称", "措施")) -> Reading:
    writer = ReadingWriter()
    for line in ("示例清单", "第一条 清单见附表。", "附表", "管控清单"):
        writer.paragraph(line)
    row(writer, "编号", "名称", "措施")
    row(writer, "一", "甲物质", "禁止生产")
    for line in between:
        writer.paragraph(line)
    row(writer, *second, table=2)
    row(writer, "二", "乙物质", "限制使用", table=2)
    row(writer, *second, table=2)
    row(writer, "三", "丙物质", "限制出口", table=2)
    writer.paragraph("注：编号不分先后。")
    return writer.reading()


def test_a_table_that_pages_cut_up_is_one() -> None:
    for between in ((), ("续表",), ("— 3 —", "（续表）"), ("第3页 共5页",)):
        document = parse(pages(*between), "示例清单.docx")
        assert [c.path[-1] for c in document.clauses if c.kind == "table"] == ["表1"]
        assert [c.heading for c in rows(document)] == ["一", "二", "三"]
        assert all(heads(document, one) == ["编号", "名称", "措施"] for one in rows(document))
        assert [c.locator.path[-1] for c in rows(document)] == ["第1行", "第2行", "第3行"]
        assert judge(document, None) is None
        assert "".join("".join(c.text for c in document.clauses).split()) == "".join(document.text.split())


def test_another_table_stays_another_one() -> None:
    for reading in (pages("二、限制类"), pages("表2 限制类"), pages(second=("编号", "名称", "要求"))):
        document = parse(reading, "示例清单.docx")
        assert sum(c.kind == "table" for c in document.clauses) == 2


def test_a_line_with_nothing_to_see_is_no_clause() -> None:
    writer = ReadingWriter()
    for line in ("示例办法", "第一条 甲。", "附表"):
        writer.paragraph(line)
    row(writer, "名称", "金额")
    row(writer, "申请费", "900元")
    for line in ("\u200b", "注：按年缴纳。"):
        writer.paragraph(line)
    document = parse(writer.reading(), "示例办法.docx")
    assert [c.text for c in document.clauses if c.kind == "paragraph"] == ["注：按年缴纳。"]
    assert "".join("".join(c.text for c in document.clauses).split()) == "".join(document.text.split())

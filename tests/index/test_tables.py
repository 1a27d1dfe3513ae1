"""Tables as clauses: rows with the column heads of their cells, captions, frames, plain text with tabs."""

from __future__ import annotations

from index.clauses import Clause, Document, find, parse
from index.read.reading import Reading, ReadingWriter, RowCell
from index.search.passages import LONG, passages


def row(writer: ReadingWriter, *cells: str, table: int = 1) -> None:
    writer.row([RowCell(text, i) for i, text in enumerate(cells)], table)


def shown(document: Document, clause: Clause) -> list[tuple[str, str]]:
    """(column heads, cell) of a row."""
    return [
        ("/".join(document.text[a:b] for a, b in cell.heads), document.text[cell.start : cell.end])
        for cell in clause.cells
    ]


def tasks() -> Reading:
    writer = ReadingWriter()
    for line in ("示例方案", "一、重点任务", "各单位按分工落实。", "表1 任务分工表", "（单位：万元）"):
        writer.paragraph(line)
    row(writer, "序号", "任务", "牵头单位")
    row(writer, "1", "建设平台", "市科技局")
    row(writer, "2", "（一）引进人才", "市人社局")
    writer.paragraph("以上任务按年度推进。")
    writer.paragraph("二、保障措施")
    return writer.reading()


def test_a_row_is_cited_with_its_column_heads() -> None:
    document = parse(tasks(), "示例方案.docx")
    shape = [("/".join(c.path), c.kind, c.heading) for c in document.clauses]
    assert shape == [
        ("", "front", "示例方案"),
        ("一", "clause", "重点任务"),
        ("一/表1", "table", "任务分工表"),
        ("一/表1/第1行", "row", "建设平台"),
        ("一/表1/第2行", "row", "（一）引进人才"),
        ("一/第二款", "paragraph", ""),
        ("二", "clause", "保障措施"),
    ]
    table = document.clauses[2]
    assert table.text == "表1 任务分工表\n（单位：万元）\n序号\t任务\t牵头单位"
    assert shown(document, document.clauses[4]) == [
        ("序号", "2"),
        ("任务", "（一）引进人才"),
        ("牵头单位", "市人社局"),
    ]
    for clause in document.clauses[2:5]:
        assert find(document, str(clause.locator)).clause.id == clause.id
    assert str(document.clauses[4].locator) == "一、表1第2行"


def test_heads_over_two_rows_and_cells_merged_downwards() -> None:
    writer = ReadingWriter()
    writer.paragraph("附件1")
    writer.paragraph("病种及限额")
    top = writer.row([RowCell("病种", 0), RowCell("限额", 1, 2)], 1)
    writer.row([RowCell("", 0, above=top[0]), RowCell("职工", 1), RowCell("居民", 2)], 1)
    first = writer.row([RowCell("一类", 0), RowCell("200元", 1), RowCell("50元", 2)], 1)
    writer.row([RowCell("", 0, above=first[0]), RowCell("300元", 1), RowCell("80元", 2)], 1)
    document = parse(writer.reading(), "示例.docx")
    last = document.clauses[-1]
    assert [str(c.locator) for c in document.clauses] == [
        "附件1",
        "附件1表1",
        "附件1表1第1行",
        "附件1表1第2行",
    ]
    assert document.clauses[0].heading == "病种及限额"
    assert shown(document, last) == [("病种", "一类"), ("限额/职工", "300元"), ("限额/居民", "80元")]
    assert (last.heading, last.text) == ("一类", "300元\t80元")


def test_a_table_that_is_only_a_frame_is_text() -> None:
    writer = ReadingWriter()
    for line in ("示例办法", "第一条 甲。", "第二条 乙。"):
        row(writer, line)
    document = parse(writer.reading(), "示例办法.docx")
    assert [c.path for c in document.clauses] == [(), ("第一条",), ("第二条",)]


def test_tabs_in_plain_text_make_a_table() -> None:
    text = "示例方案\n一、指标\n类别\t序号\t指标\n基础\t1\t就业\n2\t年龄\n加分\t1\t学历\n注：本表供参考。\n二、其他\n"
    document = parse(text, "示例方案.txt")
    rows = [shown(document, c) for c in document.clauses if c.kind == "row"]
    assert rows == [
        [("类别", "基础"), ("序号", "1"), ("指标", "就业")],
        [("类别", "基础"), ("序号", "2"), ("指标", "年龄")],
        [("类别", "加分"), ("序号", "1"), ("指标", "学历")],
    ]
    assert [c.text for c in document.clauses if c.kind == "paragraph"] == ["注：本表供参考。"]


def test_a_note_stays_where_it_stands_and_is_no_label() -> None:
    writer = ReadingWriter()
    for line in ("示例办法", "第一条 甲[1]："):
        writer.paragraph(line)
    writer.note("1. 指本市企业。")
    for line in ("（一）乙；", "（二）丙[2]。"):
        writer.paragraph(line)
    writer.note("2. 含分支机构。")
    writer.paragraph("第二条 丁。")
    document = parse(writer.reading(), "示例办法.docx")
    assert ["/".join(c.path) for c in document.clauses] == [
        "",
        "第一条",
        "第一条/（一）",
        "第一条/（二）",
        "第二条",
    ]
    assert document.clauses[3].text == "（二）丙[2]。\n2. 含分支机构。"


def test_a_small_table_is_one_hit_and_a_long_one_is_found_by_rows() -> None:
    small = parse(tasks(), "示例方案.docx")
    (hit,) = (p for p in passages(small) if small.by_id[p.clause_id].kind == "table")
    assert small.text[slice(*hit.span)].endswith("市人社局")
    writer = ReadingWriter()
    for line in ("示例方案", "一、任务"):
        writer.paragraph(line)
    row(writer, "任务", "牵头单位")
    for i in range(30):
        row(writer, f"任务{i}" + "内容" * LONG, "市科技局")
    long = parse(writer.reading(), "示例方案.docx")
    found = [p for p in passages(long) if long.by_id[p.clause_id].kind == "row"]
    assert len(found) == 30
    assert found[3].embedded.startswith("示例方案｜任务｜任务：任务3内容")
    assert found[3].embedded.endswith("；牵头单位：市科技局")
    assert "牵头单位：" not in long.text[slice(*found[3].span)]

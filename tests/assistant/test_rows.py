"""Table rows in quotations: every cell with its heads, the quotation itself verbatim."""

from __future__ import annotations

from assistant.answer.citations import formats
from assistant.answer.draft import Quote, Said, quote_clause
from assistant.answer.generate import prompt
from assistant.answer.grounding import source_of, supported
from assistant.answer.rows import arranged, pairs, rows_in, spoken
from index.clauses import Document, find, parse
from index.read.reading import ReadingWriter, RowCell


def fees() -> Document:
    writer = ReadingWriter()
    for line in ("示例收费办法", "第一条 收费标准见附表。", "附表1", "收费标准"):
        writer.paragraph(line)
    top = writer.row([RowCell("类别", 0), RowCell("金额（元）", 1, 2)], 1)
    writer.row([RowCell("", 0, above=top[0]), RowCell("个人", 1), RowCell("单位", 2)], 1)
    first = writer.row([RowCell("检索费", 0), RowCell("2400", 1), RowCell("3000。另收工本费。", 2)], 1)
    writer.row([RowCell("", 0, above=first[0]), RowCell("8231", 1), RowCell("", 2)], 1)
    return parse(writer.reading(), "示例收费办法.docx")


def place(document: Document, locator: str) -> Quote:
    clause = find(document, locator).clause
    return Quote(document, clause, clause.start, document.end_of(clause))


def test_a_row_is_said_with_its_heads_and_quoted_without_them() -> None:
    quote = place(fees(), "附表1表1第1行")
    assert quote.text == "检索费\t2400\t3000。另收工本费。"
    (row,) = rows_in(quote.document, quote.start, quote.end)
    assert pairs(row) == "类别：检索费｜金额（元）·个人：2400｜金额（元）·单位：3000。另收工本费。"
    assert (row.line, row.head) == (0, False)


def test_a_cell_merged_with_the_row_above_is_shown_in_both_rows() -> None:
    quote = place(fees(), "附表1表1第2行")
    assert quote.text == "8231"
    assert arranged(quote) == "类别：检索费｜金额（元）·个人：8231"


def test_a_table_holds_its_head_rows_and_its_rows_by_line() -> None:
    quote = place(fees(), "附表1表1")
    rows = rows_in(quote.document, quote.start, quote.end)
    lines = quote.text.split("\n")
    assert [(row.line, row.head) for row in rows] == [(0, True), (1, True), (2, False), (3, False)]
    assert [lines[row.line].split("\t")[0] for row in rows] == ["类别", "个人", "检索费", "8231"]
    assert [(cell.text, cell.width) for cell in rows[0].cells] == [("类别", 1), ("金额（元）", 2)]


def test_text_without_a_table_has_no_rows() -> None:
    quote = place(fees(), "第一条")
    assert rows_in(quote.document, quote.start, quote.end) == ()
    assert formats(quote)["text"] == "“第一条 收费标准见附表。”——《示例收费办法》第一条"


def test_a_sentence_never_runs_cells_together() -> None:
    quote = place(fees(), "附表1表1第1行")
    whole = spoken(Said(f"附表规定：{quote.text}", (quote,)))
    assert whole == "附表规定：类别：检索费｜金额（元）·个人：2400｜金额（元）·单位：3000。另收工本费。"
    part = Quote(quote.document, quote.clause, quote.start, quote.start + len("检索费\t2400\t3000"))
    assert (
        spoken(Said(f"{part.text}。", (part,)))
        == "类别：检索费｜金额（元）·个人：2400｜金额（元）·单位：3000。"
    )
    inside = Quote(quote.document, quote.clause, quote.end - len("另收工本费。"), quote.end)
    assert spoken(Said("另收工本费。", (inside,))) == "另收工本费。"


def test_the_citation_to_paste_has_only_the_cells_in_quotation_marks() -> None:
    shown = formats(place(fees(), "附表1表1第1行"))
    cells = "类别“检索费”，金额（元）·个人“2400”，金额（元）·单位“3000。另收工本费。”"
    assert shown["text"] == f"{cells}——《示例收费办法》附表1表1第1行"
    assert shown["official"] == f"《示例收费办法》附表1表1第1行规定：{cells}"
    assert shown["markdown"].split("\n")[:3] == [
        "> | 类别 | 金额（元）·个人 | 金额（元）·单位 |",
        "> | --- | --- | --- |",
        "> | 检索费 | 2400 | 3000。另收工本费。 |",
    ]


def test_the_rows_of_a_whole_table_stand_on_lines_of_their_own() -> None:
    shown = formats(place(fees(), "附表1表1"))["text"]
    assert shown.startswith("“类别\t金额（元）\n个人\t单位\n检索费\t2400\t3000。另收工本费。\n8231")


def test_a_model_sees_the_heads_and_may_use_their_words() -> None:
    quote = quote_clause(fees(), find(fees(), "附表1表1第1行").clause)
    assert "金额（元）·个人：2400" in prompt("检索费多少？", [quote])
    assert supported("检索费的金额，个人2400", [source_of(quote)])
    assert not supported("检索费的金额，个人2500", [source_of(quote)])

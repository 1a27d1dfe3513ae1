"""The text of Word documents: what a reader of the document sees, in order, once."""

from __future__ import annotations

import pytest

from index.read.word import read_word
from tests.index.read.word_files import blocks, members, par, read, run, style, zipped

DELETED = f'<w:del w:id="1">{run("旧").replace("w:t", "w:delText")}</w:del>'
VML_BOX = "<w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict>"
BOX = (
    "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"
    "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
)


def field(code: str, result: str | None) -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("what", "inner", "shown"),
    [
        ("runs", run("重庆市") + run("人民政府"), ["重庆市人民政府"]),
        ("soft line break", run("关于印发") + "<w:r><w:br/></w:r>" + run("计划的通知"), ["关于印发", "计划的通知"]),
        ("page break", run("上") + '<w:r><w:br w:type="page"/></w:r>' + run("下"), ["上", "下"]),
        ("a page that happened to end", run("上") + "<w:r><w:lastRenderedPageBreak/></w:r>" + run("下"), ["上下"]),
        ("tab", run("总则") + "<w:r><w:tab/></w:r>" + run("1"), ["总则\t1"]),
        ("hyphens", run("A") + "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>" + run("B"), ["A-B"]),
        ("insertion", f'<w:ins w:id="1">{run("新")}</w:ins>{DELETED}', ["新"]),
        ("move", f"<w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('新处')}</w:moveTo>", ["新处"]),
        ("change of format", run("文", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), ["文"]),
        ("link", f"<w:hyperlink>{run('见附件')}</w:hyperlink>", ["见附件"]),
        ("smart tag", f"<w:smartTag><w:smartTag>{run('9月')}</w:smartTag></w:smartTag>", ["9月"]),
        ("content control", f"<w:sdt><w:sdtContent>{run('填写')}</w:sdtContent></w:sdt>", ["填写"]),
        (
            "content control that waits to be filled in",
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处')}</w:sdtContent></w:sdt>",
            [],
        ),
        ("hidden", run("见") + run("藏", "<w:vanish/>") + run("闻", '<w:vanish w:val="0"/>'), ["见闻"]),
        ("hidden in the web view only", run("见", "<w:webHidden/>"), ["见"]),
        ("field", field(" PAGEREF x ", run("12")), ["12"]),
        ("simple field", f'<w:fldSimple w:instr="DATE">{run("2024年")}</w:fldSimple>', ["2024年"]),
        ("field in the code of another", field(f"IF{field('PAGE', run('1'))}=1", run("甲")), ["甲"]),
        ("field that is not closed", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', []),
        ("number drawn into a circle", field(r"eq \o\ac(○,21)", None) + run("甲"), ["㉑甲"]),
        (
            "ruby",
            f"<w:r><w:ruby><w:rt>{run('yú')}</w:rt><w:rubyBase>{run('渝')}</w:rubyBase></w:ruby></w:r>",
            ["渝"],
        ),
        ("symbol", '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>' + run("是"), ["☑是"]),
        ("symbol without a meaning", '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>' + run("是"), ["是"]),
        ("symbol typed", run("\uf0b3", '<w:rFonts w:ascii="Symbol"/>') + run("10"), ["≥10"]),
        (
            "formula",
            "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f></m:oMath>",
            ["(a+b)/c"],
        ),
        ("text box", run("图") + f"<w:r>{BOX.format(par('框内'))}</w:r>", ["图", "框内"]),
        (
            "text box in two forms",
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{BOX.format(par("框内"))}</mc:Choice>'
            f"<mc:Fallback>{VML_BOX.format(par('框内'))}</mc:Fallback></mc:AlternateContent></w:r>",
            ["框内"],
        ),
        (
            "form that is unknown, with a stand-in",
            '<w:r><mc:AlternateContent><mc:Choice Requires="new"><w:t>?</w:t></mc:Choice>'
            "<mc:Fallback><w:t>☎</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            ["☎"],
        ),
        ("word art", '<w:r><w:pict><v:shape><v:textpath string="重庆市文件"/></v:shape></w:pict></w:r>', ["重庆市文件"]),
        ("comment", run("文") + '<w:r><w:commentReference w:id="1"/></w:r>', ["文"]),
    ],
)  # fmt: skip
def test_what_stands_in_a_paragraph(what: str, inner: str, shown: list[str]) -> None:
    assert blocks(par(inner=inner)) == shown, what


def test_paragraphs_keep_their_order_and_empty_ones_their_line() -> None:
    control = f"<w:sdt><w:sdtContent>{par('乙')}{par('丙')}</w:sdtContent></w:sdt>"
    reading = read(par("甲") + par() + control + f"<w:ins>{par('丁')}</w:ins><w:sectPr/>")
    assert reading.text == "甲\n\n乙\n丙\n丁"
    assert [(reading.text[b.start : b.end], b.kind, b.page) for b in reading.blocks] == [
        (text, "paragraph", None) for text in "甲乙丙丁"
    ]
    assert not reading.wrapped
    assert not reading.remarks


@pytest.mark.parametrize(
    ("what", "body", "shown"),
    [
        ("a deleted mark joins", par("第一条", mark='<w:del w:id="1"/>') + par("为了"), ["第一条为了"]),
        ("a moved mark joins", par("甲", mark="<w:moveFrom/>") + par("乙"), ["甲乙"]),
        ("a hidden mark joins", par("标题", mark="<w:vanish/><w:specVanish/>") + par("正文"), ["标题正文"]),
        ("nothing follows", par("甲", mark='<w:del w:id="1"/>'), ["甲"]),
        ("a whole paragraph is deleted", par("甲") + par(inner=DELETED, mark='<w:del w:id="1"/>') + par("乙"), ["甲", "乙"]),
        ("an inserted mark is a mark", par("甲", mark='<w:ins w:id="1"/>') + par("乙"), ["甲", "乙"]),
    ],
)  # fmt: skip
def test_paragraph_marks_that_are_gone(what: str, body: str, shown: list[str]) -> None:
    assert blocks(body) == shown, what


def test_styles_hide_text() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    styles = style("藏").replace("</w:style>", f"{hidden}</w:style>") + style("亦藏", based_on="藏")
    body = par("甲", style="亦藏") + par("乙") + par(inner=run("丙") + run("丁", '<w:rStyle w:val="藏"/>'))
    assert blocks(body, styles=styles) == ["乙", "丙"]


NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="2">{par(" 指规模以上企业。")}</w:footnote>'
    f'<w:footnote w:id="5">{par("另见附件。")}{par("二段。")}</w:footnote>'
)


def note(number: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference {more} w:id="{number}"/></w:r>'


def test_notes_stand_behind_the_paragraph_that_refers_to_them() -> None:
    ends = f'<w:endnote w:id="1">{par("尾注。")}</w:endnote>'
    body = par("企业", inner=note(2) + run("和") + note(5)) + par("后文", inner=note(1, "endnote") + note(9))
    reading = read(body, footnotes=NOTES, endnotes=ends)
    assert [(b.kind, reading.text[b.start : b.end]) for b in reading.blocks] == [
        ("paragraph", "企业和"),
        ("note", "[1] 指规模以上企业。"),
        ("note", "[2] 另见附件。"),
        ("note", "二段。"),
        ("paragraph", "后文"),
        ("note", "[i] 尾注。"),
    ]


@pytest.mark.parametrize(
    ("what", "inner", "settings", "shown"),
    [
        ("start", note(2), '<w:footnotePr><w:numStart w:val="4"/></w:footnotePr>', "[4] 指规模以上企业。"),
        ("letters", note(2), '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>', "[a] 指规模以上企业。"),
        (
            "circled numbers begin items of a list, so a plain one stands here",
            note(2), '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>', "[1] 指规模以上企业。",
        ),
        ("numbers by page", note(2), '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>', "注：指规模以上企业。"),
        ("own mark", note(2, more='w:customMarkFollows="1"') + run("*"), "", "指规模以上企业。"),
    ],
)  # fmt: skip
def test_numbers_of_notes(what: str, inner: str, settings: str, shown: str) -> None:
    assert blocks(par("企业", inner=inner), footnotes=NOTES, settings=settings)[1] == shown, what


def test_a_note_that_refers_to_itself_is_given_once() -> None:
    notes = f'<w:footnote w:id="2">{par("注", inner=note(2))}</w:footnote>'
    assert blocks(par("文", inner=note(2) + note(2)), footnotes=notes) == ["文", "[1] 注"]


def test_what_cannot_be_read_is_said() -> None:
    picture = "<w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r>"
    reading = read(par("图", inner=picture * 2 + "<w:r><w:object/></w:r>") + "<w:altChunk/>")
    assert len(reading.remarks) == 3
    assert "2 幅图片" in reading.remarks[0]
    assert "1 个嵌入的对象" in reading.remarks[1]


def test_strict_documents_and_odd_part_names() -> None:
    """What Word writes as 「Strict Open XML」; parts named with other slashes and letters."""
    parts = members(par("甲"))
    strict = {
        ("WORD\\Document.xml" if name == "word/document.xml" else name): str(content).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, content in parts.items()
    }
    assert read_word("严格.docx", zipped(dict(strict))).text == "甲"


def test_headers_and_footers_are_left_out() -> None:
    assert blocks(par("正文"), header=par("页眉"), footer=par("第1页")) == ["正文"]


def test_a_document_of_the_usual_library() -> None:
    """As python-docx writes it: default styles, numbered list, table."""
    import io

    from docx import Document

    document = Document()
    document.add_heading("总则", 1)
    document.add_paragraph("甲", style="List Number")
    document.add_paragraph("乙", style="List Number")
    document.add_paragraph("丙", style="List Bullet")
    document.add_table(1, 2).rows[0].cells[1].text = "丁"
    out = io.BytesIO()
    document.save(out)
    assert read_word("库.docx", out.getvalue()).text == "总则\n1. 甲\n2. 乙\n丙\n\t丁"

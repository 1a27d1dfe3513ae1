"""Numbers that Word generates and the text of the file does not contain."""

from __future__ import annotations

import pytest

from index.read.word.labels import with_label
from index.read.word.numerals import in_format
from tests.index.read.word_files import (
    abstract,
    blocks,
    cell,
    item,
    level,
    num,
    override,
    par,
    row,
    run,
    style,
    table,
)

STATUTE = abstract(
    1,
    level(0, "chineseCountingThousand", "第%1章"),
    level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'),
    level(2, "japaneseCounting", "（%3）", suffix="nothing"),
    level(3, "decimal", "%4."),
) + num(1, 1)
DECIMAL = abstract(
    1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3")
)


def test_a_statute_is_numbered_as_word_shows_it() -> None:
    """Articles count on over the chapters, items begin anew under each article."""
    body = (
        item("总则", level=0)
        + item("为了规范，制定本办法。", level=1)
        + item("本办法适用于下列情形：", level=1)
        + item("甲；", level=2)
        + item("2025年的；", level=3)
        + item("乙。", level=2)
        + item("附则", level=0)
        + item("下列事项：", level=1)
        + item("丙。", level=2)
    )
    assert blocks(body, numbering=STATUTE) == [
        "第一章　总则",
        "第一条　为了规范，制定本办法。",
        "第二条　本办法适用于下列情形：",
        "（一）甲；",
        "1. 2025年的；",
        "（二）乙。",
        "第二章　附则",
        "第三条　下列事项：",
        "（一）丙。",
    ]


@pytest.mark.parametrize(
    ("form", "n", "shown"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 103, "一百零三"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("japaneseCounting", 115, "一百一十五"),
        ("chineseCountingThousand", 1002, "一千零二"),
        ("chineseCountingThousand", 10203, "一万零二百零三"),
        ("ideographDigital", 12, "十二"),
        ("japaneseDigitalTenThousand", 12, "一二"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 11, "甲戌"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalZero", 7, "07"),
        ("upperRoman", 49, "XLIX"),
        ("lowerLetter", 28, "bb"),
        ("none", 3, ""),
        ("hindiVowels", 3, "3"),
        ("upperRoman", 999_999_999, "999999999"),
    ],
)
def test_formats(form: str, n: int, shown: str) -> None:
    assert in_format(n, form) == shown


@pytest.mark.parametrize(
    ("label", "suffix", "text", "line"),
    [
        ("第一条", "tab", "为了", "第一条　为了"),
        ("第一条", "nothing", "所称企业", "第一条　所称企业"),
        ("第一条", "space", "　为了", "第一条　为了"),
        ("第一条　", "nothing", "为了", "第一条　为了"),
        ("一、", "tab", "总体要求", "一、总体要求"),
        ("（一）", "space", "目标", "（一）目标"),
        ("1.", "tab", "5G网络", "1. 5G网络"),
        ("1", "nothing", "．范围", "1．范围"),
        ("①", "tab", "甲", "①甲"),
        ("", "tab", "甲", "甲"),
        ("7", "tab", "", "7"),
    ],
)
def test_label_and_text_stand_apart_as_they_are_read(label: str, suffix: str, text: str, line: str) -> None:
    assert with_label(label, suffix, text) == line


@pytest.mark.parametrize(
    ("what", "numbering", "body", "shown"),
    [
        (
            "lists of the same definition count on from each other",
            num(1, 1) + num(2, 1),
            item("甲") + item("乙", 2) + item("丙"),
            ["1. 甲", "2. 乙", "3. 丙"],
        ),
        (
            "a start override begins anew, once",
            num(1, 1) + num(2, 1, override(0, 1)),
            item("甲") + item("乙") + item("丙", 2) + item("丁", 2) + item("戊"),
            ["1. 甲", "2. 乙", "1. 丙", "2. 丁", "3. 戊"],
        ),
        (
            "an override with a level of its own changes how numbers look, not how they count",
            num(1, 1) + num(2, 1, override(0, own=level(0, "chineseCounting", "%1、", start=7))),
            item("甲") + item("乙", 2) + item("丙"),
            ["1. 甲", "二、乙", "3. 丙"],
        ),
        (
            "lower levels begin anew under a higher one",
            num(1, 1),
            item("甲") + item("子", level=1) + item("丑", level=1) + item("乙") + item("寅", level=1),
            ["1. 甲", "1.1 子", "1.2 丑", "2. 乙", "2.1 寅"],
        ),
        (
            "a level that was passed over counts as used",
            num(1, 1),
            item("子", level=1) + item("甲") + item("深", level=2) + item("丑", level=1),
            ["1.1 子", "2. 甲", "2.1.1 深", "2.2 丑"],
        ),
        (
            "numId 0 is no number, and neither is a list or a level that is not defined",
            num(1, 1),
            item("甲") + item("无", 0) + item("无", 9) + item("无", level=7) + item("乙"),
            ["1. 甲", "无", "无", "无", "2. 乙"],
        ),
        (
            "an empty numbered paragraph shows its number",
            num(1, 1),
            item("甲") + item("") + item("丙"),
            ["1. 甲", "2.", "3. 丙"],
        ),
        (
            "nonsense in numbers does no harm",
            num(1, 1, override(0, 2)).replace('"2"', '"二"'),
            item("甲") + item("乙", level=99) + item("丙").replace('ilvl w:val="0"', 'ilvl w:val="-1"'),
            ["1. 甲", "乙", "丙"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "<" not in value else "",
)
def test_counting(what: str, numbering: str, body: str, shown: list[str]) -> None:
    assert blocks(body, numbering=DECIMAL + numbering) == shown, what


@pytest.mark.parametrize(
    ("restart", "last"),
    [
        (None, ["丙1", "丙2", "丙1", "丙1"]),
        (0, ["丙1", "丙2", "丙3", "丙4"]),
        (1, ["丙1", "丙2", "丙3", "丙1"]),
    ],
)
def test_which_level_begins_another_anew(restart: int | None, last: list[str]) -> None:
    said = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    levels = (level(0, "decimal", "甲%1"), level(1, "decimal", "乙%2"), level(2, "decimal", "丙%3", said))
    body = "".join(item("", level=n) for n in (0, 1, 2, 2, 1, 2, 0, 1, 2))
    shown = blocks(body, numbering=abstract(1, *levels) + num(1, 1))
    assert [label for label in shown if label.startswith("丙")] == last


def test_legal_numbering_writes_all_numbers_in_digits() -> None:
    levels = (level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = item("总则") + item("范围", level=1)
    assert blocks(body, numbering=abstract(1, *levels) + num(1, 1)) == ["第一章　总则", "1.1 范围"]


def test_bullets_give_no_glyph() -> None:
    numbering = abstract(1, level(0, "bullet", "\uf06c"), level(1, "decimal", "\uf0b7%2、")) + num(1, 1)
    assert blocks(item("甲") + item("乙", level=1), numbering=numbering) == ["甲", "1、乙"]


def test_a_start_that_is_not_given_is_zero() -> None:
    numbering = abstract(1, level(0, "decimal", "%1.", start=None)) + num(1, 1)
    assert blocks(item("甲"), numbering=numbering) == ["0. 甲"]


def test_numbers_come_from_styles_too() -> None:
    """A style gives list and level to those based on it; the level that names the style outranks what the style says; a
    paragraph may opt out."""
    styles = (
        style("Normal", more='w:default="1"')
        + style("章", '<w:numPr><w:numId w:val="1"/></w:numPr>', "Normal")
        + style("条", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "章")
        + style("款", "", "条")
        + style("项", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    )
    numbering = abstract(
        1,
        level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="章"/>'),
        level(1, "chineseCounting", "第%2条"),
        level(2, "chineseCounting", "（%3）", '<w:pStyle w:val="项"/>'),
    ) + num(1, 1)
    body = (
        par("总则", style="章") + par("甲", style="条") + par("乙", style="款") + par("丙", style="项")
        + item("无", 0, style="条") + item("丁", level=2, style="条") + par("普通")
    )  # fmt: skip
    assert blocks(body, styles=styles, numbering=numbering) == [
        "第一章　总则", "第一条　甲", "第二条　乙", "（一）丙", "无", "（二）丁", "普通",
    ]  # fmt: skip


def test_a_list_may_be_defined_by_a_style_of_its_own() -> None:
    linked = abstract(1, more='<w:numStyleLink w:val="条文"/>') + abstract(
        2, level(0, "chineseCounting", "第%1条"), more='<w:styleLink w:val="条文"/>'
    )
    named = style("条文", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering")
    body = item("甲") + item("乙", 2)
    numbering = linked + num(1, 1) + num(2, 2)
    assert blocks(body, styles=named, numbering=numbering) == ["第一条　甲", "第二条　乙"]
    assert blocks(body, numbering=numbering) == ["第一条　甲", "第二条　乙"], "without the style"


def test_circles_end() -> None:
    styles = style("甲", "", "乙") + style("乙", "", "甲")
    numbering = abstract(1, more='<w:numStyleLink w:val="甲"/><w:styleLink w:val="甲"/>') + num(1, 1)
    body = item("文", level=None, style="甲") + par("字", style="乙")
    assert blocks(body, styles=styles, numbering=numbering) == ["文", "字"]


def test_cells_count_in_the_order_of_the_document() -> None:
    """The running numbers of a table are often generated; a cell merged away does not count."""
    body = (
        item("甲")
        + table(
            row(cell(item("")), "子"),
            row(cell(item(""), properties='<w:vMerge w:val="restart"/>'), "丑"),
            row(cell(item(""), properties="<w:vMerge/>"), "寅"),
        )
        + item("乙")
    )
    assert blocks(body, numbering=DECIMAL + num(1, 1)) == ["1. 甲", "2.\t子", "3.\t丑", "寅", "4. 乙"]


def test_hidden_and_deleted_paragraphs_do_not_count() -> None:
    hidden = item("", inner=run("藏", "<w:vanish/>"), mark="<w:vanish/>")
    gone = item(
        "", inner=f'<w:del w:id="1">{run("删").replace("w:t", "w:delText")}</w:del>', mark='<w:del w:id="2"/>'
    )
    body = item("甲") + hidden + gone + item("乙")
    assert blocks(body, numbering=DECIMAL + num(1, 1)) == ["1. 甲", "2. 乙"]


def test_text_boxes_count_for_themselves() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{item('框')}</w:txbxContent></v:textbox></w:pict></w:r>"
    body = item("甲") + par("图", inner=box) + item("乙")
    assert blocks(body, numbering=DECIMAL + num(1, 1)) == ["1. 甲", "图", "1. 框", "2. 乙"]


def test_what_stands_in_for_a_custom_format_is_used() -> None:
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    numbering = abstract(1, level(0, "x", "%1、").replace('<w:numFmt w:val="x"/>', choice)) + num(1, 1)
    assert blocks(item("甲"), numbering=numbering) == ["01、甲"]

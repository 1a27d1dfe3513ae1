"""Which lines are labels: the reading with unbroken numbering, in the shapes that documents have."""

from __future__ import annotations

import pytest

from index.clauses import Document, parse


def tree(document: Document) -> list[str]:
    """Paths of everything numbered; the first characters of later paragraphs."""
    return ["/".join(c.path) for c in document.clauses if c.path and c.kind in {"clause", "paragraph"}]


def read(*lines: str) -> list[str]:
    return tree(parse("\n".join(lines), "示例.txt"))


@pytest.mark.parametrize(
    ("case", "lines", "paths"),
    [
        (
            "一、（一）1.（1）①",
            ["一、甲", "（一）乙", "1.丙", "（1）丁", "①戊。", "②己。", "（2）庚。", "2.辛。", "（二）壬。", "二、癸"],
            ["一", "一/（一）", "一/（一）/1", "一/（一）/1/（1）", "一/（一）/1/（1）/①", "一/（一）/1/（1）/②",
             "一/（一）/1/（2）", "一/（一）/2", "一/（二）", "二"],
        ),
        (
            "编、章、节、条、项、目",
            ["第一编 总则", "第一章 甲", "第一节 乙", "第一条 丙：", "（一）丁：", "1.戊；",
             "2.己；", "（二）庚。", "第二节 辛", "第二条 壬。",
             "第二编 分则", "第一章 癸", "第三条 子。"],
            ["第一编", "第一编/第一章", "第一编/第一章/第一节",
             "第一编/第一章/第一节/第一条", "第一编/第一章/第一节/第一条/（一）",
             "第一编/第一章/第一节/第一条/（一）/1", "第一编/第一章/第一节/第一条/（一）/2", "第一编/第一章/第一节/第一条/（二）",
             "第一编/第一章/第二节", "第一编/第一章/第二节/第二条", "第二编", "第二编/第一章", "第二编/第一章/第三条"],
        ),
        (
            "（一） runs through the parts",
            ["一、甲", "（一）乙。", "（二）丙。", "二、丁", "（三）戊。", "（四）己。"],
            ["一", "一/（一）", "一/（二）", "二", "二/（三）", "二/（四）"],
        ),
        (
            "other marks: 一. 1、 1． ㈠ ⑴ ⒈",
            ["一.甲", "㈠乙：", "1、丙：", "⑴丁。", "⑵戊。", "２．己。", "㈡庚：", "⒈辛。", "⒉壬。"],
            ["一", "一/（一）", "一/（一）/1", "一/（一）/1/（1）", "一/（一）/1/（2）",
             "一/（一）/2", "一/（二）", "一/（二）/1", "一/（二）/2"],
        ),
        (
            "a standard: bare numbers above decimals",
            ["1 引言", "1.1总则", "本标准适用于下列情形。", "1.2原则", "1.2.1先进性原则",
             "1.2.2实用性原则", "2 适用范围", "3术语和定义", "3.1 代码"],
            ["1", "1/1.1", "1/1.2", "1/1.2/1.2.1", "1/1.2/1.2.2", "2", "3", "3/3.1"],
        ),
        (
            "letters below 1)",
            ["第一条 甲：", "1）乙：", "a）丙；", "b）丁；", "2）戊。"],
            ["第一条", "第一条/1）", "第一条/1）/a）", "第一条/1）/b）", "第一条/2）"],
        ),
        (
            "sub-articles and large numbers",
            ["第一百零三条 甲。", "第一百零三条之一 乙。", "第一百零三条之二　丙。", "第一百零四条 丁。"],
            ["第一百零三条", "第一百零三条之一", "第一百零三条之二", "第一百零四条"],
        ),
        (
            "articles under 一、 headings",
            ["一、总则", "第一条 甲。", "第二条 乙。", "二、分则", "第三条 丙。"],
            ["一", "一/第一条", "一/第二条", "二", "二/第三条"],
        ),
        (
            "supplementary provisions without a number",
            ["第一章 甲", "第一条 乙。", "附　则", "第二条 丙。"],
            ["第一章", "第一章/第一条", "附则", "附则/第二条"],
        ),
        (
            "a box is numbered on its own",
            ["一、甲", "（一）乙。", "专栏1 重点工程", "1.丙。", "2.丁。", "（二）戊。", "二、己"],
            ["一", "一/（一）", "一/（一）/专栏1", "一/（一）/专栏1/1", "一/（一）/专栏1/2", "一/（二）", "二"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_families(case: str, lines: list[str], paths: list[str]) -> None:
    assert read(*lines) == paths


@pytest.mark.parametrize(
    ("case", "lines", "paths"),
    [
        (
            "第二条所称… is running text where 第二条 follows",
            ["第一条 甲。", "第二条所称企业，是指本市企业。", "第二条 乙。", "第三条 丙。"],
            ["第一条", "第二条", "第三条"],
        ),
        (
            "… and an article where it is the only 第二条",
            ["第一条 甲。", "第二条所称企业，是指本市企业。", "第三条 丙。"],
            ["第一条", "第二条", "第三条"],
        ),
        (
            "「1.80周岁」 is item 1, for item 2 follows",
            ["第一条 符合条件之一的：", "1.80周岁及以上的；", "2.纯老家庭。", "第二条 乙。"],
            ["第一条", "第一条/1", "第一条/2", "第二条"],
        ),
        (
            "an item that begins with a number",
            ["（一）对象：", "4. 劳动模范；", "5. 100周岁及以上的；", "6. 老年人。"],
            ["（一）", "（一）/4", "（一）/5", "（一）/6"],
        ),
        (
            "amounts and years begin no item",
            ["一、甲", "2025年，投入资金。", "1.5亿元用于补助。", "3.2万人受益。", "二、乙"],
            ["一", "二"],
        ),
        (
            "本办法第十条 and 一是 begin nothing",
            ["第一条 甲。", "本办法第十条规定的除外。", "一是加强领导；", "二是落实责任。", "第二条 乙。"],
            ["第一条", "第二条"],
        ),
        (
            "an enumeration within a line stays there",
            ["第一条 包括：（一）甲；（二）乙；（三）丙。", "第二条 丁。"],
            ["第一条", "第二条"],
        ),
        (
            "a label that fills a gap is found within a line",
            ["第一条 甲。", "第二条 乙。第三条 丙。", "第四条 丁如下：（一）戊；", "（二）己。"],
            ["第一条", "第二条", "第三条", "第四条", "第四条/（一）", "第四条/（二）"],
        ),
        (
            "the last article goes on with the next one on its line",
            ["第四条 甲。", "第五条 依照第六条乙。第六条  本清单自公布之日起施行。"],
            ["第四条", "第五条", "第六条"],
        ),
        (
            "an article that the last one only names stays there",
            ["第四条 甲。", "第五条 乙。第六条规定的除外。"],
            ["第四条", "第五条"],
        ),
        (
            "a list all on the line of its first label",
            ["一、甲：", "1.乙；2.丙；3.丁。", "二、戊"],
            ["一", "一/1", "一/2", "一/3", "二"],
        ),
        (
            "a list within an item is none of the items",
            ["（一）甲；", "（二）乙，包括：（一）丙；（二）丁；（三）戊。"],
            ["（一）", "（二）"],
        ),
        (
            "a chapter lost its line breaks",
            ["第一章 甲", "".join(f"第{n}条 乙。" for n in "一二三四五六七八"), "第二章 丙", "第九条 丁。"],
            ["第一章", *(f"第一章/第{n}条" for n in "一二三四五六七八"), "第二章", "第二章/第九条"],
        ),
        (
            "an item may begin with a term",
            ["一、甲", "1.乙。", "2.3年内使用情况。", "3.丙。", "二、丁", "2.5年后到期。"],
            ["一", "一/1", "一/2", "一/3", "二"],
        ),
        (
            "items that a sentence names are no list",
            ["第一条 甲：", "（一）乙；", "（二）丙。", "（一）至（二）项发布的内容必须合规。", "第二条 丁。"],
            ["第一条", "第一条/（一）", "第一条/（二）", "第一条/第二款", "第二条"],
        ),
        (
            "labels inside an open quotation are quoted",
            ["一、将第三条修改为：“有下列情形的：", "（一）甲；", "（二）乙。”", "二、删去第五条。"],
            ["一", "二"],
        ),
        (
            "the numbers of a note go on within it",
            ["一、甲", "注：1.乙。", "2.丙。", "二、丁"],
            ["一", "二"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_labels_and_running_text(case: str, lines: list[str], paths: list[str]) -> None:
    assert read(*lines) == paths


@pytest.mark.parametrize(
    ("case", "lines", "doubts"),
    [
        ("nothing to say", ["一、甲", "（一）乙。", "（二）丙。", "二、丁"], []),
        ("a second list behind its own lead-in", ["第一条 甲：", "（一）乙。", "另有下列情形：", "（一）丙。", "（二）丁。"], []),
        ("a gap", ["三、甲", "五、乙"], ["「三」之前没有同级的上一个编号", "「三」之后是「五」，中间缺号"]),
        ("a gap between articles of two chapters", ["第一章 甲", "第一条 乙。",
         "第二章 丙", "第三条 丁。"], ["「第一条」之后是「第三条」，中间缺号"]),
        ("a number that stands twice", ["一、甲", "二、乙", "二、丙"], ["「二」在同一级出现了两次"]),
        ("a number that goes back", ["第一条 甲。", "第三条 乙。", "第二条 丙。"],
         ["「第一条」之后是「第三条」，中间缺号", "「第三条」之后是「第二条」，编号倒退"]),
        ("a list that starts again", ["一、甲", "二、乙", "三、丙", "一、丁", "二、戊"], ["「三」之后编号又从「一」开始"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_doubtful_is_said(case: str, lines: list[str], doubts: list[str]) -> None:
    document = parse("\n".join(lines), "示例.txt")
    assert [d.text for d in document.doubts] == doubts
    for doubt in document.doubts:
        assert document.text[doubt.start : doubt.end].strip()

"""Where a clause points to another: found as written, resolved to the clause that is meant, or left unresolved."""

from __future__ import annotations

import pytest

from index.clauses import Document, parse
from index.clauses.references import in_other_document
from index.clauses.references.mentions import mentions

STATUTE = """示例管理条例
第一章　总则
第一条　为了示例，依照《中华人民共和国公司法》第十条第二款，制定本条例。
第二条　本条例适用于企业，刑法第三百条、第三百零一条另有规定的除外。
第二章　处罚
第一节　一般规定
第三条　有下列情形之一的，处一万元罚款：
（一）未登记的；
（二）未年检的；
（三）有前项情形拒不改正的。
有前款第二项情形的，可以减轻处罚。
违反前两款规定的，适用本条第一款。
第四条　违反本条例第三条规定，按下列规定处理：
（一）违反第一项规定的，警告；
（二）违反第二项、第三项规定的，罚款。
第四条之一　依照第四条第（一）、（二）项处罚的，应当公示。
第五条　违反第一章、本章和前条规定的，依照第三条至第四条之一处理；具体标准见附件1。
第六条　基本条件不因第三条生产线和目前款项到位情况而变，第九条除外。
附件1
处罚标准
"""


@pytest.fixture(scope="module")
def statute() -> Document:
    return parse(STATUTE, "示例管理条例.txt")


def pointed(document: Document, locator: str) -> list[tuple[str, str | None, str]]:
    """(as written, what it means: 《title》 of another document or the first characters of what is meant, locator)."""
    out = []
    for r in document.references:
        if str(document.by_id[r.clause_id].locator) == locator:
            meant = "".join(document.text[slice(*r.span)].split())[:12] if r.span else None
            out.append((r.text, f"《{r.title}》" if r.title else meant, r.locator))
    return out


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("第一条", [("《中华人民共和国公司法》第十条第二款", "《中华人民共和国公司法》", "第十条第二款")]),
        (
            "第二条",
            [("刑法第三百条", "《刑法》", "第三百条"), ("第三百零一条", "《刑法》", "第三百零一条")],
        ),
        ("第三条第（三）项", [("前项", "（二）未年检的；", "前项")]),
        ("第三条第二款", [("前款第二项", "（二）未年检的；", "前款第（二）项")]),
        (
            "第三条第三款",
            [("前两款", "第三条有下列情形之一的，", "前两款"), ("本条第一款", "第三条有下列情形之一的，", "本条第一款")],
        ),
        ("第四条", [("本条例第三条", "第三条有下列情形之一的，", "第三条")]),
        ("第四条第（一）项", [("第一项", "（一）未登记的；", "第（一）项")]),
        (
            "第四条第（二）项",
            [("第二项", "（二）未年检的；", "第（二）项"), ("第三项", "（三）有前项情形拒不改正", "第（三）项")],
        ),
        (
            "第四条之一",
            [
                ("第四条第（一）", "（一）违反第一项规定的，", "第四条第（一）项"),
                ("（二）项", "（二）违反第二项、第三项", "第四条第（二）项"),
            ],
        ),
        (
            "第五条",
            [
                ("第一章", "第一章总则第一条为了示例", "第一章"),
                ("本章", "第二章处罚第一节一般规定", "本章"),
                ("前条", "第四条之一依照第四条第（", "前条"),
                ("第三条", "第三条有下列情形之一的，", "第三条"),
                ("第四条之一", "第四条之一依照第四条第（", "第四条之一"),
                ("附件1", "附件1处罚标准", "附件1"),
            ],
        ),
        ("第六条", [("第九条", None, "第九条")]),
    ],
)  # fmt: skip
def test_what_an_article_points_to(
    statute: Document, locator: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert pointed(statute, locator) == expected


def test_the_span_of_a_reference_holds_its_words(statute: Document) -> None:
    assert statute.references
    for reference in statute.references:
        assert statute.text[reference.start : reference.end] == reference.text


def test_the_second_paragraph_is_meant_with_the_items_under_it() -> None:
    document = parse(
        "示例办法\n第一条　甲。\n有下列情形的：\n（一）乙；\n（二）丙。\n第二条　依照第一条第二款。\n",
        "示例办法.txt",
    )
    (reference,) = document.references
    assert reference.span is not None
    assert document.quote(*reference.span) == "有下列情形的：\n（一）乙；\n（二）丙。"


def test_articles_of_the_document_that_is_changed_are_not_its_own() -> None:
    text = "关于修改示例办法的决定\n一、将第二条修改为“甲”。\n二、删去第一条。\n三、按本决定第一条执行。\n"
    document = parse(text, "决定.txt")
    assert [(r.text, r.target) for r in document.references[:2]] == [("第二条", None), ("第一条", None)]


def test_plan_style_paths_and_short_titles() -> None:
    text = (
        "示例意见\n一、总体要求\n落实《示例人才办法》（示府〔2020〕1号）（以下称《办法》）。\n"
        "二、重点任务\n（一）研发。按《办法》第五条第（二）项执行。\n（二）应用。参照第二部分第（一）项执行。\n"
    )
    document = parse(text, "示例意见.txt")
    first, second = document.references
    assert (first.title, first.locator) == ("示例人才办法", "第五条第（二）项")
    assert second.target is not None
    assert document.by_id[second.target].heading == "研发"


def test_a_reference_into_another_document_is_found_there(statute: Document) -> None:
    other = parse(
        "关于执行的通知\n一、依照《示例管理条例》第三条第一款第（二）项处理。\n二、《示例管理条例》第九十条。\n",
        "通知.txt",
    )
    found, missing = other.references
    meant = in_other_document(found, statute)
    assert meant is not None
    assert statute.quote(*meant.span) == "（二）未年检的；"
    assert in_other_document(missing, statute) is None


@pytest.mark.parametrize(
    "text", ["基本条件", "目前款项已到位", "第三条生产线", "第一项目部", "样本项数", "第二章程", "第一款产品"]
)
def test_words_that_only_look_like_references(text: str) -> None:
    assert mentions(text) == []


def test_a_garbled_number_is_no_reference():
    document = parse(STATUTE.replace("依照第三条至第四条之一", "依照第0十五条"), "示例管理条例.txt")
    assert not any("0" in reference.text for reference in document.references)

"""Locators print as officials write them and are read back from what people type."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.clauses import Document, Locator, find, find_all, parse, parse_locator
from index.errors import NotFoundError

Example = Callable[[str], Document]


@pytest.mark.parametrize(
    ("path", "printed", "official"),
    [
        ((), "文首", "文首"),
        (("三",), "三、", "第三部分"),
        (("三", "（五）"), "三、（五）", "第三部分第（五）项"),
        (("二", "（一）", "6"), "二、（一）6.", "第二部分第（一）项6."),
        (("二", "（一）", "6", "（25）"), "二、（一）6.（25）", "第二部分第（一）项6.（25）"),
        (("二", "（一）", "6", "第一款"), "二、（一）6.", "第二部分第（一）项6."),
        (("第三章", "第十五条"), "第十五条", "第十五条"),
        (("第三章", "第十五条", "（二）"), "第十五条第（二）项", "第十五条第（二）项"),
        (("第十五条", "（二）", "1"), "第十五条第（二）项第1目", "第十五条第（二）项第1目"),
        (("第六条", "1"), "第六条第1项", "第六条第1项"),
        (("第六条", "1", "a"), "第六条第1项第a目", "第六条第1项第a目"),
        (("一", "（一）", "③", "a"), "一、（一）③a.", "第一部分第（一）项③a."),
        (("一", "（一）", "③", "a）"), "一、（一）③a）", "第一部分第（一）项③a）"),
        (("第二款",), "第二款", "第二款"),
        (("第五条", "第二款"), "第五条第二款", "第五条第二款"),
        (("第9条",), "第9条", "第9条"),
        (("第三章",), "第三章", "第三章"),
        (("4", "4.2", "4.2.1"), "4.2.1", "4.2.1"),
        (("附件1", "3"), "附件1 3.", "附件1 3."),
        (("附件1", "第三条"), "附件1第三条", "附件1第三条"),
        (("六", "（二）", "1", "①"), "六、（二）1.①", "第六部分第（二）项1.①"),
        (("附件1", "表1", "第2行"), "附件1表1第2行", "附件1表1第2行"),
        (("第三条", "表1", "第2行"), "第三条表1第2行", "第三条表1第2行"),
        (("附件1-2", "二"), "附件1-2 二、", "附件1-2 二、"),
        (("第一百二十条之一", "（二）"), "第一百二十条之一第（二）项", "第一百二十条之一第（二）项"),
        (("一", "专栏2", "1"), "一、专栏2 1.", "第一部分专栏2 1."),
        (("一", "表3"), "一、表3", "第一部分表3"),
    ],
)
def test_printing(path: tuple[str, ...], printed: str, official: str) -> None:
    assert (str(Locator(path)), Locator(path).official()) == (printed, official)


def test_every_clause_of_the_plan_comes_back(plan: Document) -> None:
    for clause in plan.clauses:
        if clause.kind == "clause":
            for typed in (str(clause.locator), clause.locator.official()):
                assert find(plan, typed).clause.id == clause.id, typed


@pytest.mark.parametrize("name", ["示例创新促进条例", "示例若干措施"])
def test_every_clause_of_the_examples_comes_back(example: Example, name: str) -> None:
    document = example(name)
    clauses = [c for c in document.clauses if c.kind == "clause"]
    assert [find(document, str(c.locator)).clause.id for c in clauses] == [c.id for c in clauses]


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("第三部分第（五）项", "三 （五）"),
        ("第三部分第五项", "三 （五）"),
        ("三（五）", "三 （五）"),
        ("三、（五）", "三 （五）"),
        ("三、(五)", "三 （五）"),
        ("第三部分（五）", "三 （五）"),
        ("第三部分的第（五）项", "三 （五）"),
        ("第（25）条", "二 （一） 6 （25）"),
        ("（25）", "二 （一） 6 （25）"),
        ("(25)", "二 （一） 6 （25）"),
        ("（２５）", "二 （一） 6 （25）"),
        ("第25个方向", "二 （一） 6 （25）"),
        ("二、（一）6.（25）", "二 （一） 6 （25）"),
        ("二（一）6（25）", "二 （一） 6 （25）"),
        ("二（一）6.", "二 （一） 6"),
        ("低空经济（25）", "二 （一） 6 （25）"),
        ("保障措施第二条", "四 （二）"),
        ("保障措施第（二）项", "四 （二）"),
        ("保障措施（二）", "四 （二）"),
        ("工作举措第三条", "三 （三）"),
        ("第四部分", "四"),
        ("四、", "四"),
        ("四", "四"),
        ("二、（二）", "二 （二）"),
    ],
)
def test_what_people_type(plan: Document, typed: str, path: str) -> None:
    assert find(plan, typed).clause.path == tuple(path.split())


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("第三条第二款", "区人民政府应当保障创新经费。"),
        ("第三条第3款", "市财政部门应当按年度公布经费使用情况。"),
        ("第四条第二款", "申请材料应当真实。"),
        ("第四条第（二）项", "（二）下列用地支持之一："),
        ("第四条第二项", "（二）下列用地支持之一："),
        ("第四条第一款第（三）项", "（三）人才引进资助。"),
        ("第四条第（二）项第2目", "2.租金减免；"),
        ("第二章第四条（一）", "（一）设备购置补助；"),
        ("第五条之一", "第五条之一　奖励资金由市财政承担。"),
        ("第5条", "第五条　对认定为市级研发机构的企业，给予一次性奖励，最高不超过200万元。"),
    ],
)
def test_articles_paragraphs_and_items(example: Example, typed: str, text: str) -> None:
    statute = example("示例创新促进条例")
    found = find(statute, typed)
    assert statute.quote(*found.span) == text


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("（39）", "二、（二）3.（38）"),
        ("第（99）条", "二、（二）3.（38）"),
        ("三（七）", "三、（六）"),
        ("第三部分第（八）项", "三、（六）"),
        ("第五部分", "四、"),
        ("保障措施第五条", "四、（四）"),
        ("二（一）7", "二、（一）6."),
    ],
)
def test_a_label_that_does_not_exist_is_refused_with_the_nearest(
    plan: Document, typed: str, nearest: str
) -> None:
    with pytest.raises(NotFoundError) as caught:
        find(plan, typed)
    assert caught.value.nearest[0] == nearest
    assert typed in str(caught.value)
    assert nearest in str(caught.value)


def test_an_article_that_does_not_exist(example: Example) -> None:
    with pytest.raises(NotFoundError) as caught:
        find(example("示例创新促进条例"), "第八条")
    assert caught.value.nearest[0] == "第六条"


def test_a_label_that_occurs_twice_is_refused_with_both(example: Example) -> None:
    with pytest.raises(NotFoundError, match="不止一处"):
        find(example("重复标号"), "一、")
    assert [f.clause.heading for f in find_all(example("重复标号"), "一、")] == ["办理条件", "办理材料"]


@pytest.mark.parametrize(
    "text",
    ["产业基金", "低空经济", "谁牵头？", "", "“未来产业”", "对首台（套）装备", "到2027年培育百家企业，对吗"],
)
def test_what_is_no_locator(text: str) -> None:
    assert parse_locator(text) is None


MIXED = """示例条例
第一条 有下列情形之一的：
（一）甲；
（二）乙。
另有下列条件：
（一）丙；
（二）丁。
第二条 子：
1.丑：
a.寅；
b.卯。
2.辰。
第一百二十条之一 戊：
1）己；
a）庚；
b）辛。
附件1
任务表
任务	单位	时限
建设	科技局	2025年
引进	人社局	2026年
专栏2 重点工程
1.壬。
附件1-2
（一）癸。
"""


def test_every_label_that_is_not_repeated_comes_back() -> None:
    document = parse(MIXED, "示例条例.txt")
    clauses = [c for c in document.clauses if c.kind != "paragraph"]
    printed = [str(c.locator) for c in clauses]
    assert {"第二条第1项第a目", "第二条第2项", "附件1表1第2行", "第一百二十条之一", "附件1 专栏2 1."} <= set(
        printed
    )
    for clause, name in zip(clauses, printed, strict=True):
        if printed.count(name) == 1:
            assert find(document, name).clause.id == clause.id, name
        else:
            assert clause.id in {f.clause.id for f in find_all(document, name)}, name


def test_an_item_under_a_later_paragraph_is_told_by_that_paragraph() -> None:
    document = parse(MIXED, "示例条例.txt")
    assert find(document, "第一条第二款第（一）项").clause.text == "（一）丙；"
    assert find(document, "第一条第一款第（一）项").clause.text == "（一）甲；"
    with pytest.raises(NotFoundError) as caught:
        find(document, "第一条第（一）项")
    assert "甲" in str(caught.value)
    assert "丙" in str(caught.value)

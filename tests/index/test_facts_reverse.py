"""From an agency to all clauses that name it, and to no other."""

from __future__ import annotations

import pytest

from index.clauses import parse
from index.clauses.facts.reverse import clauses_naming
from index.clauses.facts.same_agency import is_same_agency

POLICY = """示例市关于若干措施的通知

一、培育企业

（一）支持企业研发，统计口径由市发展和改革委员会另行公布。

（二）支持企业上市。报市发改委备案。（责任单位：市财政局、市发展改革委）

1. 境内上市；

2. 境外上市。

二、区级措施

区发改委负责区级项目。省财政厅、科技厅给予指导。（省财政厅、科技厅、发展改革委负责）
"""


def places(name: str, inherited: bool = False) -> list[str]:
    document = parse(POLICY, "措施.txt")
    return [
        f"{document.by_id[n.clause_id].locator} {document.text[n.start : n.end]}"
        f"{' ' + n.role if n.role else ''}{' 承' if n.inherited else ''}"
        for n in clauses_naming(document, name, inherited)
    ]


def test_short_and_full_forms_are_one_agency() -> None:
    expected = ["一、（一） 市发展和改革委员会", "一、（二） 市发改委", "一、（二） 市发展改革委 responsible"]
    assert places("市发改委") == places("市发展和改革委员会") == expected


def test_what_stands_below_a_list_inherits_it() -> None:
    inherited = ["一、（二）1. 市发展改革委 responsible 承", "一、（二）2. 市发展改革委 responsible 承"]
    assert [p for p in places("市发改委", inherited=True) if p.endswith("承")] == inherited


def test_levels_are_kept_apart() -> None:
    assert places("区发改委") == ["二、 区发改委 responsible"]
    assert places("省发展改革委") == ["二、 发展改革委 responsible"], (
        "the level of the list counts for the names behind"
    )
    assert places("县发展改革委") == []


def test_the_short_name_that_the_document_gives_counts() -> None:
    text = (
        "关于办法的通知\n\n一、经办\n\n市医疗保险管理中心（以下简称市医保中心）负责经办。\n\n"
        "二、监督\n\n市医保中心定期报告。\n"
    )
    document = parse(text, "办法.txt")
    for name in ("市医疗保险管理中心", "市医保中心"):
        assert {str(document.by_id[n.clause_id].locator) for n in clauses_naming(document, name)} == {
            "一、",
            "二、",
        }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("市发改委", "重庆市发展和改革委员会", True),
        ("市经信局", "市经济和信息化局", True),
        ("市人社局", "市人力资源和社会保障局", True),
        ("市卫健委", "市卫生健康委员会", True),
        ("市市场监管局", "市市场监督管理局", True),
        ("市政府", "市人民政府", True),
        ("市科技局", "区科技局", False),
        ("农业局", "农业农村局", False),
        ("财政局", "财政金融局", False),
        ("财政部", "财政部门", False),
        ("广州市财政局", "深圳市财政局", False),
    ],
)
def test_same_agency(one: str, other: str, same: bool) -> None:
    assert is_same_agency(one, other) is same

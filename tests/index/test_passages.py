"""What is found: whole lowest clauses, what is embedded apart from what is quoted."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from index.clauses import Document, parse
from index.search.passages import LONG, Passage, passages

Example = Callable[[str], Document]


def locators(document: Document) -> list[str]:
    return [str(document.by_id[p.clause_id].locator) for p in passages(document)]


def spans(document: Document) -> list[tuple[int, int]]:
    return [p.span for p in passages(document)]


def test_the_plan_by_lowest_numbered_clause(plan: Document) -> None:
    found = [plan.by_id[p.clause_id] for p in passages(plan)]
    assert [c.kind for c in found[:3]] == ["front", "back", "front"]
    assert [c.path[-1] for c in found if len(c.path) == 4 and c.kind == "clause"] == [
        f"（{n}）" for n in range(1, 39)
    ]
    assert sum(c.kind == "paragraph" for c in found) == 9, "agency lines"
    assert {str(c.locator) for c in found if len(c.path) == 1} == {"一、", "二、"}, (
        "a bare heading is no passage"
    )


@pytest.mark.parametrize("name", ["示例创新促进条例", "示例若干措施", "重复标号"])
def test_passages_never_overlap_and_keep_order(example: Example, plan: Document, name: str) -> None:
    for document in (plan, example(name)):
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans(document)))
        ids = [p.id for p in passages(document)]
        assert len(set(ids)) == len(ids)


def test_an_article_is_found_with_everything_under_it(example: Example) -> None:
    statute = example("示例创新促进条例")
    assert locators(statute) == [
        "文首",
        "第一条",
        "第二条",
        "第三条",
        "第四条",
        "第五条",
        "第五条之一",
        "第六条",
    ]
    fourth = next(p for p in passages(statute) if "第四条" in statute.text[slice(*p.span)])
    assert statute.text[slice(*fourth.span)].endswith("申请材料应当真实。")


def test_an_article_over_the_limit_is_found_by_its_items() -> None:
    items = "\n".join(f"（{n}）{'情形' * 120}；" for n in "一二三四五六")
    document = parse(f"示例办法\n\n第一条　有下列情形之一的：\n{items}\n\n第二条　短。\n", "示例办法.txt")
    assert document.end_of(document.clauses[1]) - document.clauses[1].start > LONG
    labels = [f"第一条第（{n}）项" for n in "一二三四五六"]
    assert [x for x in locators(document) if x.startswith("第一条第")] == labels


def test_what_is_embedded_is_not_what_is_quoted(plan: Document) -> None:
    def passage(label: str) -> Passage:
        return next(p for p in passages(plan) if plan.by_id[p.clause_id].path[-1:] == (label,))

    found = passage("（25）")
    title, *headings = found.embedded.split("｜")[:5]
    assert title == "重庆市未来产业培育行动计划（2024—2027年）"
    assert headings == ["发展重点", "高成长未来产业", "低空经济", "先进飞行装备"]
    assert "\n" not in passage("（26）").embedded
    assert "智能空机一体化管理系统" in passage("（26）").embedded
    assert plan.text[slice(*found.span)].startswith("（25）先进飞行装备。瞄准")


def test_a_long_clause_that_nothing_numbered_divides_is_found_by_whole_sentences() -> None:
    sentences = [f"第{n}项工作由市科技局会同有关单位在年底以前完成，并向社会公布其结果。" for n in range(60)]
    document = parse(
        "\n".join(["某某意见", "一、要求", "".join(sentences), "二、其他", "无。"]), "某某意见.txt"
    )
    found = [p for p in passages(document) if p.clause_id.endswith("a1")]
    pieces = [document.text[slice(*p.span)] for p in found]
    assert len(pieces) == 4
    assert "".join(pieces).replace("一、要求\n", "", 1).strip() == "".join(sentences), (
        "nothing lost, nothing twice"
    )
    assert all(350 <= len(piece) <= 700 and piece.endswith("。") for piece in pieces)
    assert len({p.id for p in found}) == 4
    assert all("要求" in p.embedded for p in found)

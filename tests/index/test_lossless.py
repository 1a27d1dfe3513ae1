"""The clauses' texts in order give the source back, white space aside: nothing is lost, nothing is doubled."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import pytest

from index.clauses import Document, parse


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def assert_lossless(document: Document) -> None:
    """By the texts, and by the spans; spans are in order and do not overlap."""
    assert bare("".join(c.text for c in document.clauses)) == bare(document.text)
    spans = [span for c in document.clauses for span in c.paragraphs]
    assert bare("".join(document.text[a:b] for a, b in spans)) == bare(document.text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    for clause in document.clauses:
        assert (clause.start, clause.end) == (clause.paragraphs[0][0], clause.paragraphs[-1][1])
        assert clause.start <= clause.body <= clause.end
        assert bare(document.quote(clause.start, clause.end)) == bare(
            document.text[clause.start : clause.end]
        )


def test_the_plan_character_by_character(plan: Document, plan_text: str) -> None:
    assert_lossless(plan)
    wanted, found = list(bare(plan_text)), list(bare("".join(c.text for c in plan.clauses)))
    assert [pair for pair in zip(wanted, found, strict=True) if pair[0] != pair[1]] == []
    assert len(found) > 6500


def test_the_texts_keep_the_source_s_own_characters(plan: Document) -> None:
    joined = "".join(c.text for c in plan.clauses)
    for mixed in (
        "(2) 快速响应火箭",
        "（1）新型卫星",
        "再列出)]",
        "〔牵头单位",
        "8—10个",
        "以下统称区县。以下任务",
    ):
        assert mixed in joined


@pytest.mark.parametrize("name", ["示例创新促进条例", "示例若干措施", "重复标号"])
def test_examples(example: Callable[[str], Document], name: str) -> None:
    assert_lossless(example(name))


LINES = [
    "示例办法",
    "一、总则",
    "（一）适用范围。本办法适用于企业，",
    "1. 甲；",
    "（1）乙",
    "①丙。",
    "第三条　丁：",
    "第一章　总则",
    "没有编号的一段。",
    "〔牵头单位：市科技局",
    "市教委〕",
    "附件1",
    "2024年9月27日",
]


@pytest.mark.parametrize("order", range(60))
def test_lines_in_any_order(order: int) -> None:
    """Disorder costs structure, never text: all rotations of the lines, forwards, in steps and backwards."""
    turn, stride = order % 13, (1, 2, 5, 7, -1)[order // 13]
    lines = [LINES[(turn + i * stride) % 13] for i in range(26)]
    document = parse("\n\n".join(lines), "乱序.txt")
    assert_lossless(document)
    ids = [c.id for c in document.clauses]
    assert len(set(ids)) == len(ids)
    assert Document.from_json(document.to_json()) == document


@pytest.mark.parametrize(
    "text",
    ["一、", "（一）", "第一条", "1.", "①", "附件", "\ufeff一、甲", "一、甲\x0c二、乙", "一、甲\r\n二、乙"],
)
def test_labels_alone_and_odd_line_ends(text: str) -> None:
    assert_lossless(parse(text, "片段.txt"))

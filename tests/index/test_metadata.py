"""Title, number, issuer and dates as the document itself states them; what it does not state stays unknown."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from index.clauses import Document, parse
from index.clauses.status import Standings

Example = Callable[[str], Document]


def test_the_plan(plan: Document) -> None:
    meta = plan.metadata
    assert meta.title == "重庆市人民政府办公厅关于印发《重庆市未来产业培育行动计划（2024—2027年）》的通知"
    assert meta.number == "渝府办发〔2024〕75号"
    assert meta.issuers == ("重庆市人民政府办公厅",)
    assert meta.addressees == "各区县（自治县）人民政府，市政府各部门，有关单位"
    assert (meta.issued, meta.effective, meta.expires) == ("2024-09-27", None, "2027-12-31")


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("title", "重庆市人民政府办公厅关于印发《重庆市未来产业培育行动计划(2024—2027年)》的通知"),
        ("number", "渝府办发〔2024〕75号"),
        ("issuers", "重庆市人民政府办公厅"),
        ("issued", "2024年9月27日"),
        ("addressees", "各区县（自治县）人民政府，市政府各部门，有关单位："),
    ],
)
def test_each_field_knows_where_it_was_read(plan: Document, field: str, written: str) -> None:
    start, end = plan.metadata.spans[field]
    assert re.sub(r"\s", "", plan.text[start:end]) == written
    assert plan.clause_at(start, end) in plan.clauses[:2]


@pytest.mark.parametrize(
    ("today", "status"),
    [("2024-09-27", "current"), ("2027-12-31", "current"), ("2028-01-01", "expired")],
)
def test_a_period_in_the_title_makes_it_current_to_its_end(plan: Document, today: str, status: str) -> None:
    assert Standings((), date.fromisoformat(today)).of(plan).status == status


def test_statute(example: Example) -> None:
    meta = example("示例创新促进条例").metadata
    assert (meta.title, meta.number, meta.issuers) == (
        "示例市科技创新促进条例", None, ("示例市人民代表大会常务委员会",),
    )  # fmt: skip
    assert (meta.issued, meta.effective, meta.expires) == ("2023-05-20", "2023-07-01", None)
    assert Standings((), date(2030, 1, 1)).of(example("示例创新促进条例")).status == "unknown"


def test_policy_with_a_term_of_years(example: Example) -> None:
    meta = example("示例若干措施").metadata
    assert (meta.title, meta.number) == ("示例区关于支持机器人产业发展的若干措施", "示府规〔2024〕3号")
    assert (meta.issuers, meta.issued) == (("示例区人民政府",), "2024-05-20")
    assert (meta.effective, meta.expires) == ("2024-06-01", "2027-05-31")


def test_a_guide_without_head(example: Example) -> None:
    meta = example("重复标号").metadata
    assert meta.title == "示例园区服务指南"
    assert (meta.number, meta.issuers, meta.addressees, meta.issued, meta.effective, meta.expires) == (
        None, (), None, None, None, None,
    )  # fmt: skip


def test_a_text_without_a_title_goes_by_its_file_name() -> None:
    assert parse("一、甲。\n二、乙。", "内部通知.docx").title == "内部通知"


@pytest.mark.parametrize(
    ("text", "effective", "expires"),
    [
        ("本办法自2023年1月1日起施行。", "2023-01-01", None),
        ("本办法自二〇二三年七月十五日起施行。", "2023-07-15", None),
        ("本办法自2023年1月1日起施行，有效期5年。", "2023-01-01", "2027-12-31"),
        ("本办法自2024年2月29日起施行，有效期1年。", "2024-02-29", "2025-02-27"),
        ("本办法自2023年1月1日起施行，有效期至2025年12月31日。", "2023-01-01", "2025-12-31"),
        ("本办法的施行日期另行通知。", None, None),
        ("本办法自2023年13月1日起施行。", None, None),
    ],
)
def test_validity(text: str, effective: str | None, expires: str | None) -> None:
    meta = parse(f"示例办法\n\n第一条　为了示例，制定本办法。\n\n第二条　{text}\n", "示例办法.txt").metadata
    assert (meta.effective, meta.expires) == (effective, expires)

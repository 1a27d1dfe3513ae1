"""Targets: number, unit, comparator, what is counted, by when."""

from __future__ import annotations

import pytest

from index.clauses import parse
from index.read.reading import ReadingWriter, RowCell
from tests.index.facts_of import facts_of


def said(text: str) -> list[tuple[str, object, object, str, object]]:
    return [
        (f.data["comparator"], f.data["value"], f.data["value_max"], f"{f.data['unit']} {f.data['object']}", f.data["deadline"])
        for f in facts_of(text, "target")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "comparator", "value", "most", "counted", "deadline"),
    [
        ("到2027年，引育领军人才30个。", "=", 30, 30, "个 领军人才", "到2027年"),
        ("到２０２７年，培育企业不少于１００家。", "≥", 100, 100, "家 企业", "到２０２７年"),
        ("2025年底前，建成示范项目20个以上。", "≥", 20, 20, "个 示范项目", "2025年底前"),
        ("到2025年，社会消费品零售总额突破3万亿元。", ">", 3, 3, "万亿元 社会消费品零售总额", "到2025年"),
        ("城镇调查失业率控制在5.5%以内。", "≤", 5.5, 5.5, "% 城镇调查失业率", None),
        ("力争实际利用外资2100万美元左右。", "≈", 2100, 2100, "万美元 实际利用外资", None),
        ("打造8—10个市级先导区。", "range", 8, 10, "个 市级先导区", None),
        ("到2027年，孵化百家高新技术企业。", "=", 100, 100, "家 高新技术企业", "到2027年"),
        ("三年内，规模以上工业增加值年均增长10%以上。", "≥", 10, 10, "% 规模以上工业增加值", "三年内"),
        ("到2030年，数字经济规模翻一番。", "=", 2, 2, "倍 数字经济规模", "到2030年"),
        ("到2025年，突破30项关键技术。", "=", 30, 30, "项 关键技术", "到2025年"),
        ("力争新增50亿元以上工业企业3家。", "=", 3, 3, "家 50亿元以上工业企业", None),
    ],
)
def test_targets(
    text: str, comparator: str, value: float, most: float, counted: str, deadline: str | None
) -> None:
    assert said(text) == [(comparator, value, most, counted, deadline)]


def test_a_time_of_its_own_takes_a_figure_out_of_an_earlier_deadline() -> None:
    text = "2022年11月底前完成前期工作。确保水利投资上半年完成135亿元，全年完成270亿元。"
    assert [(value, deadline) for _, value, _, _, deadline in said(text)] == [(135, None), (270, None)]


def test_one_deadline_for_a_list() -> None:
    found = said("到2025年，培育链主企业10家、专精特新企业50家，产值达到800亿元。")
    assert [(c, v, u) for c, v, _, u, _ in found] == [
        ("=", 10, "家 链主企业"),
        ("=", 50, "家 专精特新企业"),
        ("≥", 800, "亿元 产值"),
    ]
    assert {d for *_, d in found} == {"到2025年"}


def test_a_change_is_marked() -> None:
    (growth,) = facts_of("力争工业投资增长12%以上。", "target")
    (share,) = facts_of("到2025年，森林覆盖率达到55%。", "target")
    assert (growth.data["growth"], share.data["growth"]) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "第十七条规定的材料应当在15个工作日内提交。",
        "本办法自2024年6月1日起施行，有效期5年。",
        "对首次认定的企业给予50万元奖励。",
        "年满18周岁的人员可以申请。",
        "对年研发投入超过500万元的企业，按10%给予补助。",
        "增强“四个意识”，坚定“四个自信”。",
        "处五千元以上三万元以下罚款。",
        "根据《关于若干问题的意见》（国发〔2023〕15号）制定。",
        "低保标准为每人每月1309元。",
    ],
)
def test_what_is_no_target(text: str) -> None:
    assert said(text) == []


def test_rows_of_a_table_of_indicators() -> None:
    writer = ReadingWriter()
    writer.paragraph("示例市行动计划")
    writer.paragraph("一、主要目标")
    rows = [
        ("指标", "单位", "2023年实际", "2027年"),
        ("企业数量", "家", "20", "100"),
        ("研发投入强度", "%", "2.1", "≥3"),
        ("主要场景", "个", "5", "持续增加"),
    ]
    for i, row in enumerate(rows):
        writer.row([RowCell(text, column) for column, text in enumerate(row)], 1, head=i == 0)
    document = parse(writer.reading(), "计划.docx")
    assert [
        (f.data["object"], f.data["comparator"], f.data["value"], f.data["unit"], f.data["deadline"])
        for f in document.facts
    ] == [("企业数量", "=", 100, "家", "2027年"), ("研发投入强度", "≥", 3, "%", "2027年")]

"""Sentences broken by a page or a wrap are mended; spans keep pointing into the source."""

from __future__ import annotations

import itertools
import re

import pytest

from index.clauses.paragraphs import read_paragraphs, source_offset
from index.read.reading import ReadingWriter


def texts(source: str) -> list[str]:
    return [p.text for p in read_paragraphs(source)]


@pytest.mark.parametrize(
    ("case", "source", "expected"),
    [
        ("blank lines", "一、总体要求\n\n\n\n坚持创新。\n", ["一、总体要求", "坚持创新。"]),
        (
            "a page breaks inside a word",
            "到2027年，培育一批具有核心竞争力、带动作用强的骨干企\n\n\n\n业，形成优势产业集群。\n",
            ["到2027年，培育一批具有核心竞争力、带动作用强的骨干企业，形成优势产业集群。"],
        ),
        (
            "a page breaks behind a comma",
            "开展一体化快堆等先进核能技术研究，\n\n发展核级阀门。\n",
            ["开展一体化快堆等先进核能技术研究，发展核级阀门。"],
        ),
        (
            "a page breaks inside a bracket",
            "〔牵头单位：市发展改革委；责任单位：市教委，各区县\n\n\n(自治县)和两江新区(以下统称区县)]\n\n2. 生物制造\n",
            ["〔牵头单位：市发展改革委；责任单位：市教委，各区县(自治县)和两江新区(以下统称区县)]", "2. 生物制造"],
        ),
        ("a full stop ends a paragraph", "甲。\n乙。\n", ["甲。", "乙。"]),
        ("a label begins a paragraph, also behind a comma", "包括，\n1. 甲；\n2. 乙。\n", ["包括，", "1. 甲；", "2. 乙。"]),
        (
            "Latin words stay apart",
            "重点研发面向各类终端设备和服务器的智能芯片，支持 GPU\nFPGA 等架构。\n",
            ["重点研发面向各类终端设备和服务器的智能芯片，支持 GPU FPGA 等架构。"],
        ),
        ("a heading stays alone", "三、工作举措\n\n（一）甲。\n", ["三、工作举措", "（一）甲。"]),
        ("a date stays alone", "示例市人民政府\n2024年9月27日\n", ["示例市人民政府", "2024年9月27日"]),
        (
            "what a page prints under the title",
            "办法\n发布日期：2016-12-28\n网址：http://www.example.cn/a.html\n各区：\n",
            ["办法", "发布日期：2016-12-28", "网址：http://www.example.cn/a.html", "各区："],
        ),
        ("labels", "补贴测算：按实际天数\n申请渠道：网上办理\n", ["补贴测算：按实际天数", "申请渠道：网上办理"]),
        ("nothing", " \n\t\n", []),
    ],
)  # fmt: skip
def test_mending(case: str, source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_hard_wraps_are_joined() -> None:
    sentence = "各级人民政府应当加强对科技创新工作的统一领导并将其纳入国民经济和社会发展规划同时保障必要的经费投入和人员配备。"
    lines = [sentence[i : i + 18] for i in range(0, len(sentence), 18)]
    source = "\n".join(f"第{n}条　" + "\n".join(lines) for n in "一二三四五六七八九")
    found = texts(source)
    assert [t[:3] for t in found] == [f"第{n}条" for n in "一二三四五六七八九"]
    assert {t.split("　")[1] for t in found} == {sentence}


def test_spans_cover_the_source(plan_text: str) -> None:
    paragraphs = read_paragraphs(plan_text)
    for paragraph in paragraphs:
        source = plan_text[paragraph.start : paragraph.end]
        assert re.sub(r"\s", "", source) == re.sub(r"\s", "", paragraph.text)
    between = [plan_text[a.end : b.start] for a, b in itertools.pairwise(paragraphs)]
    assert all(
        not gap.strip()
        for gap in [plan_text[: paragraphs[0].start], *between, plan_text[paragraphs[-1].end :]]
    )


@pytest.mark.parametrize(
    "words",
    [
        "带动作用强的骨干企业，形成一批",
        "高通量通信卫星、高分辨率合成孔径雷达卫星",
        "自主响应、协同控制等智能功能",
        "两江协同创新区",
        "开展探索性、原创性研究的博士后",
        "各区县(自治县)和两江新区",
    ],
)
def test_the_plan_is_mended(plan_text: str, words: str) -> None:
    assert sum(words in text for text in texts(plan_text)) == 1


def test_offsets_lead_back_over_a_mended_break() -> None:
    source = "　　坚持统筹推进各项重点工作和任务，切实加强对全市科技\n\n创新的领导。"
    (paragraph,) = read_paragraphs(source)
    assert paragraph.text == "坚持统筹推进各项重点工作和任务，切实加强对全市科技创新的领导。"
    assert paragraph.start == 2
    assert source_offset(source, paragraph, paragraph.text.index("创新")) == source.index("创新")
    assert source_offset(source, paragraph, len(paragraph.text)) == len(source)


@pytest.mark.parametrize(
    ("case", "blocks", "expected"),
    [
        (
            "a comma breaks off",
            ["支持企业开展研发活动，", "提高创新能力。"],
            ["支持企业开展研发活动，提高创新能力。"],
        ),
        (
            "a missing full stop does not",
            ["支持企业开展研发活动，提高创新能力，培育一批骨干企业", "各区应当配合。"],
            None,
        ),
        ("an open bracket does not", ["〔牵头单位：市科技局", "市教委〕"], None),
        ("a label begins a paragraph", ["包括，", "1. 甲；"], None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_where_the_reader_gives_paragraphs_only_commas_are_mended(
    case: str, blocks: list[str], expected: list[str] | None
) -> None:
    writer = ReadingWriter()
    for block in blocks:
        writer.paragraph(block)
    assert [p.text for p in read_paragraphs(writer.reading())] == (expected or blocks)


_ENDED = [f"（{n}）依法履行职责，接受社会监督；" for n in "一二三四"]


@pytest.mark.parametrize(
    ("case", "blocks", "joined"),
    [
        (
            "items end their sentences, so this one was broken",
            [*_ENDED, "（五）对不履行职责，经常不能参加专委会活动的委员由秘书", "处提出调整建议；"],
            "（五）对不履行职责，经常不能参加专委会活动的委员由秘书处提出调整建议；",
        ),
        (
            "headings with a comma are none",
            [f"（{n}）强化政策支持，扎实推动经济平稳健康发展" for n in "一二三四"] + ["各区县要落实责任。"],
            None,
        ),
        (
            "the first of several alike",
            [*["军人服役，由本级批准。"] * 4, "获得硕士学位的，经考核合格后授予上尉军衔", "获得博士学位的，授予少校军衔。"],
            None,
        ),
        (
            "a note below it is no rest of a sentence",
            [*_ENDED, "（五）对不履行职责，经常不能参加专委会活动的委员由秘书", "注：本表一式两份。"],
            None,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_sentence_that_a_page_broke_goes_on(case: str, blocks: list[str], joined: str | None) -> None:
    writer = ReadingWriter()
    for block in blocks:
        writer.paragraph(block)
    expected = [*blocks[:-2], joined] if joined else blocks
    assert [p.text for p in read_paragraphs(writer.reading())] == expected


def test_a_file_whose_paragraphs_all_end_at_one_width_was_wrapped() -> None:
    sentence = "各级人民政府应当加强对科技创新工作的统一领导并将其纳入国民经济和社会发展规划同时保障必要的经费投入和人员配备。"
    writer = ReadingWriter()
    for n in "一二三四五六七八九":
        article = f"第{n}条　{sentence}"
        for i in range(0, len(article), 20):
            writer.paragraph(article[i : i + 20])
    assert [p.text for p in read_paragraphs(writer.reading())] == [
        f"第{n}条　{sentence}" for n in "一二三四五六七八九"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "关于选拔第七批市级专业技术拔尖人才、学术技术带头人及其后备人才的通知",
            "中共示例市委人才工作领导小组办公室文件",
        ),
        ("责任单位：省发展改革委牵头，省工业和信息化厅、省科技厅按职责分工负责", "推动数字金融创新"),
        ("时间：2016/8/8　发布单位：示例区教育局　文号：示教〔2016〕48号", "示教〔2016〕48号"),
    ],
    ids=["a title", "agencies", "a web page's line"],
)
def test_a_whole_line_is_not_joined_to_the_next(first: str, second: str) -> None:
    assert texts(f"{first}\n{second}\n") == [first, second]

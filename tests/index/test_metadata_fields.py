"""What is read from a document's head, signature and closing provisions, field by field; what is not said stays unknown."""

from __future__ import annotations

import re

import pytest

from index.clauses import Document, parse
from index.clauses.document import Metadata

TEXT = "　　一、支持企业建设研发机构。\n　　二、支持企业引进人才。\n"
STATUTE = "第一条　为了支持企业，制定本办法。\n第二条　企业可以申请补助。\n"


def meta(text: str, source: str = "文件.txt") -> Metadata:
    return parse(text, source).metadata


def words(document: Document, field: str) -> str:
    start, end = document.metadata.spans[field]
    return re.sub(r"\s", "", document.text[start:end])


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("示例市支持企业办法\n", "示例市支持企业办法"),
        ("关于支持企业发展的\n若干意见\n", "关于支持企业发展的若干意见"),
        ("示例市人民政府\n关于印发《支持企业办法》\n的通知\n", "示例市人民政府关于印发《支持企业办法》的通知"),
        ("示府发〔2024〕3号\n示例市人民政府关于支持企业的通知\n", "示例市人民政府关于支持企业的通知"),
        ("示例市人民政府文件\n示府发〔2024〕3号\n示例市人民政府关于支持企业的通知\n", "示例市人民政府关于支持企业的通知"),
        ("示例市支持企业三年行动计划\n（2024—2026年）\n", "示例市支持企业三年行动计划（2024—2026年）"),
        ("示例市支持企业办法\n（试行）\n", "示例市支持企业办法（试行）"),
        ("中共示例省委\n关于支持企业的意见\n（2024年3月1日）\n", "中共示例省委关于支持企业的意见"),
        ("示例局关于支持企业的通知\n示局发〔2024〕3号\n示例局关于支持企业的通知\n", "示例局关于支持企业的通知"),
        ("关 于 支 持 企 业 的 通 知\n", "关于支持企业的通知"),
        ("# 示例市支持企业办法\n", "示例市支持企业办法"),
        ("DB50/T 1234-2020\n示例市支持企业规范\n", "示例市支持企业规范"),
        ("示例市财政局示例市科学技术局\n关于支持企业的通知\n", "示例市财政局 示例市科学技术局关于支持企业的通知"),
    ],
)  # fmt: skip
def test_title(head: str, title: str) -> None:
    found = meta(head + TEXT)
    assert (found.title, found.titled_by) == (title, "text")


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "为支持企业发展，促进就业，结合本市实际，制定以下措施。\n" + TEXT,
        "各区县人民政府，市政府各部门：\n为支持企业发展，现通知如下。\n" + TEXT,
        "第一章　总则\n" + STATUTE,
    ],
)
def test_a_text_without_title_goes_by_its_file(text: str) -> None:
    found = meta(text, "示例市支持企业的通知.txt")
    assert (found.title, found.titled_by) == ("示例市支持企业的通知", "file")
    assert "title" not in found.spans


def test_a_notice_without_title_has_that_of_what_it_carries() -> None:
    text = (
        "各区县人民政府：\n《示例市支持企业办法》已经市政府同意，现印发给你们，请认真执行。\n示例市人民政府\n2024年3月1日\n"
        "示例市支持企业办法\n" + STATUTE
    )
    found = meta(text, "办法.txt")
    assert (found.title, found.titled_by, found.carried) == (
        "示例市支持企业办法", "text", ("示例市支持企业办法",)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("示府办发〔2024〕75号", "示府办发〔2024〕75号"),
        ("示府办发﹝2024﹞75号", "示府办发〔2024〕75号"),
        ("示府办发[2024] 75 号", "示府办发〔2024〕75号"),
        ("（示府办发〔2024〕75号）", "示府办发〔2024〕75号"),
        ("示府办发（2024）75号", "示府办发（2024）75号"),
        ("国发〔1996〕12号", "国发〔1996〕12号"),
        ("示府发〔2024〕3号　　　　签发人：张三", "示府发〔2024〕3号"),
        ("示府发〔2024〕3号　　2024年3月1日", "示府发〔2024〕3号"),
        ("发文字号：示府发〔2024〕3号", "示府发〔2024〕3号"),
        ("示例市人民政府文件\n示府〔2012〕12号", "示府〔2012〕12号"),
        ("时间：2016/8/8　发布单位：示例区教育局　文号：示教〔2016〕48号\n示教〔2016〕48号", "示教〔2016〕48号"),
        ("信息索引：360A06\n生成日期：2016-01-27\n发文字号：示教厅〔2016〕1号", "示教厅〔2016〕1号"),
        ("【文    号】 示府发〔2024〕3号", "示府发〔2024〕3号"),
        ("索引号：00123　发文字号：示府发〔2024〕3号　发布机构：示例市人民政府", "示府发〔2024〕3号"),
        ("（2021年10月8日示例市人民政府令第179号公布　自2021年12月20日起施行）", "示例市人民政府令第179号"),
        ("（2004年3月2日商务部、财政部令第5号公布　根据2016年2月6日商务部令第7号修订）", "商务部、财政部令第5号"),
        ("（2003年8月18日药品监管局、海关总署第4号令公布）", "药品监管局、海关总署第4号令"),
        ("（2006年10月13日商务部、公安部2006年第17号令公布）", "商务部、公安部2006年第17号令"),
        ("（1987年9月1日国务院发布　根据2016年2月6日国务院令第666号修订）", None),
        ("（2016年3月31日示例市人民代表大会常务委员会通过）", None),
    ],
)  # fmt: skip
def test_number(line: str, number: str | None) -> None:
    document = parse(f"示例市支持企业办法\n{line}\n{STATUTE}", "文件.txt")
    assert document.metadata.number == number
    if number:
        assert len(words(document, "number")) == len(number)


def test_an_order_s_number_over_two_lines_and_the_title_of_what_it_promulgates() -> None:
    text = (
        "示例市人民政府令\n第179号\n《示例市房屋交易办法》已经市政府常务会议通过，现予公布，自2021年12月20日起施行。\n"
        "市长　张三\n2021年10月8日\n示例市房屋交易办法\n" + STATUTE
    )
    found = meta(text)
    assert (found.number, found.title) == ("示例市人民政府令第179号", "示例市房屋交易办法")
    assert (found.issuers, found.issued, found.effective) == (("示例市人民政府",), "2021-10-08", "2021-12-20")
    assert found.kind == "办法"


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《示例省支持企业办法》（示省府发〔2020〕1号），制定本通知。",
        "《示例市旧办法》（示府发〔2015〕3号）同时废止。",
    ],
)
def test_a_number_that_is_cited_is_not_the_document_s_own(sentence: str) -> None:
    assert meta(f"示例市支持企业的通知\n{sentence}\n{TEXT}").number is None


@pytest.mark.parametrize(
    ("title", "signature", "issuers"),
    [
        ("关于支持企业的通知", "示例市人民政府\n2024年3月1日\n", ("示例市人民政府",)),
        ("市政府关于支持企业的通知", "示例市人民政府\n2024年3月1日\n", ("示例市人民政府",)),
        ("关于支持企业的通知", "示例市教育局　　示例市财政局\n2024年3月1日\n", ("示例市教育局", "示例市财政局")),
        ("关于支持企业的通知", "示例市教育局\n示例市财政局（代章）\n2024年3月1日\n", ("示例市教育局", "示例市财政局")),
        ("关于支持企业的通知", "国 务 院 办 公 厅\n二〇二四年三月一日\n（此件公开发布）\n", ("国务院办公厅",)),
        ("广州市教育局广州市财政局关于支持企业的通知", "", ("广州市教育局", "广州市财政局")),
        ("示例市人民政府办公室印发关于支持企业若干措施的通知", "", ("示例市人民政府办公室",)),
        ("市政府关于支持企业的通知", "", ()),
        ("关于支持企业的通知", "", ()),
        ("关于支持企业的通知", "本通知由示例市财政局负责解释。\n", ()),
        ("关于支持企业的通知", "示例市人民政府办公厅秘书处2024年3月6日印发\n", ()),
    ],
)  # fmt: skip
def test_issuers(title: str, signature: str, issuers: tuple[str, ...]) -> None:
    assert meta(f"{title}\n{TEXT}{signature}").issuers == issuers


@pytest.mark.parametrize(
    ("note", "issuers"),
    [
        ("（2013年4月25日第十二届全国人民代表大会常务委员会第二次会议通过）", ("全国人民代表大会常务委员会",)),
        ("（2019年6月25日示例市第七届人民代表大会常务委员会第二十二次会议通过　"
         "2019年7月26日示例省第十三届人民代表大会常务委员会第十一次会议批准）", ("示例市人民代表大会常务委员会",)),
        ("（2009年4月22日国务院第58次常务会议通过　2009年5月4日中华人民共和国国务院令第554号公布）", ("国务院",)),
        ("（2004年3月29日商务部、财政部令第5号发布）", ("商务部", "财政部")),
    ],
)  # fmt: skip
def test_issuers_of_a_statute(note: str, issuers: tuple[str, ...]) -> None:
    assert meta(f"示例条例\n{note}\n{STATUTE}").issuers == issuers


@pytest.mark.parametrize(
    ("signature", "issued"),
    [
        ("示例局\n2024年9月27日\n", "2024-09-27"),
        ("示例局\n二〇二四年九月二十七日\n", "2024-09-27"),
        ("示例局\n二○○四年十二月三十一日\n", "2004-12-31"),
        ("示例局\n 2024 年 9 月 27 日\n", "2024-09-27"),
        ("示例局\n２０２４年９月２７日\n", "2024-09-27"),
        ("示例局\n2024年9月\n", None),
        ("示例局\n2024年13月1日\n", None),
        ("示例局办公室2024年3月6日印发\n", None),
    ],
)
def test_date_of_signature(signature: str, issued: str | None) -> None:
    assert meta(f"关于支持企业的通知\n{TEXT}{signature}").issued == issued


def test_the_note_of_a_statute() -> None:
    document = parse(
        "示例市绿化条例\n（2005年7月7日示例市第十届人民代表大会常务委员会第三次会议通过　"
        "根据2016年3月31日示例市第十四届人民代表大会常务委员会第二十五次会议《关于修改〈示例市绿化条例〉的决定》第一次修正　"
        "2020年9月24日示例市第十五届人民代表大会常务委员会第一次会议修订）\n" + STATUTE,
        "条例.txt",
    )
    found = document.metadata
    assert (found.issued, found.published, found.revised) == ("2005-07-07", None, "2020-09-24")
    assert words(document, "revised") == "2020年9月24日"


def test_a_signature_that_was_taken_for_the_rest_of_a_line() -> None:
    line = "联系人：市教育局张三，联系电话：81085234；市财政局李四，联系电话：81085235"
    text = f"关于支持企业的通知\n{TEXT}{line}\n广州市教育局            广州市财政局\n2024年3月1日\n"
    assert meta(text).issuers == ("广州市教育局", "广州市财政局")

"""Several instruments in one file, attachments, contents lists, closing paragraphs."""

from __future__ import annotations

import pytest

from index.clauses import Document, parse

NOTICE = [
    "示例市人民政府关于印发《示例市创新办法》的通知",
    "各区人民政府：",
    "现将《示例市创新办法》印发给你们，请遵照执行。",
]
SIGNED = ["示例市人民政府", "2024年5月1日"]
ARTICLES = ["第一条 为了鼓励创新，制定本办法。", "第二条 本办法自印发之日起施行。"]


def read(*lines: str) -> Document:
    return parse("\n".join(lines), "示例.txt")


def paths(document: Document, part: int) -> list[str]:
    return ["/".join(c.path) for c in document.clauses if c.path and c.part == part and c.kind == "clause"]


def titles(document: Document) -> list[str]:
    return [part.title for part in document.parts]


def test_a_notice_with_what_it_carries_and_its_attachment() -> None:
    document = read(
        *NOTICE,
        *SIGNED,
        "附件",
        "示例市创新办法",
        *ARTICLES,
        "附件：申请表",
        "附件",
        "申请表",
        "一、基本情况",
        "二、申请事项",
    )
    assert titles(document) == ["示例市人民政府关于印发《示例市创新办法》的通知", "示例市创新办法"]
    assert paths(document, 0) == []
    assert paths(document, 1) == ["第一条", "第二条", "附件", "附件/一", "附件/二"]
    attachment = next(c for c in document.clauses if c.path == ("附件",))
    assert attachment.heading == "申请表"


def test_an_instrument_whose_title_the_notice_does_not_quote() -> None:
    document = read(
        "示例市人民政府关于修改两件规章的决定", "一、对甲规章作如下修改", "二、对乙规章作如下修改", "本决定自公布之日起施行。",
        "示例市甲管理办法", "第一条 甲。", "第二条 乙。",
        "示例市乙管理", "实施细则", "第一章 总则", "第一条 丙。",
    )  # fmt: skip
    assert titles(document)[1:] == ["示例市甲管理办法", "示例市乙管理实施细则"]
    assert [paths(document, i) for i in range(3)] == [
        ["一", "二"],
        ["第一条", "第二条"],
        ["第一章", "第一章/第一条"],
    ]
    closing = next(c for c in document.clauses if "自公布之日起" in c.text)
    assert (closing.kind, closing.path, closing.part) == ("back", (), 0)


def test_a_heading_in_the_body_begins_no_instrument() -> None:
    document = read(
        "示例市若干措施", "一、工作方案", "制定实施方案。", "创新行动方案", "二、支持政策", "加大支持。"
    )
    assert len(document.parts) == 1
    assert paths(document, 0) == ["一", "二"]


@pytest.mark.parametrize(
    "contents",
    [
        ["目　录", "第一章　总则", "第二章　附则"],
        ["目录", "第一章 总则…………1", "第二章 附则…………2"],
        ["目次", "第一章 总则\t1", "第二章 附则\t2"],
        ["第一章 总则", "第二章 附则"],
        ["第一章 总则............1", "第一节 略............1", "第二章 附则............2"],
    ],
)
def test_a_contents_list_is_front_matter(contents: list[str]) -> None:
    document = read("示例条例", *contents, "第一章　总则", "第一条 甲。", "第二章　附则", "第二条 乙。")
    assert paths(document, 0) == ["第一章", "第一章/第一条", "第二章", "第二章/第二条"]
    assert document.clauses[0].kind == "front"
    assert contents[-1] in document.clauses[0].text
    assert document.doubts == ()


@pytest.mark.parametrize(
    "listed",
    [
        ["附件：1.申请表", "2.承诺书"],
        ["附件：1.申请表", "      2.承诺书"],
        ["附件1.申请表", "附件2.承诺书"],
    ],
)
def test_a_list_of_attachments_is_no_attachment(listed: list[str]) -> None:
    document = read(
        "示例市若干措施",
        "一、甲措施。",
        "二、乙措施。",
        *listed,
        *SIGNED,
        "附件1",
        "申请表",
        "一、事项",
        "附件2",
        "承诺书",
        "承诺如下。",
    )
    assert paths(document, 0) == ["一", "二", "附件1", "附件1/一", "附件2"]
    back = next(c for c in document.clauses if c.kind == "back")
    assert back.text.split("\n") == [*(line.strip() for line in listed), *SIGNED]
    assert next(c for c in document.clauses if c.path == ("二",)).text == "二、乙措施。"


def test_an_attachment_with_its_title_on_the_label_s_line() -> None:
    document = read("示例办法", "第一条 甲。", "附件1：操作规程", "一、乙。", "附件2：办理流程", "一、丙。")
    assert paths(document, 0) == ["第一条", "附件1", "附件1/一", "附件2", "附件2/一"]
    assert [c.heading for c in document.clauses if len(c.path) == 1][1:] == ["操作规程", "办理流程"]


def test_ids_stay_when_other_clauses_come_and_go() -> None:
    lines = ["示例市若干措施", "一、甲", "（一）乙。", "（二）丙。", "二、丁", "（一）戊。", "三、己"]
    before = {c.text: c.id for c in read(*lines).clauses}
    longer = [*lines[:4], "（三）新增的一项。", "经过修改的一段。", *lines[4:]]
    after = {c.text: c.id for c in read(*longer).clauses}
    assert {text: after[text] for text in before} == before
    assert len(set(after.values())) == len(after) == len(before) + 2

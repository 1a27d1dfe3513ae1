"""Plain text and Markdown: encodings, and marks that go while the text stays."""

from __future__ import annotations

import codecs

import pytest

from index.errors import ReadError
from index.read.markdown import inline, read_markdown
from index.read.plain import read_plain
from index.read.reading import Reading

TEXT = (
    "第一条　为了规范管理，根据《中华人民共和国立法法》，制定本办法。\n第二条　本办法自2024年5月1日起施行。\n"
)


def lines(reading: Reading) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(), codecs.BOM_UTF8 + TEXT.encode(), TEXT.encode("gb18030"), TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"), TEXT.encode("utf-16-be"), TEXT.encode("utf-32"),
        TEXT.replace("\n", "\r\n").encode("gb18030"), TEXT.replace("\n", "\r").encode(),
    ],
)  # fmt: skip
def test_every_usual_encoding_gives_the_same_text(data):
    reading = read_plain("甲.txt", data)
    assert reading.text == TEXT
    assert reading.wrapped
    assert reading.remarks == ()


def test_rare_characters_of_gb18030_survive():
    assert read_plain("甲.txt", "镕喆𠮷㐂，瑀。".encode("gb18030")).text == "镕喆𠮷㐂，瑀。"


def test_a_few_broken_bytes_are_said_and_the_rest_is_read():
    data = (TEXT * 40).encode()
    reading = read_plain("甲.txt", data[:-2])
    assert reading.remarks == ("有 1 处字节无法识别，显示为「�」",)
    assert lines(reading)[0] == TEXT.split("\n")[0]


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01" + b"\x00" * 60, b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 9, b"\xff" * 500],
)  # fmt: skip
def test_binary_is_never_taken_for_text(data):
    for reader in (read_plain, read_markdown):
        with pytest.raises(ReadError, match=r"「甲\.txt」不是文本文件，或编码无法识别；"):
            reader("甲.txt", data)


MARKDOWN = """---
title: 某市数据条例
number: 某人发〔2024〕3号
---

# 某市数据条例

<!-- INFO END
多行注释 -->

## 第一章 总则 ##

> **第一条** 为了规范数据处理活动，*保障*数据安全，制定本条例\\.

1. 依法合规；
2\\. 安全可控：见[国家标准](http://example.org/a_b)，`代码`与~~旧文~~。
- 无序的一项；

![图](a.png)第二条 每平方米3*4*5元，____年__月__日，见 a_b_c，R&amp;D 投入<br>换行后<u>下划线</u>。

***

```
# 原样的一行
```
"""


def test_marks_go_and_text_stays():
    reading = read_markdown("甲.md", MARKDOWN.encode())
    assert lines(reading) == [
        "number: 某人发〔2024〕3号", "某市数据条例", "第一章 总则", "第一条 为了规范数据处理活动，保障数据安全，制定本条例.",
        "1. 依法合规；", "2. 安全可控：见国家标准，代码与旧文。", "无序的一项；",
        "第二条 每平方米3*4*5元，____年__月__日，见 a_b_c，R&D 投入", "换行后下划线。", "# 原样的一行",
    ]  # fmt: skip


def test_a_title_that_stands_in_the_front_matter_only_comes_first():
    assert lines(read_markdown("甲.md", "---\ntitle: '某市数据条例'\n---\n第一条 内容。\n".encode())) == [
        "某市数据条例",
        "第一条 内容。",
    ]
    assert lines(read_markdown("甲.md", "---\n第一条 内容。\n---\n".encode())) == ["第一条 内容。"]


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("**2024年**的**《办法》**", "2024年的《办法》"),
        ("这是*强调*的", "这是强调的"),
        ("*注：本表不含税", "*注：本表不含税"),
        ("***重点***", "重点"),
        ("A\\*B\\_C", "A*B_C"),
        ("a < b，x<y", "a < b，x<y"),
        ("[一]（二）[三]", "[一]（二）[三]"),
        ("〔2024〕1号 [2024] 1号", "〔2024〕1号 [2024] 1号"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("1\\. 甲", "1. 甲"),
    ],
)
def test_marks_inside_a_line(marked, shown):
    assert inline(marked) == shown


TABLES = """附表如下：

| 类别 | 标准\\|上限 |
|:-----|:----:|
| **企业** | 100万元<br>封顶 |
| 个人 | |
表后一段。

<table><tr><td rowspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr>
<tr><td>乙</td><td>3</td></tr></table>
末段。
"""


def test_tables_become_rows_with_their_heads():
    reading = read_markdown("甲.md", TABLES.encode())
    found = [
        (b.table, b.head, [reading.text[c.start : c.end] for c in b.cells]) for b in reading.blocks if b.cells
    ]
    assert found == [
        (1, True, ["类别", "标准|上限"]), (1, False, ["企业", "100万元 封顶"]), (1, False, ["个人", ""]),
        (2, False, ["甲", "1"]), (2, False, ["甲", "2"]), (2, False, ["乙", "3"]),
    ]  # fmt: skip
    assert [line for line in lines(reading) if "\t" not in line] == [
        "附表如下：",
        "表后一段。",
        "2",
        "末段。",
    ]


def test_lines_are_broken_ones_only_where_they_follow_each_other():
    assert not read_markdown("甲.md", "# 题\n\n第一条 甲。\n\n第二条 乙。\n".encode()).wrapped
    assert read_markdown("甲.md", "第一条 甲甲甲，\n乙乙乙，\n丙丙丙。\n第二条 丁。\n".encode()).wrapped

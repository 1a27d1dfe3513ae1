"""OFD: characters at their places become paragraphs with their pages; templates and page numbers stay out."""

from __future__ import annotations

import contextlib

import pytest

from index.errors import ReadError
from index.read.ofd import read_ofd
from index.read.ofd.content import steps
from index.read.reading import Reading
from tests.index.read.ofd_files import LEFT, document, drawn, line, lines, ofd, page, zipped

FIRST = [
    "　　第一条　为了促进集成电路产业高质量发展，优化产业发展",
    "环境，根据有关法律、行政法规，结合本市实际，制定本条例。",
    "　　第二条　本市行政区域内集成电路产业的促进、服务和保障",
    "等活动，适用本条例。",
    "　　第三条　市人民政府应当加强对集成电路产业促进工作的领",
]
SECOND = [
    "导，将其纳入国民经济和社会发展规划，研究解决重大问题。",
    "　　第四条　市经济信息部门负责组织实施本条例。",
]


def paragraphs(reading: Reading) -> list[tuple[int | None, str]]:
    return [(b.page, reading.text[b.start : b.end]) for b in reading.blocks]


def numbered(texts: list[str], number: int) -> str:
    return page(lines(texts) + line(f"— {number} —", 96, 272, 4.9))


def test_lines_become_paragraphs_also_across_pages():
    reading = read_ofd("甲.ofd", ofd(document("Doc_0", [numbered(FIRST, 1), numbered(SECOND, 2)])))
    assert paragraphs(reading) == [
        (1, "第一条　为了促进集成电路产业高质量发展，优化产业发展环境，根据有关法律、行政法规，结合本市实际，制定本条例。"),
        (1, "第二条　本市行政区域内集成电路产业的促进、服务和保障等活动，适用本条例。"),
        (1, "第三条　市人民政府应当加强对集成电路产业促进工作的领导，将其纳入国民经济和社会发展规划，研究解决重大问题。"),
        (2, "第四条　市经济信息部门负责组织实施本条例。"),
    ]  # fmt: skip


def test_what_templates_and_invisible_objects_show_is_left_out():
    template = line("某市人民代表大会常务委员会公报", 60, 12)
    shown = lines(FIRST[:2]) + line("看不见的字", y=120, more='Visible="false"')
    reading = read_ofd("甲.ofd", ofd(document("Doc_0", [page(shown)], template)))
    assert "公报" not in reading.text
    assert "看不见" not in reading.text
    assert "制定本条例" in reading.text


def test_several_documents_count_their_pages_on():
    one = document("Doc_0", [page(lines(["关于印发办法的通知。"])), page(lines(["　　请遵照执行。"]))])
    other = document("Doc_1", [page(lines(["　　第一条　本办法自印发之日起施行。"]))])
    reading = read_ofd("甲.ofd", ofd(one, other))
    assert [p for p, _ in paragraphs(reading)] == [1, 2, 3]
    assert reading.remarks == ("文件中有 2 份文档，页码接着编",)


def test_a_ruled_table_keeps_its_columns():
    edges = [LEFT, LEFT + 50, LEFT + 100]
    rules = "".join(drawn(edges[0], y, edges[-1], y) for y in (60, 72, 84)) + "".join(
        drawn(x, 60, x, 84) for x in edges
    )
    cells = [("类别", 0, 63), ("标准", 1, 63), ("企业", 0, 75), ("100万元", 1, 75)]
    objects = (
        lines(["　　补助标准如下："]) + rules + "".join(line(t, edges[c] + 3, y, 4.2) for t, c, y in cells)
    )
    reading = read_ofd("甲.ofd", ofd(document("Doc_0", [page(objects)])))
    found = [[reading.text[c.start : c.end] for c in b.cells] for b in reading.blocks if b.kind == "row"]
    assert found == [["类别", "标准"], ["企业", "100万元"]]


def test_text_that_is_scaled_by_its_object_stands_where_it_is_drawn():
    scaled = "".join(
        f'<ofd:TextObject ID="1" Boundary="28 {37 + n * 9.8} 150 8" Size="1" CTM="5.6 0 0 5.6 0 0"><ofd:TextCode X="0" '
        f'Y="0.9" DeltaX="g {len(text) - 1} 1">{text}</ofd:TextCode></ofd:TextObject>'
        for n, text in enumerate([FIRST[0].strip() + "环境", FIRST[1]])
    )
    assert "优化产业发展环境环境，根据" in read_ofd("甲.ofd", ofd(document("Doc_0", [page(scaled)]))).text


def test_distances_are_written_singly_or_by_count():
    assert steps("g 3 4.2 5 g 2 1") == [4.2, 4.2, 4.2, 5.0, 1.0, 1.0]
    assert steps("4 x 5") == [4.0]
    assert steps("g 3") == []
    assert steps(None) == []


def test_a_damaged_page_is_named_and_the_others_are_read():
    content = document("Doc_0", [numbered(FIRST, 1), "<ofd:Page", numbered(["　　第五条　附则。"], 3)])
    reading = read_ofd("甲.ofd", ofd(content))
    assert [p for p, _ in paragraphs(reading)] == [1, 1, 1, 3]
    assert reading.remarks == ("第 2 页内容缺失或已损坏，没有读到",)


PICTURE = page('<ofd:ImageObject ID="7" Boundary="0 0 210 297" ResourceID="3"/>')
DAMAGED = {
    "no zip": (b"PK\x03\x04" + b"x" * 100, "不是有效的"),
    "no entry": (zipped({"a.xml": "<a/>"}), "缺少内容「OFD.xml」"),
    "entry is no XML": (zipped({"OFD.xml": "OFD"}), "已损坏"),
    "no document": (zipped({"OFD.xml": "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"}), "Document.xml"),
    "all pages lost": (ofd(document("Doc_0", ["<x", "<y"])), "2 页内容缺失或已损坏"),
    "pictures only": (ofd(document("Doc_0", [PICTURE])), "只有图片"),
    "encrypted": (zipped({"OFD.xml": "<OFD/>", "Doc_0/Encryptions.xml": "<a/>"}), "加了密码"),
    "entities": (zipped({"OFD.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><OFD>&x;</OFD>'}), "甲.ofd"),
}  # fmt: skip


@pytest.mark.parametrize("case", DAMAGED)
def test_what_cannot_be_read_is_named_with_cause_and_mend(case):
    data, cause = DAMAGED[case]
    with pytest.raises(ReadError) as caught:
        read_ofd("甲.ofd", data)
    assert "「甲.ofd」" in caught.value.message
    assert cause in str(caught.value)
    assert caught.value.hint


def test_any_cut_or_changed_file_is_read_or_refused():
    data = ofd(document("Doc_0", [numbered(FIRST, 1)]))
    for n in range(0, len(data), 37):
        for broken in (data[:n], data[:n] + bytes([data[n] ^ 0x55]) + data[n + 1 :]):
            with contextlib.suppress(ReadError):
                read_ofd("甲.ofd", broken)

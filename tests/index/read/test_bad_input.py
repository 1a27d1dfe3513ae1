"""Files that are damaged, hostile, or not what their names say: read as what they are, or refused with cause and mend."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from index.errors import ReadError
from index.read import LIMIT, READERS, load, read, supported
from index.read.archive import open_archive
from index.read.reading import Reading
from tests.index.read.ofd_files import document, lines, ofd, page, zipped
from tests.index.read.word_files import docx, members, par

TEXT = "第一条　为了规范管理，制定本办法。\n第二条　本办法自2024年5月1日起施行。\n"
LONG = "<p>第一条　为了规范某市某项工作的管理，根据有关法律、法规，结合本市实际，制定本办法。</p>" * 9
WEB = f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{LONG}</body></html>".encode()
WORD = docx(par("第一条　为了规范管理，制定本办法。"))
OFD = ofd(document("Doc_0", [page(lines(["　　第一条　为了规范管理，制定本办法。"]))]))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def encrypted_pdf() -> bytes:
    """No password opens it: its check values are made up."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
        f"<</Filter/Standard/V 1/R 2/O<{'ab' * 32}>/U<{'cd' * 32}>/P -4>>",
    ]
    out, places = "%PDF-1.4\n", []
    for n, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{n} 0 obj{content}endobj\n"
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = "trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>"
    out += f"xref\n0 5\n0000000000 65535 f \n{entries}{trailer}\nstartxref\n{len(out)}\n%%EOF"
    return out.encode()


def bomb(name: str, others: dict[str, str | bytes]) -> bytes:
    """20 MB of blanks in about 20 KB."""
    return zipped(others | {name: b" " * 20_000_000})


def first(reading: Reading) -> str:
    return reading.text[reading.blocks[0].start : reading.blocks[0].end]


LONG = (TEXT + "本条说明有关事项。" * 40).encode()
MISNAMED = {
    "Word in a .doc": ("甲.doc", WORD, "扩展名是 .doc，内容其实是 Word 文档，已按 Word 文档读取"),
    "Word in a .wps": ("甲.wps", WORD, "扩展名是 .wps，内容其实是 Word 文档，已按 Word 文档读取"),
    "a web page in a .doc": ("甲.doc", WEB, "扩展名是 .doc，内容其实是网页，已按网页读取"),
    "a web page in a .txt": ("甲.txt", WEB, "扩展名是 .txt，内容其实是网页，已按网页读取"),
    "a web page in a .pdf": ("甲.pdf", WEB, "扩展名是 .pdf，内容其实是网页，已按网页读取"),
    "plain text in a .doc": ("甲.doc", TEXT.encode("gb18030"), "扩展名是 .doc，内容其实是纯文本，已按纯文本读取"),
    "plain text in a .pdf": ("甲.pdf", LONG, "扩展名是 .pdf，内容其实是纯文本，已按纯文本读取"),
    "plain text in a .docx": ("甲.docx", LONG, "扩展名是 .docx，内容其实是纯文本，已按纯文本读取"),
    "OFD in a .pdf": ("甲.pdf", OFD, "扩展名是 .pdf，内容其实是 OFD，已按 OFD 读取"),
    "Word in a .txt": ("甲.TXT", WORD, "扩展名是 .txt，内容其实是 Word 文档，已按 Word 文档读取"),
}  # fmt: skip


@pytest.mark.parametrize("case", MISNAMED)
def test_a_file_is_read_as_what_it_is_and_says_so(case):
    name, data, remark = MISNAMED[case]
    reading = read(name, data)
    assert first(reading).startswith("第一条　为了规范")
    assert reading.remarks == (remark,)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("甲.txt", TEXT.encode()),
        ("甲.md", TEXT.encode()),
        ("甲.docx", WORD),
        ("甲.html", WEB),
        ("甲.ofd", OFD),
    ],
)
def test_a_file_that_is_what_its_name_says_has_no_remark(name, data):
    assert read(name, data).remarks == ()


ERROR_PAGE = b"<html><head><title>404</title></head><body><h1>404 Not Found</h1></body></html>"
SLIDES = OLE + "PowerPoint Document".encode("utf-16-le")
REFUSED = {
    "empty": ("甲.txt", b"", "「甲.txt」是空文件；"),
    "blank": ("甲.docx", b"\x00" * 4096, "「甲.docx」是空文件；"),
    "an unknown kind": ("甲.xlsx", b"x", "「甲.xlsx」的格式暂不支持；"),
    "no text in it": ("甲.docx", docx(par(" ")), "「甲.docx」中没有可读的文字；"),
    "damaged Word": ("甲.docx", WORD[:-400], "「甲.docx」"),
    "damaged OFD": ("甲.ofd", OFD[: len(OFD) // 2], "「甲.ofd」不是有效的"),
    "damaged PDF": ("甲.pdf", b"%PDF-1.7\n" + b"x" * 300, "「甲.pdf」"),
    "encrypted PDF": ("甲.pdf", encrypted_pdf(), "「甲.pdf」加了密"),
    "encrypted Word": ("甲.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "「甲.docx」加了密码；"),
    "a sheet": ("甲.docx", zipped({"xl/workbook.xml": "<a/>"}), "「甲.docx」其实是 Excel 工作簿，不是 Word 文档；"),
    "slides": ("甲.doc", SLIDES, "「甲.doc」其实是 PowerPoint 演示文稿，不是旧版 Word 文档；"),
    "an archive": ("甲.docx", zipped({"甲.txt": TEXT}), "「甲.docx」其实是压缩包，不是 Word 文档；请先解压"),
    "rar": ("甲.pdf", b"Rar!\x1a\x07\x01\x00" + b"x" * 99, "「甲.pdf」其实是压缩包，不是 PDF；请先解压"),
    "an error page": ("甲.pdf", ERROR_PAGE, "「甲.pdf」其实是网页，不是 PDF，内容只有「404 Not Found」；多半是下载失败"),
    "an error in words": ("甲.pdf", b'{"error": "not found"}', "「甲.pdf」其实是纯文本，不是 PDF，内容只有「{"),
    "text without words": ("甲.txt", "\u3000\u3000".encode(), "「甲.txt」中没有可读的文字；请确认其中有正文"),
    "binary as text": ("甲.txt", bytes(range(1, 256)) * 40, "「甲.txt」不是文本文件，或编码无法识别；"),
    "binary as a page": ("甲.html", bytes(range(1, 256)) * 40, "「甲.html」不是文本文件，或编码无法识别；"),
    "a bomb as Word": ("甲.docx", bomb("word/media/a.bin", members(par("甲"))), "「甲.docx」解压后异常庞大"),
    "a bomb as OFD": ("甲.ofd", bomb("Doc_0/a.xml", {"OFD.xml": "<OFD/>"}), "「甲.ofd」解压后异常庞大"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_named_with_cause_and_mend(case):
    name, data, message = REFUSED[case]
    with pytest.raises(ReadError) as caught:
        read(name, data)
    assert str(caught.value).startswith(message)
    assert caught.value.hint


def test_a_zip_that_understates_its_sizes_gives_no_more_than_it_states():
    data = bytearray(zipped({"a.xml": b" " * 5_000_000}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    with pytest.raises(ReadError, match="「甲」的压缩内容已损坏"):
        open_archive("甲", bytes(data)).read("a.xml")


def test_a_zip_with_a_password_or_a_bad_checksum_is_named():
    locked = bytearray(zipped({"a.xml": "<a/>"}))
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ReadError, match="「甲」加了密码；请去掉密码"):
        open_archive("甲", bytes(locked))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.xml", "<abc/>")
    with pytest.raises(ReadError, match="「甲」的压缩内容已损坏"):
        open_archive("甲", stream.getvalue().replace(b"<abc/>", b"<abd/>")).read("a.xml")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "大.txt"
    path.touch()
    os.truncate(path, 300 * 1024 * 1024)
    tracemalloc.start()
    with pytest.raises(ReadError, match=r"「大\.txt」有 300 MB，超过上限 100 MB；请拆分"):
        load(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
    os.truncate(path, LIMIT + 1)
    with pytest.raises(ReadError, match="超过上限"):
        load(path)


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "管道.txt")
    with pytest.raises(ReadError, match=r"「管道\.txt」不是普通文件；"):
        load(tmp_path / "管道.txt")
    with pytest.raises(ReadError, match=r"「没有\.txt」读不到：不存在；请检查路径与权限"):
        load(tmp_path / "没有.txt")


def test_every_kind_that_is_read_has_its_reader_whatever_the_case_of_its_suffix():
    assert supported("甲.PDF")
    assert not supported("~$甲.docx")
    assert not supported(".甲.txt")
    assert {".txt", ".md", ".docx", ".pdf", ".png", ".jpg", ".html", ".ofd", ".doc", ".wps"} <= READERS.keys()


def test_text_in_which_nothing_is_numbered_is_read_whole():
    reading = read("甲.txt", "关于召开会议的通知\n请各单位派员参加。\n".encode())
    assert [reading.text[b.start : b.end] for b in reading.blocks] == [
        "关于召开会议的通知",
        "请各单位派员参加。",
    ]

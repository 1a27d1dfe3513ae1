"""Files that are no Word document, or a damaged one: a ReadError that names the file, the cause and the mend."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from contextlib import suppress

import pytest

from index.errors import ReadError
from index.read.word import read_word
from index.read.word.package import PART_LIMIT
from tests.index.read.word_files import MAIN, docx, item, members, par, zipped

GOOD = docx(par("第一条 为了") * 50)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
_DOCTYPE = '<!DOCTYPE d [<!ENTITY a "{}">]>'
_BOMB_ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def with_document(xml: str) -> bytes:
    return zipped(members("") | {"word/document.xml": xml})


def document(body: str) -> str:
    return f'<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>'


def lying(claimed: int) -> bytes:
    """A zip whose main part says in its headers that it is smaller than it is."""
    data = bytearray(docx(par("长") + " " * 1_000_000))
    name = b"word/document.xml"
    size = struct.pack("<I", zipfile.ZipFile(io.BytesIO(data)).getinfo(name.decode()).file_size)
    while size in data:
        at = data.index(size)
        data[at : at + 4] = struct.pack("<I", claimed)
    return bytes(data)


CASES = {
    "no zip": (b"just some text", "不是有效的 .docx 文件", "损坏"),
    "a PDF": (b"%PDF-1.7 ...", "PDF", ".pdf"),
    "a web page": (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "网页", ".html"),
    "RTF": (b"{\\rtf1 x}", "RTF", "另存为"),
    "encrypted by Office": (_OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码", "去掉密码"),
    "an old .doc": (_OLE + "WordDocument".encode("utf-16-le"), "旧版 Word", ".doc"),
    "an old workbook": (_OLE + "Workbook".encode("utf-16-le"), "旧版 Office", "另存为"),
    "cut off": (GOOD[: len(GOOD) // 2], "", "损坏"),
    "without its body": (zipped({"a.txt": "x"}), "word/document.xml", "另存为"),
    "a workbook": (with_document("<workbook/>"), "不是 Word 文档", "另存为"),
    "without a body in its body": (with_document(f'<w:document xmlns:w="{MAIN}"/>'), "不是 Word 文档", "另存为"),
    "XML that breaks off": (with_document(document(par("文"))[:-30]), "不是合法的 XML", "损坏"),
    "empty XML": (with_document(""), "不是合法的 XML", "损坏"),
    "damaged styles": (docx(par("文"), styles="<w:style>"), "word/styles.xml", "损坏"),
    "entities": (with_document(_DOCTYPE.format("x") + document(par("&a;"))), "实体", "来源"),
    "entities that swell": (
        with_document(f'<!DOCTYPE d [<!ENTITY a0 "lol">{_BOMB_ENTITIES}]>' + document(par("&a9;"))), "", "损坏",
    ),
    "a file from outside": (
        with_document('<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + document(par("&a;"))), "实体", "来源",
    ),
    "far too deep": (with_document(document("<w:sdt><w:sdtContent>" * 5000)), "不是合法的 XML", "损坏"),
    "a bomb": (docx(" " * (40 * 1024 * 1024)), "异常庞大", "来源"),
    "smaller than it is": (lying(2000), "", "损坏"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bad_files_say_what_is_wrong_and_what_to_do(case: str) -> None:
    data, cause, mend = CASES[case]
    with pytest.raises(ReadError) as caught:
        read_word("某计划.docx", data)
    assert "某计划.docx" in caught.value.message
    assert cause in caught.value.message
    assert mend in caught.value.hint


def test_a_flipped_byte_is_found() -> None:
    at = GOOD.index(b"word/document.xml") + 60
    with pytest.raises(ReadError, match="损坏"):
        read_word("坏.docx", GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :])


def test_too_much_xml_is_refused_before_it_is_unpacked() -> None:
    """Not packed at all, so that no ratio gives it away."""
    data = zipped(members(" " * PART_LIMIT), zipfile.ZIP_STORED)
    with pytest.raises(ReadError, match=f"{PART_LIMIT // 1024 // 1024} MB"):
        read_word("大.docx", data)


def test_deep_nesting_is_read_as_far_as_the_parser_goes() -> None:
    tags = 240
    body = "<w:p>" + "<w:smartTag>" * tags + "<w:r><w:t>底</w:t></w:r>" + "</w:smartTag>" * tags + "</w:p>"
    assert read_word("深.docx", docx(body)).text == "底"


def test_damage_anywhere_gives_a_reading_or_a_read_error() -> None:
    """Bytes of zip and XML changed at random, from a fixed seed."""
    chance = random.Random(7)
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/></w:lvl></w:abstractNum>'
    )
    plain = members(item("甲") * 3, numbering=numbering, styles="", footnotes="")
    for _ in range(300):
        data = bytearray(zipped(plain))
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        parts = dict(plain)
        name = chance.choice([n for n in parts if n.startswith("word/")])
        xml = bytearray(str(parts[name]).encode())
        xml[chance.randrange(len(xml))] = chance.choice(b'0"9<-/ \xff')
        for damaged in (bytes(data), zipped(parts | {name: bytes(xml)})):
            with suppress(ReadError):
                read_word("乱.docx", damaged)

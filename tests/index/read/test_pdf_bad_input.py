"""PDF that cannot be read, or not all of it: a message with file, cause and mend, or a remark; never another error."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest

from index.errors import ReadError
from index.read.ocr import Recogniser
from index.read.pdf import read_pdf
from tests.index.read.pdf_files import PdfPage, pdf
from tests.index.read.test_pdf import FIRST, SECOND, texts

DATA = Path(__file__).parents[2] / "data" / "read"
BLIND = Recogniser(lambda: "识别扫描件需要 ocr 组件", lambda *_: pytest.fail("nothing to recognise with"))


def page(text: str = FIRST) -> PdfPage:
    made = PdfPage()
    made.paragraph(100, text)
    return made


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"PK\x03\x04 not a pdf", "不是 PDF 文件"),
        (b"", "不是 PDF 文件"),
        (b"%PDF-1.7\n", "不是有效的 PDF 文件"),
        (pdf([]), "不是有效的 PDF 文件"),
        (pdf([page()] * 2, missing=[0, 1]), "页面都无法读取"),
        (pdf([PdfPage()]), "没有可读的文字"),
        (pdf([PdfPage()] * 3001), "有 3001 页，超过 3000 页"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, cause: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf("通知.pdf", data)
    assert "「通知.pdf」" in caught.value.message
    assert cause in caught.value.message
    assert caught.value.hint


def test_an_encrypted_file_names_the_mend() -> None:
    with pytest.raises(ReadError, match="加了密"):
        read_pdf("通知.pdf", (DATA / "encrypted.pdf").read_bytes())


def test_a_file_that_only_forbids_changes_is_read() -> None:
    assert texts(read_pdf("通知.pdf", (DATA / "restricted.pdf").read_bytes())) == ["第一条　本文件加了密。"]


def test_a_broken_page_among_good_ones_is_named() -> None:
    reading = read_pdf("通知.pdf", pdf([page(FIRST), page(), page(SECOND)], missing=[1]))
    assert texts(reading) == [FIRST, SECOND]
    assert [block.page for block in reading.blocks] == [1, 3]
    assert reading.remarks == ("第2页已损坏，未能读取。",)


def test_a_truncated_file_is_read_as_far_as_it_goes_or_refused() -> None:
    whole = pdf([page()] * 5)
    for share in (0.3, 0.6, 0.9):
        try:
            reading = read_pdf("通知.pdf", whole[: int(len(whole) * share)])
        except ReadError:
            continue
        assert reading.text


def test_only_read_errors_come_out_of_damaged_files() -> None:
    whole = pdf(
        [page(), PdfPage().grid([80, 200, 400], [100, 130, 160]).text(90, 120, "甲").text(210, 120, "乙")]
    )
    chance = random.Random(4)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 5, 40])):
            data[chance.randrange(9, len(data))] = chance.randrange(256)
        with contextlib.suppress(ReadError):
            read_pdf("通知.pdf", bytes(data), BLIND)


def test_scans_without_the_extra_name_it() -> None:
    scan = PdfPage().image(bytes(100 * 140), 100, 140)
    with pytest.raises(ReadError) as caught:
        read_pdf("通知.pdf", pdf([scan] * 2), BLIND)
    assert caught.value.message == "「通知.pdf」是扫描件，没有文字层"
    assert caught.value.hint == "识别扫描件需要 ocr 组件"


def test_a_scan_among_pages_with_text_is_named() -> None:
    scan = PdfPage().image(bytes(100 * 140), 100, 140).text(300, 820, "— 2 —", 10)
    reading = read_pdf("通知.pdf", pdf([page(FIRST), scan, page(SECOND)]), BLIND)
    assert texts(reading) == [FIRST, SECOND]
    assert reading.remarks == ("第2页没有可用的文字层，未能读取：识别扫描件需要 ocr 组件。",)


def test_text_under_a_wrong_code_table_is_never_shown() -> None:
    garbled = PdfPage()
    for i in range(40):
        garbled.text(80 + 10 * (i % 30), 100 + 20 * (i // 30), "\ufffd", 10)
    with pytest.raises(ReadError):
        read_pdf("通知.pdf", pdf([garbled]), BLIND)

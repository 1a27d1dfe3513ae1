"""Scans and pictures: recognised text as paragraphs, with a remark; what is missing or damaged is named."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from index.errors import ReadError
from index.read.layout.pages import page_of_lines
from index.read.layout.shapes import Line, Page
from index.read.ocr import Recogniser, missing, read_image
from index.read.pdf import read_pdf
from index.read.picture import drawn_lines, full_width
from tests.index.read.pdf_files import PdfPage, pdf
from tests.index.read.test_pdf import texts

DATA = Path(__file__).parents[2] / "data" / "read"
SCAN = [
    "专项资金管理办法",
    "第一条为了规范专项资金的管理，提高资金使用效益，根据有关规定，制定本办法。",
    "第二条对符合条件的企业给予补助，最高不超过500万元。",
]
needs_ocr = pytest.mark.skipif(bool(missing()), reason=missing() or "the extra ocr is there")


def seen(_picture: object, number: int, _scale: float) -> Page:
    """One line a page, as if it had been recognised."""
    return page_of_lines(number, 595, 842, [Line(f"第{number}条　内容。", 112, 300, 100, 16)])


SEEING = Recogniser(lambda: "", seen)


def picture(size: tuple[int, int] = (60, 80), kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("L", size, 255).save(out, kind, **options)
    return out.getvalue()


def bare(lines: list[str]) -> list[str]:
    return ["".join(line.split()) for line in lines]


@needs_ocr
def test_a_scanned_page_gives_whole_paragraphs() -> None:
    reading = read_image("扫描.png", (DATA / "scan.png").read_bytes())
    assert bare(texts(reading)) == SCAN
    assert reading.remarks == ("本文件为扫描图像，文字由机器识别，引用前请核对原件。",)


@needs_ocr
@pytest.mark.parametrize("angle", [90, 180])
def test_a_turned_scan_is_set_upright(angle: int) -> None:
    out = io.BytesIO()
    cut = Image.open(DATA / "scan.png").convert("L").crop((340, 30, 770, 330))
    cut.rotate(angle, expand=True).save(out, "PNG")
    assert "".join(bare(texts(read_image("扫描.png", out.getvalue())))).startswith(SCAN[0])


@needs_ocr
def test_the_lines_of_a_table_are_found_in_a_picture() -> None:
    image = Image.new("L", (400, 300), 255)
    draw = ImageDraw.Draw(image)
    for at in (50, 150, 250):
        draw.line((50, at, 350, at), fill=0, width=2)
    for at in (50, 350):
        draw.line((at, 50, at, 250), fill=0, width=2)
    rules = drawn_lines(image, 1.0)
    assert sorted(round(r.at) // 10 for r in rules if r.flat) == [5, 15, 25]
    assert sorted(round(r.at) // 10 for r in rules if not r.flat) == [5, 35]


def test_pages_without_text_are_recognised_and_named() -> None:
    scan, typed = PdfPage().image(bytes(100 * 140), 100, 140), PdfPage()
    typed.paragraph(100, "第一条　有文字层的一页。")
    reading = read_pdf("通知.pdf", pdf([typed, scan, scan]), SEEING)
    assert texts(reading) == ["第一条　有文字层的一页。", "第2条　内容。", "第3条　内容。"]
    assert [block.page for block in reading.blocks] == [1, 2, 3]
    assert reading.remarks == ("第2—3页为扫描图像，文字由机器识别，引用前请核对原件。",)


def test_each_picture_of_a_tiff_is_a_page() -> None:
    out = io.BytesIO()
    Image.new("L", (60, 80), 255).save(
        out, "TIFF", save_all=True, append_images=[Image.new("L", (60, 80), 255)] * 2
    )
    reading = read_image("扫描.tif", out.getvalue(), SEEING)
    assert [block.page for block in reading.blocks] == [1, 2, 3]
    assert reading.remarks == ("第1—3页为扫描图像，文字由机器识别，引用前请核对原件。",)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP"])
def test_kinds_of_pictures(kind: str) -> None:
    assert texts(read_image("扫描", picture(kind=kind), SEEING)) == ["第1条　内容。"]


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"no picture", "不是有效的图片"),
        (picture()[:60], "不是有效的图片"),
        (picture(kind="JPEG")[:300], "不是有效的图片"),
        (picture(kind="GIF"), "不是有效的图片"),
        (picture((20_000, 6_000)), "图像过大"),
    ],
)
def test_pictures_that_cannot_be_read(data: bytes, cause: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_image("扫描.png", data, SEEING)
    assert "「扫描.png」" in caught.value.message
    assert cause in caught.value.message
    assert caught.value.hint


def test_a_picture_without_text_and_one_without_the_extra() -> None:
    with pytest.raises(ReadError, match="没有识别出文字"):
        read_image("扫描.png", picture(), Recogniser(lambda: "", lambda _, n, __: page_of_lines(n, 1, 1, [])))
    with pytest.raises(ReadError, match="请安装"):
        read_image("扫描.png", picture(), Recogniser(lambda: "请安装", seen))


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("(二）市科技局;", "（二）市科技局；"),
        ("第三条o", "第三条。"),
        ("R&D (research), v2.0", "R&D (research), v2.0"),
        ("比例为1:2", "比例为1:2"),
        ("责任单位:市科技局", "责任单位：市科技局"),
    ],
)
def test_the_width_of_recognised_signs(text: str, better: str) -> None:
    assert full_width(text) == better

"""Pictures of pages: their text is recognised by machine, with the extra ``ocr``."""

from __future__ import annotations

import io
import math
import struct
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Any

from index.errors import ReadError
from index.read.layout.characters import units
from index.read.layout.flow import reading_of
from index.read.layout.pages import page_of_lines
from index.read.layout.shapes import Line, Page
from index.read.picture import drawn_lines, full_width
from index.read.reading import Reading
from index.read.remarks import page_list

LONG_SIDE = 1800
"""Pixels of the longer side of a page as it is recognised; an A4 page at 154 dots an inch."""
REMARK = "为扫描图像，文字由机器识别，引用前请核对原件。"
_POINTS = 842.0
"""Length of the longer side of a picture taken as a page, in points."""
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError, OverflowError, struct.error)
"""What the picture library raises for damaged files of one kind or another."""
_GOOD = 0.85
"""Mean confidence below which a page is tried upside down."""
_READABLE = 0.5
"""Confidence below which a line is no text: a seal, a stain."""
_MOST_PICTURES = 500
_INSTALL = '识别扫描件需要 ocr 组件：请在项目文件夹运行 .venv/bin/pip install -c constraints.txt -e ".[ocr]"'
_SYSTEM = "识别扫描件需要系统库 libGL 与 glib：Debian、Ubuntu 请安装 libgl1 libglib2.0-0"


Box = list[list[float]]
Seen = tuple[Box, str, float]
"""Corner points from the top left clockwise, text, confidence from 0 to 1."""


@cache
def missing() -> str:
    """Why nothing can be recognised here, with the mend; empty where it can."""
    try:
        import cv2  # noqa: F401
        import rapidocr_onnxruntime  # noqa: F401
    except ModuleNotFoundError:
        return _INSTALL
    except ImportError:  # a shared library of the system is not there
        return _SYSTEM
    return ""


@cache
def _engine() -> Any:
    from rapidocr_onnxruntime import RapidOCR

    # a line at a time: a batch is padded to its widest line, which costs more than it saves
    return RapidOCR(rec_batch_num=1)


@dataclass(frozen=True)
class Recogniser:
    """``missing`` says why nothing can be recognised, empty where it can; ``recognise`` takes a picture, the page's number
    and pixels a point."""

    missing: Callable[[], str]
    recognise: Callable[[Any, int, float], Page]


def read_image(name: str, data: bytes, recogniser: Recogniser | None = None) -> Reading:
    """.png .jpg .jpeg .tif .tiff .bmp; each picture of a TIFF is a page, from 1. ReadError where the picture is damaged,
    too large or without text, or the extra is missing."""
    eyes = recogniser or MACHINE
    pages = []
    for number, picture in enumerate(_pictures(name, data), 1):
        if eyes.missing():
            raise ReadError(f"「{name}」是图片，文字需要识别", eyes.missing())
        scale = max(picture.size) / _POINTS
        pages.append(eyes.recognise(picture, number, scale))
    if not any(page.items for page in pages):
        raise ReadError(f"「{name}」中没有识别出文字", "请换用更清晰、端正的扫描件")
    numbers = [page.number for page in pages]
    remark = page_list(numbers) + REMARK if len(pages) > 1 else f"本文件{REMARK}"
    return reading_of(pages, frozenset(numbers), [remark])


def _pictures(name: str, data: bytes) -> Iterator[Any]:
    """Upright RGB pictures, one after the other, no longer than ``LONG_SIDE``."""
    from PIL import Image, ImageOps, ImageSequence

    damaged = ReadError(
        f"「{name}」不是有效的图片", "文件可能已损坏或扩展名有误；请用看图软件打开后另存为 .png"
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF", "BMP")) as opened:
                for count, frame in enumerate(ImageSequence.Iterator(opened)):
                    if count >= _MOST_PICTURES:
                        raise ReadError(f"「{name}」超过 {_MOST_PICTURES} 页", "请拆分后再添加")
                    picture = ImageOps.exif_transpose(frame).convert("RGB")
                    picture.thumbnail((LONG_SIDE, LONG_SIDE))
                    yield picture
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise ReadError(f"「{name}」的图像过大", "请缩小到一亿像素以下后再添加") from error
    except _DAMAGED as error:
        raise damaged from error


def recognise(picture: Any, number: int, scale: float) -> Page:
    """The lines and ruled tables of a picture as a page; ``scale`` is pixels a point. A page that lies on its side or
    stands on its head is turned, one that is askew set straight."""
    found, picture = _upright(picture)
    width, height = picture.size
    found = [seen for seen in found if seen[1].strip() and seen[2] >= _READABLE]
    angle = _skew(found)
    pieces = [
        _line([_turned(point, -angle, width, height) for point in box], text, scale) for box, text, _ in found
    ]
    rules = drawn_lines(picture.rotate(math.degrees(angle), fillcolor="white"), scale)
    return page_of_lines(number, width / scale, height / scale, pieces, rules)


def _upright(picture: Any) -> tuple[list[Seen], Any]:
    """Recognised as it stands, or turned by the quarters by which it is read best."""
    found = _found(picture)
    if _lies(found):
        others = [picture.rotate(angle, expand=True) for angle in (90, 270)]
    elif found and sum(score for _, _, score in found) < _GOOD * len(found):
        others = [picture.rotate(180)]
    else:
        return found, picture
    turned = [(_found(other), other) for other in others]
    return max([(found, picture), *turned], key=lambda pair: sum(s * len(text) for _, text, s in pair[0]))


def _skew(found: Sequence[Seen]) -> float:
    """In radians, y down: how far the long lines fall to the right."""
    angles = [
        math.atan2(box[1][1] - box[0][1], box[1][0] - box[0][0]) for box, text, _ in found if units(text) >= 8
    ]
    return median(angles) if angles else 0.0


def _turned(point: Sequence[float], angle: float, width: float, height: float) -> list[float]:
    """About the middle of the picture."""
    x, y = point[0] - width / 2, point[1] - height / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return [x * cos - y * sin + width / 2, x * sin + y * cos + height / 2]


def _found(picture: Any) -> list[Seen]:
    import numpy as np

    pixels = np.asarray(picture.convert("RGB"))[:, :, ::-1]
    result, _ = _engine()(pixels, use_cls=False, text_score=0.0)
    return [(box, text, float(score)) for box, text, score in result or []]


def _lies(found: list[Seen]) -> bool:
    """Are most lines higher than wide? Squares, a character alone, say nothing."""
    upright = sum(_height(box) > 1.5 * _width(box) for box, _, _ in found)
    level = sum(_width(box) > 1.5 * _height(box) for box, _, _ in found)
    return upright > level


def _width(box: Box) -> float:
    return max(p[0] for p in box) - min(p[0] for p in box)


def _height(box: Box) -> float:
    return max(p[1] for p in box) - min(p[1] for p in box)


def _line(box: Box, text: str, scale: float) -> Line:
    """The font's size comes from the width of the text where it is long enough, since the box's height varies."""
    x0, x1 = min(p[0] for p in box) / scale, max(p[0] for p in box) / scale
    height = ((box[3][1] - box[0][1]) + (box[2][1] - box[1][1])) / 2 / scale
    middle = sum(p[1] for p in box) / 4 / scale
    size = 0.8 * height
    if units(text) >= 6:
        size = min(1.1 * height, max(0.6 * height, (x1 - x0) / units(text)))
    return Line(full_width(text.strip()), x0, x1, middle + 0.38 * size, size)


MACHINE = Recogniser(missing, recognise)

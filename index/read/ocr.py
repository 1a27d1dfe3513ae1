"""Pictures of pages: their text is recognised by machine."""

from __future__ import annotations

from index.errors import ReadError
from index.read.reading import Reading


def read_image(name: str, data: bytes) -> Reading:
    """.png .jpg .jpeg .tif .tiff .bmp; each picture of a TIFF is a page."""
    raise ReadError(f"「{name}」的格式暂不支持", f"请转换为 .docx 或 .txt（{len(data)} 字节）")

"""PDF: text layer, or recognised from the picture of a page."""

from __future__ import annotations

from index.errors import ReadError
from index.read.reading import Reading


def read_pdf(name: str, data: bytes) -> Reading:
    """Pages count from 1; ReadError where the file is encrypted, damaged or holds no text."""
    raise ReadError(f"「{name}」的格式暂不支持", f"请转换为 .docx 或 .txt（{len(data)} 字节）")

"""Plain text and Markdown: UTF-8 with or without BOM, UTF-16 with BOM, GB18030."""

from __future__ import annotations

import codecs
import re

from index.errors import ReadError
from index.read.reading import Reading


def decode(name: str, data: bytes) -> str:
    """Line ends become ``\\n``; ReadError where no encoding fits."""
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    candidates = ["utf-16"] if utf16 else ["utf-8-sig", "gb18030"]
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise ReadError(f"「{name}」不是文本文件，或编码无法识别", "请另存为 UTF-8 编码的文本")


def read_plain(name: str, data: bytes) -> Reading:
    return Reading.of_lines(decode(name, data))


def read_markdown(name: str, data: bytes) -> Reading:
    """Heading and quotation marks at the start of a line are left out; the rest stays."""
    return Reading.of_lines(re.sub(r"(?m)^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?)", "", decode(name, data)))

"""Files → text with a map to the source. A reader per format, the same shape each: ``(name, bytes) → Reading``; ReadError
names the file and the mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from index.errors import ReadError
from index.read.plain import read_markdown, read_plain
from index.read.reading import Reading
from index.read.word import read_word

READERS: dict[str, Callable[[str, bytes], Reading]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".docx": read_word,
}
LIMIT = 100 * 1024 * 1024


def supported(name: str) -> bool:
    return PurePath(name).suffix.lower() in READERS and not PurePath(name).name.startswith(("~$", "."))


def read(name: str, data: bytes) -> Reading:
    """What stands in a file; ``name`` decides the format. ReadError where it is empty, damaged or too large."""
    if not supported(name):
        kinds = "、".join(READERS)
        raise ReadError(f"「{name}」的格式暂不支持", f"请转换为 {kinds} 之一")
    if not data.strip():
        raise ReadError(f"「{name}」是空文件", "请检查文件内容")
    if len(data) > LIMIT:
        raise ReadError(f"「{name}」超过 {LIMIT // 1024 // 1024} MB", "请拆分后再添加")
    reading = READERS[PurePath(name).suffix.lower()](name, data)
    if not reading.text.strip():
        raise ReadError(f"「{name}」中没有可读的文字", "扫描件请先做文字识别")
    return reading

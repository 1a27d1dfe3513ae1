"""Files → text with a map to the source. A reader per format, the same shape each: ``(name, bytes) → Reading``; ReadError
names the file, the cause and the mend."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath

from index.errors import ReadError, os_reason
from index.read.encoding import is_text
from index.read.html import read_html, read_mhtml
from index.read.markdown import read_markdown
from index.read.ocr import read_image
from index.read.ofd import read_ofd
from index.read.office import read_old_office
from index.read.pdf import read_pdf
from index.read.plain import read_plain
from index.read.reading import Reading
from index.read.sniff import sniff
from index.read.word import read_word

Reader = Callable[[str, bytes], Reading]
READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".docx": read_word,
    ".pdf": read_pdf,
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"), read_image),
    **dict.fromkeys((".html", ".htm"), read_html),
    **dict.fromkeys((".mht", ".mhtml"), read_mhtml),
    ".ofd": read_ofd,
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), read_old_office),
}
LIMIT = 100 * 1024 * 1024
_WORDS = {
    ".txt": "纯文本", ".docx": "Word 文档", ".doc": "旧版 Word 文档", ".wps": "旧版 WPS 文档", ".rtf": "RTF 文档",
    ".odt": "ODT 文档", ".pdf": "PDF", ".html": "网页", ".htm": "网页", ".mht": "网页", ".mhtml": "网页", ".ofd": "OFD",
    ".xlsx": "Excel 工作簿", ".xls": "Excel 工作簿", ".pptx": "PowerPoint 演示文稿", ".ppt": "PowerPoint 演示文稿",
    "archive": "压缩包",
}  # fmt: skip
_MEND = {
    ".xlsx": "请把需要的内容另存为 .docx 或 PDF", ".xls": "请把需要的内容另存为 .docx 或 PDF",
    ".pptx": "请导出为 PDF 后再添加", ".ppt": "请导出为 PDF 后再添加", "archive": "请先解压，再添加其中的文件",
}  # fmt: skip
_CONVERT = "请转换为 .docx、.pdf 或 .txt 后再添加"
_ERROR_PAGE = 300
"""A page of fewer characters in place of another format is what a server sends when a download fails."""


def supported(name: str) -> bool:
    return PurePath(name).suffix.lower() in READERS and not PurePath(name).name.startswith(("~$", "."))


def unsupported(name: str) -> str:
    """Why a file is not read, by its name, and what to do."""
    suffix = PurePath(name).suffix.lower()
    if not suffix:
        return "没有扩展名，不知道是什么格式；请补上（如 .txt、.docx）"
    return f"{suffix} 格式暂不支持；{_MEND.get(suffix, _CONVERT)}"


def load(path: Path) -> bytes:
    """The bytes of a file; ReadError, before anything is read, where it is too large or no plain file."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise ReadError(f"「{path.name}」不是普通文件", "请指定文件或文件夹")
        if state.st_size > LIMIT:
            raise _too_large(path.name, state.st_size)
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"「{path.name}」读不到：{os_reason(error)}", "请检查路径与权限") from error


def read(name: str, data: bytes) -> Reading:
    """What stands in a file. The content decides the format where it is certain, else the name does; a remark says where
    they differ. ReadError where it is empty, damaged, too large or of a kind that is not read."""
    if not supported(name):
        raise ReadError(f"「{name}」的格式暂不支持", _CONVERT)
    if len(data) > LIMIT:
        raise _too_large(name, len(data))
    if not data.strip(b"\x00 \t\r\n"):
        raise ReadError(f"「{name}」是空文件", "可能没有下载或保存完整，请重新取得后再添加")
    named = PurePath(name).suffix.lower()
    kind = _kind(name, named, data)
    reading = READERS[kind](name, data)
    if not reading.text.strip():
        mend = "请确认其中有正文" if _plain(name) else "扫描件请先做文字识别"
        raise ReadError(f"「{name}」中没有可读的文字", mend)
    if READERS[kind] is READERS[named]:
        return reading
    return replace(reading, remarks=(_misnamed(name, named, kind, reading), *reading.remarks))


def _too_large(name: str, size: int) -> ReadError:
    megabytes = 1024 * 1024
    return ReadError(
        f"「{name}」有 {size // megabytes} MB，超过上限 {LIMIT // megabytes} MB",
        "请拆分后再添加" if _plain(name) else "请拆分后再添加，或删去其中的图片",
    )


def _kind(name: str, named: str, data: bytes) -> str:
    """The suffix by which to read."""
    found = sniff(data)
    if found == "encrypted":
        raise ReadError(f"「{name}」加了密码", "请用 Word 或 WPS 打开，去掉密码后另存再添加")
    if found is None:
        return ".txt" if not _written(named) and is_text(data) else named
    if found == ".doc" and named == ".wps":
        return named
    if found not in READERS:
        raise ReadError(f"「{name}」其实是{_word(found)}，不是{_word(named)}".rstrip(), _MEND[found])
    return found


def _written(suffix: str) -> bool:
    """Formats that are text themselves."""
    return READERS[suffix] in (read_plain, read_markdown, read_html, read_mhtml)


def _plain(name: str) -> bool:
    """Whether a file of that name has no pictures in it."""
    return READERS.get(PurePath(name).suffix.lower()) in (read_plain, read_markdown)


def _word(suffix: str) -> str:
    """With blanks where it begins or ends with a Latin letter, as it stands between Chinese ones."""
    word = _WORDS.get(suffix) or ("图片" if READERS[suffix] is read_image else "文本")
    return re.sub(r"(?<=[A-Za-z])$|^(?=[A-Za-z])", " ", word)


def _misnamed(name: str, named: str, kind: str, reading: Reading) -> str:
    """The remark; ReadError where a short page stands in place of the document that the name promises."""
    text = " ".join(reading.text.split())
    page = _word(kind) == "网页" and named not in (".txt", ".md")
    words = kind == ".txt" and READERS[named] is not read_old_office
    if (page or words) and len(text) < _ERROR_PAGE:
        raise ReadError(
            f"「{name}」其实是{_word(kind)}，不是{_word(named).rstrip()}，内容只有「{text[:40]}」",
            f"多半是下载失败时的提示，请重新下载；确是正文就把扩展名改为 {kind}",
        )
    return f"扩展名是 {named}，内容其实是{_word(kind).rstrip()}，已按{_word(kind)}读取"

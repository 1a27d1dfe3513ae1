"""Bytes → text where nothing says for certain which encoding it is: UTF-8 before everything else, then what the file
declares, then GB18030. Binary is never taken for text."""

from __future__ import annotations

import codecs
import re

from index.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x9f\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""What text in any encoding has next to none of: control characters and private use."""
_CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_USUAL = re.compile(r"[\t\n\r\x20-\x7e\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]")
_TORN_LIMIT = 0.001
_GB = {"gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936"}


def decode(name: str, data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text with line ends as ``\\n``, and remarks on characters that are lost; ReadError where it is no text."""
    for encoding in _candidates(data, declared):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_text(text):
            return _lines(text), ()
    torn = data.decode("utf-8", "replace")
    lost = torn.count("�")
    if lost <= max(1, _TORN_LIMIT * len(torn)) and _is_text(torn):
        return _lines(torn), (f"有 {lost} 处字节无法识别，显示为「�」",)
    raise ReadError(
        f"「{name}」不是文本文件，或编码无法识别",
        "请用记事本或 WPS 打开后另存为 UTF-8 编码；若不是文本，请改正扩展名",
    )


def is_text(data: bytes) -> bool:
    try:
        decode("", data)
    except ReadError:
        return False
    return True


def _candidates(data: bytes, declared: str | None) -> list[str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return [encoding]
    known = [_normal(declared)] if declared else []
    return ["utf-8", *known, *_wide(data), "gb18030"]


def _normal(declared: str) -> str:
    lowered = declared.strip().lower()
    return "gb18030" if lowered in _GB else lowered


def _wide(data: bytes) -> list[str]:
    """UTF-16 without a mark has zero bytes, which no other text has; which of the two it is shows the usual characters."""
    if b"\x00" not in data[:4096] or len(data) % 2:
        return []
    texts = {name: data[:4096].decode(name, "ignore") for name in ("utf-16-le", "utf-16-be")}
    return [name for name, text in texts.items() if len(_USUAL.findall(text)) > 0.9 * len(text)]


def _is_text(text: str) -> bool:
    """Few control characters; nothing but Latin letters above ASCII would be another script read wrongly, not Chinese."""
    if not text:
        return False
    strange = len(_CONTROLS.findall(text))
    if strange > 0.01 * len(text) or "\x00" in text:
        return False
    above = sum(char > "\x7f" for char in text)
    return above < 0.1 * len(text) or len(_CHINESE.findall(text)) > 0.3 * above


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")

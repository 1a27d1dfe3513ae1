"""What a file is by its content, where that is certain: many a .doc is a web page, many a .pdf an error page."""

from __future__ import annotations

import io
import re
import zipfile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s)",
    re.I | re.S,
)
_MHTML = re.compile(rb"^\s*(?:From: <Saved by|MIME-Version:|Content-Type:\s*multipart/related)", re.I)
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
)
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")
_HEAD = 4096
_PARTS = (
    ("word/document.xml", ".docx"),
    ("OFD.xml", ".ofd"),
    ("xl/workbook.xml", ".xlsx"),
    ("ppt/presentation.xml", ".pptx"),
    ("content.xml", ".odt"),
)
_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("PowerPoint Document", ".ppt"),
)


def sniff(data: bytes) -> str | None:
    """The suffix of the format; ``encrypted`` for an Office file with a password, ``archive`` for a packed one; None where
    the content does not say."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if head.startswith(_OLE):
        return next((kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data), ".doc")
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(_ARCHIVES):
        return "archive"
    return _picture(head, len(data)) or _marked_up(head)


def _zipped(data: bytes) -> str | None:
    """None where the zip is damaged: the reader that the name asks for says so."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    return next((kind for part, kind in _PARTS if part in names), "archive")


def _picture(head: bytes, size: int) -> str | None:
    if head.startswith(b"BM") and int.from_bytes(head[2:6], "little") in (size, 0) and size > 54:
        return ".bmp"
    return next((kind for magic, kind in _PICTURES if head.startswith(magic)), None)


def _marked_up(head: bytes) -> str | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _MHTML.match(head):
        return ".mht"
    return ".html" if _HTML.match(head) else None

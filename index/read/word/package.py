"""The container of a .docx: a zip of XML parts that name each other by relationships."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import ReadError
from index.read.archive import Archive, open_archive
from index.read.word.xml import W, child

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PART_LIMIT = 64 * 1024 * 1024
"""Bytes of XML; a tree takes several times as much memory. A thousand pages are about 10 MB."""

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RESAVE = "用 Word 或 WPS 打开后另存为 .docx"
_DAMAGED = f"文件可能已损坏，或下载不完整；请重新取得文件，或{_RESAVE}"
_OTHERS = (
    (b"%PDF", "PDF 文件", "请把扩展名改为 .pdf 后再添加"),
    (b"{\\rtf", "RTF 文件", f"请{_RESAVE}"),
    (b"<html", "网页", "请把扩展名改为 .html 后再添加"),
    (b"<!doctype", "网页", "请把扩展名改为 .html 后再添加"),
)


@dataclass(frozen=True)
class Package:
    """``document`` is the root of the main part; ``related`` names the other parts by kind: styles, numbering, …"""

    archive: Archive
    document: Element
    related: dict[str, str]

    def part(self, kind: str) -> Element | None:
        """Its root, or None where the document has none. ReadError where it is damaged."""
        member = self.related.get(kind)
        return None if member is None else _parse(self.archive, member)


def open_package(name: str, data: bytes) -> Package:
    """ReadError where the file is no Word document of the .docx format, damaged, encrypted or far too large."""
    _refuse_others(name, data)
    archive = open_archive(name, data)
    main = _related(archive, "").get("officeDocument") or _member(archive, "word/document.xml")
    if main is None:
        raise ReadError(
            f"「{name}」里没有 Word 正文（word/document.xml）", f"可能不是 Word 文件；请{_RESAVE}"
        )
    document = _parse(archive, main)
    if document.tag != W + "document" or child(document, "body") is None:
        raise ReadError(f"「{name}」的正文不是 Word 文档（{main}）", f"可能是表格或演示文稿；请{_RESAVE}")
    return Package(archive, document, _related(archive, main))


def _refuse_others(name: str, data: bytes) -> None:
    """By the first bytes, since a file is not always what its name says."""
    if data.startswith(_OLE):
        raise _ole(name, data)
    start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    for magic, kind, mend in _OTHERS:
        if start.startswith(magic.lower()):
            raise ReadError(f"「{name}」不是 .docx 文件，内容是{kind}", mend)
    if not data.startswith(b"PK"):
        raise ReadError(f"「{name}」不是有效的 .docx 文件", _DAMAGED)


def _ole(name: str, data: bytes) -> ReadError:
    """The container of Office 97 also wraps what Office encrypts."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ReadError(f"「{name}」加了密码", "请用 Word 或 WPS 打开，去掉密码后保存，再添加")
    if "WordDocument".encode("utf-16-le") in data:
        return ReadError(
            f"「{name}」是旧版 Word 文件（.doc），只是扩展名为 .docx",
            f"请把扩展名改为 .doc 后再添加，或{_RESAVE}",
        )
    return ReadError(f"「{name}」是旧版 Office 文件，不是 .docx", f"请{_RESAVE}")


def _member(archive: Archive, path: str) -> str | None:
    """Some writers differ from their own relationships in case or slashes."""
    if path in archive:
        return path
    wanted = path.lower()
    return next((m for m in archive.names() if m.replace("\\", "/").lower() == wanted), None)


def _related(archive: Archive, part: str) -> dict[str, str]:
    """Kind of relationship → member of the zip, for what ``part`` (or, with "", the package) refers to."""
    folder, base = posixpath.split(part)
    listing = _member(archive, posixpath.join(folder, "_rels", base + ".rels"))
    out: dict[str, str] = {}
    for relation in _parse(archive, listing).iterfind(_RELATIONSHIP) if listing else ():
        if relation.get("TargetMode") == "External":
            continue
        target = (relation.get("Target") or "").replace("\\", "/")
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        member = _member(archive, path)
        if member:
            out.setdefault((relation.get("Type") or "").rsplit("/", 1)[-1], member)
    return out


def _parse(archive: Archive, member: str) -> Element:
    """Without entities, network or outside files; libxml2 itself limits depth and the length of a text."""
    from lxml import etree

    name = archive.name
    if archive.zip.getinfo(member).file_size > PART_LIMIT:
        raise ReadError(
            f"「{name}」的正文超过 {PART_LIMIT // 1024 // 1024} MB（{member}）", "请拆成几个文件后再添加"
        )
    data = archive.read(member)
    if _STRICT in data[:4096]:
        data = data.replace(_STRICT, W[1:-1].encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise ReadError(f"「{name}」的内容已损坏：{member} 不是合法的 XML", _DAMAGED) from error
    if root.getroottree().docinfo.doctype:
        raise ReadError(
            f"「{name}」的 {member} 含有实体声明（DTD），已拒绝读取", f"请确认文件来源，再{_RESAVE}"
        )
    return root

"""Zip files (.docx, .ofd) opened with limits: a small file that unpacks into gigabytes is refused before it is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath

from index.errors import ReadError

MEMBER_LIMIT = 128 * 1024 * 1024
TOTAL_LIMIT = 512 * 1024 * 1024
RATIO_LIMIT = 200
RATIO_FREE = 16 * 1024 * 1024
"""Up to this size a member may be as compressible as it likes: an empty table of a thousand rows is no attack."""
MEMBERS = 20_000

_DAMAGED = "文件可能已损坏，或下载不完整；请重新取得文件，或用原来的软件打开后另存一份"
_BOMB = "请确认文件来源；确需添加时，请用原来的软件打开，删去图片等附带内容后另存"


@dataclass(frozen=True)
class Archive:
    """A zip file whose sizes were checked. ``name`` is the file's, for messages."""

    name: str
    zip: zipfile.ZipFile

    def names(self) -> tuple[str, ...]:
        return tuple(self.zip.namelist())

    def __contains__(self, member: str) -> bool:
        return member in self.zip.NameToInfo

    def read(self, member: str) -> bytes:
        """ReadError where the member is missing, damaged or encrypted."""
        try:
            with self.zip.open(member) as opened:
                return opened.read(self.zip.getinfo(member).file_size)
        except KeyError as error:
            raise ReadError(f"「{self.name}」缺少内容「{member}」", _DAMAGED) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error) as error:
            raise ReadError(f"「{self.name}」的压缩内容已损坏", _DAMAGED) from error
        except RuntimeError as error:  # what zipfile raises where a password is needed
            raise ReadError(f"「{self.name}」加了密码", "请去掉密码后再添加") from error


def open_archive(name: str, data: bytes) -> Archive:
    """ReadError where ``data`` is no zip file, is damaged or encrypted, or would unpack beyond the limits.

    The sizes are those that the file declares; no more is unpacked of a member than it declares.
    """
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise ReadError(f"「{name}」不是有效的 {PurePath(name).suffix or '压缩'} 文件", _DAMAGED) from error
    infos = opened.infolist()
    if any(info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for info in infos):
        raise ReadError(f"「{name}」的压缩方式不受支持", _DAMAGED)
    if any(info.flag_bits & 1 for info in infos):
        raise ReadError(f"「{name}」加了密码", "请去掉密码后再添加")
    total = sum(info.file_size for info in infos)
    if len(infos) > MEMBERS or total > TOTAL_LIMIT or any(_swells(info) for info in infos):
        size = total // 1024 // 1024
        raise ReadError(f"「{name}」解压后异常庞大（约 {size} MB、{len(infos)} 个部分），已拒绝读取", _BOMB)
    return Archive(name, opened)


def _swells(info: zipfile.ZipInfo) -> bool:
    if info.file_size > MEMBER_LIMIT:
        return True
    return info.file_size > RATIO_FREE and info.file_size > RATIO_LIMIT * max(info.compress_size, 1)

"""The family of errors a user may meet.

Every error carries a Chinese message that names the file, field or setting, and a ``hint`` that says how to mend it.
The faces (``ui``) turn them into HTTP, command-line and page text from one table; nothing below catches them broadly.
"""

from __future__ import annotations

import errno


class TiaokuanError(Exception):
    """Base of all errors meant for users.

    ``message`` says what is wrong (Chinese, names the thing), ``hint`` says what to do,
    ``retryable`` is True when the same call may succeed later without any change.
    """

    retryable = False

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}；{self.hint}" if self.hint else self.message


_OS_REASONS = {
    errno.ENOENT: "不存在",
    errno.EACCES: "没有读写权限",
    errno.EPERM: "没有读写权限",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "是文件夹，不是文件",
    errno.EEXIST: "已有同名的文件",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
}


def os_reason(error: OSError) -> str:
    """Why the system refused, in words."""
    return _OS_REASONS.get(error.errno or 0, f"系统错误 {error.errno}")


class InputError(TiaokuanError):
    """The request itself is wrong: empty question, too long, unknown field value."""


class NotFoundError(TiaokuanError):
    """A document, clause or locator that does not exist. ``nearest`` lists printable candidates."""

    def __init__(self, message: str, hint: str = "", nearest: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.nearest = nearest


class ReadError(TiaokuanError):
    """A file that cannot be read: damaged, empty, unsupported."""


class SettingsError(TiaokuanError):
    """A setting with a value that cannot be used."""


class LibraryError(TiaokuanError):
    """The library folder or Chroma cannot be used: damaged, not writable, unreachable."""


class LibraryMismatchError(LibraryError):
    """The index was made with another encoder or format; mended by ``tiaokuan index rebuild``."""


class LibraryBusyError(LibraryError):
    """Another writer holds the library."""

    retryable = True


class ReplacedError(LibraryError):
    """The index that was being read has been replaced by a rebuild; the same call on the new one succeeds."""

    retryable = True


class ModelError(TiaokuanError):
    """The configured language model failed; the extractive answer takes its place."""

    retryable = True


class ServiceError(TiaokuanError):
    """A model service that the settings name for embedding or ranking failed; nothing takes its place silently."""

    retryable = True

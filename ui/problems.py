"""The one table that turns errors into HTTP status, exit code and Chinese text for every face."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from index.errors import (
    InputError,
    LibraryBusyError,
    LibraryError,
    LibraryMismatchError,
    ModelError,
    NotFoundError,
    ReadError,
    ServiceError,
    SettingsError,
    TiaokuanError,
)

DONE, COULD_NOT, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True)
class Kind:
    """How one class of errors looks from outside; ``code`` is for programs, ``title`` for people."""

    code: str
    title: str
    status: int
    exit_code: int = COULD_NOT


# The most specific class that fits wins: an error is looked up along its class's method resolution order.
KINDS: dict[type[BaseException], Kind] = {
    InputError: Kind("input", "请求有误", 422, WRONG_USAGE),
    NotFoundError: Kind("not_found", "没有找到", 404),
    ReadError: Kind("unreadable", "文件读不出来", 422),
    SettingsError: Kind("settings", "设置有误", 500),
    LibraryBusyError: Kind("library_busy", "资料库正忙", 503),
    LibraryMismatchError: Kind("library_mismatch", "资料库需要重建", 503),
    LibraryError: Kind("library", "资料库不可用", 503),
    ModelError: Kind("model", "语言模型出错", 502),
    ServiceError: Kind("service", "模型服务出错", 502),
    TiaokuanError: Kind("failed", "没能完成", 500),
}
INTERNAL = Kind("internal", "服务内部出错", 500)
INTERNAL_TEXT = "服务内部出错，这次请求没有完成；请稍后重试，仍然如此请联系管理员"

_POSIX_PATH = re.compile(r"(?<![\w./])/(?:[^\s/，。；：、（）()《》「」“”\"'<>]+/)+")
_WINDOWS_PATH = re.compile(r"(?<!\w)[A-Za-z]:\\(?:[^\s\\，。；：、（）()《》「」“”\"'<>]+\\)*")


def kind_of(error: BaseException) -> Kind:
    """The row of ``error``'s class; an error that is not one of ours is ``INTERNAL``."""
    return next((KINDS[cls] for cls in type(error).__mro__ if cls in KINDS), INTERNAL)


def one_line(text: str) -> str:
    """``text`` without line breaks and control characters, so that an error stays one line of a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def text_for_terminal(error: BaseException) -> str:
    """One line that names the thing and the mend; full paths stay, since the reader owns the machine."""
    if isinstance(error, TiaokuanError):
        return one_line(_said(error))
    detail = one_line(str(error)) or type(error).__name__
    return f"没能完成：{detail}（加 --traceback 可看经过：tiaokuan --traceback …）"


def text_for_network(error: BaseException) -> str:
    """One line without folders of the server; nothing but a fixed sentence for errors that are not ours."""
    return without_folders(one_line(_said(error))) if isinstance(error, TiaokuanError) else INTERNAL_TEXT


def problem(error: BaseException) -> dict[str, Any]:
    """``error`` as the body of an ``application/problem+json`` answer (RFC 9457)."""
    kind = kind_of(error)
    body = problem_body(kind.status, kind.title, text_for_network(error), code=kind.code)
    if isinstance(error, TiaokuanError) and error.retryable:
        body["retryable"] = True
    if isinstance(error, NotFoundError) and error.nearest:
        body["nearest"] = list(error.nearest)
    return body


def problem_body(status: int, title: str, detail: str, *, code: str, **more: Any) -> dict[str, Any]:
    """The shape of every problem: type, title, status, detail, code, and what ``more`` adds."""
    return {"type": "about:blank", "title": title, "status": status, "detail": detail, "code": code, **more}


def _said(error: TiaokuanError) -> str:
    near = error.nearest if isinstance(error, NotFoundError) else ()
    return f"{error}；相近的有：{'，'.join(near)}" if near else str(error)


def without_folders(text: str) -> str:
    """Paths by their last part only: a server's folders are nobody's business."""
    return _WINDOWS_PATH.sub("", _POSIX_PATH.sub("", text))

"""A model's reply as it comes: over all no longer than the time-out, no more than a limit, and each failure with its mend."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from typing import Any

from langchain_core.language_models import BaseChatModel

from index.errors import ModelError

MOST = 8000
"""Characters that are read of a reply."""
TIMEOUT = 60.0
_KEY, _URL = "TIAOKUAN_LLM_API_KEY", "TIAOKUAN_LLM_BASE_URL"
_REASONS = ("finish_reason", "done_reason", "stop_reason")
_TOO_LONG = "超过了篇幅的限制，请把问题问得具体一些"
_CUT = {
    "length": _TOO_LONG,
    "max_tokens": _TOO_LONG,
    "MAX_TOKENS": _TOO_LONG,
    "content_filter": "被服务的内容审查中断，请换一种问法或换用其他模型",
}
_NO_END = f"服务没有给出结束的标记，请检查地址 {_URL} 上的服务"
_BY_STATUS = {
    400: ("不接受这次请求（400）", "请检查 TIAOKUAN_LLM 的模型名及其是否支持对话"),
    401: ("不认可密钥（401）", f"请检查密钥 {_KEY}"),
    402: ("余额不足（402）", "请检查账户的额度"),
    403: ("拒绝访问（403）", f"请检查密钥 {_KEY} 的权限"),
    404: ("找不到模型或地址（404）", f"请检查 TIAOKUAN_LLM 的模型名与地址 {_URL}"),
    408: ("没有及时应答（408）", "请稍后再试，或加大 TIAOKUAN_LLM_TIMEOUT"),
    429: ("额度用尽或请求过多（429）", "请检查账户的额度与频率限制，稍后再试"),
}


class Reply:
    """Iterating gives the pieces of text. ``whole`` says afterwards whether the model ended by itself (None: it did not say),
    ``cut`` why it was not whole, with the mend."""

    def __init__(self, model: BaseChatModel, prompt: str, timeout: float = TIMEOUT, most: int = MOST) -> None:
        self._model, self._prompt, self._timeout, self._most = model, prompt, timeout, most
        self.whole: bool | None = None
        self.cut = _NO_END
        self._chunks: queue.Queue[Any] = queue.Queue()
        self._stop = threading.Event()
        self._deadline: float | None = None

    def begin(self) -> None:
        """Ask the model, once; what it says is kept until it is read."""
        if self._deadline is None:
            self._deadline = time.monotonic() + self._timeout
            threading.Thread(target=self._read, args=(self._chunks, self._stop), daemon=True).start()

    def __iter__(self) -> Iterator[str]:
        """ModelError where the model fails, is too slow over all, or says too much."""
        self.begin()
        assert self._deadline is not None
        size = 0
        try:
            while (chunk := self._next(self._chunks, self._deadline)) is not None:
                piece = _text_of(chunk.content)
                self._note(chunk)
                size += len(piece)
                if piece:
                    yield piece
                if size > self._most:
                    raise ModelError("大语言模型的回答过长，没有读完", "请换用更合适的模型")
        finally:
            self._stop.set()

    def _read(self, chunks: queue.Queue[Any], stop: threading.Event) -> None:
        """In a thread of its own, which a reader who has given up leaves behind; it ends with the next chunk."""
        try:
            for chunk in self._model.stream(self._prompt):
                if stop.is_set():
                    return
                chunks.put(chunk)
            chunks.put(None)
        except Exception as error:  # noqa: BLE001  every provider raises its own
            chunks.put(error)

    def _next(self, chunks: queue.Queue[Any], deadline: float) -> Any:
        try:
            chunk = chunks.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            raise _too_slow(self._timeout) from None
        if isinstance(chunk, Exception):
            raise trouble(chunk, self._timeout) from chunk
        return chunk

    def _note(self, chunk: Any) -> None:
        reasons = [chunk.response_metadata.get(name) for name in _REASONS]
        for reason in filter(None, reasons):
            self.whole = str(reason) not in _CUT
            self.cut = _CUT.get(str(reason), _NO_END)


def trouble(error: Exception, timeout: float) -> ModelError:
    """What went wrong and what to do, from whatever the provider's client raised."""
    names = {cls.__name__ for one in _causes(error) for cls in type(one).__mro__}
    status = next((s for one in _causes(error) if (s := _status(one))), None)
    if status in _BY_STATUS:
        message, hint = _BY_STATUS[status]
        return ModelError(f"大语言模型服务{message}", hint)
    if status and status < 400:
        return ModelError(f"大语言模型服务转向了别的地址（{status}）", f"请把 {_URL} 改为接口的真实地址")
    if status and status >= 500:
        return ModelError(f"大语言模型服务出错（{status}）", f"请稍后再试，或检查地址 {_URL} 上的服务")
    if any("Timeout" in name for name in names):
        return _too_slow(timeout)
    if any("Connect" in name or name == "RemoteProtocolError" for name in names):
        return ModelError("连不上大语言模型服务，或连接中断", f"请检查地址 {_URL} 与网络")
    if names & {"JSONDecodeError", "UnicodeDecodeError", "ValueError", "APIResponseValidationError"}:
        return ModelError(
            "大语言模型服务没有返回约定格式的内容", f"请检查地址 {_URL}：应是接口而不是网页，一般以 /v1 结尾"
        )
    if type(error).__name__ == "APIError":
        return ModelError("大语言模型服务在应答中报错", "请检查账户的额度与状态，以及 TIAOKUAN_LLM 的模型名")
    return ModelError(
        f"大语言模型没有正常回答（{type(error).__name__}）", f"请检查 TIAOKUAN_LLM、地址 {_URL} 与密钥 {_KEY}"
    )


def _too_slow(timeout: float) -> ModelError:
    return ModelError(f"大语言模型在 {timeout:g} 秒内没有说完", "请稍后再试，或加大 TIAOKUAN_LLM_TIMEOUT")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _status(error: BaseException) -> int | None:
    for holder in (error, getattr(error, "response", None)):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int):
            return status
    return None


def _text_of(content: Any) -> str:
    if isinstance(content, str):
        return content
    return "".join(part.get("text", "") for part in content if isinstance(part, dict))

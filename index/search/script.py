"""Traditional characters as simplified ones: a question is understood in either."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def simplified(text: str) -> str:
    """A character for a character; text that is simplified already comes back as it is.

    >>> simplified("申請低空經濟補貼的條件")
    '申请低空经济补贴的条件'
    """
    if text.isascii():
        return text
    converted: str = _converter().convert(text)
    return converted if len(converted) == len(text) else text

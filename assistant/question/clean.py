"""What comes in: checked and tidied before anything else sees it."""

from __future__ import annotations

import re
import unicodedata

from index.errors import InputError

MAX_LENGTH = 2000


def clean_question(text: str | None, field: str = "question") -> str:
    """Control characters out, white space single; InputError where it is empty, without a word, or over ``MAX_LENGTH``."""
    if text is None:
        raise InputError(f"缺少问题（{field}）", "请写出要问的内容")
    visible = "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in text)
    tidy = re.sub(r"\s+", " ", visible).strip()
    if not tidy:
        raise InputError(f"问题（{field}）是空的", "请写出要问的内容，例如：空天信息产业由谁牵头？")
    if len(tidy) > MAX_LENGTH:
        raise InputError(f"问题（{field}）有 {len(tidy)} 个字，超过 {MAX_LENGTH} 字", "请缩短，一次问一件事")
    if not re.search(r"\w", tidy):
        raise InputError(f"问题（{field}）里没有文字", "请写出要问的内容")
    return tidy

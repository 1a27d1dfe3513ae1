"""What comes in: checked and tidied before anything else sees it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from index.errors import InputError

MAX_LENGTH = 2000
_FIELDS = {
    "query": ("条款号或语句", "要查引的条款号或原文中的一句"),
    "text": ("企业情况", "企业的行业、类型、产品等"),
}
"""What a field is called, and what it wants; any other is a question."""
_EXAMPLES = {
    "question": "空天信息产业由谁牵头？", "query": "三（五）、“耐心资本”", "text": "做低空经济的中小企业",
}  # fmt: skip


def clean_question(text: str | None, field: str = "question") -> str:
    """Control characters out, white space single; InputError where it is empty, without a word, or over ``MAX_LENGTH``."""
    name, what = _FIELDS.get(field, ("问题", "要问的内容"))
    named, example = f"{name}（{field}）", _EXAMPLES.get(field, _EXAMPLES["question"])
    if text is None:
        raise InputError(f"缺少{named}", f"请写出{what}")
    visible = "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in text)
    tidy = re.sub(r"\s+", " ", visible).strip()
    if not tidy:
        raise InputError(f"{named}是空的", f"请写出{what}，例如：{example}")
    if len(tidy) > MAX_LENGTH:
        raise InputError(f"{named}有 {len(tidy)} 个字，超过 {MAX_LENGTH} 字", "请缩短，一次查问一件事")
    if not re.search(r"\w", tidy):
        raise InputError(f"{named}里没有文字", f"请写出{what}，例如：{example}")
    return tidy


def described(text: str | None, profile: dict[str, Any] | None) -> str:
    """An enterprise in a sentence: the text, or the profile's values; checked as a question is."""
    if text and profile:
        raise InputError("text 和 profile 只能给一个", "用一句话描述，或给出字段")
    if not profile:
        return clean_question(text, "text")
    values: list[str] = []
    for value in profile.values():
        values.extend(map(str, value if isinstance(value, list) else [value]))
    return clean_question("，".join(values), "text")

"""How often, for each one of what, and in which season, where no figure says it: 按季 is no 按月, 每瞒报一户 no 一人."""

from __future__ import annotations

import re

from assistant.answer.grounding.source import Source

_SPAN = "日|天|周|旬|月|季|半年|年|学期"
_SAID_AS = {"日": "日|天", "天": "日|天"}
_OFTEN = re.compile(rf"(?:按|逐|每)({_SPAN})(?!满|内|前|后|以|初|底|末|\d|[一二三四五六七八九十])")
_SAID = (
    r"(?:按|逐|每|当|一|次|本|同)个?(?:{0})|(?:{0})(?:度|末|初|底|平均)|(?:一|1)个?(?:{0})[一二两三四\d]次"
)
_EACH_OF = re.compile(r"每[^，。；、\d每]{1,8}?一([户人家次件台辆名位亩项所处份])(?![定般次]|并)")
_SEASON = re.compile(r"[春夏秋冬]季")


def often(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    text = source.whole
    faults = [
        f"没有“{m.group()}”"
        for m in _OFTEN.finditer(sentence)
        if re.search(rf"(?:按|逐|每)个?(?:{_SPAN})", text)
        and not re.search(_SAID.format(_SAID_AS.get(m[1], m[1])), text)
    ]
    faults += [
        f"不是每一{m[1]}"
        for m in _EACH_OF.finditer(sentence)
        if _EACH_OF.search(text) and not any(other[1] == m[1] for other in _EACH_OF.finditer(text))
    ]
    seasons = set(_SEASON.findall(text))
    faults += [f"没有“{one}”" for one in _SEASON.findall(sentence) if seasons and one not in seasons]
    return faults

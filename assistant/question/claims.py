"""What a question takes for granted: 「试行期是两年对吧」 claims a span of time, and asks for the one that the text says."""

from __future__ import annotations

import re

from assistant.question.said_as import NUMBER

_SO = r"(?:对[吗吧不]|对不对|是[吗吧]|是这样[吗吧]|没错吧|正确吗|属实吗?)"
CLAIMS = re.compile(rf"(?:{_SO}|吧)[？?。]*$|是不是[^，。？]{{0,4}}[\d一二两三四五六七八九十百]")
"""Asks whether something is so."""
_TAIL = re.compile(rf"[，,]?{_SO}[？?。]*$")
_FIGURE = rf"(?:{NUMBER}|\d[\d.,]*)[十百千万亿]*"
_UNITS = (
    ("amount", rf"{_FIGURE}(?:元|块钱?|[%％‰]|成(?!为|立|功)|折|倍)|百分之{NUMBER}"),
    (
        "deadline",
        rf"(?!(?:19|20)\d\d年){_FIGURE}个?(?:工作日|月(?!\d)|小时|周(?!岁)|天|日|年(?!级|代|行动|计划|规划|方案))",
    ),
    ("deadline", r"[一每半]个?(?:季度?|年|月|周|天|日)[^，。；]{0,8}一次"),
    ("age", rf"{_FIGURE}周?岁"),
    ("size", rf"{_FIGURE}(?:平方?米|亩|公顷|米|公里)"),
    (
        "quantity",
        rf"{_FIGURE}(?:[人名户家项件套辆所座台批种份]|次|个(?!月|工作日|小时|百分点|年|季度|星期))(?<!一次)",
    ),
)


def claim_of(flat: str) -> str:
    """What is claimed, without 「对吗」 and the stop behind it."""
    return _TAIL.sub("", flat).rstrip("？?。吧").replace("％", "%")


def claimed(bare: str) -> str | None:
    """The detail of the figure that a question claims last; None where it claims none, or where the figure only says whom it
    is about: 「已经有两套房了，还能贷吧」."""
    if not CLAIMS.search(bare):
        return None
    claim = re.split(r"[，,；;。]", _TAIL.sub("", bare))[-1]
    found = [(m.start(), name) for name, said in _UNITS for m in re.finditer(said, claim)]
    return max(found, default=(0, None))[1]

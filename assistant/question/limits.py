"""The most or the least of something, and the unit of a span: how a question asks for it, how a sentence says it."""

from __future__ import annotations

import re

from assistant.question.said_as import NUMBER

LIMITS = (
    (
        re.compile(r"最(?:高|多|长|大|迟|晚)|上限|封顶|顶多"),
        re.compile(
            r"最(?:高|多|长|大|迟|晚)|不(?:得?超过|高于|[得能]?[多大高晚长]于)|上限|以[内下前]|之内|截止|届满"
        ),
    ),
    (
        re.compile(r"最(?:低|少|短|小|早)|至少|下限|起码|保底"),
        re.compile(r"最(?:低|少|短|小|早)|不[得能]?(?:低于|少于|短于|小于)|至少|下限|以上|满"),
    ),
)
"""How a limit is asked for, and how a sentence says one on that side."""
LIMIT_WORDS = re.compile(r"最[高多长大迟晚低少短小早]|封顶|顶多")


_UNITS = (
    ("年", r"年"),
    ("个?月", r"个月"),
    ("个?(?:工作日|天|日)", r"工作日|天|日"),
    ("个?小时", r"小时"),
    ("个?(?:周|星期)(?!岁)", r"周|星期"),
)


def unit_asked(flat: str) -> re.Pattern[str] | None:
    """How a sentence says a span in the unit that the question asks in; None where it asks in none."""
    for asked, said in _UNITS:
        if re.search(rf"(?:(?<![哪])几|多少){asked}(?!级)", flat):
            return re.compile(rf"(?<!\d)(?!(?:19|20)\d\d年){NUMBER}(?:{said})")
    return None


def limit_asked(flat: str) -> re.Pattern[str] | None:
    """How a sentence says such a limit as the question asks for; None where it asks for none."""
    return next((said for asked, said in LIMITS if asked.search(flat)), None)


_BOUND = rf"[^，。；\d]{{0,6}}(?:\d[\d.,]*|{NUMBER})[百千万亿]*[^，。；\d]{{1,3}}"
_LOWER = re.compile(rf"(?:不[得能]?(?:低于|少于|短于|小于)|最低|至少){_BOUND}")
_UPPER = re.compile(rf"(?:不[得能]?(?:超过|高于|多于|大于|长于)|最[高多长大]){_BOUND}")


def without_other_limits(flat: str, said: str) -> str:
    """``said`` without the least of something where the question asks for the most, and the other way round."""
    asked = limit_asked(flat)
    if asked is None:
        return said
    return (_LOWER if asked is LIMITS[0][1] else _UPPER).sub("", said)

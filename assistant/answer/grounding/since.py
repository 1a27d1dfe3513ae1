"""From when a period runs: 「自受理之日起30日内」 is no 「自申请之日起30日内」. What a sentence counts from must be what the
clause counts something from."""

from __future__ import annotations

import re

from assistant.answer.grounding.source import Source
from assistant.answer.grounding.values import values

_SINCE = re.compile(
    r"(?:自|从)(?P<event>[^，。；自从]{2,24}?)(?:之日|之时|当日|当天|那天|日)?(?:起|开始|算起)"
)
_ANCHOR = re.compile(
    r"(?:自|从|在|于)?(?P<event>[^，。；]{2,30}?)(?:之日|之时|当日|当天|日起|以?后(?!续|备|期)|届满|期满|时(?!间|限|候|期|代)|的，|起|开始)"
)
_FILLING = re.compile(r"[的了所被对在于后本该其各等日起人与和及或为将应已经由完成进行单位部门机构有效期满届]")
_LEAST, _SHARED = 2, 0.34


def since(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words. Events are compared by their characters: 拿到通知 is 收到通知之日."""
    events = [_content(m["event"]) for m in _ANCHOR.finditer(source.whole)]
    return [
        f"不是自“{match['event']}”起"
        for match in _SINCE.finditer(sentence)
        if not values(match["event"])
        and len(said := _content(match["event"])) >= _LEAST
        and not any(len(said & event) >= _SHARED * len(said) for event in events)
    ]


def _content(event: str) -> frozenset[str]:
    return frozenset(_FILLING.sub("", event))

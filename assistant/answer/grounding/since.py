"""Since when, before or after what: 「自受理之日起30日内」 is no 「自申请之日起30日内」, 「开始前告知」 no 「结束后告知」.

What a sentence counts from must be what the clause counts something from, and from the same side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.grounding.near import misplaced
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs
from assistant.answer.grounding.values import values

_SINCE = re.compile(
    r"(?:自|从)(?P<event>[^，。；自从]{2,24}?)(?:之日|之时|当日|当天|那天|日)?(?:起|开始|算起)"
)
_ANCHOR = re.compile(
    r"(?:自|从|在|于)?(?P<event>[^，。；]{2,30}?)(?P<end>之日|之时|当日|当天|日起|以?后(?!续|备|期)|届满|期满|时(?!间|限|候|期|代)|的，|起|开始)"
)
_AFTER = re.compile(
    r"(?:^|[，。；在于应当])(?P<event>[^，。；在于应当]{2,12}?)(?:之|以)?后(?:的|第)?(?=[\d一二三四五六七八九十]+个?(?:工作日|日|天|月|年)内)"
)
_FILLING = re.compile(r"[的了所被对在于后本该其各等日起人与和及或为将应已经由完成进行单位部门机构有效期满届]")
_POINT = re.compile(
    r"(?P<event>[^，。；、：]{2,16}?)(?:(?P<begin>开始|启动)|结束|完成|完毕|终止|届满|期满)(?:(?P<before>之?前)|之日起|之?后)"
)
_CASES = frozenset({"的，", "时"})
_LEAST, _SHARED, _SAME, _VERB = 2, 0.51, 0.6, 4


def since(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words. Events are compared by their characters: 拿到通知 is 收到通知之日."""
    text = source.whole
    faults = [
        f"不是自“{match['event']}”起"
        for match in _SINCE.finditer(sentence)
        if not values(match["event"])
        and len(said := _content(match["event"])) >= _LEAST
        and not any(
            len(said & event) >= _SHARED * len(said) or (len(event) >= _LEAST and event <= said)
            for event in _events(text)
        )
    ]
    faults += [
        f"不是“{match['event']}”后"
        for match in _AFTER.finditer(sentence)
        if len(said := _content(match["event"])) >= _LEAST
        and not any(len(said & event) >= _SAME * len(said) for event in _events(text))
        and not pairs(match["event"][-_VERB:]) & pairs(text)
    ]
    faults += [f"“{one.said}”不在所说之处" for one in _counted(sentence) if _of_another(one, sentence, text)]
    for one in _points(sentence):
        same = [other for other in _points(text) if len(one.words & other.words) >= _SAME * len(one.words)]
        if same and all(one.side != other.side or one.phase != other.phase for other in same):
            faults.append(f"“{one.said}”前后不同")
    return faults


@dataclass(frozen=True)
class _Since:
    """A day that something counts from, where it stands."""

    said: str
    words: frozenset[str]
    start: int
    end: int


@lru_cache(maxsize=500)
def _counted(text: str) -> tuple[_Since, ...]:
    return tuple(_Since(m["event"], _content(m["event"]), *m.span()) for m in _SINCE.finditer(text))


def _of_another(one: _Since, sentence: str, text: str) -> bool:
    """The clause counts from several days, and what the sentence counts from this one it counts from another."""
    every = _counted(text)
    own = [other for other in every if len(one.words & other.words) >= _SAME * len(one.words)]
    rivals = [other for other in every if other not in own]
    beside = [other for other in _counted(sentence) if other != one]
    return bool(own and rivals and one.words) and misplaced(
        sentence, one, beside, text, own, rivals, margin=4
    )


@dataclass(frozen=True)
class _Point:
    """``phase``: the beginning or the end of what the words say."""

    said: str
    words: frozenset[str]
    phase: str
    side: str


@lru_cache(maxsize=500)
def _points(text: str) -> tuple[_Point, ...]:
    return tuple(
        _Point(m.group(), words, "始" if m["begin"] else "终", "前" if m["before"] else "后")
        for m in _POINT.finditer(text)
        if len(words := pairs(m["event"][-8:])) >= _LEAST and not values(m.group())
    )


@lru_cache(maxsize=500)
def _events(text: str) -> tuple[frozenset[str], ...]:
    """Cases, 「受到处罚的，」, count only where the clause names no day from which it counts."""
    found = [*_ANCHOR.finditer(text)]
    named = any("日" in m["end"] for m in found)
    return tuple(
        _content(re.split("[自从]", m["event"])[-1]) for m in found if not (named and m["end"] in _CASES)
    )


def _content(event: str) -> frozenset[str]:
    return frozenset(_FILLING.sub("", event))

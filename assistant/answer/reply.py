"""A reply cut into sentences with the numbers that they cite, while it is still coming.

Tolerant: ［1］【1】[1,2][1][2][1-3], before or behind the full stop, split anywhere between pieces; <think>…</think>, lists,
headings and bold marks are no part of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN, _CLOSE = "[\\[［【]", "[\\]］】]"
_NUMBERS = r"\d{1,2}(?:\s*[,，、;；\-–—~至]\s*\^?\d{1,2})*"
MARKER = re.compile(rf"{_OPEN}\s*(?:\^|条款|来源|编号)?\s*({_NUMBERS})\s*{_CLOSE}")
_MARKS = rf"(?:\s*{MARKER.pattern.replace(f'({_NUMBERS})', _NUMBERS)})"
_END = re.compile(r"[。！？!?\n]|(?<=[\]］】])\s*[；;]")
_BEHIND = re.compile(rf"{_MARKS}+")
_BEGUN = re.compile(rf"\s*{_OPEN}[^\]］】\n]{{0,12}}$|\s*$")
"""What may become a marker with the next piece."""
_LIST = re.compile(r"^(?:[\s\-*•·>#+]+|\d{1,2}[.、)）]\s*(?!\d)|[（(]\d{1,2}[)）]\s*|[①-⑳]\s*)+")
_THINK = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.S)
_THINKING = re.compile(
    r"<think(?:ing)?>(?!.*</think(?:ing)?>).*|<(?:t|th|thi|thin|think|thinki|thinkin|thinking)?$", re.S
)


@dataclass(frozen=True)
class Raw:
    """A sentence as the model said it, without marks at its end, and the numbers it cites, in order."""

    text: str
    numbers: tuple[int, ...]


class SentenceReader:
    """``feed`` pieces, then ``close``; a sentence is given as soon as it cannot change any more."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, piece: str) -> Iterator[Raw]:
        self._rest = _THINK.sub("", self._rest + piece)
        while (cut := self._cut(self._ready())) is not None:
            sentence, self._rest = self._rest[:cut], self._rest[cut:]
            if raw := _raw(sentence):
                yield raw

    def close(self, whole: bool | None) -> tuple[list[Raw], bool]:
        """(what is left as a sentence, whether something was left unfinished). ``whole``: the model ended by itself; where it
        did not say, what ends with a marker is finished."""
        left = _THINKING.sub("", self._rest).strip()
        self._rest = ""
        raw = _raw(left)
        if raw is None:
            return [], False
        finished = bool(re.search(rf"(?:{_CLOSE}|[。！？!?])$", left)) if whole is None else whole
        return ([raw], False) if finished else ([], True)

    def _ready(self) -> str:
        """What is no thinking, and not yet perhaps thinking."""
        return _THINKING.sub("", self._rest)

    @staticmethod
    def _cut(text: str) -> int | None:
        """Where the first sentence ends, its markers included; None while that may still change."""
        end = _END.search(text)
        if end is None:
            return None
        behind = _BEHIND.match(text, end.end())
        cut = behind.end() if behind else end.end()
        if MARKER.search(text, 0, end.end()) and not behind:
            return cut
        return None if _BEGUN.match(text, cut) and "\n" not in text[end.start() : cut] else cut


def _raw(sentence: str) -> Raw | None:
    """None for what says nothing: blank lines, rules, code fences, a line that only leads in (「具体如下：」)."""
    numbers = [n for group in MARKER.findall(sentence) for n in _numbers(group)]
    text = MARKER.sub("", sentence).strip()
    text = re.sub(r"\*\*|__|`+", "", _LIST.sub("", text)).strip().rstrip("。！？!?；; ")
    if len(re.findall(r"[\u4e00-\u9fffA-Za-z0-9]", text)) < 2 or (text[-1] in "：:" and not numbers):
        return None
    return Raw(text, tuple(dict.fromkeys(numbers)))


def _numbers(group: str) -> Iterator[int]:
    for part in re.split(r"[,，、;；]", group):
        ends = [int(n) for n in re.findall(r"\d+", part)]
        if len(ends) == 2 and ends[0] < ends[1] <= ends[0] + 9:
            yield from range(ends[0], ends[1] + 1)
        else:
            yield from ends

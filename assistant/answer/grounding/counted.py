"""How many things a sentence says that there are: 「共有两种情形」 is wrong where the clause numbers four; and of what size:
「四轮的」 where the clause has 两轮."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.grounding.source import Source
from assistant.answer.grounding.values import NUMERALS
from index.clauses.numerals import to_int

_SAID = re.compile(
    rf"(?:[共只仅]|分[为成])(?:有|是|包括|列有|规定了?|列了)?(?P<n>[{NUMERALS}\d]+)(?:种|项|类|条|个(?!月|工作日|学期))"
)
_MARKS = (
    re.compile(rf"(?:^|(?<=[\n。；：]))（(?P<n>[{NUMERALS}]+)）"),
    re.compile(r"(?:^|(?<=[\n。；：]))（(?P<n>\d{1,2})）"),
    re.compile(r"(?:^|(?<=[\n。；：]))(?P<n>\d{1,2})[.、．](?!\d)"),
)
_OF_SIZE = re.compile(
    r"(?<![第〇零一二两三四五六七八九十百千万\d])(?P<n>[二两三四五六七八九])(?P<what>轮|缸|层|孩|胎|车道|居室)"
)


def counted(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    text = source.text
    faults = []
    for said in _SAID.finditer(sentence):
        lengths = lengths_of(text)
        if lengths and to_int(said["n"]) not in lengths and not _counts(said["n"], text):
            faults.append(f"条款所列不是{said['n']}项")
    for said in _OF_SIZE.finditer(sentence):
        theirs = {_value(m["n"]) for m in _OF_SIZE.finditer(text) if m["what"] == said["what"]}
        if theirs and _value(said["n"]) not in theirs:
            faults.append(f"没有“{said.group()}”")
    return faults


def _counts(number: str, text: str) -> bool:
    """The clause itself says 「下列三项」."""
    return bool(re.search(rf"(?<![第{NUMERALS}\d]){number}[种项类个]", text))


def _value(numeral: str) -> int:
    return to_int(numeral.replace("两", "二"))


@lru_cache(maxsize=500)
def lengths_of(text: str) -> frozenset[int]:
    """Of each run of numbered items."""
    found = set()
    for mark in _MARKS:
        last = 0
        for match in mark.finditer(text):
            number = to_int(match["n"])
            if number != last + 1 and last > 1:
                found.add(last)
            last = number
        if last > 1:
            found.add(last)
    return frozenset(found)

"""Full forms and definitions: 「eVTOL（电动垂直起降航空器）」, 「…（以下统称区县）」, 「本办法所称X，是指…」."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.clauses.facts.clause_text import ClauseText

if TYPE_CHECKING:
    from index.clauses.document import Fact

_ABBREVIATION = re.compile(
    r"(?P<term>[A-Za-z][A-Za-z0-9\-/]{1,15}(?:\s?[\u4e00-\u9fff]{1,3})?)\s*[（(](?P<meaning>[\u4e00-\u9fff][^（()）]{1,40})[）)]"
)
_DEFINITION = re.compile(
    r"(?:所称)(?:的)?(?P<term>[^，,。；]{2,30}?)[，,]?(?:是)?指(?P<meaning>[^。]{4,300}。?)"
)
_UNIT = r"(?:[^，,。；：（()）{more}]|[（(][^（()）]*[）)])"
_NAMED_SHORT = re.compile(
    r"[（(]以下(?:(?P<all>统称)|简称|称)[“\"]?(?P<term>[^）)”\"。]{1,20})[”\"]?[^）)]*[）)]?"
)
_LONG = {
    False: re.compile(_UNIT.replace("{more}", r"\s、") + "{2,60}$"),
    True: re.compile(_UNIT.replace("{more}", "") + "{2,120}$"),
}
"""What a short name stands for: back to the last mark; 统称 stands for a whole list."""
REACH = 200


def glosses(reading: ClauseText) -> Iterator[Fact]:
    """Facts with ``term`` and ``meaning``; the span covers both."""
    for pattern in (_ABBREVIATION, _DEFINITION):
        for match in pattern.finditer(reading.text):
            term, meaning = match.group("term").strip(), match.group("meaning").strip("。")
            yield reading.fact("gloss", match.start(), match.end(), term=term, meaning=meaning)
    for match in _NAMED_SHORT.finditer(reading.text):
        whole = bool(match.group("all"))
        begin = max(0, match.start() - REACH)
        long = _LONG[whole].search(reading.text[begin : match.start()])
        if long:
            term = re.split(r"[，,]", match.group("term"))[0] if whole else match.group("term")
            yield reading.fact(
                "gloss", begin + long.start(), match.end(), term=term.strip(), meaning=long.group()
            )

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
_SHORT = re.compile(
    r"(?P<meaning>(?:[^，,。；：（()）\s、]|[（(][^（()）]*[）)]){2,60})[（(]以下(?:简称|称)[“\"]?(?P<term>[^）)”\"。]{1,20})[”\"]?[^）)]*[）)]"
)
_COLLECTIVE = re.compile(
    r"(?P<meaning>(?:[^，,。；：（()）]|[（(][^（()）]*[）)]){2,120})[（(]以下统称[“\"]?(?P<term>[^）)”\"。，,]{1,20})"
)


def glosses(reading: ClauseText) -> Iterator[Fact]:
    """Facts with ``term`` and ``meaning``; the span covers both."""
    for pattern in (_ABBREVIATION, _DEFINITION, _SHORT, _COLLECTIVE):
        for match in pattern.finditer(reading.text):
            term = match.group("term").strip()
            yield reading.fact(
                "gloss", match.start(), match.end(), term=term, meaning=match.group("meaning").strip("。")
            )

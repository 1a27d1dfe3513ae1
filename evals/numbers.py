"""Does every number that an answer states stand in what it cites?"""

from __future__ import annotations

import re

from assistant.answer.model import Answer
from evals.folding import fold, unmarked

_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
_COUNT = re.compile(r"(?:共|有|等|列出|余下|另)[^，。；]{0,6}?(\d+)(?:个|项|条|家|处|款|类|种)")


def numbers(text: str) -> frozenset[str]:
    """Arabic numbers of a text, per-cent sign included.

    >>> sorted(numbers("打造8—10个，占２５%"))
    ['10', '25%', '8']
    """
    return frozenset(_NUMBER.findall(fold(text)))


def unsupported(answer: Answer) -> frozenset[str]:
    """Numbers stated that occur in no cited quotation, locator or title, nor in the question.

    A count of things listed (「共9个」) is the answer's own arithmetic and left out.
    """
    cited = [f"{c.quote} {c.locator} {c.document.title} {c.document.number or ''}" for c in answer.citations]
    known = frozenset[str]().union(*map(numbers, [*cited, answer.question, answer.standalone_question]))
    stated = " ".join(unmarked(statement.text) for statement in answer.statements)
    return numbers(stated) - known - frozenset(_COUNT.findall(fold(stated)))

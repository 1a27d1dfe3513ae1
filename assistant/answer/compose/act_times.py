"""Whether a time that a sentence says is that of the act whose time is asked for: not 「2025年底前建成服务站，实现一站式申报」
where until when one may apply is asked."""

from __future__ import annotations

import re

from assistant.answer.sentences import under_headings
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Document

_PIECES = re.compile(r"[，,。；;]")
_ONLY_TIME = re.compile(
    r"^[^，]{0,24}(?:[前内后起止]|期间|[年月日天])$|的$|^(?:截止|期限|时间|最[迟晚]|逾期|每年|期|每)"
)
"""A piece that is a time, goes on with one, or is a case of which the next says what follows."""


def of_the_act(evidence: Evidence, document: Document, start: int, text: str) -> bool:
    """The act stands in one piece of the sentence with its time, next to a piece that is only a time, or in a heading; true where
    no act is asked for."""
    act = evidence.question.act
    if act is None or evidence.question.detail != "deadline":
        return True
    if act.search(flatten(under_headings(document, start, start))):
        return True
    pieces = [piece for piece in _PIECES.split(flatten(text)) if piece]
    for at, piece in enumerate(pieces):
        if evidence.question.says("deadline", piece):
            beside = pieces[max(at - 1, 0) : at + 2] if _ONLY_TIME.search(piece) else [piece]
            if any(act.search(one) for one in beside):
                return True
    return False

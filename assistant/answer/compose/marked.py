"""The one sentence of a clause that its own form marks as the answer: it leads in to the items that are asked for, says what a
word stands for, or has the name that is asked about in front of a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.items import items_of
from assistant.answer.compose.left_open import share_of
from assistant.answer.sentences import Sentence
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Document


def marked(evidence: Evidence, document: Document, found: Sequence[Sentence]) -> Sentence | None:
    return _leading_to_items(evidence, document, found) or _named_in_front(evidence, found)


_CONTENTS = re.compile(r"(?:哪些|什么|哪几[项条个])(?:内容|事项|情形|材料|条款|要素|方面|职责|义务|条件)")


def _leading_to_items(evidence: Evidence, document: Document, found: Sequence[Sentence]) -> Sentence | None:
    """「协议里得写哪些内容」: the one sentence of the clause that leads in to items, where it says about as much as any."""
    if not _CONTENTS.search(evidence.question.flat):
        return None
    leading = [one for one in found if len(items_of(document, one)) > 1]
    best = max((share_of(evidence, one) for one in found), default=0.0)
    enough = len(leading) == 1 and share_of(evidence, leading[0]) >= AS_MUCH * best
    return leading[0] if enough else None


AS_MUCH = 0.6
LEAST_NAME = 4
"""Characters in front of a colon that name what is said behind it."""


def _named_in_front(evidence: Evidence, found: Sequence[Sentence]) -> Sentence | None:
    """「二级预警：…」, where 二级预警 is asked about."""
    flat = evidence.question.flat
    quoted = "|".join(map(re.escape, evidence.question.quoted))
    called = re.compile(rf"(?:统称|合称|简称|以下称)为?[“「‘]?(?:{quoted})") if quoted else None
    named = [one for one in found if called and called.search(one.text)]
    named = named or [one for one in found if (m := _IN_FRONT.match(flatten(one.text))) and m[1] in flat]
    return named[0] if len(named) == 1 else None


_IN_FRONT = re.compile(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[)）.、])?([\u4e00-\u9fff]{{{LEAST_NAME},12}})[：:](?=.)"
)

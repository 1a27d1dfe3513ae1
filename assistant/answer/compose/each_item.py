"""「总共几套，四个小区各几套」: beside the sentence that says the sum, the items under it that say each one's share."""

from __future__ import annotations

import re

from assistant.answer.compose.holders import Holder
from assistant.answer.compose.items import lead_in, said_of
from assistant.answer.draft import Said
from assistant.answer.sentences import own_sentences
from assistant.evidence import Evidence

_EACH = re.compile(r"(?:各|分别)(?:自|有|是|为|占|给|补|奖)*(?:多少|几)")
MOST = 8
"""Items that are shown."""


def of_each(evidence: Evidence, holder: Holder) -> list[Said]:
    """The first sentence of each item that says such a detail; none where the sentence is an item itself, or one alone does."""
    detail, document = evidence.question.detail, holder.place.document
    entry = document.clause_at(holder.sentence.start, holder.sentence.end)
    if entry is None or detail is None or not _EACH.search(evidence.question.flat):
        return []
    owner = document.by_id[entry.parent] if entry.parent and lead_in(document, holder.sentence) else entry
    items = [child for child in document.children(owner) if child.kind == "clause" and child is not entry]
    firsts = [own_sentences(document, item)[:1] for item in items]
    saying = [one for first in firsts for one in first if evidence.question.says(detail, one.text)]
    return said_of(document, entry, saying) if 1 < len(saying) <= MOST else []

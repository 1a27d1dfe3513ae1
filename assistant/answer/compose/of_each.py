"""One detail asked of several things, 「硕士和博士的补贴各是多少」: each is answered by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer.compose import comparison
from assistant.answer.draft import Draft, merged, without_overlaps
from assistant.evidence import Evidence
from assistant.question.apart import apart
from assistant.question.pairs import pairs_of


def of_each(evidence: Evidence, drafted: Callable[[str], Draft]) -> Draft | None:
    """None where the question is of one thing, or nothing is found for one of them though it occurs: it is then read as one.
    What the cited documents do not name is said in a notice. ``drafted`` answers a question by itself."""
    questions = apart(evidence.question.text)
    if not questions or evidence.across or comparison.compose(evidence):
        return None
    drafts = {name: drafted(question) for name, question in questions.items()}
    text = "".join({q.document.text for d in drafts.values() for q in d.quotes})
    absent = [name for name in drafts if not _occurs(name, text)]
    found = [d for name, d in drafts.items() if name not in absent]
    if not found or any(d.outcome == "refused" for d in found):
        return None
    draft = merged(found)
    notices = tuple(f"引用的文件没有提到“{name}”。" for name in absent)
    return replace(draft, said=without_overlaps(draft.said), notices=(*draft.notices, *notices))


def _occurs(name: str, text: str) -> bool:
    """Any two of its characters will do; of 「2024年以后」 the year."""
    year = re.match(r"\d+年?", name)
    return year.group() in text if year else any(pair in text for pair in pairs_of(name))

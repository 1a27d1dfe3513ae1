"""What has happened, 「空调漏水了怎么办」, stands in what an answer cites: a clause on air conditioners is no answer to that."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer.compose.wording import words_cited
from assistant.answer.draft import Draft
from assistant.evidence import Evidence
from assistant.question.understand import flatten, terms_of

_MODALS = r"(?:我们?)?(?:该|要|应该?|可以?|能|会)?"
_HAPPENED = re.compile(
    rf"(?:^|[，,。；;])(?P<what>[\u4e00-\u9fff]{{2,12}}?)(?:了(?:的话|以后|之后)?[，,]?[\u4e00-\u9fff]{{0,6}}?|的)?{_MODALS}(?:怎么|如何)(?:办|处理|弄|换|补|赔|退|续)[？?]?$"
)
_DENIED = re.compile(r"[不没].$")
"""「材料不全」 is said in many ways, by 「不齐全」 or 「缺少」: nothing is told from its words."""


def of_what_happened(evidence: Evidence) -> Evidence:
    """With only the hits that say what happened; as it is where none does."""
    what = _what_happened(evidence)
    saying = tuple(h for h in evidence.hits if what and _says(evidence, what, evidence.hit_context(h)))
    return replace(evidence, hits=saying) if saying else evidence


def unsaid_mishap(evidence: Evidence, draft: Draft) -> list[str]:
    """What happened, as the question says it, where no sentence that is cited says that in its words or in others."""
    what = _what_happened(evidence)
    if not what or draft.outcome != "answered":
        return []
    if _says(evidence, what, words_cited(evidence, draft)):
        return []
    near = evidence.near([q.text for q in draft.quotes]) if evidence.near else []
    return [] if max(near, default=-1.0) >= 0 else [what]


def _what_happened(evidence: Evidence) -> str:
    asked = _HAPPENED.search(evidence.question.flat)
    return asked["what"] if asked and not _DENIED.search(asked["what"]) else ""


def _says(evidence: Evidence, what: str, said: str) -> bool:
    happened = [term for term in terms_of(what) if term.alternatives and what.endswith(term.text)]
    if happened:
        return evidence.coverage(said, happened) > 0
    return what[-2:] in flatten(said)

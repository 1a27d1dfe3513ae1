"""A question that says a heading in full and nothing beyond it, 「职责分工是什么」, 「光伏项目 奖励标准」: what stands under it,
whatever detail the heading's own words would ask for."""

from __future__ import annotations

import re

from assistant.answer.compose.lists import listed
from assistant.answer.compose.place import titles_of
from assistant.answer.compose.sections import whole
from assistant.answer.compose.wording import closest, in_quotes, introduced, sentence
from assistant.answer.draft import Draft, Said, quotes_of
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence
from assistant.question import vocabulary
from assistant.question.understand import content_of, flatten, terms_of, understand
from index.clauses import Clause, Document

LONGEST = 800
"""Characters up to which a section is shown as a whole."""
SHOWN = 6
"""Clauses of a longer one of which the first sentence is shown."""
OF_DOCUMENT = 0.7
"""Share of what else the question says that the document's titles must hold."""
SHORTEST = 4
"""Characters of a heading that is no word of any other matter."""
_ASKED = re.compile(
    r"是?怎么规定的?|如何规定的?|(?:具体|主要)?(?:规定|内容|要求)?(?:是什么|有哪些|是哪些|包括哪些|都有什么|有什么|怎么样|如何)|的?(?:具体)?(?:规定|内容)$|怎么(?:定|分)的?"
)
"""Ways to ask for what stands under a heading."""


def compose(evidence: Evidence) -> Draft | None:
    """Only of a heading that has clauses under it: one without is left to those that choose its sentences."""
    question, subject = evidence.question, evidence.subject
    if subject is None or subject.share < 1.0 or question.yes_no:
        return None
    document, clause = subject.document, subject.clause
    under = [c for c in document.children(clause) if c.kind == "clause"]
    if not under or not _says_nothing_else(evidence, document, clause):
        return None
    counted = question.which or question.how_many  # 「保障措施有哪几条」
    as_items = counted and all(c.heading for c in under)
    section = None if as_items else whole(document, clause, LONGEST)
    said = [section] if section else _first_of_each(document, clause, under)
    quotes = quotes_of(said)
    more = len(under) - SHOWN
    notices = (
        (f"{in_quotes(clause.bare_heading)}另有{more}条，这里没有列出。",)
        if len(said) == SHOWN and more > 0
        else ()
    )
    return Draft("answered", tuple(said), notices, closest(evidence, quotes))


def _says_nothing_else(evidence: Evidence, document: Document, clause: Clause) -> bool:
    heading = flatten(clause.bare_heading)
    if len(heading) < SHORTEST:
        return False
    rest = _ASKED.sub(" ", flatten(evidence.question.about).replace(heading, " ").rstrip("？?。"))
    beside = understand(rest)
    if beside.detail or beside.role:
        return False
    left = content_of(rest)
    if not [c for c in left if c.isalnum() and c not in vocabulary.STOP_CHARACTERS]:
        return True
    return evidence.coverage(titles_of(document), terms_of(left)) >= OF_DOCUMENT


def _first_of_each(document: Document, clause: Clause, under: list[Clause]) -> list[Said]:
    """The headings under it, where every clause has one; else how each of the first begins."""
    if all(c.heading for c in under):
        return [listed(document, clause, under)]
    out = []
    for child in under[:SHOWN]:
        first = next(sentences(document, child, child.start, document.end_of(child)), None)
        if first:
            out.append(
                Said(introduced(str(child.locator)) + sentence(first.text), (first.quote(document, child),))
            )
    return out

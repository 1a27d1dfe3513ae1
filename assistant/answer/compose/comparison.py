"""Two things of one document side by side: 「低空经济和人工智能的牵头单位一样吗」, 「高成长和高潜力产业分别有哪些」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer.compose import agency_sides, figures, role
from assistant.answer.compose.definitions import difference_of_terms
from assistant.answer.compose.items import left_out, with_items
from assistant.answer.compose.lists import listed
from assistant.answer.compose.phrase_sides import of_phrases
from assistant.answer.compose.wording import closest, introduced, name_of, sentence
from assistant.answer.draft import Draft, Quote, Said, quote_heading, quotes_of
from assistant.answer.sentences import sentences
from assistant.desks.naming import addressed
from assistant.evidence import Evidence
from assistant.question.contrast import Contrast, contrasted
from assistant.question.understand import Term, content_of, flatten
from assistant.sides import clauses_called, documents_called
from index.clauses import Clause, Document

HELD = 0.6
MOST = 4
"""Sides that are set side by side."""
_WHAT = re.compile(
    r"发展|建设|方向|内容|产业|任务|重点|措施|举措|行动|分工|领域|条|项|部署|规定|要求|情况|地方|安排"
)


def compose(evidence: Evidence) -> Draft | None:
    contrast = contrasted(evidence.question.text)
    if contrast is None or contrast.each or evidence.across:
        return None
    if draft := role.in_clauses(evidence, contrast):
        return draft
    for one in _readings(evidence, contrast):
        for sides, matter in one.readings:
            if _ONLY_FIGURES.fullmatch(sides):
                continue
            text, documents = addressed(sides, evidence.searched)
            found = clauses_called(text, evidence.documents if text == sides else documents)
            if found and (draft := _of_clauses(evidence, one, *found, matter)):
                return draft
        if draft := agency_sides.of_agencies(evidence, one):
            return draft
        if draft := difference_of_terms(evidence) or of_phrases(evidence, one):
            return draft
    return None


_ONLY_FIGURES = re.compile(r"[\d、，,和与]+")
"""「3、3、6、18分别是什么」 asks for no clauses."""


def _readings(evidence: Evidence, contrast: Contrast) -> Iterator[Contrast]:
    """As it is; and 「亳州对大学生和返乡农民工的补贴」 without the document's name."""
    yield contrast
    for sides, matter in contrast.readings:
        if matter and documents_called(sides, evidence.searched):
            yield replace(contrast, body=matter)


def _of_clauses(
    evidence: Evidence, contrast: Contrast, document: Document, clauses: list[Clause], matter: str
) -> Draft | None:
    if evidence.question.role:
        return agency_sides.of_clauses(evidence, contrast, document, clauses)
    if len(clauses) > MOST:
        return None
    if content := _WHAT.sub("", content_of(matter)).strip():
        return _on_matter(evidence, contrast, document, clauses, content)
    said = [_listed(document, clause) for clause in clauses]
    if not all(said):
        return None
    kept = tuple(s for s in said if s)
    return Draft("answered", kept, closest=closest(evidence, tuple(q for s in kept for q in s.quotes)))


def _listed(document: Document, clause: Clause) -> Said | None:
    """What stands under the heading; without headings under it, its first sentence."""
    children = [c for c in document.children(clause) if c.kind == "clause" and c.heading]
    if len(children) > 1:
        return listed(document, clause, children)
    first = next(sentences(document, clause, clause.start, document.end_of(clause)), None)
    if first is None:
        return None
    whole = with_items(document, first)
    place = introduced(clause.heading or str(clause.locator))
    return Said(place + sentence(whole.text), (whole.quote(document, clause),))


def _on_matter(
    evidence: Evidence, contrast: Contrast, document: Document, clauses: Sequence[Clause], content: str
) -> Draft | None:
    """The sentence of each clause that speaks of the matter; that one has none where another has."""
    terms = tuple(Term(run, ()) for run in content.split())
    found = [_best(evidence, document, clause, terms) for clause in clauses]
    if not any(found):
        return None
    said: list[Said] = []
    for clause, quote in zip(clauses, found, strict=True):
        name = name_of(document, clause)
        if quote:
            said.append(Said(f"{introduced(name)}{sentence(quote.text)}", (quote,)))
        else:
            said.append(Said(f"{name}没有这方面的规定。", (quote_heading(document, clause),)))
    quotes = quotes_of(said)
    if all(found):
        sides = [figures.Side(name_of(document, c), q.text) for c, q in zip(clauses, found, strict=True) if q]
        if text := figures.verdict(contrast.kind, content, sides, contrast.least):
            said.insert(0, Said(text, quotes))
    return Draft("answered", tuple(said), left_out(quotes), closest(evidence, quotes))


def _best(evidence: Evidence, document: Document, clause: Clause, terms: Sequence[Term]) -> Quote | None:
    scored = [
        (evidence.coverage(flatten(one.text).lower(), terms), one)
        for one in sentences(document, clause, clause.start, document.end_of(clause))
    ]
    score, best = max(scored, key=lambda item: item[0], default=(0.0, None))
    return with_items(document, best).quote(document, clause) if best and score >= HELD else None

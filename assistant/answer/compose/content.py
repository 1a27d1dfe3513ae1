"""Whole sentences by relevance: what a direction covers, and everything no other composer knows."""

from __future__ import annotations

import re

from assistant.answer.compose.lookup import locator_in
from assistant.answer.compose.wording import MISSING, closest, is_agency_hit, name_of, sentence, unspecified
from assistant.answer.draft import Draft, Quote, Said, quote_clause, quote_heading
from assistant.answer.sentences import sentences
from assistant.desks.cite import by_locator
from assistant.evidence import Evidence
from assistant.question import words
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Clause, Document

COVERED = 0.5
"""Least share of the question's content that a clause must hold to answer it; calibrated on ``evals/datasets``."""
COVERED_SUBJECT = 0.5
SHORT = 260
SHOWN = 4


def compose(evidence: Evidence) -> Draft | None:
    place = _place(evidence)
    if place is None:
        return None
    document, clause, start, end, named = place
    detail = evidence.question.detail
    if detail:
        return _detail(evidence, detail, document, clause, start, end, named)
    chosen = _choose(evidence, document, clause, start, end, named)
    if not chosen:
        return None
    return _draft(evidence, document, clause, chosen)


def _place(evidence: Evidence) -> tuple[Document, Clause, int, int, bool] | None:
    """The clause that the question names, else the best covered hit; None where nothing covers it."""
    locator = locator_in(evidence.question.flat)
    if locator and (found := by_locator(locator, evidence.searched)):
        q = found[0]
        return q.document, q.clause, q.start, q.end, True
    terms = _core_terms(evidence)
    subject = evidence.subject
    if subject and subject.share >= 0.5:
        whole = Quote(subject.document, subject.clause, subject.clause.start, subject.document.end_of(subject.clause))
        context = evidence.context(whole.document, whole.clause, whole.text)
        if evidence.coverage(context, terms) >= COVERED_SUBJECT:
            return whole.document, whole.clause, whole.start, whole.end, True
    best = [
        (evidence.coverage(evidence.context(h.document, h.clause, h.document.text[h.start : h.end]), terms), -h.rank, h)
        for h in evidence.hits[:8] if not is_agency_hit(h)
    ]  # fmt: skip
    if not best:
        return None
    score, _, hit = max(best, key=lambda item: (round(item[0], 1), item[1]))
    if score < COVERED:
        return None
    return hit.document, hit.clause, hit.start, hit.end, False


def _core_terms(evidence: Evidence):  # type: ignore[no-untyped-def]
    detail = next((asked for name, asked, _, _ in words.DETAILS if name == evidence.question.detail), None)
    return terms_of(content_of(evidence.question.text, detail))


def _detail(
    evidence: Evidence, detail: str, document: Document, clause: Clause, start: int, end: int, named: bool
) -> Draft | None:
    """Sentences that hold the kind of detail asked for; without one the document leaves it open."""
    said_by = next(said for name, _, said, _ in words.DETAILS if name == detail)
    terms = _core_terms(evidence)
    ranked = sorted(
        ((evidence.coverage(flatten(text).lower(), terms), -s, (s, e, text)) for s, e, text in sentences(document, clause, start, end)),
        reverse=True,
    )
    holding = [(score, item) for score, _, item in ranked if said_by.search(item[2]) and score >= COVERED * 0.8]
    if holding:
        return _draft(evidence, document, clause, [item for _, item in holding[:2]])
    about = name_of(document, clause)
    if named and clause.heading and document.children(clause):
        return unspecified(evidence, about, MISSING[detail], quote_heading(document, clause), f"文件列有“{about}”")
    if ranked:
        s, e, text = ranked[0][2]
        quote = _quote(document, s, e, clause)
        return unspecified(evidence, about, MISSING[detail], quote, f"关于“{about}”，文件的规定是：“{sentence(text).rstrip('。')}”")
    return unspecified(evidence, about, MISSING[detail], quote_clause(document, clause))


def _choose(
    evidence: Evidence, document: Document, clause: Clause, start: int, end: int, named: bool
) -> list[tuple[int, int, str]]:
    """A short clause whole; of a long one the sentences that cover the question best, in document order."""
    found = list(sentences(document, clause, start, end))
    if not found:
        return [(clause.start, clause.end, document.quote(clause.start, clause.end))]
    rest = evidence.question.flat.replace(flatten(clause.heading), "") if named else evidence.question.flat
    if evidence.subject and named:
        rest = rest.replace(evidence.subject.matched, "")
    terms = terms_of(content_of(rest))
    scored = [(evidence.coverage(flatten(text).lower(), terms), (s, e, text)) for s, e, text in found]
    best = max(score for score, _ in scored)
    asks_more = bool(terms) and best >= 0.5
    if sum(len(t) for _, _, t in found) <= SHORT and not (asks_more and len(found) > 2):
        return found
    if not asks_more and named:
        return found[:SHOWN]
    kept = [item for score, item in scored if score >= max(best * 0.75, 0.01)]
    return kept[:SHOWN] or found[:SHOWN]


def _quote(document: Document, start: int, end: int, clause: Clause) -> Quote:
    return Quote(document, document.clause_at(start, end) or clause, start, end)


def _draft(evidence: Evidence, document: Document, clause: Clause, chosen: list[tuple[int, int, str]]) -> Draft:
    said = tuple(Said(sentence(_shown(text)), (_quote(document, s, e, clause),)) for s, e, text in chosen)
    total = len(list(sentences(document, clause, clause.start, document.end_of(clause))))
    more = (f"这一条共有{total}句，这里列出最相关的{len(said)}句。",) if total > len(said) and len(said) == SHOWN else ()
    return Draft("answered", said, more, closest(evidence, tuple(q for s in said for q in s.quotes)))


def _shown(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", text).strip()

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
from assistant.question.understand import Term, content_of, flatten, terms_of
from index.clauses import Clause, Document
from index.search.retriever import Hit

COVERED = 0.5
"""Least share of the question's content that a clause must hold to answer it; calibrated on ``evals/datasets``."""
LOOSE = 0.3
LOOSE_DETAIL = 0.22
"""The share that suffices where what is covered is specific (``evidence.MASS``)."""
IN_TITLE = 0.4
"""Share of a question about a missing detail that the document's title must say."""
SHORT = 260
SHOWN = 4


def compose(evidence: Evidence) -> Draft | None:
    detail = evidence.question.detail
    place = _place(evidence)
    if place is None:
        return _document_level(evidence, detail) if detail else None
    document, clause, start, end, named = place
    if detail:
        return _detail(evidence, detail, document, clause, start, end, named)
    chosen = _choose(evidence, document, clause, start, end, named)
    return _draft(evidence, document, clause, chosen, named) if chosen else None


def _document_level(evidence: Evidence, detail: str) -> Draft | None:
    """「行动计划的联系电话」: a detail of the document as a whole, which it does not hold."""
    document = evidence.documents[0]
    terms = _core_terms(evidence)
    left = words.DOCUMENT_WORDS.sub("", "".join(t.text for t in terms))
    nothing_else = not [c for c in left if c.isalnum() and c not in words.STOP_CHARACTERS]
    if not (evidence.question.names_document and nothing_else) and evidence.coverage(_titles(document), terms) < IN_TITLE:
        return None
    said = Said(f"《{document.parts[-1].title or document.title}》没有写明{MISSING[detail]}。")
    return Draft("unspecified", (said,), closest=closest(evidence, ()))


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
        if evidence.speaks_of(context, _titles(whole.document), terms, COVERED, _loose(evidence)):
            return whole.document, whole.clause, whole.start, whole.end, True
    best = [
        (evidence.speaks_of(_context(evidence, h), _titles(h.document), terms, COVERED, _loose(evidence)), -h.rank, h)
        for h in evidence.hits[:8] if not is_agency_hit(h)
    ]  # fmt: skip
    if not best:
        return None
    score, _, hit = max(best, key=lambda item: (round(item[0], 1), item[1]))
    if score == 0.0:
        return None
    return hit.document, hit.clause, hit.start, hit.end, False


def _titles(document: Document) -> str:
    return flatten("".join(document.titles())).lower()


def _context(evidence: Evidence, hit: Hit) -> str:
    return evidence.context(hit.document, hit.clause, hit.document.text[hit.start : hit.end])


def _loose(evidence: Evidence) -> float:
    """Where a detail is asked for, its own words are not in the document: less of the question must be."""
    return LOOSE_DETAIL if evidence.question.detail else LOOSE


def _core_terms(evidence: Evidence) -> tuple[Term, ...]:
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
        return _draft(evidence, document, clause, [item for _, item in holding[:2]], named)
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


def _draft(
    evidence: Evidence, document: Document, clause: Clause, chosen: list[tuple[int, int, str]], named: bool
) -> Draft:
    said = [Said(sentence(_shown(text)), (_quote(document, s, e, clause),)) for s, e, text in chosen]
    said.sort(key=lambda s: not (evidence.question.yes_no and _FREQUENCY.search(s.text)))
    lead = _premise(evidence, said[0].text) or _lead(evidence, document, clause, named)
    said[0] = Said(lead + said[0].text, said[0].quotes)
    total = len(list(sentences(document, clause, clause.start, document.end_of(clause))))
    more = (f"这一条共有{total}句，这里列出最相关的{len(said)}句。",) if total > len(said) and len(said) == SHOWN else ()
    return Draft("answered", tuple(said), more, closest(evidence, tuple(q for s in said for q in s.quotes)))


def _lead(evidence: Evidence, document: Document, clause: Clause, named: bool) -> str:
    """Which clause speaks, where the question does not say so itself."""
    heading = name_of(document, clause) if clause.path else ""
    if not heading or (named and evidence.subject and evidence.subject.clause.id == clause.id):
        return ""
    return f"{clause.locator}“{heading}”："


_FREQUENCY = re.compile(r"每(?:日|天|周|月|个月|季度|半年|年)")


def _premise(evidence: Evidence, text: str) -> str:
    """「每月发布一次吗」 where the text says 每季度: no in front; yes where it says the same."""
    if not evidence.question.yes_no:
        return ""
    asked, said = set(_FREQUENCY.findall(evidence.question.flat)), set(_FREQUENCY.findall(flatten(text)))
    if not asked or not said:
        return ""
    return "是的，文件的表述是：" if asked & said else "不是。文件的表述是："


def _shown(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", text).strip()

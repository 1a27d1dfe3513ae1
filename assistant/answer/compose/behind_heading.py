"""What stands behind a heading that stands alone, 「（二）基本原则。」: paragraphs without a number of their own."""

from __future__ import annotations

import re
from itertools import takewhile

from assistant.answer.compose.items import said_of
from assistant.answer.compose.place import titles_of
from assistant.answer.compose.wording import closest
from assistant.answer.draft import Draft, Quote, Said, quotes_of
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Clause, Document

NEAREST = 3
"""Hits that may be such a heading."""
OF_TITLE = 0.5
"""Share of what else the question says that the titles must say."""
SHOWN = 4
LONGEST = 12
"""Characters of its name."""
_CAPTION = re.compile(r"\s*([\u4e00-\u9fff“”、]{2,20})。")


def compose(evidence: Evidence) -> Draft | None:
    """「基本原则有哪几条」, 「2025年目标」: what stands behind such a heading, where nothing but that is asked."""
    question = evidence.question
    if question.detail or question.role or question.yes_no:
        return None
    for hit in evidence.hits[:NEAREST]:
        document, name = hit.document, _alone(hit.document, hit.clause)
        said = name if name in question.flat else name[-2:]
        if not name or said not in question.flat or (said != name and said != "目标"):
            continue
        rest = terms_of(content_of(re.sub(f"{said}|的", " ", question.about)))
        if rest and evidence.coverage(titles_of(document), rest) < OF_TITLE:
            continue
        return _captioned(evidence, document, hit.clause, name) or _paragraph(evidence, document, hit.clause)
    return None


def _captioned(evidence: Evidence, document: Document, clause: Clause, name: str) -> Draft | None:
    """What the paragraphs are called, where each begins with its name: 「坚持保本微利运行。…」."""
    under = _paragraphs(document, clause)
    named = [m for m in (_CAPTION.match(document.quote(c.start, c.end)) for c in under) if m]
    if len(named) < 2 or len(named) < len(under):
        return None
    quotes = tuple(
        Quote(document, c, c.start + m.start(1), c.start + m.end()) for c, m in zip(under, named, strict=True)
    )
    said = Said(f"“{name}”列有{len(named)}项：{'、'.join(m[1] for m in named)}。", quotes)
    return Draft("answered", (said,), closest=closest(evidence, quotes))


def _paragraph(evidence: Evidence, document: Document, clause: Clause) -> Draft:
    """The sentences of the one that is of the year asked about, or of the first."""
    under = _paragraphs(document, clause)
    years = [f"{year}年" for year in evidence.question.years]
    body = next((c for c in under if any(year in flatten(c.text) for year in years)), under[0])
    found = list(sentences(document, body, body.start, body.end))
    said = said_of(document, body, found[:SHOWN])
    more = (f"这一段共有{len(found)}句，这里列出前{SHOWN}句。",) if len(found) > SHOWN else ()
    return Draft("answered", tuple(said), more, closest(evidence, quotes_of(said)))


def _alone(document: Document, clause: Clause) -> str:
    """The name that such a heading gives, without its label; "" where more is said behind it, or nothing follows."""
    text = flatten(document.quote(clause.start, clause.end))
    label = flatten(clause.path[-1]) if clause.path else ""
    name = text.removeprefix(label).lstrip("、.．").rstrip("。．.：:")
    alone = clause.kind == "clause" and 2 <= len(name) <= LONGEST and name.isalnum()
    return name if alone and _paragraphs(document, clause) else ""


def _paragraphs(document: Document, clause: Clause) -> list[Clause]:
    """The paragraphs behind a clause that has nothing under it."""
    if clause.children:
        return []
    behind = document.clauses[document.position[clause.id] + 1 :]
    return [*takewhile(lambda c: c.kind == "paragraph", behind)]

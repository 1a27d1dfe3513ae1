"""Turns of phrase that several composers share."""

from __future__ import annotations

import re

from assistant.answer.draft import Draft, Quote, Said, quote_hit
from assistant.evidence import Evidence
from index.clauses import Clause, Document
from index.search.hit import Hit

MOSTLY_NAMES = 0.4
"""Share of a paragraph's characters; the rest is labels, 、 and 负责."""


def sentence(text: str) -> str:
    """With a full stop at its end."""
    return text if re.search(r"[。！？]$|[。）)〕\]]$", text) else text.rstrip("；;，,：:") + "。"


def unwrapped(text: str) -> str:
    """Line wraps inside a sentence mended."""
    return re.sub(r"\s*\n\s*", "", text).strip()


def name_of(document: Document, clause: Clause) -> str:
    """How a clause is called in a sentence: by its heading or that it stands under, else its locator."""
    for owner in reversed((*document.ancestors(clause), clause)):
        if owner.heading:
            return owner.bare_heading.rstrip("。；;，,：:")
    return clause.locator.official()


FRAGMENT = 16
"""Characters below which what a clause says is no sentence without its heading: 「0.25元/千瓦时」."""


def lead(evidence: Evidence, clause: Clause, said: str = "") -> str:
    """Which clause speaks, where the question does not say so itself, or ``said`` needs its heading."""
    named = evidence.subject is not None and evidence.subject.clause.id == clause.id
    if not clause.path or (named and not 0 < len(said) < FRAGMENT):
        return ""
    return introduced(placed(clause))


def placed(clause: Clause) -> str:
    """「二、（二）3.（38）“6G”」; the number alone where it has no heading."""
    return f"{clause.locator}{in_quotes(clause.bare_heading)}" if clause.heading else str(clause.locator)


def words_cited(evidence: Evidence, draft: Draft) -> str:
    """What a draft cites, with what each of it stands under."""
    return "".join(evidence.context(q.document, q.clause, q.text) for q in draft.quotes)


def titled(title: str) -> str:
    """In title marks, those inside as the inner ones.

    >>> titled("《网络平台经营管理办法》征求意见的通知")
    '《〈网络平台经营管理办法〉征求意见的通知》'
    """
    inner = title.replace("《", "〈").replace("》", "〉") if title.startswith("《") else title
    return f"《{inner}》"


def in_quotes(text: str) -> str:
    """In quotation marks, those inside as the inner ones.

    >>> in_quotes("“十四五”时期我省发展取得重大成就")
    '“‘十四五’时期我省发展取得重大成就”'
    """
    return f"“{text.translate(_INNER)}”"


_INNER = str.maketrans("“”", "‘’")


def introduced(place: str) -> str:
    """What stands in front of a clause's words: 「第五条：」; behind 「一、」 and 「1.」 a colon would be one mark too many."""
    return place if place.endswith(("、", ".")) else f"{place}："


def quoted(evidence: Evidence, quote: Quote) -> Draft:
    """The answer is one sentence as it is written."""
    return Draft("answered", (Said(sentence(quote.text), (quote,)),), closest=closest(evidence, (quote,)))


def unspecified(evidence: Evidence, about: str, missing: str, quote: Quote, provides: str = "") -> Draft:
    """First what the document does provide, with its clause; then what it leaves open."""
    first = provides or f"文件对“{about}”有规定"
    said = Said(f"{first}，但没有规定{missing}。", (quote,))
    return Draft("unspecified", (said,), closest=closest(evidence, (quote,)))


def closest(evidence: Evidence, cited: tuple[Quote, ...], limit: int = 3) -> tuple[Quote, ...]:
    """The nearest hits that are not cited already."""
    seen = {q.clause.id for q in cited}
    return tuple(quote_hit(hit) for hit in evidence.hits if hit.clause.id not in seen)[:limit]


def is_agency_hit(hit: Hit) -> bool:
    """A later paragraph that is an agency line."""
    named = sum(f.end - f.start for f in hit.document.clause_facts(hit.clause.id) if f.kind == "agency")
    return hit.clause.kind == "paragraph" and named >= MOSTLY_NAMES * (hit.end - hit.start)

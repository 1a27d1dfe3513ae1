"""「第五次大督查表扬了重庆哪几项」: the items of one list that name the place asked about, all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.lookup import locator_in
from assistant.answer.compose.wording import closest, sentence
from assistant.answer.draft import Draft, Quote, Said
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Clause, Document

LIST = 5
"""Items from which clauses beside each other are a list of places."""
NEAR = 3
"""Hits of which one must be such an item."""
AT_FRONT = 12
"""Characters at the front of an item in which its place is named."""
LONGEST = 120
"""Characters of an item that only says what a place does."""
OF_PLACES = 0.6
"""Share of the items that must name a place so."""
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:省|市|自治区|自治州|地区|州|盟|[县区旗])")


def compose(evidence: Evidence) -> Draft | None:
    """Only where one of the best hits is such an item."""
    question = evidence.question
    asked = (question.which or question.how_many) and question.detail in {None, "quantity"}
    if not asked or question.role or locator_in(question.flat):
        return None
    for region in question.regions:
        hit = next((h for h in evidence.hits[:NEAR] if _names(h.document, h.clause, region)), None)
        owner = hit.document.by_id[hit.clause.parent] if hit and hit.clause.parent else None
        if hit is None or owner is None:
            continue
        items = [c for c in hit.document.children(owner) if c.kind == "clause"]
        if _lists_places(hit.document, items):
            meant = [c for c in items if _names(hit.document, c, region)]
            return _draft(evidence, hit.document, meant, region)
    return None


def _front(document: Document, item: Clause) -> str:
    """Where a short item says whose it is; empty for a longer one."""
    text = flatten(document.text[item.body : item.end])
    return text[:AT_FRONT] if len(text) <= LONGEST and not document.children(item) else ""


def _names(document: Document, item: Clause, region: str) -> bool:
    """Not 「国网天津市电力公司」."""
    return bool(re.search(f"(?<!国网){region}", _front(document, item)))


def _lists_places(document: Document, items: Sequence[Clause]) -> bool:
    named = [item for item in items if _PLACE.match(_front(document, item))]
    return len(items) >= LIST and len(named) >= OF_PLACES * len(items)


def _draft(evidence: Evidence, document: Document, items: Sequence[Clause], region: str) -> Draft:
    """One sentence, which counts them where they are several."""
    quotes = tuple(Quote(document, c, c.body, document.end_of(c)) for c in items)
    texts = [sentence(q.text).rstrip("。") for q in quotes]
    count = f"列有{region}的共{len(items)}项：" if len(items) > 1 else ""
    said = Said(f"{count}{'；'.join(texts)}。", quotes)
    return Draft("answered", (said,), closest=closest(evidence, quotes))

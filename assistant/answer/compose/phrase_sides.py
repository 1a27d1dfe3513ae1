"""Sides that are no headings: 「大学生和返乡农民工的初始创业补贴哪个高」. The sentence that speaks of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.compose import figures
from assistant.answer.compose.items import left_out, with_items
from assistant.answer.compose.wording import closest, sentence, unwrapped
from assistant.answer.draft import Draft, Quote, Said, quote_fact
from assistant.answer.sentences import sentences
from assistant.evidence import NEAR, Evidence
from assistant.question.contrast import Contrast, pieces
from assistant.question.understand import Term, content_of, flatten, terms_of
from index.clauses import Document

SAID = 0.75
"""Share of a side that its sentence must say; of the matter, that its clause must."""
HELD = 0.4
MOST = 4
_WHAT = re.compile(
    r"提法|表述|说法|措辞|它们|发展|目标|数量|数目|个数|标准|方式|规定|要求|力度|待遇|做法|内容|政策|情况"
)


@dataclass(frozen=True)
class Found:
    """A side with the sentence that speaks of it; ``words`` is what its figures are read from."""

    name: str
    words: str
    quote: Quote
    score: float


def of_phrases(evidence: Evidence, contrast: Contrast) -> Draft | None:
    if contrast.kind == "each":
        return None
    for sides, matter in contrast.readings:
        names = [n for n in pieces(sides)[0] if n]
        if not 2 <= len(names) <= MOST or min(map(len, names)) < 2:
            continue
        for document in evidence.documents[:3]:
            found = _targets(evidence, document, names) or _sentences(evidence, document, names, matter)
            if found:
                return _draft(evidence, contrast, matter, found)
    return None


def _targets(evidence: Evidence, document: Document, names: Sequence[str]) -> list[Found]:
    """Numbers that the document sets itself."""
    if not (evidence.question.how_many or re.search(r"目标|数量|多少|几", evidence.question.flat)):
        return []
    out = []
    for name in names:
        term = (Term(flatten(name).lower(), ()),)
        scored = [(evidence.coverage(_folded(f.text), term), f) for f in document.facts if f.kind == "target"]
        score, fact = max(scored, key=lambda item: item[0], default=(0.0, None))
        if fact is None or score < SAID:
            return []
        out.append(Found(name, fact.text, quote_fact(document, fact), score))
    return out


def _sentences(evidence: Evidence, document: Document, names: Sequence[str], matter: str) -> list[Found]:
    """The best sentence for each side; empty where one has none."""
    about = terms_of(_WHAT.sub(" ", content_of(matter)))
    out = []
    for name in names:
        term = (Term(_folded(name), ()),)
        scored: list[tuple[float, Quote]] = []
        for hit in (h for h in evidence.hits[:NEAR] if h.document.id == document.id):
            whole = _folded(evidence.context(document, hit.clause, document.text[hit.start : hit.end]))
            if about and evidence.coverage(whole, about) < HELD:
                continue
            for one in sentences(document, hit.clause, hit.start, hit.end):
                said = evidence.coverage(_folded(one.text), term)
                if said >= SAID:
                    own = evidence.coverage(_folded(one.text), about) if about else 0.0
                    measured = bool(figures.figures(one.text)) and bool(figures.units_for(matter))
                    quote = with_items(document, one).quote(document, hit.clause)
                    whole_name = _folded(name) in _folded(one.text)
                    first = _folded(one.text).startswith(_folded(name))  # it is what the sentence is about
                    scored.append((said + own + 0.3 * whole_name + 0.3 * first + 0.2 * measured, quote))
        if not scored:
            return []
        score, quote = max(scored, key=lambda item: item[0])
        out.append(Found(name, quote.text, quote, score))
    return out


def _folded(text: str) -> str:
    return re.sub(r"[（）()]", "", flatten(text)).lower()


def _draft(evidence: Evidence, contrast: Contrast, matter: str, found: Sequence[Found]) -> Draft:
    quotes = tuple({(f.quote.start, f.quote.end): f.quote for f in found}.values())
    said = [Said(sentence(unwrapped(q.text)), (q,)) for q in quotes]
    if len(quotes) > 1:
        sides = [figures.Side(f.name, f.words) for f in found]
        if text := figures.verdict(contrast.kind, matter, sides, contrast.least):
            said.insert(0, Said(text, quotes))
    return Draft("answered", tuple(said), left_out(quotes), closest(evidence, quotes))

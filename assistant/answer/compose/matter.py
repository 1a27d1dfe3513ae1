"""What is asked of several documents, and the sentences of a hit that speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.across import LONGEST, Across
from assistant.answer.compose import figures
from assistant.answer.compose.items import with_items
from assistant.answer.draft import Quote
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence
from assistant.question.understand import Term, content_of, flatten, terms_of
from index.search.hit import Hit

OWN = 0.35
"""Least share that the sentence itself must hold."""
NEAR = 0.4
"""The share that suffices for a sentence with the figures, in a clause that holds enough as a whole."""
SHORT = 6
"""Characters of a term that a text must say as it is."""
GRANTED = 0.1
FIGURE = 0.15
"""For a sentence that grants something where a grant is asked for; that has figures where the matter is measured in them."""
_GRANTS = re.compile(r"补贴|补助|资助|奖励|奖补|扶持|支持|优惠")
_PAID = frozenset({"补贴", "补助", "资助", "奖励", "奖补"})
_COUNTED = re.compile(r"年限|期限|时限|数额|金额|多久|多少")
_KINDS = re.compile(r"标准|规定|要求|力度|政策|措施|做法|条款|内容|安排|方式|上$|方面")
_MEASURED = re.compile(
    r"奖|补|资助|标准|额度|金额|比例|费率|税率|利率|期限|年限|时限|时间|罚|减免|优惠|价格|多少"
)


@dataclass(frozen=True)
class Matter:
    """``core``: what must be spoken of; ``kind``: words of granting, any of which will do; ``units``: of the figures that it is
    measured in."""

    core: tuple[Term, ...]
    kind: tuple[Term, ...]
    units: tuple[str, ...]
    paid: bool
    """Money is asked for by name: a sentence that grants nothing does not speak of it."""
    close: bool
    """What is looked for in the whole library must stand there in its own words, not in scattered characters."""
    must: bool
    """Only a sentence with such figures speaks of it: 「服务年限」 is said as 服务满5年."""

    @staticmethod
    def of(across: Across) -> Matter:
        units = figures.units_for(across.matter) if _MEASURED.search(across.matter) else ()
        matter = across.matter[:LONGEST]
        content = content_of(matter, _KINDS) or content_of(matter) or matter
        counted = _COUNTED.sub(" ", content)
        must = bool(units) and counted != content and bool(_GRANTS.sub("", counted).strip())
        core = tuple(Term(run, ()) for run in _GRANTS.sub(" ", counted if must else content).split())
        granted = tuple(dict.fromkeys(_GRANTS.findall(content)))
        kind = terms_of(" ".join(granted))
        paid = bool(core) and any(word in _PAID for word in granted)
        return Matter(core or kind, kind if core else (), units, paid, not across.sides, must)


def scored(evidence: Evidence, matter: Matter, hit: Hit, least: float) -> list[tuple[float, Quote]]:
    """The sentences of a hit that speak of the matter, with how well; the hit as a whole must hold ``least`` of it."""
    document = hit.document
    over = _folded("".join(c.heading for c in (*document.ancestors(hit.clause), hit.clause)))
    whole = over + _folded(document.text[hit.start : hit.end])
    if evidence.coverage(whole, matter.core) < least or (matter.close and not _stands(matter.core, whole)):
        return []
    out = []
    for one in sentences(document, hit.clause, hit.start, hit.end):
        text = _folded(one.text)
        own, held = evidence.coverage(text, matter.core), evidence.coverage(over + text, matter.core)
        shown = with_items(document, one)
        granted = evidence.coverage(_folded(shown.text), matter.kind) if matter.kind else 0.0
        if matter.paid and not granted:
            continue
        measured = any(f.unit in matter.units for f in figures.figures(text))
        if matter.must and not measured:
            continue
        if (held < least or own < OWN) and not (measured and granted and held >= NEAR):
            continue
        score = (max(own, OWN) + held) / 2 + GRANTED * granted + FIGURE * measured
        out.append((score, shown.quote(document, hit.clause)))
    return out


def _stands(core: Sequence[Term], text: str) -> bool:
    """Half of each short term stands in the text in one piece."""
    short = [flatten(t.text).lower() for t in core if len(t.text) <= SHORT]
    return all(any(t[i : i + (len(t) + 1) // 2] in text for i in range(len(t) // 2 + 1)) for t in short)


def _folded(text: str) -> str:
    """「首台（套）」 and 「首台套」 alike."""
    return re.sub(r"[（）()]", "", flatten(text)).lower()

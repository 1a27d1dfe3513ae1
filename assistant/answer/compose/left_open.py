"""A document has the matter but not the detail asked for: what it does say of it, whom it leaves the rest to, what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.compose.place import Place, core_terms
from assistant.answer.compose.wording import closest, name_of, sentence, unspecified
from assistant.answer.draft import Draft, Said, quote_clause, quote_heading
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.understand import flatten

LEAST_QUOTED = 0.3
"""Of the question in a sentence that is quoted as what the document does say of the matter."""
LEAST_SETTLING = 0.2
LOOKED_INTO = 4
"""Of the question in a sentence of the best clause that says who settles it; clauses in which it is looked for."""
CLOSING = re.compile(r"废止|负责解释|起(?:施行|实施|执行)")
"""What closes a document says nothing of its matter."""
_LEFT_TO = re.compile(
    r"由[^，。；;由]{2,60}?(?:规定|制定|确定|公布|发布|核定|明确|商定)(?!的)"
    r"|(?:依照|按照?|依据|参照|执行)[^，。；;]{0,20}(?:《[^》]+》|法律|法规|规定|标准|办法)[^，。；;]{0,12}(?:处罚|处理|执行|办理|确定|规定|$)"
    r"|(?:低于|高于|超过|少于|符合)[^，。；;]{2,30}(?:规定|确定|公布)的[^，。；;]{0,10}(?:标准|限额|期限|要求)|另行(?:规定|制定|公布|发布|通知|确定)"
)
"""A detail that is left to another body or to another rule."""


def left_open(evidence: Evidence, missing: str, found: Sequence[Place]) -> Draft:
    """First what the document does say, or who is to settle it; then what it leaves open."""
    place = found[0]
    document, clause = place.document, place.clause
    if place.named and clause.heading and document.children(clause):
        about = clause.heading
        return unspecified(evidence, about, missing, quote_heading(document, clause), f"文件列有“{about}”")
    first = nearest(evidence, place)
    share = _share(evidence, first) if first else 0.0
    if settled := _left_to(evidence, found, share):
        holder, one = settled
        quote = one.quote(holder.document, holder.clause)
        text = f"文件没有规定{missing}，写明的是：“{sentence(one.text).rstrip('。')}”。"
        return Draft("unspecified", (Said(text, (quote,)),), closest=closest(evidence, (quote,)))
    about = _about(evidence, place)
    if first is None or share < LEAST_QUOTED:
        return unspecified(evidence, about, missing, quote_clause(document, clause))
    provides = f"关于“{about}”，文件的规定是：“{sentence(first.text).rstrip('。')}”"
    return unspecified(evidence, about, missing, first.quote(document, clause), provides)


def _about(evidence: Evidence, place: Place) -> str:
    """The clause's heading, or the one that it stands under; of an article in a chapter, whose name says too little, the
    question's own words that it holds."""
    document, clause = place.document, place.clause
    owners = [
        c.heading
        for c in reversed((*document.ancestors(clause), clause))
        if c.heading and not _CHAPTER.search(c.path[-1] if c.path else "")
    ]
    if owners:
        return owners[0]
    said = flatten(document.quote(place.start, place.end))
    found = (piece for thing in evidence.things for piece in _pieces(thing.text, said))
    return max(found, key=len, default=name_of(document, clause))


_CHAPTER = re.compile(r"^第.+[编章节]$")


def _pieces(run: str, said: str) -> Iterator[str]:
    """What ``said`` holds of a run of words, from two characters on."""
    for start in range(len(run) - 1):
        end = max((e for e in range(start + 2, len(run) + 1) if run[start:e] in said), default=0)
        if end:
            yield run[start:end]


def nearest(evidence: Evidence, place: Place) -> Sentence | None:
    """The sentence of a clause that holds most of the question."""
    found = [
        one
        for one in sentences(place.document, place.clause, place.start, place.end)
        if not CLOSING.search(one.text)
    ]
    return max(found, key=lambda one: _share(evidence, one), default=None)


def _share(evidence: Evidence, one: Sentence) -> float:
    return evidence.coverage(flatten(one.text).lower(), core_terms(evidence))


def _left_to(evidence: Evidence, found: Sequence[Place], share: float) -> tuple[Place, Sentence] | None:
    """The sentence that leaves the matter to another body or rule: of the best clause, or of one that speaks of it as much."""
    scored = [
        (_share(evidence, one), place, one)
        for place in found[:LOOKED_INTO]
        for one in sentences(place.document, place.clause, place.start, place.end)
        if _LEFT_TO.search(flatten(one.text)) and not CLOSING.search(one.text)
    ]
    least = {True: LEAST_SETTLING, False: max(LEAST_QUOTED, share)}
    meant = [item for item in scored if item[0] >= least[item[1] is found[0]]]
    best = max(meant, key=lambda item: item[0], default=None)
    return best[1:] if best else None

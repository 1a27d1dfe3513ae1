"""A clause that a question is about leaves its detail open, though another clause, of something else, says such a detail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.holders import Holder
from assistant.answer.compose.place import Place, titles_of
from assistant.answer.sentences import Sentence, sentences, under_headings
from assistant.evidence import Evidence
from assistant.question.things import grants_said
from assistant.question.understand import flatten

FOR_ALL = frozenset({"procedure", "contact", "deadline", "condition"})
"""Details that a document may say once for all of it."""
LOOKED_INTO = 5
SPOKEN_OF = 0.5
OF_ALL = 0.5
"""Share of the question in the document's title."""
FAR_LESS = 0.88
MEANT, FOR_STEPS = 1.7, 4.0
"""Clauses looked into; the least share of the question in one that is meant and leaves the detail open, the most of that share
in one with the detail, and the least distance between them in the search's score, for how to apply, which
holds for all of a document, a larger one; from 900 questions of nine lots."""


def says_more_without(
    evidence: Evidence, detail: str, holding: Holder, found: Sequence[Place]
) -> Place | None:
    """A clause that words and search prefer by far to the one with the detail, and that has none of it: what is asked is left
    open there."""
    holder, said = holding.place, flatten(holding.sentence.text)
    if holder.named:
        return None
    of_title = evidence.coverage(titles_of(holder.document), evidence.question.core_terms) >= OF_ALL
    applying = detail in FOR_ALL and _APPLYING.search(said) and not grants_said(said)
    if of_title or applying:
        return None  # how and when to apply is the same for all that the document is about
    others = [
        p
        for p in found[:LOOKED_INTO]
        if p.worded
        and not _of_another_detail(evidence, p)
        and p.clause.id != holder.clause.id
        and p.score >= SPOKEN_OF
        and holder.score < FAR_LESS * p.score
        and p.fused >= holder.fused + (FOR_STEPS if detail == "procedure" else MEANT)
    ]
    return next((p for p in others if not _says_detail(evidence, detail, p)), None)


_SOME = re.compile(r"(?:一定|适当|相应|合理)的?(?:比例|标准|数额|金额|额度|期限|数量|幅度|规模|资金)")
AHEAD = 0.2
"""How much more of the question a sentence must say that names no figure than the one that does with all that it is of."""


def says_only_some(evidence: Evidence, detail: str, holding: Holder) -> Sentence | None:
    """「按照公办幼儿园生均标准的一定比例拨付」: the sentence of the same clause that says what is asked, and only that there is
    such a thing, where the one with a figure says far less of the question."""
    place = holding.place
    least = _share(evidence, place, holding.sentence) + AHEAD
    said = sentences(place.document, place.clause, place.start, place.end)
    return next(
        (
            one
            for one in said
            if _SOME.search(flatten(one.text))
            and not re.search("[：:]", one.text)
            and not evidence.question.says(detail, one.text)
            and _share(evidence, place, one) >= least
        ),
        None,
    )


def _share(evidence: Evidence, place: Place, one: Sentence) -> float:
    """Of the question in the sentence with what it stands under."""
    whole = under_headings(place.document, one.start, one.end)
    return evidence.coverage(flatten(whole).lower(), evidence.question.core_terms)


_DETAIL_HEADED = re.compile(r"(时间|期限|时限|材料|流程|程序|地点|方式|电话)[：:]?$")


def _of_another_detail(evidence: Evidence, place: Place) -> bool:
    """Under 「购房时间」 stands whose purchases are meant, and never how much they get."""
    headed = _DETAIL_HEADED.search(flatten(place.clause.heading))
    return headed is not None and headed[1] not in evidence.question.flat


_APPLYING = re.compile(r"申请|申报|报名|受理")


def _says_detail(evidence: Evidence, detail: str, place: Place) -> bool:
    held = sentences(place.document, place.clause, place.start, place.end)
    return any(evidence.question.says(detail, one.text) for one in held)

"""Whether a sentence that says the detail is of the body, the member of a kind and the things that a question asks about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.contacts import of_the_body
from assistant.answer.compose.counted import counts_others
from assistant.answer.compose.holders import Holder, counts_all
from assistant.answer.sentences import under_headings
from assistant.evidence import Evidence
from assistant.question.alike import names_another
from index.clauses.folding import folded, folded_text


def of_the_asked(evidence: Evidence, found: Sequence[Holder]) -> list[Holder]:
    """Those that are of the body asked about, and do not count other things than the question does."""
    return [
        h
        for h in found
        if of_the_body(evidence, h.place.document, h.sentence.start, h.sentence.end)
        and not counts_other_things(evidence, h)
        and not counts_all(evidence, h)
        and not _of_another_body(evidence, h)
        and not _of_another_member(evidence, h)
    ]


def _of_another_member(evidence: Evidence, holder: Holder) -> bool:
    place, one = holder.place, holder.sentence
    if not _OF_SOMEBODY.match(one.text):
        return False
    said = under_headings(place.document, one.start, one.end)
    return names_another(evidence.question.flat, said, place.document.quote(place.start, place.end))


_OF_SOMEBODY = re.compile("[对凡]|给予|评为|获得")
"""How a sentence begins that says whom it is for, and not what holds for all of the clause."""


def _of_another_body(evidence: Evidence, holder: Holder) -> bool:
    """「技术转移研究院在哪条路上」: the document names the body, and the sentence says where another one is."""
    if evidence.question.detail != "place":
        return False
    asked = _BODY_WHERE.search(evidence.question.flat)
    document, one = holder.place.document, holder.sentence
    name = asked[1][-BODY:] if asked else ""
    said = under_headings(document, one.start, one.end)
    return bool(name) and name in folded_text(document) and name not in folded(said)


BODY = 6
"""Last characters of a body's name by which it is known."""
_BODY_WHERE = re.compile(
    r"([\u4e00-\u9fff]{4,20}(?:研究院|中心|实验室|学院|大学|医院|银行|局|委|办公室|公司))(?:设|建)?在哪"
)


def counts_other_things(evidence: Evidence, holder: Holder) -> bool:
    at = holder.place.document, holder.sentence.start, holder.sentence.end
    return evidence.question.detail == "quantity" and counts_others(evidence, *at)

"""「沉浸技术里提到哪些终端设备」: such things stand in several clauses under the heading that the question says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.items import lead_in, said_of
from assistant.answer.compose.place import Place, holds_clauses
from assistant.answer.compose.wording import in_quotes, introduced, placed
from assistant.answer.draft import Said
from assistant.answer.sentences import Sentence, own_sentences
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Clause, Document
from index.clauses.folding import folded_text

SHOWN = 6
"""Sentences that are shown at most."""
_SUCH = re.compile(
    r"哪(?:些|几[个种类款])(?:具体)?的?[\u4e00-\u9fff]{0,8}?([\u4e00-\u9fff]{2})(?=[？?，。]|$)"
)
_ANY = re.compile(
    r"方[面向]|内容|措施|任务|要求|工作|规定|政策|支持|情[形况]|条件|单位|部门|企业|项目|问题|作用|好处|目标"
)
"""What is no class of things, of which each sentence would name some."""


def such_things_asked(flat: str) -> str:
    """What the things that a question asks for are called, by its last two characters; empty where they have no name.

    >>> such_things_asked("沉浸技术里提到哪些终端设备？"), such_things_asked("有哪些具体任务")
    ('设备', '')
    """
    asked = _SUCH.search(flat)
    return "" if asked is None or _ANY.fullmatch(asked[1]) else asked[1]


def all_under(
    evidence: Evidence, document: Document, chosen: Sequence[Sentence]
) -> tuple[list[Said], tuple[str, ...]]:
    """Every sentence under the heading that names such things, each behind its clause's name, and what is left out, in words.
    Nothing where those that are chosen name none, or only one clause does."""
    such, subject = such_things_asked(evidence.question.flat), evidence.subject
    if not such or subject is None or subject.document is not document:
        return [], ()
    over, end = subject.clause, document.end_of(subject.clause)
    inside = all(over.start <= one.start and one.end <= end for one in chosen)
    if not inside or not any(such in flatten(one.text) for one in chosen):
        return [], ()
    found = [
        (clause, one)
        for clause in document.subtree(over)[1:]
        for one in own_sentences(document, clause)
        if such in flatten(one.text) and not lead_in(document, one)
    ]
    if len({clause.locator for clause, _ in found}) < 2:
        return [], ()
    said = _said(document, found[:SHOWN])
    more = len(found) - SHOWN
    left_out = f"{in_quotes(over.bare_heading)}另有{more}句也提到“{such}”，这里没有列出。"
    return said, (left_out,) if more > 0 else ()


def _said(document: Document, found: Sequence[tuple[Clause, Sentence]]) -> list[Said]:
    out: list[Said] = []
    before = None
    for clause, one in found:
        pieces = said_of(document, clause, [one])
        if clause is not before:
            pieces[0] = Said(introduced(placed(clause)) + pieces[0].text, pieces[0].quotes)
        out += pieces
        before = clause
    return out


def names_none(evidence: Evidence, place: Place) -> str:
    """「沉浸技术里提到哪些应用场景」: what such things are called, where the document speaks of some, but of none under the
    heading that the question says; else empty."""
    such, document = such_things_asked(evidence.question.flat), place.document
    if not (such and place.named and place.clause.heading and holds_clauses(place)):
        return ""
    here = flatten(document.quote(place.start, document.end_of(place.clause)))
    return such if such not in here and such in folded_text(document) else ""

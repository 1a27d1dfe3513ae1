"""What follows from not doing what a clause demands, where another clause says so of it: 「违反本办法第八条的，处以罚款」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.compose.place import Place
from assistant.answer.sentences import LEAD, Sentence, own_sentences, sentences
from assistant.question.details import SAID_BY
from assistant.question.understand import flatten
from index.clauses import Document, Reference

_VIOLATING = re.compile(r"(?:违反|不符合|未按照?|不履行)[^。；;]{0,40}$")
"""What stands in front of the number of the clause that is broken; between them other numbers may stand."""


def consequences(place: Place) -> list[tuple[Place, Sentence]]:
    """The sentences that say what breaking the clause of ``place`` leads to, in reading order, each with its own clause."""
    document = place.document
    meant = {c.id for c in document.subtree(place.clause)} | {
        c.id for c in document.ancestors(place.clause)[-1:]
    }
    found = []
    for reference in document.references:
        if reference.target in meant and reference.title is None:
            found += [(_place(document, reference), one) for one in _penal(document, reference)]
    return list({one.start: (held, one) for held, one in found or _by_its_words(place)}.values())


PHRASE = 8
"""Characters in a row by which a penalty tells which prohibition it is for."""
_FORBIDS = re.compile(r"(?:不得有?|禁止|严禁)(?:下列|以下)?([^，。；：]+?)的?(?:行为)?[：:]")


def _by_its_words(place: Place) -> list[tuple[Place, Sentence]]:
    """「有妨碍供热设施正常运行行为的，处…罚款」 of 「不得有下列妨碍供热设施正常运行的行为：」."""
    document = place.document
    above = (place.clause, *reversed(document.ancestors(place.clause)))
    told = (m[1] for c in above if (m := _FORBIDS.search(flatten(c.text[:LEAD]))))
    phrase = next((words for words in told if len(words) >= PHRASE), "")
    pieces = {phrase[i : i + PHRASE] for i in range(len(phrase) - PHRASE + 1)}
    return [
        (Place(document, clause, clause.start, document.end_of(clause), True, 1.0), one)
        for clause in (document.clauses if pieces else ())
        for one in own_sentences(document, clause)
        if one.text.startswith("违反本") and SAID_BY["penalty"].search(one.text)
        if any(piece in flatten(one.text) for piece in pieces)
    ]


_WHAT_FOLLOWS = re.compile(r"会怎|怎么样|影响|后果")


def asked_so(place: Place) -> list[tuple[Place, Sentence]]:
    """All that stands under a heading that asks what follows: 「断缴会有什么影响？」."""
    if not (place.named and _WHAT_FOLLOWS.search(place.clause.heading)):
        return []
    return [(place, one) for one in sentences(place.document, place.clause, place.start, place.end)]


def _penal(document: Document, reference: Reference) -> Iterator[Sentence]:
    """The sentence of the reference, if it calls the clause broken and says what follows."""
    holder = document.by_id[reference.clause_id]
    for one in sentences(document, holder, reference.start, reference.start + 1):
        before = re.sub(r"\s", "", document.text[one.start : reference.start])
        if _VIOLATING.search(before) and SAID_BY["penalty"].search(one.text):
            yield one


def _place(document: Document, reference: Reference) -> Place:
    holder = document.by_id[reference.clause_id]
    return Place(document, holder, holder.start, holder.end, True, 1.0)

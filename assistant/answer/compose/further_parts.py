"""Parts of a sentence between semicolons, 「丧葬补助金为…；抚恤金为…」: those the question names beside the one shown, and the
other cases of one rule where nothing tells which is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer.compose.items import said_of
from assistant.answer.draft import Draft, Quote, inside, quotes_of
from assistant.answer.sentences import Sentence, own_sentences
from assistant.evidence import Evidence
from assistant.question import vocabulary
from assistant.question.limits import limit_asked
from assistant.question.pairs import pairs_of
from assistant.question.said_as import NUMBER
from assistant.question.understand import flatten

MOST = 3
"""Sentences of an answer to which parts are added."""
LEAST = 3
"""Characters together, of the question and of a part and of nothing shown, that name the part."""


def with_named_parts(evidence: Evidence, draft: Draft) -> Draft:
    """The draft with the parts of its first sentence that say words of the question which nothing shown says, or what becomes
    of the other cases."""
    quote = next(iter(draft.quotes), None)
    if draft.outcome != "answered" or quote is None or any(s.row for s in draft.said):
        return draft
    said = list(draft.said)
    shown = flatten("".join(q.text for q in quotes_of(said)) + quote.clause.heading)
    beside = list(_parts_beside(quote))
    cases = _other_cases(evidence, said[-1].quotes[-1], beside) if said[-1].quotes else []
    for part in beside:
        known = any(inside(part.quote(quote.document, quote.clause), q) for q in quotes_of(said))
        wanted = part in cases or _names(evidence.question.flat, flatten(part.text), shown)
        if len(said) < MOST and not known and wanted:
            said += said_of(quote.document, quote.clause, [part])
            shown += flatten(part.text)
    return replace(draft, said=tuple(said)) if len(said) > len(draft.said) else draft


def _other_cases(evidence: Evidence, quote: Quote, beside: Sequence[Sentence]) -> list[Sentence]:
    """「亚洲地区的，补0.8万元；亚洲地区以外的，补1.5万元」: the cases behind the one shown, where a limit is asked for,
    「最长延长到多久」, or nothing in the question tells which case is meant."""
    if evidence.question.detail not in {"amount", "deadline"}:
        return []
    outcome, flat = _outcome(quote.text), evidence.question.flat
    cases = [s for s in beside if s.start >= quote.end and _outcome(s.text) == outcome]
    told = any(_is_told(flat, text) for text in (quote.text, *(case.text for case in cases)))
    return cases if limit_asked(flat) or not told else []


_FIGURE = re.compile(rf"\d[\d.]*|{NUMBER}")


def _outcome(text: str) -> str:
    """What the last piece of a sentence says, its figures aside: 「可以延长至#小时」."""
    return _FIGURE.sub("#", re.split("[，,]", flatten(text).rstrip("。；;"))[-1])


def _is_told(flat: str, case: str) -> bool:
    """The question says of the case, 「…亚洲地区的，」, what stands last in it, or gives a figure."""
    named = re.split("[，,]", flatten(case))[-2:-1]
    pairs = pairs_of(named[0].rstrip("的")[-4:]) if named else ()
    return any(pair in flat for pair in pairs) or any(c.isdigit() for c in flat)


def _parts_beside(quote: Quote) -> Iterator[Sentence]:
    """The other parts of the sentence of which the quotation is one, those behind it first."""
    entry = quote.document.clause_at(quote.start, quote.end)
    row = own_sentences(quote.document, entry) if entry else []
    at = next((n for n, one in enumerate(row) if one.start <= quote.start < one.end), None)
    if at is None:
        return
    last = at
    while last + 1 < len(row) and _goes_on(row[last]):
        last += 1
    first = at
    while first and _goes_on(row[first - 1]):
        first -= 1
    yield from row[at + 1 : last + 1]
    yield from row[first:at]


def _goes_on(one: Sentence) -> bool:
    return bool(re.search("[；;]$", one.text))


def _names(flat: str, part: str, shown: str) -> bool:
    """A run of the question stands in the part and not in what is shown, whatever its length."""
    for start in range(len(flat) - LEAST + 1):
        run = flat[start : start + LEAST]
        if run in part and run not in shown and _is_a_word(run):
            return True
    return False


def _is_a_word(run: str) -> bool:
    return bool(re.fullmatch(r"[\u4e00-\u9fff]+", run)) and len(set(run) & vocabulary.STOP_CHARACTERS) <= 1

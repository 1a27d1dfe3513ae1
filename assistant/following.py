"""A follow-up keeps the document that the last answer stood on, unless it names another.

What it may mean is composed, reading by reading; the first that is answered there, and that speaks of what the turn names,
is the question that stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.answer.draft import Draft
from assistant.evidence import Evidence
from assistant.named import kept_in_scope, scope_of
from assistant.question.dialogue import (
    SHORT,
    FindSubjects,
    completions,
    names_itself,
    new_in,
    turn_on_document,
)
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Document
from index.search.regions import regions_in
from index.search.snapshot import Snapshot

SPEAKS = 0.6
"""Share of what the turn names that the answer must hold."""
TOUCHES = 0.25
"""The share below which the answer is about something else."""
READINGS = 6
"""Ways to put a follow-up that are tried."""
Drafted = Callable[[str], tuple[Evidence, Draft]]
_ANSWERED, _ELSEWHERE = 5, 4
_FROM_HOME = frozenset({1, 2, 3, _ANSWERED})


def followed(
    before: str,
    turn: str,
    subjects: FindSubjects,
    drafted: Drafted,
    snapshot: Snapshot,
    allowed: Sequence[str] | None,
) -> str:
    """``turn`` as a question that stands alone, after the stand-alone question ``before``."""
    readings = completions(before, turn, subjects)
    own = readings[0] == turn
    whole = None if allowed is None else tuple(allowed)
    if regions_in(turn) or scope_of(turn, snapshot, allowed).documents != whole:
        return readings[0]
    home = _home(drafted(before)[1])
    if home is None:
        return turn if own and len(turn) > SHORT else kept_in_scope(before, readings[0], snapshot, allowed)
    if on := turn_on_document(turn):
        return flatten(turn).replace(on.group(), _title(home), 1) if _several(snapshot, allowed) else turn
    best, question = 0, ""
    for reading in readings[:READINGS]:
        for text in _put(before, reading, home, snapshot, allowed):
            rank = _rank(turn, own, home, *drafted(text))
            if rank > best:
                best, question = rank, text
            if rank in _FROM_HOME:
                break
        if best == _ANSWERED:
            break
    if question and (not own or len(turn) <= SHORT or best >= _ELSEWHERE):
        return question
    long = own and len(turn) > SHORT
    return turn if long else kept_in_scope(before, readings[0], snapshot, allowed)


def _home(draft: Draft) -> Document | None:
    return next((q.document for q in draft.quotes), None)


def _several(snapshot: Snapshot, allowed: Sequence[str] | None) -> bool:
    return len(snapshot.document_ids if allowed is None else allowed) > 1


def _put(
    before: str, reading: str, home: Document, snapshot: Snapshot, allowed: Sequence[str] | None
) -> Iterator[str]:
    """As it is, then with the place, then with the title of the document that the last answer is from."""
    yield reading
    if _several(snapshot, allowed) and not regions_in(reading):
        yield from (f"{place}{reading}" for place in regions_in(before)[:1])
    if _several(snapshot, allowed):
        bare = reading
        for place in regions_in(reading)[:1]:
            bare = re.sub(rf"^{place}[省市]?的?", "", reading)
        yield _title(home) + bare


def _title(home: Document) -> str:
    return f"《{home.parts[home.main_part()].title or home.title}》"


def _rank(turn: str, own: bool, home: Document, evidence: Evidence, draft: Draft) -> int:
    """How well a reading is answered. Of what the turn names: 5 from ``home``, 4 from elsewhere where the turn is a question of
    its own; 3 it is spoken of in ``home`` and the detail is not; 2 ``home`` answers something else."""
    quotes = draft.quotes
    if not quotes or draft.outcome == "refused":
        return 0
    at_home = [q for q in quotes if q.document.id == home.id]
    new = new_in(turn)
    named = "" if new or not (own or names_itself(turn)) else turn
    terms = terms_of(content_of(new or named))
    held = "".join(evidence.context(q.document, q.clause, q.text) for q in at_home or quotes)
    share = evidence.coverage(held, terms) if terms else 1.0
    speaks = share >= SPEAKS
    if (own or new) and share < TOUCHES:
        return 0
    answered = draft.outcome == "answered"
    if not at_home:
        return _ELSEWHERE if named and terms and answered and speaks else 0
    if answered:
        return _ANSWERED if speaks else 2
    return 3 if speaks or not own else 1

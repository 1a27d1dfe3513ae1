"""What a composer hands over before it is checked: sentences, each with the places it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.answer.model import Outcome
from index.clauses import Clause, Document, Fact, Locator
from index.clauses.find import place_of
from index.search.hit import Hit


@dataclass(frozen=True)
class Quote:
    """One contiguous place in a document; ``start``/``end`` count code points of the source."""

    document: Document
    clause: Clause
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.document.quote(self.start, self.end)

    @property
    def locator(self) -> Locator:
        """The clause's; with the 款 where the place lies in one of an article's paragraphs."""
        return place_of(self.document, self.clause, self.start, self.end)


@dataclass(frozen=True)
class Said:
    """A sentence without markers and what supports it. ``row``: it is shown as a row of a table, (column head, cell) in
    order; the last cell is the sentence, or says in short that there is none."""

    text: str
    quotes: tuple[Quote, ...] = ()
    row: tuple[tuple[str, str], ...] = ()

    def behind(self, opening: str) -> Said:
        """The sentence, which is no row then, with words in front."""
        return Said(opening + self.text, self.quotes)


def quotes_of(said: Iterable[Said]) -> tuple[Quote, ...]:
    """What the sentences stand on, in their order."""
    return tuple(q for one in said for q in one.quotes)


@dataclass(frozen=True)
class Draft:
    outcome: Outcome
    said: tuple[Said, ...]
    notices: tuple[str, ...] = ()
    closest: tuple[Quote, ...] = field(default=())

    @property
    def quotes(self) -> tuple[Quote, ...]:
        return quotes_of(self.said)


def quote_clause(document: Document, clause: Clause) -> Quote:
    """An entry as a whole; of a table, which has no text of its own, its rows."""
    end = clause.end if clause.end > clause.start else document.end_of(clause)
    return Quote(document, clause, clause.start, end)


def quote_heading(document: Document, clause: Clause) -> Quote:
    """Label and heading of a clause; its whole text where the heading stands alone."""
    headed = clause.heading and clause.start < clause.body < clause.end
    return Quote(document, clause, clause.start, clause.body if headed else clause.end)


def quote_fact(document: Document, fact: Fact) -> Quote:
    return Quote(document, document.by_id[fact.clause_id], fact.start, fact.end)


def quote_hit(hit: Hit) -> Quote:
    return Quote(hit.document, hit.clause, hit.start, hit.end)


def merged(drafts: Sequence[Draft]) -> Draft:
    """Answers to several questions as one: answered where one of them is, refused where all are."""
    if len(drafts) == 1:
        return drafts[0]
    outcomes = [d.outcome for d in drafts]
    outcome: Outcome = (
        "answered" if "answered" in outcomes else "unspecified" if "unspecified" in outcomes else "refused"
    )
    notices = tuple(n for d in drafts for n in d.notices)
    if outcome != "refused":
        notices += ("其中有一问，库中的文件没有涉及。",) * ("refused" in outcomes)
        drafts = [d for d in drafts if d.outcome != "refused"]
    cited = {q.clause.id for d in drafts for q in d.quotes}
    return Draft(
        outcome,
        without_repeats(tuple({s.text: s for d in drafts for s in d.said}.values())),
        tuple(dict.fromkeys(notices)),
        tuple({q.clause.id: q for d in drafts for q in d.closest if q.clause.id not in cited}.values())[:3],
    )


def without_overlaps(said: Sequence[Said]) -> tuple[Said, ...]:
    """Without those that stand on nothing but what an earlier one quotes, and tell no other figure: two cells of one row do."""
    out: list[Said] = []
    for one in said:
        earlier = [q for s in out for q in s.quotes]
        new = not one.quotes or not all(any(inside(q, e) for e in earlier) for q in one.quotes)
        told = {*_FIGURE.findall("".join(s.text for s in out))}
        if new or not {*_FIGURE.findall(one.text)} <= told:
            out.append(one)
    return tuple(out)


_FIGURE = re.compile(r"\d[\d.]*")


def inside(quote: Quote, other: Quote) -> bool:
    same = quote.document.id == other.document.id
    return same and other.start <= quote.start and quote.end <= other.end


def without_repeats(said: Sequence[Said]) -> tuple[Said, ...]:
    """Each sentence once for the words that it stands on, with or without its place in front: a copy of a document says
    nothing new."""
    kept: list[Said] = []
    for one in said:
        if not any(_repeats(one, before) for before in kept):
            kept.append(one)
    return tuple(kept)


def _repeats(one: Said, before: Said) -> bool:
    if not (one.row or before.row) and one.text.rstrip("。；") in before.text:
        return True
    if one.row != before.row or [q.text for q in one.quotes] != [q.text for q in before.quotes]:
        return False
    return one.text.endswith(before.text) or before.text.endswith(one.text)

"""What an answer may stand on: the hits, the clauses that the question names, and how well each covers the question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.across import Across
from assistant.question import vocabulary
from assistant.question.alike import spelled_out
from assistant.question.things import Thing, grants_named, short_for, things_of, with_brackets
from assistant.question.understand import Question, Term, flatten
from assistant.subjects import Subject, find_subjects
from index.clauses import Clause, Document, Fact
from index.clauses.folding import folded_text
from index.clauses.numerals import plain
from index.search.hit import Hit
from index.search.snapshot import Snapshot

ALL_IN_TITLE = 0.8
"""Share that suffices where the question says nothing but what a title says."""
MASS = 2.5
"""Rare characters that must be covered before a low share counts; calibrated on ``evals/datasets``."""
GONE = 0.1
WELL_COVERED = 0.6
"""Share of a question in a hit from which a grant by another name may be meant."""
NEAR = 8
"""Hits that count as evidence."""


@dataclass(frozen=True)
class Evidence:
    """Everything the composers look at. ``documents`` are those of the hits, the best hit's first."""

    question: Question
    snapshot: Snapshot
    hits: tuple[Hit, ...]
    allowed: tuple[str, ...] | None
    """Ids of the documents that the asker, or the question's own words, restrict it to."""
    regions: tuple[str, ...] = ()
    """The regions that it is restricted to, as the question says them."""
    gone: frozenset[str] = frozenset()
    """Ids of the documents of the hits that are not in force."""
    sure: float = 1.01
    """Cosine from which a hit speaks of the question, whatever its words: the encoder's own figure, beyond reach where it has
    none."""
    respelt: tuple[str, ...] = ()
    """What was put right in the question, in words."""
    across: Across | None = None
    """The documents that the question sets side by side."""
    where: bool = False
    """Behind the question stands 「在哪一条」."""
    near: Callable[[Sequence[str]], list[float]] | None = None
    """How near the first few of some sentences are to the question in meaning, from 0 on beyond doubt; None where the encoder
    takes too long to say."""

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return tuple({hit.document.id: hit.document for hit in self.hits[:NEAR]}.values())

    @cached_property
    def searched(self) -> list[Document]:
        """Every document that the question may be answered from."""
        return self.snapshot.documents(self.allowed)

    @cached_property
    def subjects(self) -> list[Subject]:
        return find_subjects(self.question.about, self.documents)

    @cached_property
    def subject(self) -> Subject | None:
        return self.subjects[0] if self.subjects else None

    @property
    def of_one_document(self) -> bool:
        """The question can only mean one document: the asker chose it, or the question names it."""
        return self.allowed is not None and len(self.allowed) == 1

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        return things_of(self.question)

    @cached_property
    def elsewhere(self) -> bool:
        """A detail is asked of things of which none is named: in the documents that the question is put to, or in those of the
        hits where it is put to all."""
        asked = self.documents if self.allowed is None else self.searched
        texts = [folded_text(document) for document in asked]
        if self.question.detail == "age" and self.of_one_document:
            return False  # 「我都55了，种了一辈子荔枝」 tells of oneself
        if self.question.detail and self.top_coverage < WELL_COVERED and self._of_no_such_grant(texts):
            return True
        of_head = self.question.names_document and bool(self.question.head_fields)
        return (
            bool(self.things)
            and not of_head
            and not any(thing.said_in(text) for text in texts for thing in self.things)
        )

    def _of_no_such_grant(self, texts: Sequence[str]) -> bool:
        """A grant is asked about that is for something that no text says."""
        named = [vocabulary.words_for(of) for of, _ in grants_named(self.question)]
        return any(not any(_says(word, text) for word in words for text in texts) for words in named)

    def handicap(self, document: Document) -> float:
        """What a document that is not in force falls behind one that is and holds as much of the question."""
        return GONE if document.id in self.gone else 0.0

    def rarity(self, token: str) -> float:
        return self.snapshot.rarity(token)

    def coverage(self, text: str, terms: Sequence[Term] | None = None) -> float:
        """Share in [0, 1] of the question's content, weighted by rarity, that ``text`` holds."""
        total = got = 0.0
        for term in self.question.terms if terms is None else terms:
            weight, part = cover(term, text, self.rarity)
            total += weight
            got += part
        return got / total if total else 0.0

    def speaks_of(
        self, text: str, titles: str, terms: Sequence[Term], least: float, least_with_mass: float
    ) -> float:
        """Coverage where it suffices, else 0: a share of ``least``, or of ``least_with_mass`` where what is covered is
        itself specific (``MASS``): a long question may hold many words that no document uses. What the document's
        ``titles`` say already is not specific."""
        total = got = mass = 0.0
        for term in terms:
            weight, part = cover(term, text, self.rarity)
            total, got = total + weight, got + part
            mass += max(part - cover(term, titles, self.rarity)[1], 0.0)
        share = got / total if total else 0.0
        if not mass and titles:
            return share if share >= ALL_IN_TITLE else 0.0
        return share if share >= least or (share >= least_with_mass and mass >= MASS) else 0.0

    def context(self, document: Document, clause: Clause, text: str) -> str:
        """The text with what it stands under: headings, titles and the agencies that it inherits."""
        headings = [c.heading for c in (*document.ancestors(clause), clause)]
        agencies = [fact.text for fact in agencies_of(document, clause)]
        return spelled_out(flatten(" ".join([*document.titles(), *headings, text, *agencies])).lower())

    def hit_coverage(self, hit: Hit) -> float:
        return self.coverage(self.hit_context(hit))

    def hit_context(self, hit: Hit) -> str:
        return self.context(hit.document, hit.clause, hit.document.text[hit.start : hit.end])

    @cached_property
    def best(self) -> list[tuple[float, Hit]]:
        """(coverage, hit) of the nearest hits, the best covered first, the retriever's order among equals."""
        scored = [(self.hit_coverage(hit), hit) for hit in self.hits[:NEAR]]
        return sorted(scored, key=lambda item: (-round(item[0], 2), item[1].rank))

    @cached_property
    def top_coverage(self) -> float:
        return self.best[0][0] if self.best else 0.0


def _says(word: str, text: str) -> bool:
    """As it is, short for more, or with a bracket inside, 「首台（套）」."""
    return word in text or short_for(word, text) or with_brackets(word, text)


def without_copies(hits: Sequence[Hit]) -> list[Hit]:
    """Of a clause that two documents of one title hold, as an order and the notice that forwards it do, the better hit."""
    kept: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        title = plain(hit.document.part_title(hit.clause) or hit.document.id)
        kept.setdefault((title, hit.document.quote(hit.start, hit.end)), hit)
    return list(kept.values())


def cover(term: Term, text: str, rarity: object) -> tuple[float, float]:
    """(weight of the term, weight of what ``text`` covers of it); ``text`` is flat and in lower case."""
    assert callable(rarity)
    if term.alternatives:
        weight = 0.6 * len(term.text)
        return weight, weight if any(a.lower() in text for a in term.alternatives) else 0.0
    run = term.text
    if run.isascii() and len(run) == 1:
        return 0.0, 0.0
    if run.isascii():
        weight = min(1.5 * len(run), 3.0)
        return weight, weight if run in text else 0.0
    if len(run) == 1:
        return (0.0, 0.0) if run in vocabulary.STOP_CHARACTERS else (0.4, 0.4 if run in text else 0.0)
    total = got = 0.0
    for i, char in enumerate(run):
        if char.isdigit():
            continue  # a number is no subject
        pairs = [run[j : j + 2] for j in (i - 1, i) if 0 <= j < len(run) - 1]
        here = [p for p in pairs if p in text]
        weight = max((rarity(p) for p in here), default=0.0)
        if not here:
            known = [rarity(p) for p in pairs if rarity(p) < 1.0]
            weight = 0.0 if char in vocabulary.STOP_CHARACTERS else max(known, default=1.0)
        weight = max(weight, 0.15) if char not in vocabulary.STOP_CHARACTERS else weight
        total += weight
        got += weight if here else 0.0
    return total, got


def agencies_of(document: Document, clause: Clause) -> list[Fact]:
    """The agency facts that bind a clause: its own line's, or the nearest one's above it; those that bind all later
    tasks are left out."""
    for owner in reversed((*document.ancestors(clause), clause)):
        if found := document.agencies_by_owner.get(owner.id):
            return list(found)
    return []


def forward_agencies(document: Document, clause: Clause) -> list[Fact]:
    """「以下任务均需区县落实」: facts that stand before the clause and bind it."""
    place = document.position
    return [
        f for f in document.facts
        if f.kind == "agency" and f.data["forward"] and place[f.clause_id] < place[clause.id]
        and document.by_id[f.clause_id].part == clause.part
    ]  # fmt: skip

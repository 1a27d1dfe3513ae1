"""The enterprise's desk: who describes himself gets the measures that fit, read from the clauses.

A measure applies where the profile meets all its conditions; what the profile does not say stays unknown and makes it
conditional; a clause whose heading the profile names is a direction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.answer.draft import Quote, quote_fact, quote_heading
from assistant.desks.conditions import Checked, Profile, check, covered, verdict
from assistant.evidence import agencies_of
from assistant.question.understand import content_of, flatten
from assistant.subjects import find_subjects
from index.clauses import Clause, Document, Fact

RELATED = 0.34
DIRECTIONS = 3
RARE = 0.4


@dataclass(frozen=True)
class Matched:
    verdict: str
    text: str
    document: Document
    clause: Clause
    quote: Quote
    kind: str
    score: float
    conditions: tuple[Checked, ...] = ()
    amount: dict[str, str | None] | None = None
    agencies: tuple[str, ...] = field(default=())
    strength: str = "grant"


def match_measures(
    profile: str, documents: Sequence[Document], rarity: Callable[[str], float]
) -> list[Matched]:
    """Applicable, then conditional, then directions, then what does not apply; by how well the profile fits, within each.

    Only documents whose directions or measures the profile touches take part.
    """
    out: list[Matched] = []
    for document in documents:
        directions = _directions(profile, document, rarity)
        facts = [f for f in document.facts if f.kind == "measure"]
        described = Profile(profile, bool(directions), rarity)
        measures = [_check(described, document, f) for f in facts]
        if directions or any(m.score >= RELATED for m in measures):
            out += directions + measures
    order = {"applicable": 0, "direction": 1, "conditional": 2, "not_applicable": 3}
    return sorted(out, key=lambda m: (order[m.verdict], m.strength != "grant", -m.score))


def _directions(profile: str, document: Document, rarity: Callable[[str], float]) -> list[Matched]:
    """Clauses that hold no measure and whose heading, or else text, the profile names; the nearest few."""
    holding = {f.clause_id for f in document.facts if f.kind == "measure"}
    named = [
        (s.share + 1.0, s.clause) for s in find_subjects(profile, [document])
        if s.share >= 0.4 and len(s.clause.path) >= 2 and s.clause.id not in holding
    ]  # fmt: skip
    found = named or [
        (_shared(profile, c.text, rarity), c) for c in document.clauses
        if c.kind == "clause" and c.id not in holding and not c.children and len(c.path) >= 2
    ]  # fmt: skip
    best = sorted((item for item in found if item[0] > 0), key=lambda item: -item[0])[:DIRECTIONS]
    return [_direction(document, clause, score) for score, clause in best]


def _direction(document: Document, clause: Clause, score: float) -> Matched:
    agencies = tuple(dict.fromkeys(f.data["name"] for f in agencies_of(document, clause)))
    quote = (
        quote_heading(document, clause)
        if clause.children
        else Quote(document, clause, clause.start, clause.end)
    )
    return Matched("direction", clause.heading, document, clause, quote, "方向", score, (), None, agencies)


def _shared(profile: str, text: str, rarity: Callable[[str], float]) -> float:
    """Length of the longest rare piece of three characters or more that profile and text share, 0 without one."""
    flat, best = flatten(text).lower(), 0
    for run in content_of(profile).lower().split():
        for i in range(len(run)):
            for j in range(i + max(3, best + 1), len(run) + 1):
                piece = run[i:j]
                if piece not in flat:
                    break
                if min(rarity(piece[k : k + 2]) for k in range(len(piece) - 1)) >= RARE:
                    best = j - i
    return float(best)


def _check(profile: Profile, document: Document, fact: Fact) -> Matched:
    clause = document.by_id[fact.clause_id]
    conditions = check(profile, document, fact)
    said = [c.text for c in conditions if c.met] or [c.text for c in conditions]
    score = max((covered(profile, text) for text in said), default=0.0)
    agencies = tuple(dict.fromkeys(f.data["name"] for f in agencies_of(document, clause)))
    return Matched(
        verdict(conditions), fact.text, document, clause, quote_fact(document, fact), fact.data["support"], score,
        conditions, fact.data["amount"], agencies, fact.data["strength"],
    )  # fmt: skip

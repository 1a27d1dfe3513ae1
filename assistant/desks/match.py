"""The enterprise's desk: who describes himself gets the measures that fit, read from the clauses.

A measure applies where the profile says everything that its beneficiary's wording asks for; what the profile does not
say stays unknown and makes it conditional; a clause whose heading the profile names is a direction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.answer.draft import Quote, quote_fact, quote_heading
from assistant.evidence import agencies_of, cover
from assistant.question.understand import content_of, flatten, terms_of
from assistant.subjects import find_subjects
from index.clauses import Clause, Document, Fact

_ALTERNATIVES = re.compile(r"[、]|(?<=[^\s])(?:和|及|或|以及)(?=[^\s])")
_DENIES = re.compile(r"(没有|无(?![人线机锡论])|未(?!来)|不是|不属于|还没)(?P<what>[^，。；、]{2,15})")
MET, RELATED = 0.75, 0.34
DIRECTIONS = 3
RARE = 0.4


@dataclass(frozen=True)
class Checked:
    """``met`` None: the profile does not say."""

    text: str
    met: bool | None


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
        measures = [_check(profile, document, f, rarity, bool(directions)) for f in facts]
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


def _check(
    profile: str, document: Document, fact: Fact, rarity: Callable[[str], float], inside: bool
) -> Matched:
    """``inside``: the profile works in a field that the document lists, so that its general words include it."""
    clause = document.by_id[fact.clause_id]
    conditions = tuple(_conditions(profile, fact.data["beneficiary"], rarity, inside))
    if any(c.met for c in conditions):  # alternatives: one that is met suffices, the others are not asked for
        conditions = tuple(c for c in conditions if c.met)
    score = max((_covered(profile, c.text, rarity) for c in conditions), default=0.0)
    verdict = _verdict(conditions)
    agencies = tuple(dict.fromkeys(f.data["name"] for f in agencies_of(document, clause)))
    return Matched(
        verdict, fact.text, document, clause, quote_fact(document, fact), fact.data["support"], score,
        conditions, fact.data["amount"], agencies, fact.data["strength"],
    )  # fmt: skip


def _verdict(conditions: tuple[Checked, ...]) -> str:
    """Alternatives in a beneficiary's wording: one that is met suffices, all denied rule it out."""
    if any(c.met for c in conditions):
        return "applicable"
    if conditions and all(c.met is False for c in conditions):
        return "not_applicable"
    return "conditional"


def _conditions(
    profile: str, beneficiary: str, rarity: Callable[[str], float], inside: bool
) -> list[Checked]:
    """The beneficiary's alternatives as worded, each checked on its own."""
    parts = [p.strip("的等 ") for p in _ALTERNATIVES.split(re.sub(r"\s", "", beneficiary))]
    parts = [p for p in parts if len(p) >= 2] or [beneficiary]
    if any(len(p) < 4 for p in parts):  # 「国际、国家、行业标准的企业」 is one condition
        parts = [re.sub(r"\s", "", beneficiary)]
    return [Checked(p, _met(profile, p, rarity, inside)) for p in parts]


def _met(profile: str, condition: str, rarity: Callable[[str], float], inside: bool) -> bool | None:
    for denied in _DENIES.finditer(flatten(profile)):
        if _covered(denied.group("what"), condition, rarity) >= 0.6:
            return False
    if "有条件" in condition:  # which condition, the document does not say
        return None
    if not _GENERAL.sub("", condition):
        return True if inside else None
    return True if _covered(profile, condition, rarity) >= MET else None


_COMMON = re.compile(r"未来产业|领域|有条件的|重点|有关|相关|市级|依法依规")
_GENERAL = re.compile(_COMMON.pattern + r"|企业|公司|的|等")


def _one_of(condition: str) -> str:
    """「国际、国家、行业标准」 asks for one of them: only what the alternatives share is kept."""
    parts = condition.split("、")
    middle = [p for p in parts[1:-1] if len(p) <= 4]
    if len(parts) < 3 or len(middle) != len(parts) - 2:
        return condition
    size = len(middle[0])
    return parts[0][:-size] + parts[-1][size:]


def _covered(profile: str, condition: str, rarity: Callable[[str], float]) -> float:
    """Share of the condition's content that the profile says."""
    text = re.sub(r"[（）()]", "", flatten(profile)).lower()
    bare = _COMMON.sub(" ", _one_of(re.sub(r"[（）()]", "", condition)))
    total = got = 0.0
    for term in terms_of(content_of(bare)):
        weight, part = cover(term, text, rarity)
        total += weight
        got += part
    return got / total if total else 0.0

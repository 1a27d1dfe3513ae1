"""What agency lines bind: the clauses of a document that one is written for, by what a question calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.wording import name_of
from assistant.evidence import Evidence
from index.clauses import Clause, Document, Fact
from index.clauses.facts.reverse import facts_naming as naming

WANTED = {
    "lead": {"lead"}, "responsible": {"responsible", "division"}, "support": {"support"},
}  # fmt: skip
ANY = {"lead", "responsible", "division", "support"}
NOUN = re.compile(r"产业|行动|举措|措施|工程|专项|机制|政策|方向|任务|工作|事项|领域|项目|职责|事")
_KINDS = frozenset({"产业", "行动", "举措", "措施", "工程", "专项", "机制", "政策"})
"""Nouns that tell one clause from another; the others mean any."""
FIRST_WORDS = 18


def wanted(role: str | None) -> set[str]:
    return WANTED.get(role or "any", ANY)


def owner_of(document: Document, fact: Fact) -> Clause:
    """The clause that an agency fact is said of."""
    return document.by_id.get(fact.data["owner"] or fact.clause_id, document.by_id[fact.clause_id])


def bound(document: Document) -> dict[str, list[Fact]]:
    """By the id of the clause, in document order: the agencies written for it; those for all later tasks are left out."""
    out: dict[str, list[Fact]] = {}
    for fact in document.facts:
        if fact.kind == "agency" and not fact.data["forward"]:
            out.setdefault(owner_of(document, fact).id, []).append(fact)
    place = document.position
    return {i: out[i] for i in sorted(out, key=lambda i: place[i])}


def facts_naming(document: Document, agency: str) -> list[Fact]:
    """The agency facts that name this agency, by whatever form of its name; those for all later tasks are left out."""
    return [f for f in naming(document, agency) if not f.data["forward"]]


def of_kind(document: Document, clauses: Sequence[Clause], noun: str) -> list[Clause]:
    """Those that the noun means: their own heading ends in it, or the nearest heading above says it; all where none fits or
    the noun tells nothing."""
    if noun not in _KINDS:
        return list(clauses)
    found = [c for c in clauses if _is_kind(document, c, noun)]
    return found or list(clauses)


def _is_kind(document: Document, clause: Clause, noun: str) -> bool:
    above = [c.heading for c in document.ancestors(clause) if c.heading]
    return clause.heading.endswith(noun) or (bool(above) and noun in above[-1])


def within(document: Document, clauses: Sequence[Clause], owner: Clause | None) -> list[Clause]:
    """Those under a heading; all where there is none, or nothing stands under it."""
    inside = [c for c in clauses if owner and c.id != owner.id and owner in document.ancestors(c)]
    return inside or list(clauses)


def called(document: Document, clause: Clause) -> str:
    """Its heading; without one its locator and first words, so that two such clauses are told apart."""
    if clause.heading or not clause.path:
        return name_of(document, clause)
    pieces = re.split(r"[，,。；;：:\t\n]", document.quote(clause.body, clause.end))
    words = next((p.strip() for p in pieces if re.search(r"[\u4e00-\u9fff]{2}", p)), "")
    short = words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS] + "…"
    return f"“{short}”" if clause.kind == "row" else f"{clause.locator}{short}"


def limiting(evidence: Evidence, document: Document) -> Clause | None:
    """「高成长产业」 in a question for agencies: the heading that what is asked for stands under."""
    subject = next((s for s in evidence.subjects if s.document.id == document.id and s.share >= 0.6), None)
    if subject is None or not document.children(subject.clause):
        return None
    return None if _JOINED.search(evidence.question.flat) else subject.clause


_JOINED = re.compile(
    r"(?:产业|方向|任务|行动|领域)(?:任务|部分)?[和与及、](?:工作|保障|各项)?(?:举措|措施|行动|任务)"
)
"""「在产业任务和工作举措中分别…」 is limited to neither."""

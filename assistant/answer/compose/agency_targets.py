"""The clauses that an agency is asked for: by locator, heading, or the words that they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.lookup import locator_in
from assistant.answer.compose.place import COVERED, places
from assistant.desks.cite import by_locator, by_phrase
from assistant.evidence import NEAR, Evidence, agencies_of
from assistant.subjects import Subject
from index.clauses import Clause, Document

TARGETS = 3
"""Clauses that are answered for at once; how many more there are is said."""
COVERED_WELL = 0.6
"""Share of the question that a clause must hold that is asked about by its text alone."""
SHORTEST = 3
"""Characters of a matter that a heading says."""


def targets_of(evidence: Evidence) -> list[tuple[Document, Clause]]:
    """The clauses asked about: by locator, by heading, else the best hit where it covers the question."""
    locator = locator_in(evidence.question.flat)
    if locator and (found := by_locator(locator, evidence.searched)):
        return [(found[0].document, found[0].clause)]
    if evidence.subjects:
        chosen = [evidence.subjects[0]]
        for subject in evidence.subjects[1:]:
            if not any(s.matched in subject.matched or subject.matched in s.matched for s in chosen):
                chosen.append(subject)
        least = 0.4 if _COMPARED.search(evidence.question.flat) else 0.6
        strong = [
            s for s in chosen if s is chosen[0] or (s.share >= least and s.document is chosen[0].document)
        ]
        return [(s.document, s.clause) for s in _without_places(evidence, strong)]
    if headed := _headed_by(evidence) or _saying_it(evidence):
        return headed
    if evidence.best and evidence.top_coverage >= COVERED:
        hit = evidence.best[0][1]
        return [(hit.document, hit.clause)]
    return []


def _without_places(evidence: Evidence, subjects: Sequence[Subject]) -> Sequence[Subject]:
    """「人工智能产业里由谁负责具身智能机器人」: without the heading that only says under what the other stands."""
    flat = evidence.question.flat
    only_where = [
        s
        for s in subjects
        if re.search(rf"{re.escape(s.matched)}[^，。、和与及]{{0,4}}(?:里|中|下面|之下|当中)", flat)
        and any(s.clause in o.document.ancestors(o.clause) for o in subjects if o.document is s.document)
    ]
    return [s for s in subjects if s not in only_where]


_COMPARED = re.compile(r"对比|比较|区别|差别|一样")


def _headed_by(evidence: Evidence) -> list[tuple[Document, Clause]]:
    """「先导区谁管」: the first of the best hits whose heading says the whole matter and that has an agency line, or begins with
    it, 「北斗」 for 北斗应用."""
    matter = _matter(evidence)
    near = [(hit.document, hit.clause) for hit in evidence.hits[:NEAR]]
    named = [
        (d, c) for d, c in near
        if len(matter) >= SHORTEST and matter in c.bare_heading and d.agencies_by_owner.get(c.id)
    ]  # fmt: skip
    begun = [
        (d, c) for d, c in near if len(matter) > 1 and c.bare_heading.startswith(matter) and agencies_of(d, c)
    ]
    return [*named, *begun][:1]


def _saying_it(evidence: Evidence) -> list[tuple[Document, Clause]]:
    """「卫星互联网归哪个部门管」: the few clauses of the best hit's document that say the matter word for word, or the first of
    several things that they do, 「飞行汽车、直升机这一摊子」."""
    flat = evidence.question.flat.lower()
    document = evidence.hits[0].document if evidence.hits else None
    if document is None:
        return []
    longest, *others = _matters(evidence) or [""]
    for matter in (longest, *(m for m in others if re.search(f"{re.escape(m)}、|、{re.escape(m)}", flat))):
        if len(matter) < SHORTEST or _is_agency(document, matter):
            continue
        saying = {q.clause.id: q.clause for q in by_phrase(matter, document)}
        found = [clause for clause in saying.values() if agencies_of(document, clause)]
        if found and len(saying) <= TARGETS:
            return [(document, clause) for clause in found]
    return []


def _matter(evidence: Evidence) -> str:
    """The longest run of what is asked about."""
    return next(iter(_matters(evidence)), "")


def _matters(evidence: Evidence) -> list[str]:
    """The runs of what is asked about, the longest first."""
    return sorted(evidence.question.content.split(), key=len, reverse=True)


def _is_agency(document: Document, matter: str) -> bool:
    """「卫生健康部门是否列入」 names no matter."""
    return any(f.kind == "agency" and matter in f.data["name"] for f in document.facts)


def of_best_place(evidence: Evidence) -> list[tuple[Document, Clause]]:
    """The clause that speaks of what is asked, where it has an agency line of its own."""
    place = next(iter(places(evidence)), None)
    own = (
        place
        and place.worded
        and place.score >= COVERED_WELL
        and place.document.agencies_by_owner.get(place.clause.id)
    )
    return [(place.document, place.clause)] if place and own else []

"""From an agency back to the clauses that name it: in lists, in sentences that charge it, in running text, and, on
request, the clauses that inherit it from the list above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.clauses.document import Clause, Document, Fact
from index.clauses.facts.clause_text import ClauseText
from index.clauses.facts.names import is_agency
from index.clauses.facts.same_agency import AgencyName, agency_name, is_same_agency, written_as


@dataclass(frozen=True)
class Naming:
    """``document.text[start:end]`` names the agency, in the clause ``written_in``; ``clause_id`` is what it is said of.
    ``role`` is None for a mention in running text; ``inherited``: it stands in a list above the clause, or below its
    text."""

    clause_id: str
    written_in: str
    start: int
    end: int
    name: str
    role: str | None
    inherited: bool


def clauses_naming(document: Document, name: str, inherited: bool = False) -> list[Naming]:
    """In document order, every place once. A ``name`` without a level, 「发改委」, finds all levels; short forms find
    full ones where they are surely the same."""
    wanted, facts = _wanted(document, name), facts_naming(document, name)
    found = [_naming(fact, fact.clause_id, False) for fact in facts]
    taken = {(f.start, f.end) for f in document.facts if f.kind == "agency"}
    forms = {name, *_called(document, name), *(fact.data["name"] for fact in facts)}
    found += [n for n in _mentions(document, wanted, forms) if not any(a <= n.start < b for a, b in taken)]
    if inherited:
        found += _inherited(document, {(fact.start, fact.end) for fact in facts})
    return sorted(found, key=lambda n: (document.position[n.clause_id], n.inherited, n.start))


def facts_naming(document: Document, name: str) -> list[Fact]:
    """The agency facts alone, in the document's order."""
    wanted, levels = _wanted(document, name), _levels(document)
    return [
        fact
        for fact in document.facts
        if fact.kind == "agency"
        and _fits_any(document, wanted, replace(agency_name(fact.data["name"]), level=levels[fact]))
    ]


def _wanted(document: Document, name: str) -> list[AgencyName]:
    return [agency_name(one) for one in (name, *_called(document, name))]


def _called(document: Document, name: str) -> list[str]:
    """What the document calls it besides: 「市医疗保险经办机构（以下简称经办机构）」, either way."""
    glosses = [(f.data["term"], f.data["meaning"]) for f in document.facts if f.kind == "gloss"]
    pairs = [(term, meaning) for term, meaning in glosses if is_agency(meaning)]
    return [
        *(term for term, meaning in pairs if is_same_agency(meaning, name)),
        *(meaning for term, meaning in pairs if term == name),
    ]


def _fits_any(document: Document, wanted: list[AgencyName], written: AgencyName) -> bool:
    return any(_fits(document, one, written) for one in wanted)


def _levels(document: Document) -> _Levels:
    """The level of each agency fact: its own, else that of the names before it in its list (「省财政厅、科技厅」)."""
    out = _Levels()
    last: tuple[object, str | None] = (None, None)
    for fact in document.facts:
        if fact.kind != "agency":
            continue
        level = agency_name(fact.data["name"]).level
        key = (fact.clause_id, fact.data["list"])
        if level is None and last[0] == key:
            level = last[1]
        last = (key, level)
        out.known[fact.start, fact.end] = level
    return out


class _Levels:
    """Facts hold dictionaries and cannot be keys: their places are."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, int], str | None] = {}

    def __getitem__(self, fact: Fact) -> str | None:
        return self.known[fact.start, fact.end]


def _fits(document: Document, wanted: AgencyName, written: AgencyName) -> bool:
    """The same, and not of a level or place that only one of them names: 市财政局 is not some 财政局."""
    if not is_same_agency(wanted, written):
        return False
    if wanted.level and not written.level:
        return False
    region = document.metadata.region or ""
    return not (wanted.place and not written.place and region and wanted.place not in region)


def _naming(fact: Fact, clause_id: str, inherited: bool) -> Naming:
    return Naming(
        clause_id, fact.clause_id, fact.start, fact.end, fact.data["name"], fact.data["role"], inherited
    )


def _mentions(document: Document, wanted: list[AgencyName], forms: set[str]) -> Iterator[Naming]:
    """Whole names in running text; the longest form wins at its place."""
    literal = (re.escape(form) for form in sorted(forms, key=len, reverse=True))
    pattern = re.compile("|".join([*literal, *map(written_as, wanted)]))
    for clause in document.clauses:
        reading = ClauseText(document, clause)
        for match in pattern.finditer(reading.text):
            written = _whole_name(reading.text, *match.span())
            if written and _fits_any(document, wanted, agency_name(written)):
                start, end = reading.span(*match.span())
                yield Naming(clause.id, clause.id, start, end, re.sub(r"\s", "", match.group()), None, False)


_NOT_PLACE = (
    '由经报向到在与和及同对将把被请送按据因从各为是至达后等以并或，、。；：（(〔[【“”"<>《》 \n\t\u3000,.;:'
)


def _whole_name(text: str, start: int, end: int) -> str | None:
    """The name with the place or level in front of it; None where it is an office in it, 「市财政局局长」."""
    if re.match(r"局长|厅长|部长|主任|党组|党委", text[end : end + 2]):
        return None
    begin = start
    while (
        begin > max(0, start - 6)
        and text[begin - 1] not in _NOT_PLACE
        and "\u4e00" <= text[begin - 1] <= "\u9fff"
    ):
        begin -= 1
    longer = re.search(r"(?:[\u4e00-\u9fff]{2,5}[省市区县州旗]?|[省市区县州旗])$", text[begin:start])
    own = text[start:end]
    if not longer:
        return own
    whole = longer.group() + own
    return whole if is_agency(whole) and agency_name(whole).level else own


def _inherited(document: Document, places: set[tuple[int, int]]) -> Iterator[Naming]:
    """What is bound by the nearest list above that names it."""
    owned: dict[str, list[Fact]] = {}
    for fact in document.facts:
        if fact.kind == "agency" and fact.data["owner"] and not fact.data["forward"]:
            owned.setdefault(fact.data["owner"], []).append(fact)
    for clause in document.clauses:
        if clause.kind in {"front", "back"}:
            continue
        for fact in _binding(document, clause, owned):
            if (fact.start, fact.end) in places and fact.clause_id != clause.id:
                yield _naming(fact, clause.id, True)


def _binding(document: Document, clause: Clause, owned: dict[str, list[Fact]]) -> list[Fact]:
    for owner in (clause, *reversed(document.ancestors(clause))):
        if owner.id in owned:
            return owned[owner.id]
    return []

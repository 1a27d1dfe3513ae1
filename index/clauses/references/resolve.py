"""A mention → the clause that is meant, in the same instrument; None where it does not exist or is not unique."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.clauses.document import Clause, Document
from index.clauses.find import label_reads
from index.clauses.numerals import CHINESE, plain, to_int
from index.clauses.references.mentions import Step, Unit
from index.read.reading import Span

_AMENDS = re.compile(r"修改为|删去|删除第|增加一[编章节条款项]|作(?:出|如下|以下)[^。]{0,6}修改|作为第")
_SHORT = re.compile(
    r"《(?P<title>[^《》]+)》(?:[（(][^（()）]*[）)])?[（(][^（()）]*以下(?:简称|称)[:：]?[“\"《]*(?P<short>[^”\"》）)]{2,12})[”\"》]*[）)]"
)
_DIVISIONS = ("编", "章", "节", "部分", "条", "附件")


@dataclass(frozen=True)
class Meant:
    clause_id: str
    span: Span


@dataclass(frozen=True)
class _Paragraph:
    """The n-th 款 of an owner with the items under it; ``clause_id`` is the entry that holds its text."""

    clause_id: str
    start: int
    end: int


@dataclass(frozen=True)
class _Place:
    """Where a walk down the steps has come to: a clause, or one of its paragraphs."""

    clause: Clause
    paragraph: _Paragraph | None = None


class Resolver:
    """Looks up labels in one document; made once a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._titles = {plain(t): n for n, t in enumerate(p.title for p in document.parts) if t}
        self._short_titles: dict[str, str] = {
            m.group("short"): m.group("title") for m in _SHORT.finditer(document.text)
        }
        self._labelled: dict[tuple[int, str, int, int], list[Clause]] = defaultdict(list)
        self._articles: dict[int, list[Clause]] = defaultdict(list)
        for clause in document.clauses:
            if clause.kind == "clause":
                for unit, value, sub in _label_keys(clause):
                    self._labelled[clause.part, unit, value, sub].append(clause)
                if _unit(clause) == "条":
                    self._articles[clause.part].append(clause)

    def is_own_title(self, title: str) -> bool:
        return plain(title) in self._titles

    def full_title(self, title: str) -> str:
        """《办法》 by what the document says it is short for, else as it is."""
        return self._short_titles.get(title, title)

    def resolve(
        self, steps: Sequence[Step], title: str | None, clause: Clause, start: int, named: Sequence[Step] = ()
    ) -> Meant | None:
        """``start`` is where in the source the mention stands, in ``clause``; ``named`` the steps of the article that was
        named last before it in the same article: 「违反第三项」 behind 「违反本条例第十条」 means an item of 第十条."""
        if title is not None and not self.is_own_title(title):
            return None
        part = clause.part if title is None else self._titles[plain(title)]
        if title is None and steps[0].unit in _DIVISIONS and steps[0].back is None and self._amends(clause):
            return None
        place = self._walk(steps, part, clause, start)
        if steps[0].unit == "项" and steps[0].back is None and named:
            other = self._walk([*named[:1], *steps], part, clause, start)
            if other and (place is None or self._item_above(clause)):
                place = other
        return self._meant(place) if place else None

    def in_part(self, steps: Sequence[Step], part: int) -> Meant | None:
        """A whole path (第十条第二款) in an instrument of this document, seen from outside."""
        if steps[0].unit not in _DIVISIONS:
            return None
        inside = next((c for c in self._document.clauses if c.part == part), None)
        place = self._walk(steps, part, inside, 0) if inside else None
        return self._meant(place) if place else None

    def _walk(self, steps: Sequence[Step], part: int, clause: Clause, start: int) -> _Place | _Range | None:
        first, *rest = steps
        place: _Place | _Range | None
        if first.back is not None:
            place = self._back(first, clause, start)
        elif first.unit in _DIVISIONS:
            place = self._division(first, part, clause)
        else:
            place, rest = self._near(first, clause, start), [first, *rest]
        for step in rest:
            place = self._down(place, step) if place else None
        return place

    def _amends(self, clause: Clause) -> bool:
        """The clause changes another document: 「将第三条修改为」 names an article of that one."""
        line = (*self._document.ancestors(clause), clause)
        return any(_AMENDS.search(c.text) for c in line)

    def _meant(self, place: _Place | _Range) -> Meant:
        if isinstance(place, _Range):
            return Meant(place.first_id, (place.start, place.end))
        if place.paragraph:
            return Meant(place.paragraph.clause_id, (place.paragraph.start, place.paragraph.end))
        return Meant(place.clause.id, (place.clause.start, self._document.end_of(place.clause)))

    # by number

    def _division(self, step: Step, part: int, context: Clause) -> _Place | None:
        """编, 章, 节, 条 … by number; of several with one number the one in the same 章 or 编."""
        found = self._labelled.get((part, step.unit, step.value, step.sub), [])
        if not found and step.unit in {"条", "部分"} and not self._articles[part]:
            found = [c for c in self._labelled.get((part, "一、", step.value, 0), []) if len(c.path) == 1]
        if len(found) > 1:
            above = {c.id for c in self._document.ancestors(context)}
            found = [c for c in found if c.parent in above]
        return _Place(found[0]) if len(found) == 1 else None

    def _down(self, place: _Place | _Range, step: Step) -> _Place | None:
        if isinstance(place, _Range):
            return None
        if step.unit == "款":
            paragraphs = self._paragraphs(place.clause)
            inside = 0 < step.value <= len(paragraphs)
            return _Place(place.clause, paragraphs[step.value - 1]) if inside else None
        if step.unit in {"项", "目"}:
            return self._item(place, step)
        below = [
            c
            for c in self._document.subtree(place.clause)[1:]
            if (step.unit, step.value, step.sub) in _label_keys(c)
        ]
        return _Place(below[0]) if len(below) == 1 else None

    def _item(self, place: _Place, step: Step) -> _Place | None:
        """An item by its number: 项 are written （一） or 1., 目 are written 1. or （1）."""
        children = [c for c in self._document.children(place.clause) if c.kind == "clause"]
        if place.paragraph:
            children = [c for c in children if place.paragraph.start <= c.start < place.paragraph.end]
        found = [c for c in children if _ordinal(c) == step.value]
        return _Place(found[0]) if len(found) == 1 else None

    # relative to where the mention stands

    def _near(self, step: Step, clause: Clause, start: int) -> _Place | None:
        """第二款 of the same article; 第三项 of the same paragraph."""
        owner = self.owner(clause)
        if owner is None:
            return None
        if step.unit == "款":
            return _Place(owner)
        item = self._item_above(clause)
        if step.unit == "目" and item:
            return _Place(item)
        paragraph = _Place(owner, self._paragraph_at(owner, start))
        return paragraph if self._item(paragraph, step) else _Place(owner)

    def _back(self, step: Step, clause: Clause, start: int) -> _Place | _Range | None:
        """本条, 本款, 前款, 前两条 …"""
        back = step.back or 0
        if step.unit in {"编", "章", "节"}:
            return self._division_back(step.unit, back, clause)
        owner = self.owner(clause)
        if owner is None:
            return None
        if step.unit == "条":
            return self._article_back(owner, back)
        if step.unit == "款":
            return self._paragraph_back(owner, start, back)
        item = self._item_above(clause)
        return self._item_back(item, back) if item else None

    def owner(self, clause: Clause) -> Clause | None:
        """The article that an entry stands in; without articles the numbered clause itself or the one above it."""
        line = [*self._document.ancestors(clause), clause]
        articles = [c for c in line if _unit(c) == "条"]
        if articles:
            return articles[-1]
        numbered = [c for c in line if c.kind == "clause"]
        return numbered[-1] if numbered else None

    def _item_above(self, clause: Clause) -> Clause | None:
        line = [*self._document.ancestors(clause), clause]
        items = [c for c in line if c.kind == "clause" and c.path and c.path[-1].startswith("（")]
        return items[-1] if items else None

    def _article_back(self, owner: Clause, back: int) -> _Place | _Range | None:
        if back == 0:
            return _Place(owner)
        articles = self._articles[owner.part]
        at = articles.index(owner) if owner in articles else -1
        if at < back:
            return None
        return self._range(articles[at - back], articles[at - 1])

    def _paragraph_back(self, owner: Clause, start: int, back: int) -> _Place | _Range | None:
        paragraphs = self._paragraphs(owner)
        at = max((n for n, p in enumerate(paragraphs) if p.start <= start), default=-1)
        if at < back or at < 0:
            return None
        if back <= 1:
            return _Place(owner, paragraphs[at - back])
        first, last = paragraphs[at - back], paragraphs[at - 1]
        return _Range(first.clause_id, first.start, last.end)

    def _item_back(self, item: Clause, back: int) -> _Place | _Range | None:
        if back == 0:
            return _Place(item)
        parent = self._document.by_id[item.parent] if item.parent else None
        siblings = [c for c in self._document.children(parent) if c.kind == "clause"] if parent else []
        at = siblings.index(item) if item in siblings else -1
        return self._range(siblings[at - back], siblings[at - 1]) if at >= back else None

    def _division_back(self, unit: Unit, back: int, clause: Clause) -> _Place | None:
        own = next(
            (c for c in reversed([*self._document.ancestors(clause), clause]) if _unit(c) == unit), None
        )
        if own is None or back == 0:
            return _Place(own) if own else None
        alike = [c for c in self._document.clauses if _unit(c) == unit and c.parent == own.parent]
        at = alike.index(own)
        return _Place(alike[at - 1]) if back == 1 and at else None

    def _range(self, first: Clause, last: Clause) -> _Place | _Range:
        if first is last:
            return _Place(first)
        return _Range(first.id, first.start, self._document.end_of(last))

    # paragraphs

    def _paragraphs(self, owner: Clause) -> list[_Paragraph]:
        """The owner's 款 in order, each with the items under it; a heading on a line of its own is none."""
        own = [span for span in owner.paragraphs if span[1] > owner.body]
        later = [c for c in self._document.children(owner) if c.kind == "paragraph"]
        starts = [(owner.id, a) for a, _ in own] + [(c.id, c.start) for c in later]
        ends = [span[1] for c in self._document.subtree(owner) for span in c.paragraphs]
        out = []
        for n, (clause_id, start) in enumerate(starts):
            stop = starts[n + 1][1] if n + 1 < len(starts) else max(ends) + 1
            out.append(_Paragraph(clause_id, start, max(e for e in ends if start < e < stop)))
        return out

    def _paragraph_at(self, owner: Clause, start: int) -> _Paragraph | None:
        return next((p for p in reversed(self._paragraphs(owner)) if p.start <= start), None)


@dataclass(frozen=True)
class _Range:
    """Several neighbours together: 前两款."""

    first_id: str
    start: int
    end: int


def _unit(clause: Clause) -> str:
    if clause.kind != "clause" or not clause.path:
        return ""
    match = re.match(rf"^第[{CHINESE}\d]+(编|章|节|部分|条)", clause.path[-1])
    return match.group(1) if match else ""


def _label_keys(clause: Clause) -> list[tuple[str, int, int]]:
    """(unit, number, 之 number) by which a clause can be named; 一、 counts under its own sign."""
    if clause.kind != "clause" or not clause.path:
        return []
    label = clause.path[-1]
    if match := re.match(rf"^附[件表录](\d*|[{CHINESE}]*)$", label):
        return [("附件", to_int(match.group(1)) if match.group(1) else 0, 0)]
    if match := re.match(rf"^第([{CHINESE}\d]+)(编|章|节|部分|条)(?:之([{CHINESE}\d]+))?$", label):
        return [(match.group(2), to_int(match.group(1)), to_int(match.group(3)) if match.group(3) else 0)]
    reads = label_reads(label)
    return [("一、", reads[0], 0)] if reads and not reads[2] and not reads[3] else []


def _ordinal(clause: Clause) -> int | None:
    reads = label_reads(clause.path[-1]) if clause.path else None
    return reads[0] if reads and not reads[3] else None

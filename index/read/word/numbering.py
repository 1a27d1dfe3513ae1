"""The lists that a document defines (numbering.xml), and the place in them that a paragraph has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.read.word.styles import Styles
from index.read.word.xml import W, child, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DEPTH = 9


@dataclass(frozen=True)
class Level:
    """``text`` has ``%1`` … ``%9`` for the numbers of the levels. ``restart`` counts levels from 1: a paragraph of that
    level or a higher one starts this one anew; 0 is never, None any higher one. ``style`` is what the level belongs to."""

    start: int
    format: str
    text: str
    suffix: str
    restart: int | None
    legal: bool
    style: str | None


@dataclass(frozen=True)
class NumberedList:
    """Lists with the same ``abstract`` count on from each other; ``starts`` are levels at which this one begins anew."""

    num_id: str
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def suffix(self, level: int) -> str:
        """What stands between label and text: tab, space or nothing."""
        return self.levels[level].suffix if level in self.levels else "nothing"


class Numbering:
    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums = {} if root is None else {value(e, "numId"): e for e in root.iterfind(W + "num")}
        self._abstracts = (
            {} if root is None else {value(e, "abstractNumId"): e for e in root.iterfind(W + "abstractNum")}
        )
        self._lists: dict[str | None, NumberedList | None] = {}

    def place(self, properties: Element | None) -> tuple[NumberedList, int] | None:
        """List and level (from 0) of a paragraph with these properties; None for one without a number."""
        inherited = self._styles.numbering(value(child(properties, "pStyle")))
        own = child(properties, "numPr")
        numbered = self._list(value(child(own, "numId")) or inherited.num_id)
        if numbered is None:
            return None
        level = number(child(own, "ilvl"))
        return numbered, _level_of(numbered, inherited.levels) if level is None else level

    def _list(self, num_id: str | None) -> NumberedList | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read(num_id)
        return self._lists[num_id]

    def _read(self, num_id: str | None) -> NumberedList | None:
        num = self._nums.get(num_id) if num_id != "0" else None
        abstract = self._abstract(value(child(num, "abstractNumId")))
        if num is None or abstract is None:
            return None
        levels = {number(e, "ilvl"): _level(e) for e in abstract.iterfind(W + "lvl")}
        starts: dict[int, int] = {}
        for override in num.iterfind(W + "lvlOverride"):
            level = number(override, "ilvl")
            own = child(override, "lvl")
            if own is not None:
                levels[level] = _level(own)
            start = number(child(override, "startOverride"))
            if start is not None and level is not None:
                starts[level] = start
        known = {i: level for i, level in levels.items() if i is not None and 0 <= i < DEPTH}
        return NumberedList(num_id or "", value(abstract, "abstractNumId") or "", known, starts)

    def _abstract(self, abstract_id: str | None) -> Element | None:
        """Follows the link over a numbering style to the definition that has the levels; a circle ends nowhere."""
        for _ in range(DEPTH):
            abstract = self._abstracts.get(abstract_id)
            link = value(child(abstract, "numStyleLink"))
            if abstract is None or link is None:
                return abstract
            named = (e for e in self._abstracts.values() if value(child(e, "styleLink")) == link)
            num = self._nums.get(self._styles.numbering(link).num_id)
            abstract_id = value(child(num, "abstractNumId")) or value(next(named, None), "abstractNumId")
        return None


def _level_of(numbered: NumberedList, styles: tuple[tuple[str, int | None], ...]) -> int:
    """Of the nearest style that has one: the level that says it belongs to the style, else the one the style gives."""
    for style, given in styles:
        for i, level in numbered.levels.items():
            if level.style == style:
                return i
        if given is not None:
            return given
    return 0


def _level(element: Element) -> Level:
    start = number(child(element, "start"))
    formats = list(element.iter(W + "numFmt"))  # a custom one comes first, then what stands in for it
    bullet = child(element, "lvlPicBulletId") is not None
    return Level(
        start=start or 0,
        format="bullet" if bullet else value(formats[-1] if formats else None) or "decimal",
        text=value(child(element, "lvlText")) or "",
        suffix=value(child(element, "suff")) or "tab",
        restart=number(child(element, "lvlRestart")),
        legal=bool(is_on(element, "isLgl")),
        style=value(child(element, "pStyle")),
    )

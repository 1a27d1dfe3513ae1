"""Foot-notes and end-notes: their texts, and the numbers that they are shown with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.read.word.inline import NoteMark
from index.read.word.numerals import in_format
from index.read.word.package import Package
from index.read.word.xml import W, child, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEFAULT_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass
class Notes:
    """``formats`` lacks a kind whose numbers begin anew on each page: they cannot be known."""

    contents: dict[tuple[str, str | None], Element]
    formats: dict[str, str]
    starts: dict[str, int]
    _counts: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, package: Package) -> Notes:
        contents: dict[tuple[str, str | None], Element] = {}
        formats: dict[str, str] = {}
        starts: dict[str, int] = {}
        for kind in _DEFAULT_FORMATS:
            part = package.part(kind + "s")
            if part is None:
                continue
            contents |= {(kind, value(note, "id")): note for note in part.iterfind(W + kind)}
            options = _options(package, kind)
            restarts = (value(child(option, "numRestart")) for option in options)
            if all(restart in {None, "continuous"} for restart in restarts):
                named = [value(child(option, "numFmt")) for option in options]
                formats[kind] = next(filter(None, reversed(named)), _DEFAULT_FORMATS[kind])
            begins = [number(child(option, "numStart")) for option in options]
            starts[kind] = next((n for n in begins if n is not None), 1)
        return cls(contents, formats, starts)

    def take(self, mark: NoteMark) -> Element | None:
        """The note that is referred to; None where it is missing or was given before."""
        return self.contents.pop((mark.kind, mark.note), None)

    def number(self, mark: NoteMark) -> str:
        """What stands before the note: 「[1] 」. A mark that is typed stands in the text itself. A circled number is given
        as a plain one, for ① begins the items of a list."""
        if mark.own_mark:
            return ""
        count = self.starts.get(mark.kind, 1) + self._counts[mark.kind]
        self._counts[mark.kind] += 1
        name = self.formats.get(mark.kind)
        if name is None:
            return "注："
        return f"[{in_format(count, 'decimal' if name.startswith('decimal') else name)}] "


def _options(package: Package, kind: str) -> list[Element]:
    """What settings, then the sections, say about this kind of note."""
    settings = child(package.part("settings"), kind + "Pr")
    sections = list(package.document.iter(W + kind + "Pr"))
    return sections if settings is None else [settings, *sections]

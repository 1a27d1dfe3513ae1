"""Styles: what a paragraph or a run gets from the chain of styles that its own is based on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from index.read.word.xml import W, child, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True)
class StyleNumbering:
    """``num_id`` as written, "0" for none. ``levels``: the styles from the nearest to the one that gives the list, each
    with the level it gives."""

    num_id: str | None
    levels: tuple[tuple[str, int | None], ...]


class Styles:
    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._styles: dict[str, Element] = {value(style, "styleId") or "": style for style in found}
        self._default = next(
            (
                value(style, "styleId")
                for style in found
                if value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}
            ),
            None,
        )
        self._numberings: dict[str | None, StyleNumbering] = {}

    def numbering(self, style: str | None) -> StyleNumbering:
        """List and level may come from different styles of the chain."""
        if style not in self._numberings:
            self._numberings[style] = self._numbering(style)
        return self._numberings[style]

    def _numbering(self, style: str | None) -> StyleNumbering:
        levels: list[tuple[str, int | None]] = []
        for each in self._chain(style):
            given = child(each, "pPr", "numPr")
            levels.append((value(each, "styleId") or "", number(child(given, "ilvl"))))
            num_id = value(child(given, "numId"))
            if num_id is not None:
                return StyleNumbering(num_id, tuple(levels))
        return StyleNumbering(None, tuple(levels))

    def hides(self, style: str | None) -> bool:
        """Is text in this style hidden?"""
        said = (is_on(child(each, "rPr"), "vanish") for each in self._chain(style))
        return next((hidden for hidden in said if hidden is not None), False)

    @cached_property
    def some_hide(self) -> bool:
        """Does any style hide its text? In nearly no document; then no run need be asked for its style."""
        return any(is_on(child(style, "rPr"), "vanish") for style in self._styles.values())

    def _chain(self, style: str | None) -> list[Element]:
        """The style itself, then what it is based on; a circle ends where it closes."""
        out: list[Element] = []
        name = style if style in self._styles else self._default
        while name in self._styles and self._styles[name] not in out:
            out.append(self._styles[name])
            name = value(child(out[-1], "basedOn"))
        return out

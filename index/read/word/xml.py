"""The names of WordprocessingML, and what is asked of its elements again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
P, TABLE, ROW, CELL = W + "p", W + "tbl", W + "tr", W + "tc"

_KNOWN = {"wps", "wpg", "wpc", "wpi", "w14", "w15"}
"""The extensions whose contents are read as well as their stand-in: drawings, whose text is WordprocessingML again."""

_WRAPPERS = {W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"}
_OFF = {"0", "false", "off", "none"}


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that name, and of it the next, …; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(W + name)


def number(element: Element | None, name: str = "val") -> int | None:
    """None also where what stands there is no number of a sensible size."""
    text = value(element, name) or ""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else None


def is_on(parent: Element | None, name: str) -> bool | None:
    """Is the switch set? None where nothing is said."""
    element = child(parent, name)
    return None if element is None else value(element) not in _OFF


def alternative(element: Element) -> Element | None:
    """Of an AlternateContent the one branch that is read: the same text stands in both."""
    for choice in element.iterfind(MC + "Choice"):
        if set((choice.get("Requires") or "?").split()) <= _KNOWN:
            return choice
    return element.find(MC + "Fallback")


def is_placeholder(control: Element) -> bool:
    """A content control that nobody has filled in shows 「单击此处输入文字」."""
    return bool(is_on(child(control, "sdtPr"), "showingPlcHdr"))


def members(container: Element, *wanted: str) -> Iterator[Element]:
    """The elements of these names in ``container``, also inside content controls and accepted insertions."""
    for element in container:
        tag = element.tag
        if tag in wanted:
            yield element
        elif tag == MC + "AlternateContent":
            branch = alternative(element)
            if branch is not None:
                yield from members(branch, *wanted)
        elif tag in _WRAPPERS and not is_placeholder(element):
            yield from members(element, *wanted)

"""Formulas on one line: fractions with a slash, powers with a caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.read.word.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BEFORE = {_M + "den": "/", _M + "sup": "^", _M + "sub": "_", _M + "deg": ""}
_GROUPED = {_M + "num", _M + "den", _M + "sup", _M + "sub", _M + "deg"}
_DROPPED = {W + "del", W + "moveFrom", W + "rPr", W + "delText"}


def formula(element: Element) -> str:
    """(a+b)/c; what has several parts stands in brackets."""
    if element.tag in {_M + "t", W + "t"}:
        return element.text or ""
    text = "".join(formula(part) for part in element if part.tag not in _DROPPED)
    if element.tag == _M + "rad":
        return f"√({text})"
    if element.tag == _M + "d":
        return f"({text})"
    if element.tag in _GROUPED and text:
        return _BEFORE.get(element.tag, "") + (text if text.isalnum() else f"({text})")
    return text

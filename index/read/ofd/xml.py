"""The XML of an OFD, without regard to its name spaces, of which there are several in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Element = Any


def parsed(data: bytes) -> Element | None:
    """None where it is no XML. Entities are not resolved, nothing is fetched."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def tag(element: Element) -> str:
    """Its local name; empty for comments."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if tag(child) == name)


def descendants(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element.iter() if tag(child) == name)


def words(element: Element, path: str) -> str:
    """The text of the first descendant with that name, empty where there is none."""
    found = next(descendants(element, path), None)
    return (found.text or "").strip() if found is not None else ""


def numbers(text: str | None) -> list[float]:
    """Those that a list holds, up to the first that is none."""
    out: list[float] = []
    for part in (text or "").split():
        try:
            out.append(float(part))
        except ValueError:
            break
    return out

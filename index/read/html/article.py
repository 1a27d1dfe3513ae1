"""Where on a page the article is: the element that holds the running text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from index.read.html.furniture import is_edge, is_footer
from index.read.html.lines import Grid, Line, pieces

Element = Any

_SENTENCE = re.compile(r"[。；，：、]")
_MOST = 0.8
_FLOW = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl"))
_TWIN = 0.3
_SAME = 200
"""Two elements whose running text begins with the same so many characters hold the same article: for screens, for phones."""


def prose(root: Element) -> dict[Element, float]:
    """How much running text each element holds: characters outside links, those of sentences in full, of rags in part."""
    out: dict[Element, float] = defaultdict(float)
    for piece in pieces(root):
        owner, score = (
            (piece.table, _grid_score(piece)) if isinstance(piece, Grid) else (piece.owner, _score(piece))
        )
        for element in (owner, *owner.iterancestors()):
            out[element] += score
            if element is root:
                break
    return out


def _score(line: Line) -> float:
    if is_edge(line.text) or is_footer(line.text):
        return 0.0
    length = len("".join(line.text.split())) - line.linked
    sentence = length >= 12 and _SENTENCE.search(line.text)
    return float(length) if sentence else 0.3 * length


def _grid_score(grid: Grid) -> float:
    return 0.6 * sum(len("".join(text.split())) for text in grid.table.itertext())


def find_article(root: Element) -> Element:
    """The smallest element with nearly all the running text, down from ``root``."""
    scores = prose(root)
    node = root
    while True:
        children = [c for c in node if isinstance(c.tag, str) and scores.get(c, 0.0) > 0]
        if not children:
            return node
        children = _without_twins(children, scores)
        best = max(children, key=lambda c: scores[c])
        whole = sum(scores[c] for c in children) or 1.0
        if scores[best] < _MOST * whole or _flows(node, best, scores):
            return node
        node = best


def _without_twins(children: list[Element], scores: dict[Element, float]) -> list[Element]:
    """Of two that hold the same article the first stays; a paragraph that stands twice is none."""
    whole = sum(scores[c] for c in children)
    out: list[Element] = []
    seen: set[str] = set()
    for child in children:
        start = _beginning(child) if child.tag not in _FLOW and scores[child] > _TWIN * whole else ""
        if len(start) == _SAME and start in seen:
            child.getparent().remove(child)
            continue
        seen.add(start)
        out.append(child)
    return out


def _beginning(element: Element) -> str:
    out = ""
    for piece in pieces(element, tables=False):
        if isinstance(piece, Line) and _score(piece) >= 12:
            out += "".join(piece.text.split())
            if len(out) >= _SAME:
                break
    return out[:_SAME]


def _flows(node: Element, best: Element, scores: dict[Element, float]) -> bool:
    """Is ``best`` one paragraph or table among others, so that ``node`` is the article?"""
    if best.tag in _FLOW and best.tag != "table":
        return True
    texts = [node.text, *(child.tail for child in node)]
    if any(text and len(text.strip()) >= 12 and _SENTENCE.search(text) for text in texts):
        return True
    if best.tag == "table" and any(isinstance(piece, Grid) and piece.table is best for piece in pieces(node)):
        return True
    beside = [c for c in node if c is not best and isinstance(c.tag, str) and scores.get(c, 0.0) >= 8]
    kind = (best.tag, best.get("class"))
    return any(c.tag in _FLOW or (kind[1] and (c.tag, c.get("class")) == kind) for c in beside)

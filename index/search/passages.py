"""What is found: a passage a hit. What is embedded and what is quoted are two fields.

A hit is an article or, in plan style, the lowest numbered clause with everything under it; the own text of a clause that
has numbered children is a passage too where it says more than its heading, and so is every later paragraph.
One over ``LONG`` characters is offered by its children with its lead-in, or, where it has none, by stretches of whole
sentences. A small table is found as a whole; a long one by
its rows, each embedded with the column heads of its cells and quoted as it stands. Passages never overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from index.clauses.document import Clause, Document, Span

LONG = 1000
STRETCH = 600
"""Characters of a clause without children that is over ``LONG``, as many as there are whole sentences for."""
_END = re.compile(r"[。；！？\n]+[”’」』）)]*")
_ARTICLE = re.compile(r"^第.+条(之.+)?$")


@dataclass(frozen=True)
class Passage:
    """``quoted`` is the span in the source; ``embedded`` the text with title and headings in front."""

    id: str
    clause_id: str
    span: Span
    embedded: str


def passages(document: Document) -> Iterator[Passage]:
    """In reading order; ids are those of the clauses they begin with, with the number of the stretch from the second on."""
    covered_to = -1
    for clause in document.clauses:
        if clause.start < covered_to:
            continue
        if _whole(document, clause):
            span = (clause.start, document.end_of(clause))
            covered_to = span[1]
        elif _says_more_than_heading(clause):
            span = (clause.start, clause.end)
        else:
            continue
        for n, stretch in enumerate(_stretches(document, clause, span)):
            name = f"{clause.id}+{n}" if n else clause.id
            yield Passage(name, clause.id, stretch, _embedded(document, clause, stretch))


def _stretches(document: Document, clause: Clause, span: Span) -> Iterator[Span]:
    """``span`` itself, or where it is too long and nothing numbered divides it, its sentences in stretches of about equal
    length."""
    start, end = span
    if clause.children or clause.kind == "row" or end - start <= LONG:
        yield span
        return
    size = (end - start) / -(-(end - start) // STRETCH)
    cuts = [start]
    for match in _END.finditer(document.text, start, end):
        if match.end() - cuts[-1] >= size and end - match.end() >= size / 2:
            cuts.append(match.end())
    yield from pairwise([*cuts, end])


def _whole(document: Document, clause: Clause) -> bool:
    """Everything under the clause is one hit."""
    if not clause.children:
        return True
    size = document.end_of(clause) - clause.start
    if clause.kind == "table":
        return size <= LONG
    if clause.path and _ARTICLE.match(clause.path[-1]):
        return size <= LONG
    inside_article = any(_ARTICLE.match(label) for label in clause.path)
    paragraphs_only = all(c.kind == "paragraph" for c in document.children(clause))
    return (inside_article or paragraphs_only) and size <= LONG


def _says_more_than_heading(clause: Clause) -> bool:
    return clause.start < clause.end and (clause.kind != "clause" or clause.body < clause.end)


def _embedded(document: Document, clause: Clause, span: Span) -> str:
    """Title, headings from the root, then the text as published; of a row each cell behind its column heads."""
    line = (*document.ancestors(clause), clause)
    headings = [c.heading for c in line if c.heading and c.kind in {"clause", "table"}]
    text = _pairs(document, clause) if clause.kind == "row" else _bare(document, span)
    return "｜".join([document.part_title(clause), *headings, text])


def _pairs(document: Document, row: Clause) -> str:
    """「牵头单位：市科技局；时限：2025年」; empty cells left out."""
    pairs = []
    for cell in row.cells:
        if text := _bare(document, (cell.start, cell.end)):
            heads = "".join(_bare(document, head) for head in cell.heads)
            pairs.append(f"{heads}：{text}" if heads else text)
    return "；".join(pairs) or _bare(document, (row.start, row.end))


def _bare(document: Document, span: Span) -> str:
    return re.sub(r"\s+", "", document.text[slice(*span)])

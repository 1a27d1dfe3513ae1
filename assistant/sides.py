"""What the sides of a comparison are: documents by title, number or place; clauses by heading or number; agencies."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assistant.question.contrast import Contrast, pieces
from assistant.question.pairs import pairs_of
from assistant.question.understand import flatten
from assistant.subjects import abridged, find_subjects
from index.clauses import Clause, Document
from index.clauses.find import find_all
from index.clauses.locator import parse_locator
from index.clauses.numerals import plain

T = TypeVar("T")
CALLED = 0.8
"""Share of a longer name that a document's titles must say."""
LONGEST = 80
"""Characters of a name; what is longer names nothing."""
LONG = 5
"""Characters from which on a name needs no place in it."""
HEADED = 0.75
"""Share of a side that the heading it names must account for."""
MOST_PIECES = 9


@dataclass(frozen=True)
class Side:
    """A document, or several of one name, under the name that the question gives it."""

    name: str
    documents: tuple[Document, ...]


def parted(sides: str, means: Callable[[str], T | None]) -> list[tuple[str, T]]:
    """The sides with what each means, the longest reading first; empty unless there are two and each means something. Words
    that the last side ends in, or the first one begins with, are lent to one that means nothing without them:
    「高成长和高潜力产业」."""
    names, joints = pieces(sides)
    if not 2 <= len(names) <= MOST_PIECES:
        return []
    out: list[tuple[str, T]] = []
    at = 0
    while at < len(names):
        found = _longest(names, joints, at, means) or _lent(names, at, means) or _led(names, at, means)
        if found is None:
            return []
        out.append((found[0], found[2]))
        at = found[1]
    return out if len(out) > 1 else []


def _longest(
    names: Sequence[str], joints: Sequence[str], at: int, means: Callable[[str], T | None]
) -> tuple[str, int, T] | None:
    for end in range(len(names), at, -1):
        if at == 0 and end == len(names):
            continue
        name = names[at] + "".join(j + n for j, n in zip(joints[at:], names[at + 1 : end], strict=False))
        if name and (meant := means(name)) is not None:
            return name, end, meant
    return None


def _lent(names: Sequence[str], at: int, means: Callable[[str], T | None]) -> tuple[str, int, T] | None:
    last = names[-1]
    for size in range(1, min(len(last), 7)):
        name = names[at] + last[-size:]
        if names[at] and at < len(names) - 1 and (meant := means(name)) is not None:
            return name, at + 1, meant
    return None


def _led(names: Sequence[str], at: int, means: Callable[[str], T | None]) -> tuple[str, int, T] | None:
    """「柳河县旅游业和重点产业」: the words that the first side begins with."""
    for size in range(2, min(len(names[0]), 7)) if at else ():
        name = names[0][:size] + names[at]
        if names[at] and (meant := means(name)) is not None:
            return name, at + 1, meant
    return None


_KIND = re.compile(
    r"(?:[这那]?[两几二三四五]?(?:份|个|部|项)?(?:政策文件|文件|政策|措施|规定|办法|方案)|的|两地|本)+$"
)


def documents_called(name: str, documents: Sequence[Document]) -> tuple[Document, ...] | None:
    """Those whose title, number, file name or place the name says, the best alone; None where it is no document's name."""
    bare = plain(name.strip("《》"))
    if not 2 <= len(bare) <= LONGEST:
        return None
    if titled := tuple(d for d in documents if len(bare) >= LONG and any(bare in n for n in _names(d))):
        return titled
    short = _KIND.sub("", bare) or bare
    if placed := tuple(d for d in documents if short in _places(d)):
        return placed
    if len(short) < LONG or name.startswith("《"):
        return None
    scored = [(_said(short, "、".join([*_names(d), d.metadata.region or ""])), d) for d in documents]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(d for score, d in scored if score == best) if best >= CALLED else None


def _names(document: Document) -> list[str]:
    stem = re.sub(r"\.\w{2,5}$", "", document.source)
    return [plain(n) for n in (*document.titles(), stem, document.metadata.number or "") if n]


_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:特别行政区|自治[区州县]|地区|新区|[省市区县州盟旗])")


def _places(document: Document) -> set[str]:
    """「温州市鹿城区」, 「鹿城区」, 「鹿城」; a region in another one does not make its documents those of the larger one."""
    region = document.metadata.region or ""
    parts = _PLACE.findall(region) or ([region] if region else [])
    last = parts[-1] if parts else ""
    return {
        p
        for p in (region, last, re.sub(r"(?:特别行政区|自治[区州县]|地区|新区|[省市区县州盟旗])$", "", last))
        if len(p) > 1
    }


def _said(name: str, text: str) -> float:
    """Share of the name's characters that stand in a pair of it that the text has."""
    pairs = [pair in text for pair in pairs_of(name)]
    held = [a or b for a, b in zip([False, *pairs], [*pairs, False], strict=True)]
    return sum(held) / len(held)


def clause_called(name: str, document: Document) -> Clause | None:
    """The clause that the name is the heading or the number of; None where it says more or something else."""
    flat = flatten(name)
    if parse_locator(flat):
        found = find_all(document, flat)
        return found[0].clause if found else None
    bare = re.sub(r"(?:这?[两二三]?(?:个|项|类|条)?(?:产业|领域|方向|部分)?)$", "", flat)
    for subject in (*find_subjects(flat, [document])[:3], *abridged(flat.lower(), [document])[:1]):
        said = max(len(subject.matched) / len(flat), len(subject.matched) / max(len(bare), 1))
        if said >= HEADED and subject.share >= 0.5:
            return subject.clause
    return None


def clauses_called(sides: str, documents: Sequence[Document]) -> tuple[Document, list[Clause]] | None:
    """The clauses of one document that all the sides name, the first document that has them all."""
    for document in documents:

        def means(name: str, document: Document = document) -> Clause | None:
            return clause_called(name, document)

        found = [clause for _, clause in parted(sides, means)]
        if len({c.id for c in found}) > 1:
            return document, list({c.id: c for c in found}.values())
    return None


_SAID = re.compile(r"^(?:文件|政策)?(?:当?中|里)?(?:都|也)?(?:提到|规定|涉及|写到|写明)?了?")


def document_sides(contrast: Contrast, documents: Sequence[Document]) -> tuple[tuple[Side, ...], str] | None:
    """The documents that are set side by side and what is asked of them; None where the sides are something else."""
    for sides, matter in contrast.readings:
        found = parted(sides, lambda name: documents_called(name, documents))
        named = [Side(name, meant) for name, meant in found]
        if named and len({d.id for side in named for d in side.documents}) > 1:
            return _apart(named), _SAID.sub("", matter) or matter
    return None


def _apart(sides: Sequence[Side]) -> tuple[Side, ...]:
    """A document stands on the first side that names it alone."""
    alone = {s.documents[0].id for s in sides if len(s.documents) == 1}
    return tuple(
        Side(
            s.name,
            s.documents if len(s.documents) == 1 else tuple(d for d in s.documents if d.id not in alone),
        )
        for s in sides
    )

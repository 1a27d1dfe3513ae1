"""Names of agencies in a question, matched with those in documents: 发改委 and 重庆市发展和改革委员会 are 市发展改革委."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.question.understand import flatten

_END = re.compile(r"委员会|管委会|办公室|[委局厅办部署院行会府]")
_PREFIX = re.compile(
    r"^(由|归|是|让|找|请|与|和|向|被|把|即|如)?(重庆市委|重庆市|重庆|市委|市政府|省委|省政府|区委|县委|国家|全市|本市|我市|市|省|区|县|州)?"
)


@dataclass(frozen=True)
class Named:
    """``mention`` as typed; ``name`` as the document writes it, None where no document names such an agency."""

    mention: str
    name: str | None


def core(name: str) -> str:
    """Without place and level in front, 委员会 shortened to 委."""
    flat = re.sub(r"[（(].*?[）)]", "", flatten(name)).replace("委员会", "委").replace("办公室", "办")
    bare = _PREFIX.sub("", flat)
    return bare if len(bare) >= 2 else flat


def _within(short: str, long: str) -> bool:
    """``short`` is ``long`` with characters left out; both begin and end alike."""
    if not short or not long or short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(char in rest for char in short)


def same_agency(mention: str, name: str) -> bool:
    a, b = core(mention), core(name)
    return a == b or (min(len(a), len(b)) >= 2 and (_within(a, b) or _within(b, a)))


def agencies_named(text: str, known: Iterable[str]) -> list[Named]:
    """In the order of the text; an agency that no document knows comes with ``name`` None."""
    flat = flatten(text)
    names = sorted(set(known), key=len, reverse=True)
    found: list[Named] = []
    taken = 0
    for end in (m.end() for m in _END.finditer(flat)):
        best = _ending_at(flat, taken, end, names)
        if best:
            found.append(best)
            taken = end
    return found


_LEVELS = ("市", "省", "区", "县", "重庆", "国家")


def _ending_at(flat: str, taken: int, end: int, names: list[str]) -> Named | None:
    for start in range(max(taken, end - 16), end - 1):
        mention = flat[start:end]
        for name in names:
            begins_alike = mention[0] == core(name)[0] or mention.startswith(_LEVELS)
            if begins_alike and same_agency(mention, name):
                return Named(mention, name)
    match = re.search(
        r"(?:市|省|区|县)(?!级|场|域)[\u4e00-\u9fff]{2,9}(?:委员会|委|局|厅|办公室|办)$", flat[taken:end]
    )
    return Named(match.group(), None) if match else None

"""Names of agencies in a question, matched with those in documents: 发改委 and 重庆市发展和改革委员会 are 市发展改革委."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.question.understand import flatten

_END = re.compile(
    r"委员会|管委会|办公室|(?<![布格结当])局|(?<![会举主承协申代补督催来去要能么何谁想怎如])办|[委厅部署院行会府]"
)
"""Not 「科技创新布局」, nor 「市里会办什么比赛」."""
_PREFIX = re.compile(
    r"^(由|归|是|让|找|请|与|和|向|被|把|即|如)?(重庆市委|重庆市|重庆|市委|市政府|省委|省政府|区委|县委|国家|全市|本市|我市|市|省|区|县|州)?"
)


@dataclass(frozen=True)
class Named:
    """``mention`` as typed; ``name`` as the document writes it, None where no document names such an agency."""

    mention: str
    name: str | None


@lru_cache(maxsize=8192)
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
    long = len(a) >= SHORTEST or (len(a) > 1 and mention[:1] in "市省区县" and len(b) <= LONGEST)
    return a == b or (long and len(b) > 1 and (_within(a, b) or _within(b, a)))


def agencies_named(text: str, known: Iterable[str]) -> list[Named]:
    """In the order of the text, the longest reading of each; an agency that no document knows comes with ``name`` None."""
    flat = flatten(text)
    names = sorted(set(known), key=len, reverse=True)
    ends = [m.end() for m in _END.finditer(flat)]
    readings = [(start, end, named) for end in ends for start, named in _ending_at(flat, end, names)]
    readings += [  # 「郑州海关」 ends like none of these
        (at, at + len(name), Named(name, name))
        for name in names
        if len(name) >= IN_FULL and (at := flat.find(name)) >= 0
    ]
    kept: list[tuple[int, int, Named]] = []
    for start, end, named in sorted(readings, key=lambda r: (r[2].name is None, r[0] - r[1])):
        if all(end <= s or start >= e for s, e, _ in kept):
            kept.append((start, end, named))
    return [named for _, _, named in sorted(kept, key=lambda r: r[0])]


SHORTEST = 3
"""Characters of a mention that may be short for a longer name: 「国办」 is no 国务院扶贫办."""
LONGEST = 6
"""Of a name for which a mention of two characters stands with its level, 「市农委」 for 市农业农村委."""
IN_FULL = 4
"""Characters of a name that is known by itself."""
_NO_NAME = re.compile(
    r"[委局厅办部院行会府](?:[和与及跟同、]|(?:牵头|负责|参与|配合|管)的)|[，,。；;：:？?的]"
)
"""One agency joined to the next: no part of a name, as the 和 in 发展和改革委员会 is; nor is what stands between two words of a
sentence, 「房地产的措施，市城管局」."""
_LEVELS = ("市", "省", "区", "县", "重庆", "国家")
_UNKNOWN = re.compile(
    r"(?:(?:市|省|区|县)(?!级|场|域|里)[\u4e00-\u9fff]{2,9}(?:委员会|委|局|厅|办公室|办)"
    r"|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}(?:(?<![布格结当])局|厅|委员会))$"
)


def _ending_at(flat: str, end: int, names: list[str]) -> Iterator[tuple[int, Named]]:
    """Readings that end at ``end``: (start, what is named)."""
    for start in range(max(0, end - 18), end - 1):
        mention = flat[start:end]
        if _NO_NAME.search(mention):
            continue
        for name in names:
            if _begins_alike(mention, name) and same_agency(mention, name):
                yield start, Named(mention, name)
    short = flat[end - 2 : end]
    meant = [name for name in names if len(name) <= LONGEST + 1 and _within(short, core(name))]
    if len(meant) == 1 and short[-1] in "委局厅" and _BY_ITSELF.fullmatch(flat[max(0, end - 3) : end - 2]):
        yield end - 2, Named(short, meant[0])  # 「农委要配合搞哪个产业」
    match = _UNKNOWN.search(flat[:end])
    if match and not _ASKING.search(match.group()):
        yield match.start(), Named(match.group(), None)


_BY_ITSELF = re.compile("[，,、。？?；;]?")
"""What stands before a mention of two characters without its level."""
_ASKING = re.compile("哪|什么|谁|几|某")
"""「由哪个厅牵头」 names none."""


def _begins_alike(mention: str, name: str) -> bool:
    """A level in front must be the name's own: 省发展改革委 is not 市发展改革委."""
    if mention[0] in "省区县" and name[0] in "市省区县" and mention[0] != name[0]:
        return False
    return mention[0] == core(name)[0] or mention.startswith(_LEVELS)

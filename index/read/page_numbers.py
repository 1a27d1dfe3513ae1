"""Page numbers that a conversion left in the text: 「— 3 —」, 「第3页 共5页」 on lines of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from index.read.reading import Block, Reading

_DASH = r"[-—－–―─~]"
_PAGE = r"第\s*(?P<{n}>\d{{1,4}})\s*[页頁]"
_DRESSED = re.compile(
    rf"(?P<dash>{_DASH})+\s*(?P<a>\d{{1,4}})\s*{_DASH}+|{_PAGE.format(n='b')}\s*[,，、/／]?\s*共\s*\d{{1,4}}\s*[页頁]"
    r"|Page\s*(?P<c>\d{1,4})\s*of\s*\d{1,4}",
    re.I,
)
"""Never anything else, even where it stands once."""
_COUNTING = re.compile(
    rf"{_PAGE.format(n='a')}|(?P<b>\d{{1,4}})\s*[/／]\s*\d{{1,4}}|Page\s*(?P<c>\d{{1,4}})", re.I
)
_BARE = re.compile(r"\d{1,4}")
_LONGEST = 24
_PAGE_OF_TEXT = 200
"""Between two bare numbers stand at least so many characters, or they are no pages."""


def without_page_numbers(reading: Reading) -> Reading:
    """The reading without them, with a remark; the same one where there are none."""
    lines = [b for b in reading.blocks if b.kind == "paragraph" and b.end - b.start <= _LONGEST]
    found = {b.start: _said(reading, b) for b in lines if any(map(str.isdecimal, _said(reading, b)))}
    dressed = [at for at, line in found.items() if _DRESSED.fullmatch(line)]
    gone = {*dressed, *_counting(found, _COUNTING, least=2, apart=0)}
    if reading.wrapped and not gone:
        gone.update(_counting(found, _BARE, least=3, apart=_PAGE_OF_TEXT))
    if not gone:
        return reading
    remark = f"文中夹有 {len(gone)} 处页码（如「{found[min(gone)]}」），不算正文，已略去"
    dashes = {match["dash"] for at in dressed if (match := _DRESSED.fullmatch(found[at])) and match["dash"]}
    gone.update(b.start for b in lines if len(dressed) > 1 and _said(reading, b) in dashes)
    kept = _without(reading, [b for b in lines if b.start in gone])
    return replace(kept, remarks=(*reading.remarks, remark))


def _said(reading: Reading, block: Block) -> str:
    return reading.text[block.start : block.end].strip()


def _counting(found: dict[int, str], form: re.Pattern[str], least: int, apart: int) -> list[int]:
    """Where all lines of the form stand, if they are many enough and count up; bare numbers one by one."""
    places = [(at, m) for at, line in found.items() if (m := form.fullmatch(line))]
    numbers = [int(next((n for n in m.groups() if n), m.group())) for _, m in places]
    steps = [b - a for a, b in pairwise(numbers)]
    counts = all(step == 1 for step in steps) if apart else all(step > 0 for step in steps)
    far = all(b - a >= apart for (a, _), (b, _) in pairwise(places))
    return [at for at, _ in places] if len(places) >= least and counts and far else []


def _without(reading: Reading, gone: Sequence[Block]) -> Reading:
    """With these blocks and their lines cut out of the text, everything behind them moved up."""
    cuts = [(b.start, min(b.end + 1, len(reading.text))) for b in gone]
    lost = list(accumulate((end - start for start, end in cuts), initial=0))

    ends = [end for _, end in cuts]

    def moved(at: int) -> int:
        return at - lost[bisect_right(ends, at)]

    bounds = [0, *(at for cut in cuts for at in cut), len(reading.text)]
    text = "".join(reading.text[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True))
    blocks = [
        replace(
            b, start=moved(b.start), end=moved(b.end),
            cells=tuple(replace(c, start=moved(c.start), end=moved(c.end)) for c in b.cells),
        )
        for b in reading.blocks if b not in gone
    ]  # fmt: skip
    return replace(reading, text=text, blocks=tuple(blocks))

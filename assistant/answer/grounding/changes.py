"""Where two parts run alike and in what they differ."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

TOWARDS = frozenset("向由经到报给")
"""Behind them stands who has a part in it."""
WORD, WORDS, ANCHOR, EDGE = 5, 10, 5, 2
"""Characters of a word that differs; of words that are exchanged; of what is the same around them; what an end counts there."""


@dataclass(frozen=True)
class Change:
    """``said`` stands in the sentence where the clause has ``written``; both between words that are the same.
    ``whole``: they are all that differs there, not the beginning of it."""

    said: str
    written: str
    at: int
    there: int
    whole: bool = True


def differences(part: str, other: str) -> tuple[list[int], list[Change]]:
    """(lengths of what both have, what differs between them); a single character that both have parts no word."""
    blocks = SequenceMatcher(None, part, other, autojunk=False).get_matching_blocks()
    kept = [b for b in blocks[:-1] if b.size >= 2 or part[b.a] in TOWARDS]
    changes, i, j, before = [], 0, 0, EDGE
    for block in [*kept, blocks[-1]]:
        whole = part[i : block.a], other[j : block.b]
        said, written = _heads(*whole)
        after = block.size or EDGE
        if said != written and max(len(said), len(written)) <= WORDS and before + after >= ANCHOR:
            changes.append(Change(said, written, i, j, (said, written) == whole))
        i, j, before = block.a + block.size, block.b + block.size, block.size
    return [b.size for b in kept], changes


def _heads(said: str, written: str) -> tuple[str, str]:
    """「期后提出」 for 「期内向主管部门提出」: a short word stands against the beginning of a long one."""
    if 0 < len(said) <= 2 and len(written) > WORD:
        return said, written[: len(said)]
    if 0 < len(written) <= 2 and len(said) > WORD:
        return said[: len(written)], written
    return said, written

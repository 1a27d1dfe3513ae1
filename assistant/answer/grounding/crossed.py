"""「一般事项不设上限」 where the clause sets none for 重点事项, and one for 一般事项: denied of one thing, and said of another.

Both sentences of the clause are worded alike; of the words of the claim the one that denies nothing holds all that the other
holds, and those that name the thing besides.
"""

from __future__ import annotations

from assistant.answer.grounding.operators import denials
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs, sentences, span_around

_ALIKE, _MORE = 3, 2
"""Pairs of characters that both have; that name the thing."""


def crossed(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    text = source.text
    said = [text[begin:end] for begin, end in sentences(text)]
    faults = []
    for one in denials(sentence):
        begin, end = span_around(sentence, one.start)
        what, claim = sentence[one.end : end], pairs(sentence[begin : one.start])
        denied = pairs(what)
        if not denied or "的" in what or what[-1] in "时者":  # a case
            continue
        denying = [
            s for s in said if any(denied <= pairs(s[o.end : o.end + len(what) + 2]) for o in denials(s))
        ]
        held = frozenset[str]().union(*(claim & pairs(s) for s in denying))
        others = (
            claim & pairs(s)
            for s in said
            if not denials(s) and what[-2:] in s and 2 * len(denied & pairs(s)) >= len(denied)
        )
        if len(held) >= _ALIKE and any(held < other and len(other - held) >= _MORE for other in others):
            faults.append(f"“{one.word}{what[:8]}”说的是别的")
    return faults

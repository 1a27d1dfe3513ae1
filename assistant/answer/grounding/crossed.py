"""Said of another thing or case of the clause: 「一般事项不设上限」 where it sets none for 重点事项, and one for 一般事项;
「县属单位申请的，向市局提出」 where those of the city do so, and those of the county elsewhere.

Two places of the clause are worded alike; of the words of the claim one holds all that the other holds, and some besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.answer.grounding.operators import denials
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs, segments, sentences, span_around

_CONFINES = re.compile("方可|方能|只|仅|限|禁|才|严|杜绝|拒|避免|防止|除|专[款用]|未|非|违|不|一律|唯一")
_ALIKE, _MORE = 3, 2
"""Pairs of characters that both have; that name the thing."""


def crossed(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    return [
        *_denied_of_another(sentence, source.text),
        *_of_another_case(sentence, source.text),
        *_banned_nowhere(sentence, source.text),
    ]


def _denied_of_another(sentence: str, text: str) -> list[str]:
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


def _of_another_case(sentence: str, text: str) -> list[str]:
    """What follows is wholly that of one case of the clause, and the case rather that of another."""
    known = [(pairs(case), pairs(then)) for case, then in _cases(text)]
    faults = []
    for case, then in _cases(sentence):
        wanted, said = pairs(case), pairs(then)
        wholly = [(c, t) for c, t in known if len(said) >= _ALIKE and said <= t]
        held = frozenset[str]().union(*(wanted & c for c, _ in wholly))
        others = (wanted & c for c, t in known if not said <= t and 2 * len(said & t) >= len(said))
        if len(held) >= _ALIKE and any(held < one and len(one - held) >= _MORE for one in others):
            faults.append(f"“{then[:12]}”说的是别的情形")
    return faults


def _cases(text: str) -> Iterator[tuple[str, str]]:
    """「…的，…」: a case and what follows from it."""
    spans = list(segments(text))
    for (begin, end), (start, stop) in pairwise(spans):
        if text[end : end + 1] == "，" and text[end - 1] in "的时":
            yield text[begin:end], text[start:stop]


def _banned_nowhere(sentence: str, text: str) -> Iterator[str]:
    """The clause denies and confines nothing; 「未经批准不得…」, two denials, is another way to demand."""
    found = denials(sentence)
    if len(found) == 1 and found[0].kind == "ban" and not denials(text) and not _CONFINES.search(text):
        yield f"条款没有“{sentence[found[0].start : found[0].end + 8]}”"

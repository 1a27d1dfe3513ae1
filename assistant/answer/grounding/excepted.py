"""What the clause excepts and the sentence includes, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.grounding.operators import denials
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs, span_around

_EXCEPTION = re.compile(r"（不含(?P<inner>[^（）]{2,30})）|[（，](?P<outer>[^（），。；]{2,20})除外[）。]")
_INCLUDED = re.compile(r"(?<!不)(?:包括|含)(?P<what>[^，。；、（）]{2,14}?)(?:在内|[，。的]|$)")
_LEFT_OUT = re.compile(r"(?P<what>[^，。；（）]{4,16}?)(?:并?不(?:包括|包含|含|计算?)在内|不计入|不算在内)")
_HELD = re.compile(r"(?<!不)(?:包括|含|计入)(?P<what>[^，。；（）]{4,24})")
_EXCEPTS = re.compile(r"除|不含|不包括|例外|另行|之外|以外")


def excepted(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    text = source.text
    return [*_excepted(sentence, text), *_left_out(sentence, text), *_said_of_the_same(sentence, text)]


def _excepted(sentence: str, text: str) -> Iterator[str]:
    """What the clause has a word of only where it excepts it, and the sentence speaks of as of the others;
    a denial of a case, as 「未提出解约的」, is none of it."""
    for match in _INCLUDED.finditer(sentence):
        what = re.escape(match["what"])
        held = re.search(rf"(?<!不)(?:包括|含)[^，。；]{{0,4}}{what}", text)
        if not held and re.search(rf"(?:除|不含|不包括)[^，。；]{{0,4}}{what}", text):
            yield f"条款把“{match['what']}”除外"
    said = [sentence[o.end : span_around(sentence, o.start)[1]] for o in denials(sentence)]
    if _EXCEPTS.search(sentence) or not all("的" in one or one.endswith("时") for one in said):
        return
    for match in _EXCEPTION.finditer(text):
        for one in re.split(r"[、和及]|或者?", match.group("inner") or match.group("outer")):
            if len(one) >= 2 and one in sentence and text.count(one) == 1:
                yield f"条款把“{one}”除外"


def _left_out(sentence: str, text: str) -> Iterator[str]:
    """「等待的时间不包括在内」 where the clause has it included."""
    held = [pairs(m["what"]) for m in _HELD.finditer(text)]
    for match in _LEFT_OUT.finditer(sentence):
        wanted = pairs(match["what"].replace("的", ""))
        if wanted and any(len(wanted & words) >= 0.8 * len(wanted) for words in held):
            yield f"条款包括“{match['what']}”"


LEAST, SHARED = 4, 0.6
"""Pairs of words that a denial has besides its verb; the share of them that the sentence must have."""


def _said_of_the_same(sentence: str, text: str) -> Iterator[str]:
    """「应当承担的责任随之免除」 where the clause says 「不免除应当承担的责任」: the words stand in another order."""
    for one in denials(text):
        if one.word[0] not in "不未无" or any(o.word not in text[one.end :][:2] for o in denials(sentence)):
            continue
        phrase = text[one.end : span_around(text, one.start)[1]]
        verb, rest = phrase[:2], pairs(phrase[2:])
        alone = text.count(verb) == 1 and verb in sentence
        if alone and len(rest) >= LEAST and len(rest & pairs(sentence)) >= SHARED * len(rest):
            yield f"条款说“{one.word}{phrase[:8]}”"

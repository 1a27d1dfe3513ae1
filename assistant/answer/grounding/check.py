"""A sentence against the clauses that it cites: every claim of it must be theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.answer.grounding.agents import agencies, roles
from assistant.answer.grounding.content import ABSENT, absent, content, overlap
from assistant.answer.grounding.contrast import contrast
from assistant.answer.grounding.figures import figures
from assistant.answer.grounding.lists import lists
from assistant.answer.grounding.names import names
from assistant.answer.grounding.operators import modality
from assistant.answer.grounding.source import Source, together
from assistant.answer.grounding.text import flat

Check = Callable[[str, Source], list[str]]
CHECKS: tuple[Check, ...] = (figures, names, agencies, roles, modality, contrast, lists, content)
"""Each takes the flat sentence and what it stands on, and gives what is wrong, in words."""
LONGEST = 500
"""Characters of a sentence that is looked at; a longer one is none, and is not shown."""
_DENIAL = re.compile(r"[^，。；]*(?:没有|并未|未|不是|并非)[^，。；]*")


def faults(sentence: str, sources: Sequence[Source], question: str = "") -> list[str]:
    """Empty where every claim is held. What a sentence denies in the words of the question, or says to be missing, is no
    claim of the clause's."""
    return list(_wrong(sentence, sources, question))


def supported(sentence: str, sources: Sequence[Source], question: str = "") -> bool:
    return next(_wrong(sentence, sources, question), None) is None


def _wrong(sentence: str, sources: Sequence[Source], question: str) -> Iterator[str]:
    if not sources:
        yield "没有依据"
    elif len(sentence) > LONGEST:
        yield f"一句超过 {LONGEST} 字"
    else:
        basis = together(tuple(sources))
        said = flat(sentence)
        missing = absent(said, basis)
        yield from missing
        claims = "" if missing else _claims(said, flat(question))
        for check in CHECKS if claims.strip("，。；") else ():
            yield from check(claims, basis)


def bound(
    sentence: str, cited: Sequence[int], sources: Sequence[Source], question: str = ""
) -> tuple[int, ...]:
    """Indices of the sources that bear the sentence: those cited, or the one of the others that shares most with it, or none."""
    if cited and supported(sentence, [sources[i] for i in cited], question):
        return tuple(cited)
    said = flat(sentence)
    others = sorted(range(len(sources)), key=lambda i: -overlap(said, sources[i]))
    return next(((i,) for i in others if supported(sentence, [sources[i]], question)), ())


def _claims(said: str, asked: str) -> str:
    """Without what is said to be missing, and without what is denied of the question's own words."""

    def held(match: re.Match[str]) -> str:
        words = match.group()
        if ABSENT.search(words):
            return ""
        figures_asked = [n for n in re.findall(r"\d+", words) if n in asked]
        return "" if figures_asked and re.search(r"没有|不是|并非", words) else words

    return re.sub(r"，{2,}", "，", _DENIAL.sub(held, said))

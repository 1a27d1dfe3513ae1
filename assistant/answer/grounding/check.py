"""A sentence against the clauses that it cites: every claim of it must be theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answer.grounding.agents import agencies, roles
from assistant.answer.grounding.content import ABSENT, absent, content, overlap
from assistant.answer.grounding.figures import figures
from assistant.answer.grounding.names import names
from assistant.answer.grounding.operators import modality
from assistant.answer.grounding.source import Source, together
from assistant.answer.grounding.text import flat

Check = Callable[[str, Source], list[str]]
CHECKS: tuple[Check, ...] = (figures, names, agencies, roles, modality, content)
"""Each takes the flat sentence and what it stands on, and gives what is wrong, in words."""
_DENIAL = re.compile(r"[^，。；]*(?:没有|并未|未|不是|并非)[^，。；]*")


def faults(sentence: str, sources: Sequence[Source], question: str = "") -> list[str]:
    """Empty where every claim is held. What a sentence denies in the words of the question, or says to be missing, is no
    claim of the clause's."""
    if not sources:
        return ["没有依据"]
    basis = together(tuple(sources))
    said = flat(sentence)
    if missing := absent(said, basis):
        return missing
    claims = _claims(said, flat(question))
    return [fault for check in CHECKS for fault in check(claims, basis)] if claims.strip("，。；") else []


def supported(sentence: str, sources: Sequence[Source], question: str = "") -> bool:
    return not faults(sentence, sources, question)


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

"""A question in the words of documents, for the tables and for the search."""

from __future__ import annotations

from collections.abc import Callable

from assistant.question import vocabulary
from assistant.question.pairs import pairs_of


def plainly(text: str) -> str:
    """Colloquial, dialectal and misspelt words as documents and the other tables have them.

    >>> plainly("公基金啥时候能提？"), plainly("穗有几多补贴")
    ('公积金什么时候能提？', '穗有多少补贴')
    """
    for pattern, plain in vocabulary.COLLOQUIAL:
        text = pattern.sub(plain, text)
    return text


def officially(text: str, rarity: Callable[[str], float]) -> str:
    """For the search: an everyday word that hardly occurs in the library gives way to the first of those that stand for it."""
    for word, others in vocabulary.SYNONYMS.items():
        at = text.lower().find(word)
        if at >= 0 and others[0] != word and min(rarity(p) for p in pairs_of(word) or [word]) >= EVERYDAY:
            text = text[:at] + others[0] + text[at + len(word) :]
    return text


EVERYDAY = 0.8
"""Rarity from which on a word is none of the documents'."""

"""Pairs of characters, by which words of Chinese are compared."""

from __future__ import annotations


def pairs_of(flat: str) -> list[str]:
    """In order; none of a single character.

    >>> pairs_of("先导区")
    ['先导', '导区']
    """
    return [flat[i : i + 2] for i in range(len(flat) - 1)]

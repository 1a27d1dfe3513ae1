"""How patterns with many ways of saying one thing are written: a way a line."""

from __future__ import annotations


def either(*ways: str) -> str:
    """The ways as the alternatives of one pattern, without a group around them."""
    return "|".join(ways)

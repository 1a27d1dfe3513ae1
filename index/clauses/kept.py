"""What is read from a document once is kept with it: a document never changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from index.clauses.document import Document

T = TypeVar("T")


def kept(read: Callable[[Document], T]) -> Callable[[Document], T]:
    """``read`` runs once for each document; what it returns is shared and must not be changed."""
    key = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def known(document: Document) -> T:
        held: dict[str, Any] = document.__dict__
        if key not in held:
            held[key] = read(document)
        return cast("T", held[key])

    return known

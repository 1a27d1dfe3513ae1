"""What is read from a clause beyond its words: who leads, what is aimed at, what is granted, what a word stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator


def _spans(data: Any) -> Any:
    """The lists in a fact's stored data are spans, or spans in tuples: tuples at every depth, as they were written."""
    if isinstance(data, dict):
        return {key: _spans(value) for key, value in data.items()}
    return tuple(_spans(value) for value in data) if isinstance(data, list | tuple) else data


@dataclass(frozen=True)
class Fact:
    """Something read from a clause, with the span it was read from.

    ``data`` holds what the kind needs (strings, numbers, None, spans, tuples of spans, one level of dicts): agency
    ``role, name, owner, etc, list, forward, task``; target ``value, value_max, unit, comparator, object, deadline``;
    measure ``beneficiary, who, conditions, support, amount, tiers, strength``; gloss ``term, meaning``.
    """

    kind: Literal["agency", "target", "measure", "gloss"]
    text: str
    start: int
    end: int
    clause_id: str
    data: Annotated[dict[str, Any], BeforeValidator(_spans)] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "text": self.text, "start": self.start, "end": self.end, **self.data}

"""How many altered sentences the checks catch, and how many faithful ones they keep (``tiaokuan eval grounding``)."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from statistics import median
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answer.grounding import Source, faults, source
from evals.interval import Estimate, share
from evals.thresholds import below
from index.errors import InputError

Half = Literal["tuning", "test", "hold"]
"""``hold``: only totals are printed, never a sentence."""
Kind = Literal[
    "number",
    "comparator",
    "swap",
    "unit",
    "agency",
    "role",
    "date",
    "negation",
    "modality",
    "list",
    "clause",
    "invented",
    "quotation",
]
FAITHFUL = "faithful"
KINDS: tuple[Kind, ...] = get_args(Kind)
LOTS = {
    1: "statements.jsonl", 2: "second.jsonl", 3: "third.jsonl", 4: "fourth.jsonl", 5: "fifth.jsonl", 6: "sixth.jsonl",
    7: "seventh.jsonl",
}  # fmt: skip


class Altered(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    text: str


class Record(BaseModel):
    """A clause, and sentences about it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: str
    half: Half
    locator: str
    heading: str
    above: tuple[str, ...]
    clause: str
    faithful: tuple[str, ...]
    altered: tuple[Altered, ...]
    lot: Literal[1, 2, 3, 4, 5, 6, 7] = 1

    @property
    def source(self) -> Source:
        return source(self.clause, [*self.above, self.heading], [self.document], [self.locator])


@dataclass(frozen=True)
class Judged:
    """``kind`` is 「faithful」 or what was altered; ``found`` what the checks object to."""

    record: Record
    kind: str
    text: str
    found: tuple[str, ...]
    ms: float = 0.0

    @property
    def right(self) -> bool:
        return bool(self.found) == (self.kind != FAITHFUL)


@dataclass(frozen=True)
class GroundingReport:
    judged: tuple[Judged, ...]
    suite: str = "grounding"

    @property
    def measures(self) -> Mapping[str, Estimate]:
        """``caught`` of the altered, ``kept`` of the faithful; for each half of each lot, and ``caught`` for each kind."""
        flags: dict[str, list[bool]] = {}
        for one in self.judged:
            name = "kept" if one.kind == FAITHFUL else "caught"
            for key in (name, f"{name}_{one.record.lot}_{one.record.half}"):
                flags.setdefault(key, []).append(one.right)
            if one.kind != FAITHFUL:
                flags.setdefault(f"caught:{one.kind}", []).append(one.right)
        return {name: share(values) for name, values in sorted(flags.items())}

    @property
    def median_ms(self) -> float:
        """What the checks of one sentence took."""
        return median(one.ms for one in self.judged)

    @property
    def failing(self) -> tuple[Judged, ...]:
        """Those that may be looked at."""
        return tuple(one for one in self.judged if not one.right and one.record.half != "hold")

    @property
    def short(self) -> tuple[str, ...]:
        return below(self.suite, self.measures)

    @property
    def passed(self) -> bool:
        return not self.short

    def to_json(self) -> dict[str, Any]:
        measures = {name: estimate.to_json() for name, estimate in self.measures.items()}
        return {"suite": self.suite, "n": len(self.judged), "measures": measures, "passed": self.passed}


def load_records() -> tuple[Record, ...]:
    """The statements that come with the program; InputError names the line that cannot be read."""
    return tuple(record for name in LOTS.values() for record in _read(name))


def _read(name: str) -> Iterator[Record]:
    text = (files("evals") / "datasets" / "grounding" / name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            yield Record.model_validate_json(line)
        except ValidationError as error:
            raise InputError(
                f"{name} 第 {number} 行有误：{error.errors()[0]['msg']}", "格式见 evals/grounding.py"
            ) from error


def run_grounding(records: tuple[Record, ...] | None = None) -> GroundingReport:
    chosen = load_records() if records is None else records
    return GroundingReport(tuple(one for record in chosen for one in _judged(record)))


def _judged(record: Record) -> Iterator[Judged]:
    basis = [record.source]
    statements = [(FAITHFUL, text) for text in record.faithful] + [(a.kind, a.text) for a in record.altered]
    for kind, text in statements:
        started = time.perf_counter()
        found = tuple(faults(text, basis))
        yield Judged(record, kind, text, found, (time.perf_counter() - started) * 1000)

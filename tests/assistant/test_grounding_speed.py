"""What the checks of one sentence take, on its own clause and on one of 3,000 characters that holds it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles

import pytest

from assistant.answer.grounding import Source, faults, source
from evals.grounding import Record, load_records

RECORDS = [record for record in load_records() if record.lot > 1][:120]
LONG = 3_000


def _sentences(record: Record) -> list[str]:
    return [*record.faithful, *(one.text for one in record.altered)]


def _own() -> Iterator[tuple[str, Source]]:
    for record in RECORDS:
        yield from ((said, record.source) for said in _sentences(record))


def _long() -> Iterator[tuple[str, Source]]:
    """A clause is read when the first sentence cites it; the others find it read."""
    for n in range(0, len(RECORDS), 8):
        text = "\n".join(record.clause for record in RECORDS[n:] + RECORDS[:n])
        basis = source(text[:LONG])
        yield from ((said, basis) for record in RECORDS[n : n + 2] for said in _sentences(record))


@pytest.mark.parametrize(
    ("cases", "usual", "slow"), [(_own, 10, 30), (_long, 20, 90)], ids=["its own clause", "3,000 characters"]
)
def test_a_sentence_is_checked_in_milliseconds(
    cases: Callable[[], Iterator[tuple[str, Source]]], usual: float, slow: float
) -> None:
    taken = []
    for said, basis in cases():
        started = time.perf_counter()
        faults(said, [basis])
        taken.append(1000 * (time.perf_counter() - started))
    assert len(taken) >= 50
    assert median(taken) < usual
    assert quantiles(taken, n=20)[-1] < slow

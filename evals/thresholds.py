"""What a suite must reach to pass: measure → least value."""

from __future__ import annotations

from collections.abc import Mapping

from evals.interval import Estimate

THRESHOLDS: dict[str, dict[str, float]] = {
    "plan": {"answerable": 0.95, "unanswerable": 0.95, "verbatim": 1.0},
    "grounding": {"caught": 0.95, "kept": 0.97},
    "policies": {"answerable": 0.80, "unanswerable": 0.85, "verbatim": 1.0},
}


def below(suite: str, measures: Mapping[str, Estimate]) -> tuple[str, ...]:
    """Names of the measures under their threshold; one that could not be measured counts as under it."""
    wanted = THRESHOLDS.get(suite, {})
    return tuple(
        name for name, least in wanted.items() if name not in measures or measures[name].value < least
    )

"""The whole way from question to answer on the built-in plan, measured against the thresholds."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from assistant.service import Assistant
from evals.report import print_report
from evals.run import SuiteReport, run_suite


@pytest.fixture(scope="module")
def report(assistant: Assistant) -> SuiteReport:
    return run_suite("plan", assistant)


def test_the_plan_suite_passes(report: SuiteReport) -> None:
    console = Console(file=StringIO(), width=160)
    print_report(report, console)
    assert report.passed, console.file.getvalue()  # type: ignore[attr-defined]


def test_every_quotation_is_verbatim(report: SuiteReport) -> None:
    assert report.measures["verbatim"].value == 1.0
    assert report.measures["verbatim"].n >= len(report.verdicts)

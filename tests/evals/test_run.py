"""The runner and the printed report on a scripted assistant."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from evals.case import KINDS
from evals.refusal import Crossing
from evals.report import print_report
from evals.run import SuiteReport, by_kind, run_cases, run_suite
from index.errors import InputError, ModelError
from tests.evals.builders import ScriptedAssistant, answer, case, citation


def run() -> SuiteReport:
    assistant = ScriptedAssistant(
        {
            "多少？": answer("奖励100万元。", [citation()]),
            "何时？": answer("奖励300万元。", [citation(quote="奖励300万元")]),
            "天气？": answer("库中没有。", outcome="refused", closest=[citation(quote="100万元")]),
            "电话？": answer("是110。", [citation()]),
        }
    )
    cases = [
        case(id="a", question="多少？"),
        case(id="b", turns=["多少？", "何时？"], question=None, kind="followup"),
        case(id="c", question="天气？", kind="refused", outcome="refused"),
        case(id="d", question="电话？", kind="unspecified", outcome="unspecified", document="甲.txt"),
    ]
    report = run_cases("plan", cases, assistant)
    assert assistant.asked[-1] == ("电话？", ("甲.txt",))
    return report


def test_measures_of_a_suite() -> None:
    report = run()
    assert {name: (e.value, e.n) for name, e in report.measures.items()} == {
        "answerable": (1 / 2, 2),
        "false_refusals": (0.0, 2),
        "unanswerable": (1 / 2, 2),
        "unanswerable_right": (1 / 2, 2),
        "verbatim": (3 / 4, 4),
        "quoted": (1.0, 3),
        "numbers": (2 / 3, 3),
        "brief": (1.0, 1),
    }
    assert by_kind(report.verdicts) == {
        "target": (1, 1), "followup": (0, 1), "refused": (1, 1), "unspecified": (0, 1),
    }  # fmt: skip


def test_the_whole_table_is_counted_and_printed() -> None:
    report = run()
    assert report.crossing == Crossing(
        answerable_answered=2, answerable_silent=0, unanswerable_answered=1, unanswerable_silent=1
    )
    console = Console(file=StringIO(), width=100)
    print_report(report, console)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert [line.split("│")[2:4] for line in lines if line.startswith("│ 可答 ")] == [["    2 ", "      0 "]]
    assert [line.split("│")[2:4] for line in lines if line.startswith("│ 不可答 ")] == [
        ["    1 ", "      1 "]
    ]


def test_json_and_thresholds() -> None:
    report = run()
    shown = report.to_json()
    assert list(shown) == ["suite", "n", "measures", "passed"]
    assert (shown["suite"], shown["n"], shown["passed"]) == ("plan", 4, False)
    assert set(shown["measures"]["verbatim"]) == {"value", "low", "high"}
    assert report.short == ("answerable", "unanswerable", "verbatim")


def test_a_failing_question_is_a_fault_and_the_rest_goes_on() -> None:
    class Broken(ScriptedAssistant):
        def ask(self, question=None, turns=(), documents=()):  # type: ignore[no-untyped-def]
            if question == "坏":
                raise ModelError("模型没有答复")
            return super().ask(question, turns, documents)

    cases = [case(id="a", question="坏"), case(id="b", question="多少？")]
    report = run_cases("plan", cases, Broken({"多少？": answer(citations=[citation()])}))
    assert [verdict.right for verdict in report.verdicts] == [False, True]
    assert "模型没有答复" in report.verdicts[0].faults[0]


def test_unknown_suite_names_the_suites() -> None:
    with pytest.raises(InputError, match="plan"):
        run_suite("nothing", ScriptedAssistant({}))


def test_printed_report() -> None:
    console = Console(file=StringIO(), width=120)
    print_report(run(), console)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    for words in (KINDS["followup"], "应为 unspecified，得到 answered", "奖励300万元", "未通过"):
        assert words in text

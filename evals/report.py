"""A suite's report for people."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.answers import SPEED_LIMITS, AnswersReport
from evals.case import KINDS
from evals.judge import Verdict
from evals.machine import machine
from evals.refusal import Crossing
from evals.retrieval import RetrievalReport
from evals.run import SuiteReport, by_kind
from evals.thresholds import THRESHOLDS

NAMES = {
    "answerable": "可答题答对（条款、用语、结果均对）",
    "false_refusals": "可答题误拒",
    "unanswerable": "不可答题未作答（拒答召回）",
    "unanswerable_right": "不可答题结果与提示均对",
    "verbatim": "引文逐字一致",
    "quoted": "答语中的引号内容有出处",
    "numbers": "答语中的数字有出处",
    "brief": "事实与查引题简短",
    "r@5": "前 5 条含全部标准段落",
    "r@10": "前 10 条含全部标准段落",
    "r@2500": "前 2500 字含全部标准段落",
    "mrr@10": "首个命中名次倒数均值",
    "doc@1": "首条出自标准文件",
    "gold_cited": "作答且前 3 条引用含标准段落",
    "gold_cited_of_answered": "同上，只计作答的题",
    "answered": "作答",
    "unspecified": "答为文件未规定",
    "refused": "拒答",
    "removed_answered": "抽去所属文件：作答",
    "removed_unspecified": "抽去所属文件：答为未规定",
    "removed_refused": "抽去所属文件：拒答",
    "removed_refusal_recall": "抽去所属文件：未作答或引到同文（拒答召回）",
    "compose_p50_ms": "组答用时中位数",
    "compose_p95_ms": "组答用时 95 分位",
}
LONGEST = 160


def print_report(report: SuiteReport, console: Console) -> None:
    """Tables of kinds and measures, then what went wrong, then passed or not."""
    console.print(_kinds(report))
    console.print(_measures(report))
    console.print(_crossing(report.crossing))
    for verdict in report.failing:
        console.print(_failure(verdict))
    console.print(f"评测 {escape(report.suite)}，{len(report.verdicts)} 题，{_done(report)}")


def print_answers(report: AnswersReport, console: Console) -> None:
    """Shares, and times in milliseconds with their limits; there are no thresholds."""
    table = Table("指标")
    for column in ("值", "95% 区间", "个数", "限度"):
        table.add_column(column, justify="right")
    for name, estimate in report.measures.items():
        limit = SPEED_LIMITS.get(name)
        shown = [
            f"{number:.1f} ms" if limit else f"{number:.1%}"
            for number in (estimate.value, estimate.low, estimate.high)
        ]
        most = f"{limit} ms" if limit else ""
        table.add_row(NAMES[name], shown[0], f"{shown[1]}—{shown[2]}", str(estimate.n), most)
    console.print(table)
    console.print(f"评测 {escape(report.suite)}，{report.n} 题")


def print_measures(report: RetrievalReport, console: Console) -> None:
    """The measures of a retrieval run; there are no thresholds."""
    table = Table(box=None, pad_edge=False)
    for column in ("指标", "值", "95 % 区间"):
        table.add_column(column)
    for name, estimate in report.measures.items():
        table.add_row(
            f"{name} {NAMES[name]}", f"{estimate.value:.3f}", f"{estimate.low:.3f}—{estimate.high:.3f}"
        )
    console.print(table)
    took = report.timings_ms
    console.print(f"检索一题：中位 {took['median']:.1f} ms，95 分位 {took['p95']:.1f} ms（{machine()}）")
    console.print(f"评测 {escape(report.suite)}，{report.n} 题")


def _done(report: SuiteReport) -> str:
    if report.suite not in THRESHOLDS:
        return "未设门槛"
    return "通过" if report.passed else f"未通过：{'、'.join(NAMES[name] for name in report.short)}"


def _kinds(report: SuiteReport) -> Table:
    table = Table("题型", title=f"评测 {escape(report.suite)}")
    for column in ("答对", "题数", "比例"):
        table.add_column(column, justify="right")
    for kind, (right, n) in by_kind(report.verdicts).items():
        table.add_row(KINDS[kind], str(right), str(n), f"{right / n:.0%}")
    return table


def _crossing(counts: Crossing) -> Table:
    table = Table("题数")
    for column in ("作答", "未作答"):
        table.add_column(column, justify="right")
    table.add_row("可答", str(counts.answerable_answered), str(counts.answerable_silent))
    table.add_row("不可答", str(counts.unanswerable_answered), str(counts.unanswerable_silent))
    return table


def _measures(report: SuiteReport) -> Table:
    table = Table("指标")
    for column in ("值", "95% 区间", "个数", "门槛"):
        table.add_column(column, justify="right")
    for name, estimate in report.measures.items():
        least = THRESHOLDS.get(report.suite, {}).get(name)
        interval = f"{estimate.low:.1%}—{estimate.high:.1%}"
        threshold = f"{least:.0%}" if least is not None else ""
        table.add_row(NAMES[name], f"{estimate.value:.1%}", interval, str(estimate.n), threshold)
    return table


def _failure(verdict: Verdict) -> str:
    lines = [f"[bold]{escape(verdict.case.id)}[/bold] {escape(verdict.case.asked)}"]
    lines.append(f"  [red]{escape('；'.join(verdict.faults))}[/red]")
    if verdict.answer:
        cited = "；".join(citation.locator for citation in verdict.answer.citations)
        said = " ".join(verdict.answer.answer.split())
        lines.append(escape(f"  得到：{said[:LONGEST]}（引：{cited or '无'}）"))
    return "\n".join(lines)

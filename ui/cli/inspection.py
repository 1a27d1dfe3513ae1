"""``tiaokuan eval`` and ``settings``: how good the answers are, and what the process was told."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer
from rich.console import Console
from rich.table import Table

from index.errors import InputError
from ui.cli.arguments import AsJson
from ui.cli.runtime import desk_of
from ui.cli.terminal import PIPE_WIDTH, note, plain, show_json, stdout
from ui.problems import COULD_NOT

if TYPE_CHECKING:
    from assistant.service import Assistant
    from evals.case import Half
    from evals.run import SuiteReport

SUITES = "plan、policies、statutes、answers、grounding 或 retrieval"
TAKEN_BY = {
    "corpus": ("policies", "statutes", "answers", "retrieval"),
    "questions": ("answers", "retrieval"),
    "half": ("policies", "statutes"),
    "sample": ("answers",),
}
"""Which suites take an option."""


def evaluate(
    ctx: typer.Context,
    suite: Annotated[str, typer.Argument(metavar="评测", help=SUITES)],
    as_json: AsJson = False,
    corpus: Annotated[Path | None, typer.Option(metavar="文件夹", help="题目所问的文件；plan 不用")] = None,
    questions: Annotated[
        Path | None, typer.Option(metavar="文件", help="retrieval、answers：问题，JSONL")
    ] = None,
    half: Annotated[
        str | None, typer.Option(metavar="tune|hold", help="policies、statutes：只用一半题目")
    ] = None,
    sample: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="answers：抽取 N 题，每次相同")
    ] = None,
) -> None:
    """运行一套评测；低于门槛时退出状态为 1。

    plan 在库中进行；grounding 用随程序的句子检验对模型的逐句核对；policies、statutes 在 --corpus 的文件上进行；
    retrieval（检索）和 answers（回答所引）须给出 --corpus 和 --questions。
    """
    from evals.corpus import FOLDER_SUITES

    _refuse_strangers(suite, {"corpus": corpus, "questions": questions, "half": half, "sample": sample})
    if suite == "retrieval":
        _retrieval(corpus, questions, as_json)
    elif suite == "answers":
        _answers(corpus, questions, sample, as_json)
    elif suite == "grounding":
        _grounding(as_json)
    elif suite in FOLDER_SUITES:
        _show_suite(_folder_suite(suite, corpus, half), as_json)
    else:
        _show_suite(_suite(ctx, suite), as_json)


def _refuse_strangers(suite: str, given: Mapping[str, object]) -> None:
    """An option that the suite does not take would otherwise be passed over in silence."""
    for name, value in given.items():
        if value is not None and suite not in TAKEN_BY[name]:
            raise InputError(f"--{name} 不用于 eval {suite}", f"只用于：{'、'.join(TAKEN_BY[name])}")


def _suite(ctx: typer.Context, suite: str) -> SuiteReport:
    from evals.run import run_suite

    with desk_of(ctx) as desk:
        return run_suite(suite, desk, progress=_count)


def _folder_suite(suite: str, corpus: Path | None, half: str | None) -> SuiteReport:
    from evals.corpus import run_folder_suite

    if half not in (None, "tune", "hold"):
        raise InputError(f"--half 不能是 {half}", "可用：tune、hold")
    return run_folder_suite(suite, corpus, _open_folder, cast("Half | None", half), _count)


def _show_suite(report: SuiteReport, as_json: bool) -> None:
    from evals.report import print_report

    if as_json:
        show_json(report.to_json())
    else:
        print_report(report, _console())
    if not report.passed:
        raise typer.Exit(COULD_NOT)


def _open_folder(folder: Path) -> Assistant:
    from assistant.bootstrap import open_corpus_assistant
    from assistant.settings import load_settings

    return open_corpus_assistant(load_settings(), folder, note)


def _answers(corpus: Path | None, questions: Path | None, sample: int | None, as_json: bool) -> None:
    from evals.answers import run_answers
    from evals.corpus import checked
    from evals.report import print_answers

    if questions is None:
        raise InputError("eval answers 缺少 --questions", "请用 --questions 指明问题文件（JSONL）")
    report = run_answers(checked("answers", corpus), questions, _open_folder, sample, _count)
    if as_json:
        show_json(report.to_json())
    else:
        print_answers(report, _console())


def _grounding(as_json: bool) -> None:
    from evals.grounding import run_grounding
    from evals.grounding_report import print_grounding

    report = run_grounding()
    if as_json:
        show_json(report.to_json())
    else:
        print_grounding(report, Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False))
    if not report.passed:
        raise typer.Exit(COULD_NOT)


def _retrieval(corpus: Path | None, questions: Path | None, as_json: bool) -> None:
    from assistant.bootstrap import open_corpus
    from assistant.settings import load_settings
    from evals.report import print_measures
    from evals.retrieval import MOST_RESULTS, Result, Search, run_retrieval

    if corpus is None or questions is None:
        raise InputError("eval retrieval 缺少 --corpus 或 --questions", "请给出文件夹和问题文件（JSONL）")
    chosen = load_settings()

    def open_library(folder: Path) -> Search:
        search = open_corpus(chosen, folder, MOST_RESULTS, note)
        return lambda question: [Result(quote, source) for quote, source in search(question)]

    report = run_retrieval(corpus, questions, open_library, progress=_count)
    if as_json:
        show_json(report.to_json())
    else:
        print_measures(report, _console())


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False)


def _count(done: int, n: int) -> None:
    note(f"{done}/{n}")


def settings(as_json: AsJson = False) -> None:
    """列出全部设置：名称、当前值、来源与含义。"""
    from assistant.settings import describe, load_settings

    rows = describe(load_settings())
    if as_json:
        show_json({"settings": [asdict(row) for row in rows]})
        return
    table = Table(box=None, pad_edge=False)
    for column in ("名称", "值", "来源", "含义"):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(plain, (row.name, row.value or "（未设）", row.origin, row.meaning)))
    stdout().print(table)

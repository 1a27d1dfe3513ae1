"""``tiaokuan eval`` and ``settings``: how good the answers are, and what the process was told."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from index.errors import InputError
from ui.cli.arguments import AsJson
from ui.cli.runtime import desk_of
from ui.cli.terminal import PIPE_WIDTH, note, plain, show_json, stdout
from ui.problems import COULD_NOT


def evaluate(
    ctx: typer.Context,
    suite: Annotated[str, typer.Argument(metavar="评测", help="评测的名字，如 plan")],
    as_json: AsJson = False,
    corpus: Annotated[Path | None, typer.Option(metavar="文件夹", help="retrieval：要检索的文件")] = None,
    questions: Annotated[Path | None, typer.Option(metavar="文件", help="retrieval：问题，JSONL")] = None,
) -> None:
    """运行一套评测；低于门槛时退出状态为 1。retrieval 评测检索，须给出 --corpus 和 --questions。"""
    from evals.report import print_report
    from evals.run import run_suite

    if suite == "retrieval":
        _retrieval(corpus, questions, as_json)
        return
    with desk_of(ctx) as desk:
        report = run_suite(suite, desk, progress=lambda done, n: note(f"{done}/{n}"))
    if as_json:
        show_json(report.to_json())
    else:
        print_report(report, Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False))
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

    report = run_retrieval(corpus, questions, open_library, progress=lambda done, n: note(f"{done}/{n}"))
    if as_json:
        show_json(report.to_json())
    else:
        print_measures(report, Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False))


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

"""``tiaokuan index add``: a bar while it goes on, a line a file, a total at the end."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, TextColumn

from assistant.views import IndexReport, IndexRow, IndexStep
from index.errors import ReadError
from ui.cli.arguments import AsJson
from ui.cli.runtime import desk_of
from ui.cli.terminal import complain, show, show_json, stderr, stdout
from ui.problems import COULD_NOT, INTERRUPTED
from ui.render.words import STATUSES, titled

READ = frozenset({"added", "updated", "unchanged", "duplicate"})
STATES = {
    "added": "已加入",
    "updated": "已更新",
    "unchanged": "没有变化",
    "duplicate": "内容重复",
    "failed": "失败",
    "skipped": "跳过",
    "removed": "已移除",
    "indexed": "已收录",
}
_COUNTED = {
    "added": "新增", "updated": "更新", "unchanged": "未变", "duplicate": "重复", "failed": "失败", "skipped": "跳过",
}  # fmt: skip
_AGAIN = 20
"""Files from which on the failures are repeated at the end, where they would have scrolled away."""


def add(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="路径", help="文件或文件夹（含下级）")],
    collection: Annotated[str, typer.Option("--collection", metavar="集合", help="放进哪个集合")] = "default",
    retry: Annotated[bool, typer.Option("--retry", help="上次失败的文件也再读一次")] = False,
    force: Annotated[bool, typer.Option("--force", help="内容没有变化的文件也重新读")] = False,
    as_json: AsJson = False,
) -> None:
    """加入文件；已有的按内容更新，没有变化的不再读。"""
    if not any(path.exists() for path in paths):
        raise ReadError(f"找不到 {'、'.join(map(str, paths))}", "请检查路径")
    begun = time.monotonic()
    seen: list[IndexRow] = []
    # a file that is named is asked for; a folder passes over what failed before
    retry = retry or all(path.is_file() for path in paths)
    try:
        with watching(seen, lines=not as_json) as progress, desk_of(ctx) as desk:
            report = desk.add_paths(paths, collection, progress=progress, retry=retry, force=force)
    except KeyboardInterrupt:
        said = f"已停止。{total(seen, time.monotonic() - begun)}。已完成的都在库中；再运行同一命令会接着做"
        stderr().print(said, soft_wrap=True)
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        show_json(report)
    else:
        _conclude(report, time.monotonic() - begun)
    _refuse_if_nothing(report)


def _conclude(report: IndexReport, seconds: float) -> None:
    failed = [row for row in report.documents if row.state == "failed"]
    if len(report.documents) > _AGAIN and failed:
        show("", *(f"失败：{row.path or row.source}（{row.reason}）" for row in failed))
    show(f"{total(report.documents, seconds)}；资料库版本 {report.library}")


def _refuse_if_nothing(report: IndexReport) -> None:
    if not any(row.state in READ for row in report.documents):
        failed = "；".join(f"{row.source}：{row.reason}" for row in report.documents[:5] if row.reason)
        complain(f"没有加入任何文件：{failed or '没有支持的文件'}")
        raise typer.Exit(COULD_NOT)


def total(rows: Sequence[IndexRow], seconds: float) -> str:
    """「84 份：新增 80、重复 3、失败 1；共 3210 条；用时 2 分 13 秒」."""
    counts = Counter[str](row.state for row in rows)
    parts = "、".join(f"{word} {counts[state]}" for state, word in _COUNTED.items() if counts[state])
    clauses = sum(row.clauses for row in rows if row.state in ("added", "updated", "unchanged"))
    return f"{len(rows)} 份{'：' + parts if parts else ''}；共 {clauses} 条；用时{duration(seconds)}"


def line(row: IndexRow) -> str:
    """What was found in a file, or why it was not read."""
    said = f"{STATES[row.state]}：{row.path or row.source}"
    if row.state in ("added", "updated", "removed") and row.title:
        said += f" {found(row)}"
    elif row.state == "duplicate":
        said += f" {titled(row.title)}"
    return said + (f"（{row.reason}）" if row.reason else "")


def found(row: IndexRow) -> str:
    """Title, number, issuers, dates, clauses; doubts and remarks where there are any."""
    dates = ((row.issued, "成文"), (row.effective, "施行"), (row.expires, "到期"))
    parts = [
        titled(row.title),
        row.number or "",
        "、".join(row.issuers),
        *(f"{day} {word}" for day, word in dates if day),
        STATUSES[row.status] if row.status in ("expired", "superseded") else "",
        f"{row.clauses} 条",
        f"存疑 {row.doubts} 处" if row.doubts else "",
        *row.remarks,
    ]
    return "，".join(filter(None, parts))


@contextmanager
def watching(seen: list[IndexRow], lines: bool = True) -> Iterator[Callable[[IndexStep], None]]:
    """Called with each step: a line a file (where ``lines``), and on a terminal a bar below them. ``seen`` collects rows."""
    shown = stdout() if lines and sys.stdout.isatty() else stderr()
    bar = Bar(Progress(BarColumn(), TextColumn("{task.fields[said]}"), console=shown, transient=True))
    with bar.running() if shown.is_terminal else _no_bar() as advance:

        def tell(step: IndexStep) -> None:
            if step.row:
                seen.append(step.row)
                if lines:
                    show(line(step.row))
            advance(step)

        yield tell


class Bar:
    """Files done, clauses embedded, and how long the rest will take, once there is something to judge by."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    @contextmanager
    def running(self) -> Iterator[Callable[[IndexStep], None]]:
        begun = time.monotonic()
        task = self._progress.add_task("", total=1.0, said="正在查看文件…")

        def advance(step: IndexStep) -> None:
            said = state_of(step, time.monotonic() - begun)
            self._progress.update(task, completed=step.share or step.done / max(step.files, 1), said=said)

        with self._progress:
            yield advance


def state_of(step: IndexStep, seconds: float) -> str:
    """「12/84 份，已编入 310 条，约剩 2 分 10 秒」; the estimate goes by the bytes read so far."""
    said = f"{step.done}/{step.files} 份"
    if step.clauses:
        said += f"，已编入 {step.clauses} 条"
    if seconds > 3 and 0.02 < step.share < 1:
        said += f"，约剩{duration(seconds * (1 - step.share) / step.share)}"
    return said


@contextmanager
def _no_bar() -> Iterator[Callable[[Any], None]]:
    yield lambda _: None


def duration(seconds: float) -> str:
    if seconds < 60:
        return f" {seconds:.1f} 秒" if seconds < 10 else f" {seconds:.0f} 秒"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f" {hours} 小时 {minutes} 分" if hours else f" {minutes} 分 {rest} 秒"

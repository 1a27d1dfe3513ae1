"""``tiaokuan index``: what the library holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from assistant.views import IndexReport, IndexRow, OutlineView
from index.errors import InputError, ReadError
from ui.cli.arguments import AsJson, OneDocument
from ui.cli.manual import Command, Group
from ui.cli.runtime import desk_of
from ui.cli.terminal import complain, note, plain, show, show_json, stdout
from ui.problems import COULD_NOT
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


def build() -> typer.Typer:
    app = typer.Typer(cls=Group, help="管理资料库：加入、查看、移除文件，重建索引。", rich_markup_mode=None)
    commands: dict[str, Callable[..., None]] = {
        "add": add,
        "list": listing,
        "show": view,
        "remove": remove,
        "rebuild": rebuild,
    }
    for name, function in commands.items():
        app.command(name, cls=Command)(function)
    return app


def add(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="路径", help="文件或文件夹（含下级）")],
    collection: Annotated[str, typer.Option("--collection", metavar="集合", help="放进哪个集合")] = "default",
    as_json: AsJson = False,
) -> None:
    """加入文件；已有的按内容更新。"""
    if not any(path.exists() for path in paths):
        raise ReadError(f"找不到 {'、'.join(map(str, paths))}", "请检查路径")
    with desk_of(ctx) as desk:
        report = desk.add_paths(paths, collection, progress=note)
    _show_report(report, as_json)
    if not any(row.state in READ for row in report.documents):
        failed = "；".join(f"{row.source}：{row.reason}" for row in report.documents if row.reason)
        complain(f"没有加入任何文件：{failed or '没有支持的文件'}")
        raise typer.Exit(COULD_NOT)


def listing(ctx: typer.Context, as_json: AsJson = False) -> None:
    """列出资料库里的文件。"""
    with desk_of(ctx) as desk:
        report = desk.list_documents()
    if as_json:
        show_json(report)
    elif report.documents:
        stdout().print(_table(report.documents))
    else:
        show("资料库里没有文件；用 tiaokuan index add 加入。")


def view(
    ctx: typer.Context,
    doc: OneDocument,
    as_json: AsJson = False,
    tree: Annotated[bool, typer.Option("--tree", help="只显示条款号与标题")] = False,
) -> None:
    """显示一份文件的条款。"""
    if as_json and tree:
        raise InputError("--json 与 --tree 只能选一个", "程序读取用 --json，查看结构用 --tree")
    with desk_of(ctx) as desk:
        if as_json:
            show_json(desk.show(doc))
        else:
            _show_outline(desk.outline(doc), tree)


def remove(ctx: typer.Context, doc: OneDocument, as_json: AsJson = False) -> None:
    """从资料库移除一份文件（不删除原文件）。"""
    with desk_of(ctx) as desk:
        _show_report(desk.remove(doc), as_json)


def rebuild(ctx: typer.Context, as_json: AsJson = False) -> None:
    """用资料库里的文件重建索引，例如换了向量模型之后。"""
    with desk_of(ctx) as desk:
        _show_report(desk.rebuild(progress=note), as_json)


def _show_report(report: IndexReport, as_json: bool) -> None:
    if as_json:
        show_json(report)
        return
    for row in report.documents:
        reason = f"（{row.reason}）" if row.reason else ""
        title = (
            f" {row.title}，{row.clauses} 条" if row.title and row.state not in ("failed", "skipped") else ""
        )
        show(f"{STATES[row.state]}：{row.source}{title}{reason}")


def _table(rows: tuple[IndexRow, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in ("编号", "标题", "文号", "成文", "效力", "条款", "集合", "文件名"):
        table.add_column(column, overflow="fold")
    for row in rows:
        cells = (row.id, row.title, row.number or "", row.issued or "", STATUSES.get(row.status, row.status))
        table.add_row(*map(plain, (*cells, str(row.clauses), row.collection, row.source)))
    return table


def _show_outline(outline: OutlineView, tree: bool) -> None:
    document = outline.document
    number = f"（{document['number']}）" if document.get("number") else ""
    show(plain(f"{titled(document['title'])}{number}", "bold"))
    for entry in outline.entries:
        line = f"{'  ' * entry.depth}{entry.locator} {entry.heading}".rstrip()
        show(plain(line, "bold"))
        if not tree and entry.text:
            show(*(f"{'  ' * entry.depth}    {part}" for part in entry.text.splitlines()))

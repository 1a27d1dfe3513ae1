"""``tiaokuan index``: what the library holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer
from rich.table import Table

from assistant.views import IndexRow
from index.errors import InputError
from ui.cli.adding import add, line, watching
from ui.cli.arguments import AsJson, OneDocument
from ui.cli.manual import Command, Group
from ui.cli.outline import show_outline
from ui.cli.runtime import desk_of
from ui.cli.status import set_status
from ui.cli.terminal import plain, show, show_json, stdout
from ui.render.words import STATUSES


def build() -> typer.Typer:
    app = typer.Typer(cls=Group, help="管理资料库：加入、查看、移除文件，重建索引。", rich_markup_mode=None)
    commands: dict[str, Callable[..., None]] = {
        "add": add,
        "list": listing,
        "show": view,
        "status": set_status,
        "remove": remove,
        "rebuild": rebuild,
        "tidy": tidy,
    }
    for name, function in commands.items():
        app.command(name, cls=Command)(function)
    return app


def listing(ctx: typer.Context, as_json: AsJson = False) -> None:
    """列出资料库里的文件。"""
    with desk_of(ctx) as desk:
        report = desk.list_documents()
    if as_json:
        show_json(report)
        return
    if report.documents:
        stdout().print(_table(report.documents))
    else:
        show("资料库里没有文件；用 tiaokuan index add 加入。")
    if report.failures:
        show("", *(f"读取失败：{row.path or row.source}（{row.reason}）" for row in report.failures))
        show("改正后再试：tiaokuan index add 文件；不再需要：tiaokuan index remove 文件的路径")


def view(
    ctx: typer.Context,
    doc: OneDocument,
    as_json: AsJson = False,
    tree: Annotated[bool, typer.Option("--tree", help="只显示条款号与标题，不列正文")] = False,
) -> None:
    """显示一份文件的条款。"""
    if as_json and tree:
        raise InputError("--json 与 --tree 只能选一个", "程序读取用 --json，查看结构用 --tree")
    with desk_of(ctx) as desk:
        if as_json:
            show_json(desk.show(doc))
        else:
            show_outline(desk.outline(doc), tree)


def remove(ctx: typer.Context, doc: OneDocument, as_json: AsJson = False) -> None:
    """从资料库移除一份文件（不删除原文件）。"""
    with desk_of(ctx) as desk:
        report = desk.remove(doc)
    if as_json:
        show_json(report)
    else:
        show(*map(line, report.documents))


def rebuild(
    ctx: typer.Context,
    doc: Annotated[
        str | None, typer.Argument(metavar="文件", help="只重建这一份（编号、标题、文号或文件名）")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """用资料库里的文件重建索引，例如换了向量模型之后。"""
    with watching([], lines=not as_json) as progress, desk_of(ctx) as desk:
        report = desk.rebuild(progress=progress, doc=doc)
    if as_json:
        show_json(report)
    else:
        show(f"重建了 {len(report.documents)} 份文件的索引；资料库版本 {report.library}")


def tidy(ctx: typer.Context) -> None:
    """清理中断的写入留下的、不属于任何文件的索引。"""
    with desk_of(ctx) as desk:
        passages, collections = desk.tidy()
    show(f"清理了 {passages} 条无主的索引、{collections} 个不用的集合")


def _table(rows: tuple[IndexRow, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in ("编号", "标题", "文号", "成文", "效力", "条款", "集合", "文件名"):
        table.add_column(column, overflow="fold")
    for row in rows:
        cells = (row.id, row.title, row.number or "", row.issued or "", STATUSES.get(row.status, row.status))
        table.add_row(*map(plain, (*cells, str(row.clauses), row.collection, row.source)))
    return table

"""``tiaokuan index status``: what the user says of a document's status."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.cli.arguments import AsJson, OneDocument
from ui.cli.runtime import desk_of
from ui.cli.terminal import show, show_json
from ui.render.words import STATUSES, titled


def set_status(
    ctx: typer.Context,
    doc: OneDocument,
    status: Annotated[
        str,
        typer.Argument(metavar="状态", help="current、expired、superseded、unknown 或 auto（由程序判断）"),
    ],
    as_json: AsJson = False,
) -> None:
    """设定一份文件的效力状态；auto 交还程序按日期与库中文件判断。"""
    with desk_of(ctx) as desk:
        report = desk.set_status(doc, status)
    if as_json:
        show_json(report)
        return
    for row in report.documents:
        reason = f"（{row.status_reason}）" if row.status_reason else ""
        show(f"{titled(row.title)}：{STATUSES[row.status]}{reason}")

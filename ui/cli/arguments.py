"""Options that several commands share, so that they read alike everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="输出一个 JSON 值，供程序使用")]
Documents = Annotated[
    list[str] | None,
    typer.Option("--document", metavar="文件", help="只在这份文件中查找（编号、标题、文号或文件名；可重复）"),
]
InCollection = Annotated[str | None, typer.Option("--collection", metavar="集合", help="只在这个集合中查找")]
OneDocument = Annotated[str, typer.Argument(metavar="文件", help="编号、标题、文号或文件名")]

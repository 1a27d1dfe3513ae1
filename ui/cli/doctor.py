"""``tiaokuan doctor``: is the library whole, and what mends it."""

from __future__ import annotations

from dataclasses import asdict

import typer

from ui.cli.arguments import AsJson
from ui.cli.terminal import plain, show, show_json
from ui.problems import COULD_NOT


def doctor(as_json: AsJson = False) -> None:
    """检查条款库：内容摘要、条款与索引是否一致、能否检索；有问题时给出修复命令，退出状态为 1。"""
    from assistant.bootstrap import examine_library
    from assistant.settings import load_settings

    found = examine_library(load_settings())
    if as_json:
        show_json(asdict(found))
    else:
        show(*(f"✓ {line}" for line in found.checked), *(f"· {line}" for line in found.notes))
        for finding in found.findings:
            show(plain(f"✗ {finding.text}", "bold"), f"  修复：{finding.mend}")
        wrong = len(found.findings)
        show(f"发现 {wrong} 个问题；运行上面的命令后再检查一次" if wrong else "没有发现问题")
    if found.findings:
        raise typer.Exit(COULD_NOT)

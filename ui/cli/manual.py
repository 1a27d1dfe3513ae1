"""``--help`` in Chinese, for typer's commands and groups."""

from __future__ import annotations

from typing import Any

from rich.table import Table
from rich.text import Text
from typer.core import TyperCommand, TyperGroup

from ui.cli.terminal import stdout

_HELP = "显示这份说明"


class Command(TyperCommand):
    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        _print_help(self, ctx)


class Group(TyperGroup):
    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        _print_help(self, ctx)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(self.commands)


def _print_help(command: Command | Group, ctx: Any) -> None:
    console = stdout()
    parameters: list[Any] = list(command.get_params(ctx))
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    options = [p for p in parameters if p.param_type_name != "argument"]
    usage = [ctx.command_path, *(_placeholder(p) for p in arguments), "[选项]"]
    usage += ["命令 …"] if isinstance(command, Group) else []
    console.print(Text(f"用法：{' '.join(usage)}"), Text(f"\n{command.help or ''}\n"), sep="\n")
    _print_rows("参数", [(_placeholder(p), p.help or "") for p in arguments])
    if isinstance(command, Group):
        named = [(name, command.commands[name]) for name in command.list_commands(ctx)]
        _print_rows("命令", [(name, (sub.help or "").split("\n")[0]) for name, sub in named])
    _print_rows("选项", [(_names(p), _meaning(p)) for p in options])


def _print_rows(title: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    table.add_column(no_wrap=True)
    table.add_column()
    for name, meaning in rows:
        table.add_row(Text(name, style="bold"), Text(meaning))
    stdout().print(Text(title, style="bold"), table, sep="\n")


def _placeholder(parameter: Any) -> str:
    name = (parameter.metavar or parameter.name) + ("…" if parameter.nargs != 1 else "")
    return name if parameter.required else f"[{name}]"


def _names(parameter: Any) -> str:
    names = ", ".join(parameter.opts)
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _meaning(parameter: Any) -> str:
    if "--help" in parameter.opts:
        return _HELP
    default = parameter.default
    shown = f"（默认 {default}）" if isinstance(default, str | int) and not isinstance(default, bool) else ""
    return (parameter.help or "") + shown

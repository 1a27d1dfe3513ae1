"""Wrong usage, said in Chinese: typer words its complaints in English only."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from typer import TyperException
from typer.core import TyperGroup

_WORDING: tuple[tuple[str, str], ...] = (
    (r"Missing command\.", "缺少命令"),
    (r"No such command ['\"](.+?)['\"]\..*", "没有 {0} 这个命令"),
    (r"No such option:? (\S+).*", "没有 {0} 这个选项"),
    (r"Missing argument '(.+?)'\..*", "缺少 {0}"),
    (r"Missing (?:option|parameter) '(.+?)'\..*", "缺少选项 {0}"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", "多出的参数 {0}；含空格的内容请加引号"),
    (r"Option '?(.+?)'? requires an argument\..*", "选项 {0} 后面要有值"),
    (r"Option '?(.+?)'? does not take a value\..*", "选项 {0} 后面不带值"),
    (r"Invalid value for '?(.+?)'?: .*", "{0} 的值不可用"),
)


def usage_text(error: TyperException) -> str:
    """One line that names what is wrong and where the help is."""
    said = " ".join(error.format_message().split())
    text = next((t for t in (_worded(pattern, form, said) for pattern, form in _WORDING) if t), said)
    context: Any = getattr(error, "ctx", None)
    path = context.command_path if context else "tiaokuan"
    return f"{text}{_suggestion(error, context)}；用法见 {path} --help"


def _worded(pattern: str, form: str, said: str) -> str | None:
    found = re.fullmatch(pattern, said)
    return form.format(*(_bare(group) for group in found.groups())) if found else None


def _bare(name: str) -> str:
    """``-k' / '--top`` as typer quotes alternatives, without the quotes."""
    return name.replace("' / '", "/").strip("'\"")


def _suggestion(error: TyperException, context: Any) -> str:
    if context is None or not isinstance(context.command, TyperGroup):
        return _choices(error)
    names = context.command.list_commands(context)
    typed = re.search(r"command ['\"](.+?)['\"]", error.format_message())
    near = get_close_matches(typed[1], names) if typed else []
    return f"，是不是 {near[0]}" if near else f"，可用：{'、'.join(names)}"


def _choices(error: TyperException) -> str:
    """What would have been accepted, where typer knows it."""
    parameter: Any = getattr(error, "param", None)
    descriptor = getattr(parameter, "type_descriptor", None)
    choices = getattr(descriptor, "choices", None)
    if choices:
        return f"，可用：{'、'.join(str(getattr(choice, 'value', choice)) for choice in choices)}"
    least, most = getattr(parameter, "min", None), getattr(parameter, "max", None)
    if least is not None and most is not None:
        return f"，应是 {least}—{most} 的整数"
    return ""

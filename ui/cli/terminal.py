"""Writing to the terminal: consoles, JSON, and text that cannot steer the terminal."""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic import BaseModel
from rich.console import Console
from rich.text import Text

PIPE_WIDTH = 160


def stdout() -> Console:
    return _console(sys.stdout)


def stderr() -> Console:
    return _console(sys.stderr)


def _console(file: Any) -> Console:
    """A console that adds nothing to the text: no markup, no emoji, no colours guessed from content."""
    width = None if file.isatty() else PIPE_WIDTH
    return Console(file=file, markup=False, emoji=False, highlight=False, width=width)


def show(*lines: Text | str) -> None:
    """Each on lines of its own; nothing is wrapped by us when the output is a file or a pipe."""
    console = stdout()
    for line in lines:
        console.print(plain(line) if isinstance(line, str) else line, soft_wrap=not console.is_terminal)


def plain(text: str, style: str = "") -> Text:
    """``text`` without control characters but line feeds: a document cannot move the cursor. The cells of a table row, apart
    by tabs, stay apart."""
    text = text.replace("\t", "　")
    return Text(
        "".join(c for c in text if c == "\n" or (c >= " " and not "\x7f" <= c <= "\x9f")), style=style
    )


def show_json(value: BaseModel | dict[str, Any] | list[Any]) -> None:
    """One JSON value on standard output, in characters and not in escapes."""
    data = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    text = json.dumps(data, ensure_ascii=False, indent=2)
    sys.stdout.write(text.encode("utf-8", "replace").decode() + "\n")


def complain(text: str) -> None:
    """One line on standard error."""
    stderr().print(plain(f"错误：{text}"), soft_wrap=True)


def notify(text: str) -> None:
    """One line on standard error that the user must see: why it takes long."""
    stderr().print(plain(text), soft_wrap=True)


def note(text: str) -> None:
    """A line on standard error about what is being done, only where someone is watching."""
    if sys.stderr.isatty():
        stderr().print(plain(text, "dim"), soft_wrap=True)

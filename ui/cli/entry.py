"""Assembles the commands and stands between them and the shell: exit status, one line an error."""

from __future__ import annotations

import io
import logging
import os
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from typing import Annotated

import typer
from typer.main import get_command

from ui.cli import asking, doctor, inspection, library, lookup, serving
from ui.cli.manual import Command, Group
from ui.cli.runtime import Runtime, real_desk, runtime_of
from ui.cli.terminal import complain, show
from ui.cli.usage import usage_text
from ui.problems import DONE, INTERRUPTED, kind_of, text_for_terminal

NAME = "tiaokuan"


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        show(f"{NAME} {version(NAME)}")
        raise typer.Exit


def _options(
    ctx: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", help="显示版本", callback=_show_version, is_eager=True)
    ] = False,
    show_traceback: Annotated[bool, typer.Option("--traceback", help="出错时显示程序的调用经过")] = False,
) -> None:
    runtime_of(ctx).traceback = show_traceback


def build() -> typer.Typer:
    app = typer.Typer(
        name=NAME,
        cls=Group,
        help="条款：就政策文件提问、查引、找适用政策，每句话都注明依据的条款。",
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    commands: dict[str, Callable[..., None]] = {
        "ask": asking.ask,
        "search": lookup.search,
        "cite": lookup.cite,
        "match": lookup.match,
        "eval": inspection.evaluate,
        "serve": serving.serve,
        "settings": inspection.settings,
        "doctor": doctor.doctor,
    }
    for name, function in commands.items():
        app.command(name, cls=Command)(function)
    app.add_typer(library.build(), name="index")
    return app


def main(arguments: Sequence[str] | None = None, runtime: Runtime | None = None) -> int:
    """Runs one command and returns its exit status: 0 done, 1 could not, 2 wrong usage."""
    if arguments is None:
        _prepare_process()
    runtime = runtime or Runtime(real_desk)
    try:
        status = get_command(build()).main(
            args=list(sys.argv[1:] if arguments is None else arguments),
            prog_name=NAME,
            standalone_mode=False,
            obj=runtime,
        )
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_left()
    except typer.TyperException as error:
        complain(usage_text(error))
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        complain("已停止")
        return INTERRUPTED
    except Exception as error:
        if runtime.traceback:
            traceback.print_exc()
        complain(text_for_terminal(error))
        return kind_of(error).exit_code
    return status if isinstance(status, int) else DONE


def _prepare_process() -> None:
    """UTF-8 whatever the locale; libraries' warnings and logs are not for the reader of an answer."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())


def _reader_left() -> int:
    """``tiaokuan … | head``: what was read is enough; nothing more is flushed into the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE

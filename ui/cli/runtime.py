"""What every command is given: a way to the assistant, opened only when a command needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

import typer

from assistant.views import IndexReport, IndexStep, OutlineView
from ui.cli.terminal import notify
from ui.service import Service


class Desk(Service, Protocol):
    """``assistant.service.Assistant`` as the command line uses it."""

    def add_paths(
        self,
        paths: Sequence[Path],
        collection: str = "default",
        progress: Callable[[IndexStep], None] | None = None,
        retry: bool = False,
        force: bool = False,
    ) -> IndexReport: ...

    def rebuild(
        self, progress: Callable[[IndexStep], None] | None = None, doc: str | None = None
    ) -> IndexReport: ...

    def set_status(self, doc: str, status: str) -> IndexReport: ...

    def tidy(self) -> tuple[int, int]: ...

    def outline(self, doc: str) -> OutlineView: ...

    def close(self) -> None: ...


@dataclass
class Runtime:
    """Handed to every command as the context's object; ``traceback`` is set by the option of that name."""

    open_desk: Callable[[], Desk]
    traceback: bool = False


def real_desk() -> Desk:
    """The assistant that the environment describes; its imports cost seconds, so they wait until here."""
    from assistant.bootstrap import open_assistant
    from assistant.settings import load_settings

    return open_assistant(load_settings(), tell=notify)


def runtime_of(ctx: typer.Context) -> Runtime:
    return cast(Runtime, ctx.obj)


@contextmanager
def desk_of(ctx: typer.Context) -> Iterator[Desk]:
    """The assistant, closed again at the end of the block."""
    desk = runtime_of(ctx).open_desk()
    try:
        yield desk
    finally:
        desk.close()


def readable(text: str) -> str:
    """An argument as UTF-8 can carry it: bytes that the terminal sent in another encoding become �."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

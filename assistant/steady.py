"""A question that was begun on an index which a rebuild then replaced is put again to the new one."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

from assistant.answer.model import Event
from index.errors import ReplacedError

P = ParamSpec("P")
R = TypeVar("R")
TRIES = 3


def steady(method: Callable[P, R]) -> Callable[P, R]:
    """For methods that only read, and return when they are done."""

    @functools.wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        for _ in range(TRIES - 1):
            try:
                return method(*args, **kwargs)
            except ReplacedError:
                continue
        return method(*args, **kwargs)

    return call


def steady_events(start: Callable[[], Iterator[Event]]) -> Iterator[Event]:
    """From the start, as long as nothing of the answer has been given."""
    for n in range(TRIES):
        given = False
        try:
            for event in start():
                given = given or event.kind != "status"
                yield event
        except ReplacedError:
            if given or n == TRIES - 1:
                raise
        else:
            return

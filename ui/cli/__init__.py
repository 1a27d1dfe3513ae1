"""The command line ``tiaokuan``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.cli.runtime import Runtime

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None, runtime: Runtime | None = None) -> int:
    """Runs one command and returns its exit status; a Ctrl-C while the program still loads ends it without a word."""
    try:
        from ui.cli.entry import main as run

        return run(arguments, runtime)
    except KeyboardInterrupt:
        sys.stderr.write("已停止\n")
        return 130

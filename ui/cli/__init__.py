"""The command line ``tiaokuan``."""

from ui.cli.entry import main

__all__ = ["main"]

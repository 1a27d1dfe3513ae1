"""The machine that figures were measured on, as their reports name it."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path


def machine() -> str:
    """Processor, cores, system and Python in a line."""
    return f"{processor()} · {os.cpu_count()} 核 · {platform.system()} · Python {platform.python_version()}"


def processor() -> str:
    """The processor's name where the system tells it."""
    try:
        found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()

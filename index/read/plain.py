"""Plain text."""

from __future__ import annotations

from dataclasses import replace

from index.read.encoding import decode
from index.read.reading import Reading


def read_plain(name: str, data: bytes) -> Reading:
    """A line a block, perhaps broken; ReadError where it is no text."""
    text, remarks = decode(name, data)
    return replace(Reading.of_lines(text), remarks=remarks)

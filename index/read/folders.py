"""Which files a list of paths means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def files_below(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """Files named, and all files below folders, sorted; hidden ones and links that lead out of the folder are left out."""
    out: list[tuple[str, Path]] = []
    for path in paths:
        if path.is_dir():
            root = path.resolve()
            inside = [p for p in sorted(path.rglob("*")) if p.is_file() and p.resolve().is_relative_to(root)]
            out.extend((p.name, p) for p in inside if not p.name.startswith("."))
        else:
            out.append((path.name, path))
    return out

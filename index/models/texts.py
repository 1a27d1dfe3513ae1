"""The texts of a data folder (its README describes it), and the pieces of them that questions were asked about."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.read import read


def every_text(data: Path) -> Iterator[str]:
    """Every line of everything in the folder, in a fixed order."""
    for file in sorted([*data.glob("plan/*.txt"), *data.glob("policies/*.txt")]):
        yield from file.read_text(encoding="utf-8").splitlines()
    for name, text in laws(data):
        yield name
        yield from text.splitlines()
    for file in sorted(data.glob("legal-dc/documents/*.docx")):
        yield from read(file.name, file.read_bytes()).text.splitlines()
    for line in (data / "legal-dc/questions.dev.jsonl").read_text(encoding="utf-8").splitlines():
        yield from strings(json.loads(line))
    for file in sorted([*data.glob("reading/*.json"), *data.glob("stard/*.json")]):
        yield from strings(json.loads(file.read_text(encoding="utf-8")))


def laws(data: Path) -> list[tuple[str, str]]:
    """(title, Markdown) of every statute, by path."""
    found = []
    with tarfile.open(data / "laws/laws-md.tar.gz") as archive:
        for member in archive:  # in the archive's order: to seek back in it is to unpack it again
            content = archive.extractfile(member) if member.name.endswith(".md") else None
            if content:
                found.append((member.name, content.read().decode("utf-8", "replace")))
    return [(Path(name).stem, text) for name, text in sorted(found)]


def strings(value: Any) -> Iterator[str]:
    """Every string inside a JSON value, keys among them."""
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(key)
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)

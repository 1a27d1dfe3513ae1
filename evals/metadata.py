"""Metadata compared with what a reader found: ``python -m evals.metadata [--documents DIR]``.

The conventions are in ``evals/gold/README.md``, the readings in ``evals/gold/metadata.jsonl``. Documents that are not at
hand, or not the ones that were read, are skipped and counted. Exit 1 below the threshold or where a value was invented.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from rich.console import Console

from index.clauses.document import Metadata
from index.clauses.parse import parse
from index.read import load, read

FIELDS = (
    "title", "titled_by", "number", "issuers", "addressees", "issued", "published", "effective", "revised", "expires",
    "kind", "region", "level", "carried", "repeals",
)  # fmt: skip
THRESHOLD = 0.95


@dataclass(frozen=True)
class Gold:
    """One document as a reader found it; ``fields`` has a value for each of ``FIELDS``."""

    file: str
    digest: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class Finding:
    """One field of one document that differs; ``invented``: the reader found nothing there."""

    file: str
    name: str
    wanted: Any
    got: Any

    @property
    def verdict(self) -> Literal["invented", "missed", "wrong"]:
        if not self.wanted:
            return "invented"
        return "wrong" if self.got else "missed"

    def __str__(self) -> str:
        words = {"invented": "凭空得出", "missed": "未读出", "wrong": "读错"}[self.verdict]
        return (
            f"{self.file} · {self.name} {words}\n    应为 {_shown(self.wanted)}\n    读作 {_shown(self.got)}"
        )


@dataclass(frozen=True)
class Comparison:
    """``fields`` were compared over ``documents`` documents; ``absent`` are the names of those not at hand."""

    documents: int
    fields: int
    findings: tuple[Finding, ...]
    absent: tuple[str, ...]

    @property
    def share(self) -> float:
        return 1 - len(self.findings) / self.fields if self.fields else 0.0

    @property
    def invented(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.verdict == "invented")

    @property
    def passed(self) -> bool:
        return self.share >= THRESHOLD and not self.invented


def load_gold() -> tuple[Gold, ...]:
    text = (files("evals") / "gold" / "metadata.jsonl").read_text(encoding="utf-8")
    rows = (json.loads(line) for line in text.splitlines() if line)
    return tuple(Gold(row["file"], row["digest"], {name: row[name] for name in FIELDS}) for row in rows)


def as_fields(meta: Metadata) -> dict[str, Any]:
    """The shape of the gold: lists for tuples, a repealed document as title and number."""
    repeals = [{"title": m.title, "number": m.number} for m in meta.repeals]
    values = {name: getattr(meta, name) for name in FIELDS}
    return values | {"issuers": list(meta.issuers), "carried": list(meta.carried), "repeals": repeals}


def differences(file: str, wanted: dict[str, Any], got: dict[str, Any]) -> Iterator[Finding]:
    for name in FIELDS:
        if folded(wanted[name]) != folded(got[name]):
            yield Finding(file, name, wanted[name], got[name])


def folded(value: Any) -> Any:
    """Without what does not count: white space, width of characters, the state's name before its council's."""
    if isinstance(value, str):
        text = re.sub(r"\s", "", unicodedata.normalize("NFKC", value))
        return text.replace("中华人民共和国国务院", "国务院")
    if isinstance(value, dict):
        return {key: folded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [folded(each) for each in value]
    return value


def compare(gold: Sequence[Gold], folders: Sequence[Path]) -> Comparison:
    """Each document is looked for in the folders and all below them, by name and digest."""
    paths = {path.name: path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()}
    findings: list[Finding] = []
    absent: list[str] = []
    for each in gold:
        path = paths.get(each.file)
        if path is None or hashlib.sha256(path.read_bytes()).hexdigest() != each.digest:
            absent.append(each.file)
            continue
        document = parse(read(path.name, load(path)), path.name)
        findings += differences(each.file, each.fields, as_fields(document.metadata))
    documents = len(gold) - len(absent)
    return Comparison(documents, documents * len(FIELDS), tuple(findings), tuple(absent))


def report(comparison: Comparison) -> str:
    """What differs, then the count."""
    lines = [str(finding) for finding in comparison.findings]
    lines.append(
        f"{comparison.documents} 件文件 {comparison.fields} 项，相符 {comparison.share:.1%}，"
        f"凭空得出 {len(comparison.invented)} 项，未在场 {len(comparison.absent)} 件"
    )
    return "\n".join(lines)


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if value else "（无）"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.metadata", description="文件元数据与人工读法比较")
    parser.add_argument(
        "--documents", type=Path, action="append", required=True, help="文件所在的文件夹，可重复"
    )
    comparison = compare(load_gold(), parser.parse_args(argv).documents)
    Console().print(report(comparison), markup=False, highlight=False, soft_wrap=True)
    return 0 if comparison.passed else 1


if __name__ == "__main__":
    sys.exit(main())

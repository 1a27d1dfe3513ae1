"""Trees compared with outlines written by hand: ``python -m evals.outlines [--gold DIR] --documents DIR``.

The form of an outline is described in ``tests/data/outlines/README.md``. Documents that are not at hand are skipped and
counted. Exit 1 where a tree differs.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from rich.console import Console

from evals.metadata import folded
from index.clauses.document import Clause, Document
from index.clauses.parse import parse
from index.read import load, read

SUFFIX = ".outline.txt"
CLOSING, NOT_GIVEN, PART, REMARK, FILE = "※", "…", "= ", "#", "# 文件 "
SLACK, TABLE_SLACK = 6, 120
"""How many characters may stand between an entry's label and the words of the outline; more before a table's first row."""
_LATER = re.compile(r"第[一二三四五六七八九十百]+款")


@dataclass(frozen=True)
class Line:
    """An entry of an outline. ``words`` is its heading, or with ``start`` only the start of its text; ``line`` counts
    from 1; ``part`` is the number of the instrument, from 0."""

    path: tuple[str, ...]
    words: str
    start: bool
    part: int
    line: int


@dataclass
class Outline:
    """What a file says: ``parts`` are titles of instruments (empty: one, whatever its title), ``open`` the paths whose
    children are not given, ``closing`` the starts of closing paragraphs."""

    file: str = ""
    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    open: set[tuple[int, tuple[str, ...]]] = field(default_factory=set)
    closing: list[Line] = field(default_factory=list)


def read_outline(text: str) -> Outline:
    outline = Outline()
    path: list[str] = []
    for number, raw in enumerate(text.splitlines(), 1):
        if raw.startswith(FILE):
            outline.file = raw.removeprefix(FILE).strip()
        elif raw.startswith(PART):
            outline.parts.append(raw.removeprefix(PART).strip())
        elif raw.strip() and not raw.startswith(REMARK):
            _entry(outline, path, number, raw)
    return outline


def _entry(outline: Outline, path: list[str], number: int, raw: str) -> None:
    depth, rest = (len(raw) - len(raw.lstrip(" "))) // 4, raw.strip()
    part = max(len(outline.parts) - 1, 0)
    if rest == NOT_GIVEN:
        outline.open.add((part, tuple(path[:depth])))
        return
    label, _, words = rest.partition("\t")
    del path[depth:]
    path.append(label)
    line = Line(tuple(path), words.removesuffix(NOT_GIVEN), words.endswith(NOT_GIVEN), part, number)
    (outline.closing if label == CLOSING else outline.lines).append(line)


def differences(outline: Outline, document: Document) -> Iterator[str]:
    """One sentence per difference, in the outline's order; none where the tree is the same."""
    yield from _parts(outline, document)
    entries = [c for c in document.clauses if c.path and c.kind != "row"]
    for line in outline.closing:
        found = _closing(line, document)
        if found is None:
            yield f"第 {line.line} 行 ※ 未自成一条：{line.words}"
        elif found in entries:
            entries.remove(found)
    entries = [c for c in entries if not _left_open(outline, c)]
    yield from _entries(outline, entries, document)


def _parts(outline: Outline, document: Document) -> Iterator[str]:
    titles = [part.title for part in document.parts]
    wanted = outline.parts or titles[:1]
    if folded(wanted) != folded(titles):
        yield f"文件的组成应为 {wanted}，读作 {titles}"


def _closing(line: Line, document: Document) -> Clause | None:
    for clause in document.clauses:
        own = not clause.path or _LATER.fullmatch(clause.path[-1])
        if own and any(folded(p).startswith(folded(line.words)) for p in clause.text.split("\n")):
            return clause
    return None


def _left_open(outline: Outline, clause: Clause) -> bool:
    part = clause.part if outline.parts else 0
    return any((part, clause.path[:n]) in outline.open for n in range(len(clause.path)))


def _entries(outline: Outline, entries: list[Clause], document: Document) -> Iterator[str]:
    wanted = [(line.part, line.path) for line in outline.lines]
    got = [(clause.part if outline.parts else 0, clause.path) for clause in entries]
    for kind, a, b, c, d in SequenceMatcher(None, wanted, got, autojunk=False).get_opcodes():
        if kind == "equal":
            for line, clause in zip(outline.lines[a:b], entries[c:d], strict=True):
                yield from _words(line, clause, document)
            continue
        for line in outline.lines[a:b]:
            yield f"第 {line.line} 行 缺：{'/'.join(line.path)} {line.words}"
        for clause in entries[c:d]:
            yield f"第 {outline.lines[a].line if a < len(wanted) else '末'} 行前 多：{'/'.join(clause.path)} {_start(clause)}"


def _words(line: Line, clause: Clause, document: Document) -> Iterator[str]:
    words = folded(line.words)
    if line.start or clause.kind == "table":
        slack = TABLE_SLACK if clause.kind == "table" else len(clause.path[-1]) + SLACK
        text = "".join(c.text for c in document.subtree(clause))
        if not 0 <= folded(text).find(words) <= slack:
            yield f"第 {line.line} 行 {'/'.join(line.path)} 的文字应始于「{line.words}」，读作「{_start(clause)}」"
    elif _bare(folded(clause.heading)) != _bare(words):
        yield f"第 {line.line} 行 {'/'.join(line.path)} 的标题应为「{line.words}」，读作「{clause.heading}」"


def _bare(heading: str) -> str:
    return heading.rstrip("。:;,")


def _start(clause: Clause) -> str:
    return re.sub(r"\s", "", clause.text)[:24]


def outline_files(gold: Path) -> list[Path]:
    return sorted(gold.glob(f"*{SUFFIX}"))


def compare(file: Path, folders: Sequence[Path]) -> list[str] | None:
    """What differs between an outline and the tree of its document; None where that is in none of the folders."""
    outline = read_outline(file.read_text(encoding="utf-8"))
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.name == outline.file:
                return list(differences(outline, parse(read(path.name, load(path)), path.name)))
    return None


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.outlines", description="条款树与人工提纲比较")
    parser.add_argument("--gold", type=Path, default=Path("tests/data/outlines"), help="提纲所在的文件夹")
    parser.add_argument(
        "--documents", type=Path, action="append", required=True, help="文件所在的文件夹，可重复"
    )
    arguments = parser.parse_args(argv)
    console = Console(soft_wrap=True)
    same = differing = absent = 0
    for file in outline_files(arguments.gold):
        found = compare(file, arguments.documents)
        if found is None:
            absent += 1
            continue
        same, differing = (same + 1, differing) if not found else (same, differing + 1)
        for sentence in found:
            console.print(f"{file.name.removesuffix(SUFFIX)}：{sentence}", markup=False, highlight=False)
    console.print(f"{same} 件一致，{differing} 件有差异，{absent} 件未在场", markup=False, highlight=False)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())

"""The built-in plan cut into clauses by a few rules, for the fakes of the faces' tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

LEVELS = (
    re.compile(r"([一二三四])、(.+)"),
    re.compile(r"[（(]([一二三四五六])[)）]([^。]+)"),
    re.compile(r"(\d)\. ?(.+)"),
    re.compile(r"[（(](\d{1,2})[)）] ?([^。]+)"),
)
AGENCY = re.compile(r"[〔（(]牵头单位：")
RESPONSIBLE = re.compile(r"（([^（）]+)等按职责分工负责）")


@dataclass
class FakeClause:
    """One entry of the plan; ``text`` is the source ``[start:end]`` without line wraps."""

    id: str
    path: tuple[str, ...]
    heading: str
    depth: int
    start: int
    end: int
    text: str = ""
    facts: list[dict[str, Any]] = field(default_factory=list)

    @property
    def locator(self) -> str:
        labels = [label for label in self.path if not label.startswith("第")]
        if not labels:
            return "文首"
        return labels[0] + "、" * (labels[0] in "一二三四") + _tail(labels[1:])


def _tail(labels: Sequence[str]) -> str:
    return "".join(label + "." * label.isdigit() for label in labels)


def plan_text() -> str:
    return files("index.corpus").joinpath("渝府办发〔2024〕75号.txt").read_text("utf-8")


def _mend(raw: str) -> str:
    """The raw span with wraps mended: paragraphs that end a sentence stay apart."""
    paragraphs: list[str] = []
    for line in (part.strip() for part in raw.splitlines()):
        if line and paragraphs and not _ends(paragraphs[-1]):
            paragraphs[-1] += line
        elif line:
            paragraphs.append(line)
    return "\n".join(paragraphs)


def _ends(paragraph: str) -> bool:
    """A sentence's end, or a line so short and plain that it is a heading."""
    return paragraph[-1] in "。〕）］]：号日" or (len(paragraph) < 30 and not set(paragraph) & set("，。；"))


def _cuts(source: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, depth, label, heading) of every numbered entry and agency line, in reading order."""
    offset = source.index("一、总体要求")
    for line in source[offset:].splitlines(keepends=True):
        for depth, pattern in enumerate(LEVELS):
            found = pattern.match(line.strip())
            if found:
                yield offset, depth, found[1], found[2].strip()
                break
        else:
            if AGENCY.match(line):
                yield offset, 9, "", ""
        offset += len(line)


def read_plan(source: str) -> list[FakeClause]:
    clauses = [FakeClause("head", (), "印发通知", 0, 0, source.index("一、总体要求"))]
    path: list[str] = []
    for start, depth, label, heading in _cuts(source):
        clauses[-1].end = start
        if depth == 9:
            owner = path[: 3 if len(path) > 3 else len(path)]
            clauses.append(FakeClause("", (*owner, "第一款"), "", 3, start, 0))
            continue
        printed = f"（{label}）" if depth in (1, 3) else label
        path = [*path[:depth], printed]
        clauses.append(FakeClause("", tuple(path), heading, depth, start, 0))
    clauses[-1].end = len(source)
    for number, clause in enumerate(clauses):
        clause.id = clause.id or f"c{number:03d}"
        clause.text = _mend(source[clause.start : clause.end])
        clause.facts = _facts(clause)
    return clauses


def _facts(clause: FakeClause) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    lead = re.search(r"牵头单位：([^；]+)", clause.text)
    if lead:
        found.append(_fact("agency", f"牵头：{lead[1]}", clause, lead[1]))
    shared = RESPONSIBLE.search(clause.text)
    if shared:
        found.append(_fact("agency", f"分工：{shared[1]}等", clause, shared[0]))
    for target in re.findall(r"突破30项前沿关键核心技术|形成50个标志性产品", clause.text):
        found.append(_fact("target", target, clause, target))
    for measure in re.findall(r"对[^，。；、]*依法依规给予[^，。]*", clause.text):
        found.append(_fact("measure", measure, clause, measure))
    return found


def _fact(kind: str, text: str, clause: FakeClause, words: str) -> dict[str, Any]:
    start = clause.start + clause.text.find(words)
    return {"kind": kind, "text": text, "start": start, "end": start + len(words)}

"""「实用新型检索费多少钱」: the cells of a table row that the question names, in the column that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from assistant.answer.compose.place import Place, places
from assistant.answer.compose.wording import closest, sentence
from assistant.answer.draft import Draft, Quote, Said, quote_clause, quotes_of
from assistant.evidence import Evidence
from assistant.question.details import FIGURE
from assistant.question.pairs import pairs_of
from assistant.question.understand import flatten
from index.clauses import Clause, Document

NAMED = 0.75
"""Share of a row's name that the question must say."""
LISTED = 0.9
"""The share where the question says one of several things that the name lists: 「粮食、蔬菜、水果」."""
PIECE = 4
"""Characters in one piece that name a row."""
COVERED = 0.6
"""Share of the question that the row with its heads, headings and titles must hold."""
LONG_NAME, NAMED_IN_FULL = 6, 0.4
"""Characters of a row's name that stands in the question word for word; what the row must hold of the question then."""
AS_GOOD = 0.1
"""How much more another clause may hold of a question that says a row's long name in full."""
SHOWN = 3
TOGETHER = 12
"""Rows side by side up to which they are shown in one quotation."""

_HEADS = {
    "amount": re.compile(
        r"金额|(?<![评认验][价分定收])(?<!考核)标准|限额|额度|[单定售租]价|价格|元|[税费利]率|比例|费用(?!名|项|种)|补[贴助]|奖励|资助|奖金|分值"
    ),
    "deadline": re.compile(r"期限|时限|有效期|时间|日期|年限|周期"),
    "quantity": re.compile(r"数量|人数|个数|次数|名额|指标值|目标值|计划数|系数"),
}
_HEADS[FIGURE] = re.compile(rf"{_HEADS['amount'].pattern}|{_HEADS['quantity'].pattern}|计划|数$|值$|率$")
_NO_NAME = re.compile(r"序\s*号|编\s*号|代\s*码|备\s*注|依\s*据|科目")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_OF_ALL = re.compile(
    r"^(?:[全本][国省市州县区])?(?:新增|累计|建设|筹集|新建|完成)+|^[全本][国省市州县区]|(?<=[\u4e00-\u9fff]{2})数$"
)
"""「全省建设筹集保障性租赁住房数」: people say the thing."""
_VALUE = re.compile(r"[\d０-９一二三四五六七八九十百半]|^(?:无|长期|免费|全额)$")
_NUMBERED = re.compile(r"^\d{1,3}[.．、](?=[\u4e00-\u9fff])")
"""「53.门诊患者满意度」 holds no figure."""
_RANGE = re.compile(r"^\D{0,4}?(\d+)\D{0,2}[－—–\-~～至](\d+)\D{0,2}$")
_HOW_MUCH = re.compile(r"多少|几|多久|多长|多大|多高|是什么|何时|什么时候")
_UNIT = re.compile(r"单位\s*[:：]\s*([^\s，。；）)]{1,8})")


@dataclass(frozen=True)
class _Cell:
    text: str
    heads: tuple[str, ...]

    @cached_property
    def head(self) -> str:
        return "·".join(self.heads)


@dataclass(frozen=True)
class _Row:
    """A row that the question names by the cell ``name``; ``asked`` are the cells that answer it."""

    document: Document
    clause: Clause
    name: _Cell
    share: float
    cells: tuple[_Cell, ...]
    asked: tuple[_Cell, ...]


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if question.yes_no or question.role or question.detail not in {None, *_HEADS}:
        return None
    if not _HOW_MUCH.search(question.flat) and question.detail is None:
        return None
    rows = _best(evidence, list(_rows(evidence)))
    if not rows:
        return None
    said, notices = _said(rows)
    quotes = quotes_of(said)
    return Draft("answered", said, notices, closest(evidence, quotes))


def says(document: Document, clause: Clause, detail: str) -> bool:
    """A row with a number in a column for such a detail."""
    if clause.kind != "row" or detail not in _HEADS:
        return False
    return any(_VALUE.search(c.text) and _HEADS[detail].search(c.head) for c in _cells(document, clause))


def rows_named(flat: str, document: Document, rows: Sequence[Clause]) -> list[Clause]:
    """The table rows with the cell that holds the longest piece of the question, in order; none where that is too short for a
    name."""
    flat = flat.lower()
    lengths = [max((_piece(cell, flat) for cell in _cells(document, row)), default=0) for row in rows]
    longest = max(lengths, default=0)
    return [row for row, length in zip(rows, lengths, strict=True) if length == longest >= PIECE]


def _piece(cell: _Cell, flat: str) -> int:
    """Characters of the longest piece of the question in the cell, which counts in full where it is all of the cell."""
    text = _bare(cell.text).lower()
    match = SequenceMatcher(None, flat, text, autojunk=False).find_longest_match()
    return PIECE + match.size if 2 <= match.size == len(text) else match.size


def _cells(document: Document, clause: Clause) -> tuple[_Cell, ...]:
    text = document.text
    return tuple(
        _Cell(flatten(text[c.start : c.end]), tuple(flatten(text[a:b]) for a, b in c.heads))
        for c in clause.cells
    )


def _rows(evidence: Evidence) -> Iterator[_Row]:
    flat = evidence.question.flat.lower()
    pairs = set(pairs_of(flat))
    for document in evidence.documents:
        for clause in document.clauses:
            if clause.kind == "row" and (row := _named(evidence, document, clause, flat, pairs)):
                yield row


def _named(evidence: Evidence, document: Document, clause: Clause, flat: str, pairs: set[str]) -> _Row | None:
    cells = _cells(document, clause)
    scored = [(_share(cell, flat, pairs), i) for i, cell in enumerate(cells)]
    share, at = max(scored, key=lambda item: (item[0], -item[1]), default=(0.0, 0))
    if share < NAMED:
        return None
    others = [c for c in cells if c is not cells[at] and c.text != cells[at].text]
    asked = _asked(evidence.question.detail, flat, others)
    return _Row(document, clause, cells[at], share, cells, tuple(asked)) if asked else None


def _share(cell: _Cell, flat: str, pairs: set[str]) -> float:
    """How much of the cell's words the question says, in their order."""
    name = _bare(cell.text).lower()
    if not 2 <= len(name) <= 40 or _NO_NAME.search(cell.head) or not re.search(r"[^\W\d]{2}", name):
        return 0.0
    if name in flat:
        return 1.0
    if any(len(piece) >= 2 and piece in flat for piece in re.split(r"[、，/和与及或]", name)[:-1]):
        return LISTED
    if not any(pair in pairs for pair in pairs_of(name)):
        return 0.0
    return _common(name, flat) / len(name)


def _bare(text: str) -> str:
    return _OF_ALL.sub("", _BRACKETS.sub("", text)) or text


def _common(a: str, b: str) -> int:
    """Length of the longest sequence of characters that both hold."""
    above = [0] * (len(b) + 1)
    for x in a:
        row = [0]
        for j, y in enumerate(b, 1):
            row.append(above[j - 1] + 1 if x == y else max(above[j], row[-1]))
        above = row
    return above[-1]


def _asked(detail: str | None, flat: str, cells: Sequence[_Cell]) -> list[_Cell]:
    """The cells in the columns that the question names by their heads; else those whose heads are for such a detail."""
    values = [c for c in cells if _VALUE.search(_NUMBERED.sub("", c.text)) and not _NO_NAME.search(c.head)]
    named = [(sum(_head_said(h, flat) for h in c.heads), c) for c in values]
    most = max((n for n, _ in named), default=0)
    if most:
        several = _SEVERAL.search(flat)
        return [c for n, c in named if n == most or (several and any(h[-2:] in flat for h in c.heads))]
    return [c for c in values if _HEADS[detail or "amount"].search(c.head)]


_SEVERAL = re.compile(r"各[是为有自]?|分别|以及|[和与及、]")


def _head_said(head: str, flat: str) -> int:
    """Characters of a column head that the question says, at least half of it; 0 else."""
    bare = re.sub(r"[^\w]", "", _bare(head)).lower()
    longest = next(
        (
            n
            for n in range(len(bare), max(1, (len(bare) - 1) // 2), -1)
            if any(bare[i : i + n] in flat for i in range(len(bare) - n + 1))
        ),
        0,
    )
    return longest if longest >= 2 else 0


def _best(evidence: Evidence, rows: Sequence[_Row]) -> list[_Row]:
    """The rows of one table that hold most of the question, narrowed by a number that the question names."""
    if not rows:
        return []
    terms = evidence.question.core_terms
    numbers = {int(n): said for said, n in re.findall(r"(第?(\d+)\D?)", evidence.question.flat)}
    scored = [
        (row.share >= 1.0, round(evidence.coverage(_context(row, numbers), terms), 2), row) for row in rows
    ]
    full, covered, best = max(scored, key=lambda item: item[:2])
    found = places(evidence)
    rival = max(
        (p.score for p in found if p.clause.kind not in {"row", "table"} and not _over(p, best)), default=0.0
    )
    in_full = full and len(best.name.text) >= LONG_NAME
    in_full = in_full and not _asks_of_others(evidence.question.flat, best)
    if covered < (NAMED_IN_FULL if in_full else COVERED) or rival > covered + AS_GOOD * in_full:
        return []
    of_table = [(f, c, r) for f, c, r in scored if r.clause.parent == best.clause.parent]
    of_name = [r for _, _, r in of_table if r.name.text == best.name.text]
    narrowed = [r for r in of_name if any(_holds(c.text, n) for c in r.cells for n in numbers)]
    return narrowed or [r for f, c, r in of_table if (f, c) == (full, covered)]


def _over(place: Place, row: _Row) -> bool:
    """「附件1里…」: the row stands in what is named."""
    return place.document is row.document and place.start <= row.clause.start < place.end


def _asks_of_others(flat: str, row: _Row) -> bool:
    """「牵头单位 完成时限」: the question names the column of a cell that holds no value."""
    others = (head for c in row.cells if c not in row.asked for head in c.heads)
    return any(_bare(head) in flat for head in others if len(head) > 1)


def _context(row: _Row, numbers: dict[int, str]) -> str:
    """What the row stands under and says; a number of the question that lies in one of its ranges counts as said."""
    line = (*row.document.ancestors(row.clause), row.clause)
    headings = [c.heading for c in line if c.heading]
    pairs = [f"{cell.head}{cell.text}" for cell in row.cells]
    held = [said for n, said in numbers.items() if any(_holds(c.text, n) for c in row.cells)]
    return flatten("".join([*row.document.titles(), *headings, *pairs, *held])).lower()


def _holds(text: str, number: int) -> bool:
    """「4－6年」 holds 5."""
    match = _RANGE.match(text)
    return match is not None and int(match[1]) <= number <= int(match[2])


def _said(rows: Sequence[_Row]) -> tuple[tuple[Said, ...], tuple[str, ...]]:
    if len(rows) <= SHOWN:
        return tuple(Said(_words(r, rows), (quote_clause(r.document, r.clause),)) for r in rows), ()
    document, order = rows[0].document, rows[0].document.position
    first, last = order[rows[0].clause.id], order[rows[-1].clause.id]
    table = document.by_id.get(rows[0].clause.parent or "")
    if table and last - first == len(rows) - 1 and len(rows) <= TOGETHER:
        quote = Quote(document, table, rows[0].clause.start, rows[-1].clause.end)
        return (Said("\n".join(_words(r, rows) for r in rows), (quote,)),), ()
    shown = tuple(Said(_words(r, rows), (quote_clause(r.document, r.clause),)) for r in rows[:SHOWN])
    return shown, (f"表中这样的行共有{len(rows)}行，这里列出前{SHOWN}行。",)


def _words(row: _Row, rows: Sequence[_Row]) -> str:
    """「发明专利年费 4－6年，费用金额（元）：1200。」: the name, with the cells that tell it from the ``rows`` beside it."""
    shared = {c.text for c in row.cells if all(c.text in (o.text for o in other.cells) for other in rows)}
    names = [
        c.text
        for c in row.cells
        if c is row.name or (c not in row.asked and _tells_apart(c, shared if len(rows) > 1 else None))
    ]
    unit = _unit(row)
    values = "；".join(f"{c.head}：{c.text}{unit}" if c.head else f"{c.text}{unit}" for c in row.asked)
    return sentence(f"{' '.join(dict.fromkeys(names))}，{values}")


def _tells_apart(cell: _Cell, shared: set[str] | None) -> bool:
    if _NO_NAME.search(cell.head):
        return False
    return bool(_RANGE.match(cell.text)) or (
        shared is not None and cell.text not in shared and bool(cell.text)
    )


def _unit(row: _Row) -> str:
    """The unit that stands above the table, where neither head nor cell has one."""
    table = row.document.by_id.get(row.clause.parent or "")
    match = _UNIT.search(table.text) if table else None
    own = any(re.search(r"元|[%％‰]|[（(].+[）)]|[^\d.,，－—~～\-]$", c.head + c.text) for c in row.asked)
    return match.group(1) if match and not own else ""

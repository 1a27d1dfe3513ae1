"""Targets in the rows of a table of indicators: 「指标 | 单位 | 2025年 | 2027年」, the year of the column is the deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from index.clauses.document import Clause, Document, Fact, TableCell
from index.clauses.facts.clause_text import flatten
from index.clauses.facts.quantities import QUANTITY, value_of

_AIM = re.compile(r"目标|(?P<year>20\d\d年)|计划|任务[数量]")
_WHAT = re.compile(r"指标|名称|内容|项目|任务")
_PAST = re.compile(r"现状|基期|基数|完成情况|实际")
_VALUE = re.compile(
    r"(?P<sign>[≥≤>＞<＜约])?\s*(?P<figure>\d[\d,.]*)\s*(?P<unit>[^\d\s左以达（(]{0,6})(?P<word>左右|以上|以下|以内)?"
)
_SIGNS = {
    "≥": "≥", "≤": "≤", ">": ">", "＞": ">", "<": "<", "＜": "<", "约": "≈", "左右": "≈", "以上": "≥", "以下": "≤",
    "以内": "≤",
}  # fmt: skip


def in_rows(document: Document, row: Clause) -> Iterator[Fact]:
    """A fact for each cell below 目标 or a year that holds one figure; ``object`` is the cell below 指标."""
    heads = {cell.column: re.sub(r"\s", "", _heads(document, cell)) for cell in row.cells}
    what = next((cell for cell in row.cells if _WHAT.search(heads[cell.column])), None)
    if what is None:
        return
    unit = next((_text(document, c) for c in row.cells if re.search(r"单位", heads[c.column])), "")
    for cell in row.cells:
        aim = _AIM.search(heads[cell.column])
        inside = row.start <= cell.start and cell.end <= row.end
        if cell is what or not aim or not inside or _PAST.search(heads[cell.column]):
            continue
        data = _read(_text(document, cell), unit)
        if data:
            data |= {"object": _text(document, what), "growth": False, "deadline": aim.group("year")}
            if aim.group("year"):
                data["deadline_span"] = _year(document, cell)
            yield Fact("target", document.text[cell.start : cell.end], cell.start, cell.end, row.id, data)


def _read(text: str, unit: str) -> dict[str, Any] | None:
    match = _VALUE.fullmatch(flatten(text))
    if not match:
        return None
    own = match.group("unit") or re.sub(r"[（()）]", "", unit)
    figure = QUANTITY.fullmatch(match.group("figure") + own)
    data = value_of(figure) if figure else None
    number = float(match.group("figure").replace(",", ""))
    plain = int(number) if number == int(number) else number
    sign = match.group("sign") or match.group("word") or ""
    return {
        **(data or {"value": plain, "value_max": plain, "unit": own}),
        "comparator": _SIGNS.get(sign, "="),
    }


def _text(document: Document, cell: TableCell) -> str:
    return re.sub(r"\s", "", document.text[cell.start : cell.end])


def _heads(document: Document, cell: TableCell) -> str:
    return " ".join(document.text[start:end] for start, end in cell.heads)


def _year(document: Document, cell: TableCell) -> tuple[int, int]:
    """Where the year stands in the heads."""
    for start, end in reversed(cell.heads):
        match = re.search(r"20\d\d\s*年", document.text[start:end])
        if match:
            return start + match.start(), start + match.end()
    return cell.start, cell.end

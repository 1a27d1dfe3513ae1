"""文号: a document's own number, in any of the forms in which it is printed on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.clauses.document import Span
from index.clauses.metadata.dates import DAY
from index.clauses.metadata.flat import Line, across

_HAN = r"[\u4e00-\u9fff、]"
LETTER = r"[\u4e00-\u9fffA-Za-z]{1,20}〔?[〔（]\d{2,4}[〕）]〕?第?\d+(?:-\d+)?号"
"""渝府办发〔2024〕75号"""
_COUNT = r"第[\d〇零一二三四五六七八九十百]+号"
BY_ORDER = rf"(?:(?:令|公告)(?:〔?\d{{4}}〕?年?|〔[^〔〕]{{1,6}}〕)?{_COUNT}|(?:\d{{4}}年)?{_COUNT}令)"
"""What stands behind the name of the body in an order's number."""
ORDER = rf"{_HAN}{{2,100}}?{BY_ORDER}"
"""广州市人民政府令第179号, 国家知识产权局公告〔2013〕第1号"""
_OWN_LINE = re.compile(
    rf"^（?(?:文号：|发文字号：)?({LETTER}|{ORDER}|\d{{4}}年第\d+号)）?(?:签发人：.{{2,10}}|{DAY}|（.*)?$"
)
_ORDER_HEAD = re.compile(rf"^{_HAN}{{2,80}}(?:令|公告)$")
_ORDER_TAIL = re.compile(r"^（?((?:〔?\d{4}〕?年?)?第[\d〇零一二三四五六七八九十百]+号)）?$")


def own_number(line: Line) -> tuple[str, Span] | None:
    """The number that the line consists of."""
    match = _OWN_LINE.match(line.text)
    return (match.group(1), line.span(*match.span(1))) if match else None


def order_number(lines: Sequence[Line]) -> tuple[str, Span] | None:
    """「广州市人民政府令」 with 「第179号」 on the next line."""
    if len(lines) < 2 or not _ORDER_HEAD.match(lines[0].text):
        return None
    tail = _ORDER_TAIL.match(lines[1].text)
    return (lines[0].text + tail.group(1), across(lines[:2])) if tail else None


def promulgating(event: str) -> re.Match[str] | None:
    """The order in 「国务院令第554号公布」; not one by which a document was only amended."""
    match = re.search(ORDER, event)
    if match is None or event.startswith("根据") or re.match(r"第.{1,3}次|修正|修改", event[match.end() :]):
        return None
    return match

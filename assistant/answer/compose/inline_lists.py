"""Lists that run on in one paragraph, 「有下列情形之一的，不予奖励：（一）…；（二）…」, or stand a line each without numbers:
sentences that are items of it."""

from __future__ import annotations

import re
from itertools import takewhile

from assistant.answer.sentences import Sentence, own_sentences
from index.clauses import Document

_FIRST = re.compile(r"[：:]\s*(?=(?:[（(][一1][)）]|1[.．、](?!\d)|①|一是))")
_MARKED = re.compile(
    r"\s*(?:[（(](?:[一二三四五六七八九十]+|\d{1,2})[)）]|\d{1,2}[.．、](?!\d)|[②-⑳]|[二三四五六七八九十]是)"
)


def list_begun(document: Document, one: Sentence) -> list[Sentence]:
    """The sentences behind ``one`` that go on with the list that it begins; empty where it begins none."""
    row = _row(document, one)
    if _LINES_FOLLOW.search(one.text) and (lines := _lines_behind(document, row, one)):
        return lines
    if _SO_MANY.search(one.text) and one in row:
        behind = row[row.index(one) + 1 :]
        nth = [at for at, other in enumerate(behind) if _NTH.match(other.text)]
        return behind[: nth[-1] + 1] if len(nth) > 1 and nth[0] == 0 else []
    return _items_behind(row, one) if _FIRST.search(one.text) else []


_SO_MANY = re.compile(r"(?:以下|下列|如下)(?:[两二三四五六七八]|\d)[种类个项][^：:]*$")
_NTH = re.compile(
    r"第[一二三四五六七八]种|[方形]式[一二三四五六七八]|[一二三四五六七八]是|第[一二三四五六七八][，,]"
)
"""「可在以下两种方式中任选其一。第一种方式为…」."""


def lead_of_list(document: Document, one: Sentence) -> Sentence | None:
    """What leads in to the list of which ``one`` is a later item, up to its colon."""
    row = _row(document, one)
    if not _MARKED.match(one.text):
        return lead_of_cases(document, one) or _lead_of_lines(document, row, one)
    before = row[: row.index(one)] if one in row else []
    for first in reversed(before):
        if begins := _FIRST.search(first.text):
            if one not in _items_behind(row, first):
                return None
            end = _place(document, first, begins.end())
            return Sentence(first.start, end, document.quote(first.start, end).rstrip())
    return None


_LINES_FOLLOW = re.compile(r"(?:下列|以下|如下)[^：:]*[：:]$")
ALIKE = 2
"""Items without numbers that must follow a lead-in."""


def _lines_behind(document: Document, row: list[Sentence], lead: Sentence) -> list[Sentence]:
    """Those behind the lead-in, where each stands on a line of its own: 「按以下标准退回：⏎第1年退出的，退还100%；⏎…」."""
    behind = row[row.index(lead) + 1 :] if lead in row else []
    lines = [*takewhile(lambda s: _begins_line(document, s) and not _MARKED.match(s.text), behind)]
    return lines if len(lines) >= ALIKE else []


def _begins_line(document: Document, one: Sentence) -> bool:
    return document.text[: one.start].rstrip(" \u3000\t").endswith("\n")


def _lead_of_lines(document: Document, row: list[Sentence], one: Sentence) -> Sentence | None:
    before = row[: row.index(one)] if one in row else []
    lead = next((s for s in reversed(before) if _LINES_FOLLOW.search(s.text)), None)
    return lead if lead and one in _lines_behind(document, row, lead) else None


_CASES = re.compile(
    r"^[^：:；;]{4,60}(?:收取|发放|给予|执行|计算|支付|奖励|补助|补贴|标准|确定|分别为|如下|缴纳|收费)[：:](?=[^：:]+[；;]$)"
)
"""「租金按市场租金的一定比例收取：博士免收；」, which holds for the cases behind as well."""


def lead_of_cases(document: Document, one: Sentence) -> Sentence | None:
    """Of a later one of several cases between semicolons that has no colon of its own."""
    row = _row(document, one)
    if one not in row or re.search("[：:]", one.text):
        return None
    for before in reversed(row[: row.index(one)]):
        if not re.search(r"[；;]$", before.text):
            return None
        if begins := _CASES.match(before.text):
            end = _place(document, before, begins.end())
            return Sentence(before.start, end, document.quote(before.start, end).rstrip())
    return None


def _items_behind(row: list[Sentence], first: Sentence) -> list[Sentence]:
    behind = row[row.index(first) + 1 :] if first in row else []
    return [*takewhile(lambda s: _MARKED.match(s.text), behind)]


def _row(document: Document, one: Sentence) -> list[Sentence]:
    entry = document.clause_at(one.start, one.end)
    return list(own_sentences(document, entry)) if entry else []


def _place(document: Document, one: Sentence, length: int) -> int:
    """Where in the source the first ``length`` characters of the sentence end, line wraps aside."""
    wanted = len(re.sub(r"\s", "", one.text[:length]))
    at = one.start
    while wanted:
        wanted -= not document.text[at].isspace()
        at += 1
    return at

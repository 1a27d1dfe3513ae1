"""In a library of several documents a sentence says which of them it is from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.compose.wording import titled
from assistant.answer.draft import Said
from assistant.evidence import Evidence
from index.clauses import Document
from index.clauses.numerals import plain

_LOCATOR = re.compile(
    r"^(?:第[^，。：]{1,10}[条章节部分]|[一二三四五六七八九十]+、|[（(][^）)]{1,4}[）)]|附件|附表|文首|\d+[.、])"
)
_THE_DOCUMENT = re.compile(
    r"^(不是。|是的，|[^“”《》，。]{0,4}|关于“[^”]{1,60}”，)文件(?=的规定|规定|的提法|没有|对|列|把|的表述)"
)


def attributed(evidence: Evidence, said: Sequence[Said]) -> tuple[Said, ...]:
    """The title in front of the first sentence from each document; none where the question can only mean that one."""
    known = evidence.of_one_document or any(one.row for one in said)
    if len(evidence.snapshot.document_ids) < 2 or known:
        return tuple(said)
    out: list[Said] = []
    before = ""
    for one in said:
        if not one.quotes or one.row:
            out.append(one)
            continue
        first = one.quotes[0]
        title = first.document.part_title(first.clause)
        known = (
            title == before
            or plain(title) in plain(one.text)
            or plain(title) in plain(evidence.question.text)
        )
        named = titled(title) + of_place(first.document, title)
        out.append(one if known or not title else replace(one, text=_with(named, one.text)))
        before = title
    return tuple(out)


def of_place(document: Document, title: str) -> str:
    """「（武汉市）」 behind a title that does not say whose document it is."""
    region = document.metadata.region or ""
    return f"（{region}）" if region and region[:2] not in title else ""


def _with(named: str, text: str) -> str:
    if _THE_DOCUMENT.search(text):
        return _THE_DOCUMENT.sub(lambda m: f"{m.group(1)}{named}", text, count=1)
    return f"{named}{text}" if _LOCATOR.search(text) else f"{named}：{text}"

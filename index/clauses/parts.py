"""Where in a file a further instrument begins: the notice that carries, what it carries, a decision with two regulations.

An instrument begins with its title, on one line or several, standing alone; soon after it, behind at most its source
line, an addressee and a preamble, comes a first label (一、, 第一章, 第一条), and the numbering starts again. Where the
notice names the title (``named``), the line need not be followed by a label. A file may also hold one notice after the
other: what stands behind a printing note (「…2022年4月20日印发」) is a new one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.clauses.numerals import plain
from index.clauses.paragraphs import DATE_LINE, Paragraph, is_heading_only

_KIND = re.compile(
    r"(办法|规定|细则|条例|意见|方案|措施|举措|决定|计划|规划|纲要|通知|公告|指南|政策|标准|规则|章程|规程|准则|规范|要点|通则|制度|办事程序|解释|解读|法)"
    r"([（(][^）)]{1,20}[）)])*$"
)
_ADDRESSEES = re.compile(r"^[^。；]{4,200}[：:]$")
_SOURCE_LINE = re.compile(
    r"^[（(][^）)]*(\d|[一二三四五六七八九〇○])+\s*[年日号][^）)]*|^[（(].{1,20}稿[）)]$"
)
_PRINTED = re.compile(r"^[^。；：]{4,40}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发$")
_NOTE = re.compile(
    r"^[（(]?\s*(此件|本件|信息公开|公开(方式|属性)|主动公开|本文有删减)|^(?:特此|现予|妥否|以上)"
)
_FIRST = {"编", "章", "条", "一、", "（一）", "1."}
_STATUTE = {"编", "章", "条"}
_LOOK_AHEAD, _FIRST_LABELS = (
    12,
    3,
)  # paragraphs, and first labels among them, that show how the new numbering goes
_TITLE_LINES = 5
_BEFORE_FIRST_LABEL = 8  # paragraphs between title and first label
_LINE = 48  # characters of a title's line


def split_parts(
    paragraphs: list[Paragraph], named: Sequence[tuple[int, str]]
) -> list[tuple[list[Paragraph], str]]:
    """The instruments in order with their titles; ``named`` says where those begin whose titles are known, the first at 0.
    A title is empty where a further instrument has none."""
    known = dict(named)
    cuts = [0]
    for i in range(1, len(paragraphs)):
        if i in known or (i > cuts[-1] and _begins(paragraphs, cuts[-1], i, known)):
            cuts.append(i)
    starts = [_with_attachment_line(paragraphs, cut) for cut in cuts]
    out = []
    for cut, a, b in zip(cuts, starts, [*starts[1:], len(paragraphs)], strict=True):
        lines = paragraphs[cut : cut + _title_length(paragraphs, cut)]
        above = [replace(p, marker=None, candidates=()) for p in paragraphs[a:cut]]
        out.append(([*above, *paragraphs[cut:b]], known.get(cut) or plain("".join(p.text for p in lines))))
    return [part for part in out if part[0]]


def split_attachments(part: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """(the instrument with its signature, its attachments)."""
    for i, paragraph in enumerate(part):
        if i and any(m.form == "附件" for m in paragraph.candidates):
            return part[:i], part[i:]
    return part, []


def _with_attachment_line(paragraphs: Sequence[Paragraph], cut: int) -> int:
    """「附件」 above the title of a carried instrument belongs to it."""
    return cut - 1 if cut > 0 and _is_attachment(paragraphs[cut - 1]) else cut


def _is_attachment(paragraph: Paragraph) -> bool:
    marker = paragraph.marker
    alone = marker is not None and not paragraph.text[marker.length :].strip()
    return alone and marker is not None and marker.family.name == "附件"


def _begins(paragraphs: Sequence[Paragraph], part: int, i: int, known: dict[int, str]) -> bool:
    before = paragraphs[i - 1]
    if _PRINTED.match(before.text):
        return _ADDRESSEES.match(paragraphs[i].text) is not None
    attached = _is_attachment(before)
    if not (attached or _ends_instrument(before) or before.text.endswith(("。", "；", "”"))):
        return False
    lines = _title_length(paragraphs, i)
    if not lines or any(j in known for j in range(i, i + lines)):
        return False
    title = plain("".join(p.text for p in paragraphs[i : i + lines]))
    first = _first_label(paragraphs, i + lines)
    if first is None or not _KIND.search(title):
        return False
    return _starts_again(paragraphs[part:i], paragraphs[first : first + _LOOK_AHEAD], attached)


def _title_length(paragraphs: Sequence[Paragraph], i: int) -> int:
    """How many lines from ``i`` on are one title; 0 where none begins."""
    n = 0
    while n < _TITLE_LINES and i + n < len(paragraphs) and _may_be_title(paragraphs[i + n]):
        n += 1
        if _KIND.search(plain(paragraphs[i + n - 1].text)) and not _goes_on(paragraphs, i + n):
            return n
    return n if n == 1 else 0


def _goes_on(paragraphs: Sequence[Paragraph], i: int) -> bool:
    return (
        i < len(paragraphs)
        and bool(re.match(r"^(的|和|及|与|》|（试行|\(试行)", paragraphs[i].text))
        and _may_be_title(paragraphs[i])
    )


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        paragraph.block.kind == "paragraph"
        and not paragraph.candidates
        and 2 <= len(text) <= _LINE
        and is_heading_only(paragraph)
        and not re.search(r"[，,.、]$", text)
        and not re.match(r"^[（(〔\[]", text.replace("（试行）", ""))
        and not DATE_LINE.match(text)
        and not _NOTE.match(text)
        and not _PRINTED.match(text)
    )


def _ends_instrument(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return bool(DATE_LINE.match(text) or _NOTE.match(text) or _PRINTED.match(text)) or text.endswith("日")


def _first_label(paragraphs: Sequence[Paragraph], i: int) -> int | None:
    """Where the first numbered line behind a title is, if only what may stand before it does."""
    for j in range(i, min(i + _BEFORE_FIRST_LABEL, len(paragraphs))):
        marker = paragraphs[j].marker
        if marker is not None:
            return j if marker.ordinal == 1 and marker.family.name in _FIRST else None
        if paragraphs[j].block.kind != "paragraph":
            return None
    return None


def _starts_again(part: Sequence[Paragraph], ahead: Sequence[Paragraph], attached: bool) -> bool:
    """The numbering of ``part`` is over: a first label ahead was there already, or nothing was numbered, or only 一、 was
    and articles follow."""
    firsts = [m for p in ahead if (m := p.marker) and m.ordinal == 1][:_FIRST_LABELS]
    seen = {(m.family.name, m.label) for p in part if (m := p.marker) and m.family.name != "附件"}
    if attached:  # a list or a standard stays an attachment
        return any(m.family.name == "条" for m in firsts)
    if not seen or any((m.family.name, m.label) in seen for m in firsts):
        return True
    return firsts[0].family.name in _STATUTE and all(name != "条" for name, _ in seen)

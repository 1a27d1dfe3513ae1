"""What looks like the body and is none: contents lists, and the list of attachments at the end of a notice.

Their lines lose their labels and stay in the text where they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.clauses.numerals import plain
from index.clauses.paragraphs import DATE_LINE, Paragraph

_HEAD = re.compile(r"^目\s*[录次]\s*[:：]?$")
_LEADER = re.compile(r"(\s*[.．…·。•_]{2,}\s*|\s+|\t)[-—]?\s*[（(]?\d{1,4}[)）]?\s*[-—]?$")
_DOTS = re.compile(r"[.．…·•_]{3,}\s*[（(]?\d{1,4}[)）]?$")
_ATTACHED = re.compile(
    r"^附\s*(?:[件表录]|(?=[:：]))\s*[:：]?\s*(?P<n>\d+(?:[-－]\d+)?)?\s*[:：.．、]?\s*(?P<title>(?=.*[\u4e00-\u9fff]{2})\S.*)$"
)
_NUMBERED = re.compile(r"^\s*(?:附\s*件\s*)?(?P<n>\d+(?:[-－]\d+)?)\s*[.．、:：]\s*(?P<title>\S.*)$")
_LEADS_TO_LIST = re.compile(r"[。；]\s*附\s*件\s*[:：]$")
_CHAPTERS = {"编", "章", "节"}
_LONGEST_LISTED = 120  # characters of a line in a list of attachments
_LONGEST = 60  # characters of a line in a contents list


def without_lists(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs; those of contents lists and lists of attachments can be no labels."""
    bare = _contents(paragraphs) | _attachment_lists(paragraphs)
    return [replace(p, marker=None, candidates=()) if i in bare else p for i, p in enumerate(paragraphs)]


def is_attachment_line(text: str) -> bool:
    return bool(_ATTACHED.match(text) or _NUMBERED.match(text))


def _contents(paragraphs: Sequence[Paragraph]) -> set[int]:
    out: set[int] = set()
    for i, paragraph in enumerate(paragraphs):
        if i not in out and _HEAD.match(paragraph.text):
            out.update(range(i + 1, _end_of_contents(paragraphs, i + 1)))
    for i, paragraph in enumerate(paragraphs):
        if i not in out and paragraph.marker and paragraph.marker.family.name in _CHAPTERS:
            out.update(range(i, _end_of_repeated_headings(paragraphs, i)))
    dotted = {i for i, p in enumerate(paragraphs) if _DOTS.search(p.text)}
    return out | (dotted if len(dotted) >= 3 else set())


def _end_of_repeated_headings(paragraphs: Sequence[Paragraph], first: int) -> int:
    """Of a contents list without a head: chapters with nothing between them, up to where the first comes again."""
    end = first
    while end < len(paragraphs) and (m := paragraphs[end].marker) and m.family.name in _CHAPTERS | {"附则"}:
        if end > first + 1 and _key(paragraphs[end]) == _key(paragraphs[first]):
            return end
        end += 1
    return first


def _key(paragraph: Paragraph) -> str:
    return plain(_LEADER.sub("", paragraph.text)).rstrip("….．·")


def _end_of_contents(paragraphs: Sequence[Paragraph], first: int) -> int:
    """Up to where the first line comes again, or the first label; else as long as the lines name pages."""
    last = first
    while last < len(paragraphs) and _may_stand_in_contents(paragraphs[last]):
        last += 1
    if first >= len(paragraphs):
        return first
    head, label = _key(paragraphs[first]), _label(paragraphs[first])
    for j in range(first + 1, min(last + 1, len(paragraphs))):
        again = _label(paragraphs[j]) == label if label else _key(paragraphs[j]) == head
        if again or _key(paragraphs[j]) == head:
            return j
    paged = first
    while paged < last and _LEADER.search(paragraphs[paged].text):
        paged += 1
    return paged


def _label(paragraph: Paragraph) -> tuple[str, str] | None:
    marker = paragraph.marker
    return (marker.family.name, marker.label) if marker else None


def _may_stand_in_contents(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return len(text) <= _LONGEST and paragraph.block.kind == "paragraph" and not re.search(r"[。；：]$", text)


def _attachment_lists(paragraphs: Sequence[Paragraph]) -> set[int]:
    """「附件：1.…」 and the lines under it, where a signature or the attachment itself follows."""
    out: set[int] = set()
    for i, paragraph in enumerate(paragraphs):
        if i in out or not (_LEADS_TO_LIST.search(paragraph.text) or _is_attached(paragraph)):
            continue
        end = _end_of_list(paragraphs, i)
        if _is_list(paragraphs, i, end):
            out.update(range(i if _is_attached(paragraph) else i + 1, end))
    return out


def _is_attached(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= _LONGEST_LISTED and bool(_ATTACHED.match(paragraph.text))


def _listed(text: str) -> tuple[tuple[int, ...], str] | None:
    """(number, title) of a line in a list of attachments."""
    match = _ATTACHED.match(text) or _NUMBERED.match(text)
    if match is None or re.search(r"[。；]$", text) or len(text) > _LONGEST_LISTED:
        return None
    return tuple(int(n) for n in re.findall(r"\d+", match["n"] or "")), match["title"]


def _end_of_list(paragraphs: Sequence[Paragraph], i: int) -> int:
    """Up to the first line that is not listed, or whose number is no higher: there the attachments themselves begin."""
    first = _listed(paragraphs[i].text)
    reached = first[0] if first else ()
    end = i + 1
    while end < len(paragraphs):
        line = _listed(paragraphs[end].text)
        if line is None or line[0] <= reached:
            break
        reached = line[0]
        end += 1
    return end


def _is_list(paragraphs: Sequence[Paragraph], i: int, end: int) -> bool:
    """Nothing follows, or a signature, or the attachments under their own labels."""
    if end >= len(paragraphs) or re.match(r"^[（(](此件|联系|本文|公开)", paragraphs[end].text):
        return True
    if any(DATE_LINE.match(p.text) for p in paragraphs[end : end + 6]):
        return True
    titles = {plain(line[1]) for p in paragraphs[i:end] if (line := _listed(p.text))}
    return any(_stands_alone(p) or _is_headed_by(p, titles) for p in paragraphs[end:])


def _is_headed_by(paragraph: Paragraph, titles: set[str]) -> bool:
    line = _listed(paragraph.text) if paragraph.text.startswith("附") else None
    return line is not None and plain(line[1]) in titles


def _stands_alone(paragraph: Paragraph) -> bool:
    """「附件1」 on a line of its own."""
    marker = paragraph.marker
    if marker is None or marker.family.name != "附件":
        return False
    return not paragraph.text[marker.length :].strip()

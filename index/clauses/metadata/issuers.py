"""Who issued a document: the signature, else the title's beginning, else its order, its note, the page's table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.clauses.document import Span
from index.clauses.metadata.flat import across
from index.clauses.metadata.head import Head
from index.clauses.metadata.note import Event, body_of
from index.clauses.metadata.number import BY_ORDER, promulgating
from index.clauses.metadata.signature import BODY, Signature, bodies_in, split_bodies

Issuers = tuple[tuple[str, ...], Span | None]
_BEGINNING = re.compile(
    r"^(?!关于)(?P<bodies>[\u4e00-\u9fff、（）]{2,160}?)(?:印发|转发|批转|发布|公布)?(?:关于|印发|转发|批转|《)"
)
_ALIAS = re.compile(
    r"^(?:省|市|县|区|州|厅|局|委)?(?:人民)?(?:政府|委|办公[厅室])|^(?:省|市|县|区|州)(?:委|[\u4e00-\u9fff]{2,12}(?:局|厅|委))"
)


def read_issuers(head: Head, signature: Signature | None, events: Sequence[Event]) -> Issuers:
    """Full names, each on its own; none where nothing names them. 「省政府办公厅」 under a text whose title names it in full
    gives way to the title."""
    signed = (signature.issuers, signature.issuers_span) if signature and signature.issuers else ((), None)
    if signed[0] and not (all(_ALIAS.match(name) for name in signed[0]) and _of_title(head)[0]):
        return signed
    for found in (_of_title(head), _of_order(head), _of_note(events), _of_labels(head), _of_red_head(head)):
        if found[0]:
            return found
    return (), None


def spaced(title: str, head: Head) -> str:
    """「甲局乙局关于…」 as officials write it, 甲局 乙局关于…."""
    names, _ = _of_title(head)
    joined = "".join(names)
    return (
        f"{' '.join(names)}{title[len(joined) :]}" if len(names) > 1 and title.startswith(joined) else title
    )


def _of_title(head: Head) -> Issuers:
    """「甲局 乙局关于…」; a title that begins with 市政府 names nobody in full."""
    if not head.title_lines:
        return (), None
    whole = "".join(line.text for line in head.title_lines)
    match = _BEGINNING.match(whole)
    if not match or _ALIAS.match(match.group("bodies")):
        return (), None
    size = len(match.group("bodies"))
    words: list[str] = []
    for line in head.title_lines:
        taken = line.words if len(line.text) <= size else _up_to(line.words, size)
        words.extend(taken)
        size -= len("".join(taken))
        if size <= 0:
            break
    names = split_bodies(words if all(BODY.search(w) for w in words) else ["".join(words)])
    if not all(BODY.search(n) for n in names):
        return (), None
    return names, across(head.title_lines)


def _up_to(words: Sequence[str], size: int) -> list[str]:
    out: list[str] = []
    for word in words:
        if size <= 0:
            break
        out.append(word[:size])
        size -= len(word)
    return out


def _of_order(head: Head) -> Issuers:
    if not head.number:
        return (), None
    match = re.match(
        rf"^(?:中华人民共和国(?=国务院))?([\u4e00-\u9fff、]{{2,100}}?){BY_ORDER}", head.number[0]
    )
    names = split_bodies([match.group(1)]) if match else ()
    return (names, head.number[1]) if names and all(BODY.search(n) for n in names) else ((), None)


def _of_note(events: Sequence[Event]) -> Issuers:
    """The body whose order it is, else the one that adopted or published it first; one that only approved it last."""
    told = [e for e in events if not e.formal]
    for event in sorted(told, key=lambda e: (promulgating(e.text) is None, e.verb == "批准")):
        if name := body_of(event):
            return split_bodies([name]), event.text_span
    return (), None


def _of_labels(head: Head) -> Issuers:
    value = head.labels.get("issuers")
    return (split_bodies([value[0]]), value[1]) if value else ((), None)


def _of_red_head(head: Head) -> Issuers:
    lines = head.red_head
    words = [w for line in lines for w in bodies_in(line, "文件")]
    names = split_bodies(words)
    return (names, across(lines)) if names and all(BODY.search(n) for n in names) else ((), None)

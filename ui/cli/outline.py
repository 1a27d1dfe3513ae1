"""``tiaokuan index show``: a document's tree for people, with or without the text."""

from __future__ import annotations

import re
from typing import Any

from assistant.views import OutlineEntry, OutlineView
from ui.cli.terminal import plain, show
from ui.render.words import STATUSES, titled

SHORT = 40
"""Characters of a text that stands in for a heading."""


def show_outline(outline: OutlineView, tree: bool) -> None:
    """What the document says of itself, its entries, and at the end what is doubtful and what could not be read."""
    show(plain(_head(outline.document), "bold"))
    if notice := outline.document.get("notice"):
        show(plain(f"注意：{notice}", "yellow"))
    for entry in outline.entries:
        indent = "  " * entry.depth
        if tree:
            show(f"{indent}{_short(entry)}")
            continue
        first, *rest = _lines(entry)
        show(plain(indent + first, "bold" if entry.heading else ""), *(f"{indent}{line}" for line in rest))
    doubts, remarks = outline.document.get("doubts", ()), outline.document.get("remarks", ())
    if doubts or remarks:
        show("")
        show(*(f"存疑：{d['text']}" for d in doubts), *(f"备注：{remark}" for remark in remarks))


def _head(document: dict[str, Any]) -> str:
    dates = (("issued", "成文"), ("published", "公布"), ("effective", "施行"), ("expires", "到期"))
    known = [
        document.get("number"),
        "、".join(document.get("issuers", ())),
        *(f"{document[key]} {word}" for key, word in dates if document.get(key)),
        STATUSES.get(document.get("status", ""), ""),
    ]
    said = "，".join(filter(None, known))
    return f"{titled(document['title'])}{f'（{said}）' if said else ''}"


def _short(entry: OutlineEntry) -> str:
    """A line an entry: where it stands and what it is called, or how it begins."""
    if entry.kind == "row" and entry.cells:
        return f"{entry.locator} {_row(entry)}"
    text = _without_label(" ".join(entry.text.split()), entry.label)
    begins = text if len(text) <= SHORT else f"{text[:SHORT]}…"
    return f"{entry.locator} {entry.heading or begins}".rstrip()


def _without_label(text: str, label: str) -> str:
    """``text`` without the number that stands before it in the tree already."""
    bare = re.sub(r"\W", "", label)
    begun = re.match(rf"\W*{re.escape(bare)}\W*", text) if bare else None
    return text[begun.end() :] or text if begun else text


def _lines(entry: OutlineEntry) -> list[str]:
    """The text as it is; a row with each cell under its column head."""
    if entry.kind == "row" and entry.cells:
        return [f"{entry.locator} {_row(entry)}"]
    return entry.text.splitlines() or [f"{entry.locator} {entry.heading}".rstrip()]


def _row(entry: OutlineEntry) -> str:
    cells = [
        ("·".join(" ".join(head.split()) for head in c.heads), " ".join(c.text.split())) for c in entry.cells
    ]
    return "；".join(f"{head}：{text}" if head else text for head, text in cells if text)

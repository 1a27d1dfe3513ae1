"""A document as published: its outline for the left, its text for the right, facts as quiet marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from assistant.answer.model import CellView, RowView
from assistant.views import OutlineEntry, OutlineView
from ui.render.evidence import clause_address, notices_html, status_html
from ui.render.links import tree_links_html
from ui.render.marks import locate, marked, safe
from ui.render.tables import body_html, head_html, words_in
from ui.render.words import FACTS, ROLES, day

_BLANK = re.compile(r"\s+")
UNDERLINED = ("target", "measure")


def tree_html(outline: OutlineView, current: str = "") -> str:
    """``current`` is the id of the clause that the page was opened at."""
    rows = "".join(_line(entry, current) for entry in outline.entries if _named(entry))
    text = "".join(_entries(outline.entries, current))
    return (
        f'<div class="tk-tree" data-state="done" data-doc="{safe(str(outline.document.get("id", "")))}">'
        f'<nav class="tk-outline" aria-label="目录"><ul>{rows}</ul></nav>'
        f'<div class="tk-document" tabindex="0" aria-label="正文">{_title(outline.document)}{text}</div></div>'
    )


def _title(document: dict[str, Any]) -> str:
    issued = day(document.get("issued"))
    parts = [*(document.get("issuers") or []), document.get("number") or "", issued]
    meta = "".join(f"<span>{safe(str(part))}</span>" for part in parts if part)
    status, notice = status_html(str(document.get("status", "unknown"))), document.get("notice")
    return (
        f'<header class="tk-doc-title"><h2 class="original">{safe(str(document.get("title", "")))}</h2>'
        f'<p class="ev-meta">{meta}{status}</p>{notices_html([str(notice)] if notice else [])}</header>'
    )


def _named(entry: OutlineEntry) -> bool:
    """Rows are found in their table and not in the outline."""
    return entry.kind != "row" and (bool(entry.heading) or entry.depth <= 1)


def _line(entry: OutlineEntry, current: str) -> str:
    """A line of the outline; unnumbered entries (文首, 文末) go by their title or their label alone."""
    label, name = entry.label, entry.heading
    if not entry.depth:
        label, name = "", entry.heading if entry.label == "文首" else entry.label
    here = ' aria-current="true"' if entry.id == current else ""
    shown = f"<b>{safe(label)}</b>" if label and label != name else ""
    return (
        f'<li class="d{min(entry.depth, 5)}"><a href="{clause_address(entry.id)}" '
        f'data-tk-goto="{safe(entry.id)}"{here}>{shown}<span>{safe(name)}</span></a></li>'
    )


def _entries(entries: Sequence[OutlineEntry], current: str) -> Iterator[str]:
    """Each entry; a table together with its rows."""
    for table, group in groupby(entries, _table_of(entries)):
        found = list(group)
        if table is None:
            yield from (_entry(entry, current) for entry in found)
        else:
            yield _table(found, current)


def _table_of(entries: Sequence[OutlineEntry]) -> Callable[[OutlineEntry], str | None]:
    """The id of the table that an entry is or is a row of."""
    owner: dict[str, str] = {}
    last = ""
    for entry in entries:
        last = entry.id if entry.kind == "table" else last
        if entry.kind in ("table", "row"):
            owner[entry.id] = last
    return lambda entry: owner.get(entry.id)


def _table(entries: Sequence[OutlineEntry], current: str) -> str:
    """The caption, the head rows and the rows, each of which has its own address and facts."""
    first, rows = entries[0], entries[1:]
    lines = first.text.split("\n")[: first.rows[0].line] if first.rows else [first.text]
    caption = f'<div class="original">{safe(chr(10).join(lines))}</div>' if "".join(lines) else ""
    views = [RowView(line=0, head=False, cells=row.cells) for row in rows]
    shown = [
        (view, _row_attributes(row, current), _row_link(row)) for view, row in zip(views, rows, strict=True)
    ]
    facts = {(cell.start, cell.end): row.facts for row in reversed(rows) for cell in row.cells}

    def show(cell: CellView) -> str:
        return _with_facts(words_in(cell), facts.get((cell.start, cell.end), ()))

    here = " here" if first.id == current else ""
    return (
        f'<section class="tk-entry tk-entry-table d{min(first.depth, 5)}{here}" data-tk-entry="{safe(first.id)}">{caption}'
        f'<div class="tk-table original"><table>{head_html(first.rows, views, show)}'
        f"<tbody>{body_html(shown, show)}</tbody></table></div>{_link(first)}</section>"
    )


def _row_attributes(row: OutlineEntry, current: str) -> str:
    here = ' class="here"' if row.id == current else ""
    return f'data-tk-entry="{safe(row.id)}"{here}'


def _row_link(row: OutlineEntry) -> str:
    return tree_links_html(row.references, clause_address) + _link(row)


def _link(entry: OutlineEntry) -> str:
    return (
        f'<a class="tk-anchor" href="{clause_address(entry.id)}" data-tk-link="{safe(entry.id)}" '
        f'aria-label="复制{safe(entry.locator)}的链接">复制链接</a>'
    )


def _entry(entry: OutlineEntry, current: str) -> str:
    here = " here" if entry.id == current else ""
    return (
        f'<section class="tk-entry d{min(entry.depth, 5)}{here}" data-tk-entry="{safe(entry.id)}">'
        f'<div class="original">{_text(entry)}{tree_links_html(entry.references, clause_address)}</div>'
        f"{_notes(entry.facts)}{_link(entry)}</section>"
    )


def _text(entry: OutlineEntry) -> str:
    """The entry's own text, its heading in bold, the words of its targets and measures underlined."""
    split = _heading_end(entry)
    head = f"<b>{safe(entry.text[:split])}</b>" if split else ""
    return head + _with_facts(entry.text[split:], entry.facts)


def _with_facts(text: str, facts: tuple[dict[str, Any], ...]) -> str:
    found = [locate(text, str(f.get("text", ""))) for f in facts if f.get("kind") in UNDERLINED]
    return marked(text, [span for span in found if span], "span", "tk-fact")


def _heading_end(entry: OutlineEntry) -> int:
    """Where label and heading end inside the text; 0 where the text does not begin with them."""
    found = locate(entry.text, entry.heading)
    return found[1] if found and found[0] <= 12 else 0


def _notes(facts: tuple[dict[str, Any], ...]) -> str:
    rows = [*_agencies(facts), *(_note(fact) for fact in facts if fact.get("kind") in UNDERLINED)]
    items = "".join(f"<li><b>{safe(name)}</b>{safe(text)}</li>" for name, text in dict.fromkeys(rows))
    return f'<ul class="tk-notes" aria-label="读出的事实">{items}</ul>' if items else ""


def _agencies(facts: tuple[dict[str, Any], ...]) -> list[tuple[str, str]]:
    """One row a role, its agencies in the order of the text."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for fact in facts:
        if fact.get("kind") == "agency":
            rows.setdefault(ROLES.get(str(fact.get("role")), FACTS["agency"]), []).append(fact)
    return [
        (role, "、".join(str(f.get("text", "")) for f in found) + ("等" if found[-1].get("etc") else ""))
        for role, found in rows.items()
    ]


def _note(fact: dict[str, Any]) -> tuple[str, str]:
    """A target as it is worded; a measure by its kind and whom it is for, where they were read."""
    words = _BLANK.sub("", str(fact.get("text", "")))
    if fact.get("kind") == "measure" and fact.get("beneficiary"):
        words = f"{fact.get('support') or '支持'}：{fact['beneficiary']}"
    return FACTS[str(fact["kind"])], words

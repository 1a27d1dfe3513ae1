"""A document as published: its outline for the left, its text for the right, facts as quiet marks."""

from __future__ import annotations

import re
from typing import Any

from assistant.views import OutlineEntry, OutlineView
from ui.render.evidence import clause_address, notices_html, status_html
from ui.render.links import tree_links_html
from ui.render.marks import locate, marked, safe
from ui.render.words import FACTS, ROLES, day

_BLANK = re.compile(r"\s+")
UNDERLINED = ("target", "measure")


def tree_html(outline: OutlineView, current: str = "") -> str:
    """``current`` is the id of the clause that the page was opened at."""
    rows = "".join(_line(entry, current) for entry in outline.entries if _named(entry))
    text = "".join(_entry(entry, current) for entry in outline.entries)
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
    return bool(entry.heading) or entry.depth <= 1


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


def _entry(entry: OutlineEntry, current: str) -> str:
    here = " here" if entry.id == current else ""
    return (
        f'<section class="tk-entry d{min(entry.depth, 5)}{here}" data-tk-entry="{safe(entry.id)}">'
        f'<div class="original">{_text(entry)}{tree_links_html(entry.references, clause_address)}</div>'
        f"{_notes(entry.facts)}"
        f'<a class="tk-anchor" href="{clause_address(entry.id)}" data-tk-link="{safe(entry.id)}" '
        f'aria-label="复制{safe(entry.locator)}的链接">复制链接</a></section>'
    )


def _text(entry: OutlineEntry) -> str:
    """The entry's own text, its heading in bold, the words of its targets and measures underlined."""
    split = _heading_end(entry)
    rest = entry.text[split:]
    found = [locate(rest, str(f.get("text", ""))) for f in entry.facts if f.get("kind") in UNDERLINED]
    head = f"<b>{safe(entry.text[:split])}</b>" if split else ""
    return head + marked(rest, [span for span in found if span], "span", "tk-fact")


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

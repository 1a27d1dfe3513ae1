"""A document as published: its outline for the left, its text for the right, facts as quiet marks."""

from __future__ import annotations

import re
from typing import Any

from assistant.views import OutlineEntry, OutlineView
from ui.render.evidence import clause_address, status_html
from ui.render.marks import every, marked, safe
from ui.render.words import FACTS, ROLES, day, titled

_BLANK = re.compile(r"\s+")


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
    status = status_html(str(document.get("status", "unknown")))
    return (
        f'<header class="tk-doc-title"><h2 class="original">{safe(titled(str(document.get("title", ""))))}</h2>'
        f'<p class="ev-meta">{meta}{status}</p></header>'
    )


def _named(entry: OutlineEntry) -> bool:
    return bool(entry.heading) or entry.depth <= 1


def _line(entry: OutlineEntry, current: str) -> str:
    name = entry.heading or entry.label
    label = f"<b>{safe(entry.label)}</b>" if entry.heading and entry.label != name else ""
    here = ' aria-current="true"' if entry.id == current else ""
    return (
        f'<li class="d{min(entry.depth, 5)}"><a href="{clause_address(entry.id)}" '
        f'data-tk-goto="{safe(entry.id)}"{here}>{label}<span>{safe(name)}</span></a></li>'
    )


def _entry(entry: OutlineEntry, current: str) -> str:
    here = " here" if entry.id == current else ""
    return (
        f'<section class="tk-entry d{min(entry.depth, 5)}{here}" data-tk-entry="{safe(entry.id)}">'
        f'<div class="original">{_text(entry)}</div>{_notes(entry.facts)}'
        f'<a class="tk-anchor" href="{clause_address(entry.id)}" data-tk-link="{safe(entry.id)}" '
        f'aria-label="复制{safe(entry.locator)}的链接">复制链接</a></section>'
    )


def _text(entry: OutlineEntry) -> str:
    """The entry's own text, its heading in bold, the words of its facts underlined."""
    split = _heading_end(entry)
    spans = [span for fact in entry.facts for span in every(entry.text[split:], _words(fact))]
    head = f"<b>{safe(entry.text[:split])}</b>" if split else ""
    return head + marked(entry.text[split:], spans, "span", "tk-fact")


def _heading_end(entry: OutlineEntry) -> int:
    """Where label and heading end inside the text; 0 where the text does not begin with them."""
    found = every(entry.text, entry.heading)[:1]
    return found[0][1] if found and found[0][0] <= 12 else 0


def _words(fact: dict[str, Any]) -> str:
    return str(fact.get("text", ""))


def _notes(facts: tuple[dict[str, Any], ...]) -> str:
    rows = dict.fromkeys(_note(fact) for fact in facts if not fact.get("inherited"))
    items = "".join(f"<li><b>{kind}</b>{safe(text)}</li>" for kind, text in rows if text)
    return f'<ul class="tk-notes" aria-label="读出的事实">{items}</ul>' if items else ""


def _note(fact: dict[str, Any]) -> tuple[str, str]:
    kind = FACTS.get(str(fact.get("kind")), "其他")
    role = ROLES.get(str(fact.get("role")), kind)
    return role, _BLANK.sub("", _words(fact))

"""Looked-up clauses: locator, verbatim text with the match marked, document, and the citation to copy."""

from __future__ import annotations

from collections.abc import Sequence

from ui.render.evidence import (
    Evidence,
    clause_address,
    document_html,
    formats_html,
    notices_html,
    version_html,
)
from ui.render.marks import every, locate, marked, safe
from ui.render.tables import quote_html

SHOWN = 20
_QUOTES = "“”\"「」『』‘’' "


def cite_html(
    query: str,
    matches: Sequence[Evidence],
    nearest: Sequence[Evidence],
    notices: Sequence[str] = (),
    library: str = "",
) -> str:
    """Up to ``SHOWN`` matches, or the nearest clauses labelled as such; ``notices`` come first, the version last."""
    if matches:
        rows = "".join(_row(query, item) for item in matches[:SHOWN])
        count = f'<p class="tk-count" data-state="done">{_count(len(matches))}</p>'
        return f"{count}{notices_html(notices)}{rows}{version_html(library)}"
    said = f'<p class="tk-count" data-state="done">没有找到「{safe(query)}」</p>'
    if not nearest:
        return f'{said}<p class="tk-hint">可以少写几个字，或写条款号（如「三（五）」）、加引号的原句。</p>'
    rows = "".join(_row("", item) for item in nearest)
    return f'{said}<p class="tk-hint">相近的条款（不是所查的内容）：</p>{rows}{version_html(library)}'


def _count(number: int) -> str:
    return f"{number} 处" if number <= SHOWN else f"{number} 处，先列出 {SHOWN} 处；多写几个字可缩小范围"


def _row(query: str, item: Evidence) -> str:
    citation = item.citation
    heading = f"<span>{safe(citation.heading)}</span>" if citation.heading else ""
    address = clause_address(citation.clause_id)
    return (
        f'<article class="tk-cited"><h3><b>{safe(citation.locator)}</b>{heading}</h3>'
        f'<div class="original">{_text(query, item)}</div>{document_html(citation.document)}'
        f'<p class="tk-formatted" data-tk-preview {formats_html(item)}>{safe(citation.formatted)}</p>'
        f'<p class="tk-actions"><button type="button" class="tk-button" data-tk-copy {formats_html(item)}>复制引用</button>'
        f'<button type="button" class="tk-button quiet" data-tk-copy data-only="{safe(citation.quote)}">复制原文</button>'
        f'<a class="tk-link" href="{address}" target="_blank" rel="noopener">在条款树中看</a></p></article>'
    )


def _text(query: str, item: Evidence) -> str:
    """The clause with the asked words marked; else with the quotation marked where it is only a part."""
    text = item.view.text if item.view else item.citation.quote
    words = query.strip(_QUOTES)
    if item.citation.rows:
        return quote_html(item.citation, False, lambda text: every(text, words) if len(words) > 1 else [])
    found = every(text, words) if len(words) > 1 else []
    if not found and item.view and len("".join(item.citation.quote.split())) < len("".join(text.split())):
        span = locate(text, item.citation.quote, item.citation.start - item.view.citation.start)
        found = [span] if span else []
    return marked(text, found)

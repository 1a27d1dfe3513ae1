"""The clauses that a clause points to: buttons in the panel, links in the tree; what is not in the library stays words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.views import Link
from ui.render.marks import safe
from ui.render.words import titled


def panel_links_html(links: Sequence[Link]) -> str:
    """Each opens the clause in the same panel."""
    return _list(links, _button)


def tree_links_html(links: Sequence[Link], address: Callable[[str], str]) -> str:
    """Each leads to the clause in the tree; ``address`` gives a clause's address."""
    return _list(links, lambda link: _anchor(link, address))


def _list(links: Sequence[Link], shown: Callable[[Link], str]) -> str:
    once = {(link.title, link.locator, link.clause_id): link for link in links}.values()
    items = "".join(f"<li>{shown(link) if link.clause_id else _words(link)}</li>" for link in once)
    return (
        f'<ul class="tk-links" aria-label="所引条款"><li class="tk-links-name">引用</li>{items}</ul>'
        if items
        else ""
    )


def _name(link: Link) -> str:
    return (titled(link.title) if link.title else "") + (link.text if not link.title else link.locator)


def _words(link: Link) -> str:
    why = "库中没有这份文件或这一条" if link.title else "文件中没有找到这一条"
    return f'<span title="{why}">{safe(_name(link))}（未找到）</span>'


def _button(link: Link) -> str:
    return (
        f'<button type="button" class="tk-button quiet" data-tk-clause="{safe(str(link.clause_id))}" '
        f'title="{safe(link.quote)}">{safe(_name(link))}</button>'
    )


def _anchor(link: Link, address: Callable[[str], str]) -> str:
    target = str(link.clause_id)
    goto = "" if link.title else f' data-tk-goto="{safe(target)}"'
    return f'<a href="{address(target)}"{goto} title="{safe(link.quote)}">{safe(_name(link))}</a>'

"""条款树: the outline left, the text right; the script fetches a document when the tab is first seen."""

from __future__ import annotations

from ui.page.panel import piece


def build() -> None:
    piece(
        '<div class="tk-tree-desk" data-state="empty"><p class="tk-busy"><span class="tk-dot"></span>正在打开文件</p></div>',
        elem_id="tk-tree",
        elem_classes="tk-desk single",
    )

"""References on the page: a button in the panel, a link in the tree, plain words for what is not there."""

from __future__ import annotations

from assistant.views import Link
from ui.render.links import panel_links_html, tree_links_html

OWN = Link(text="前款", start=5, end=7, title=None, locator="前款", clause_id="d1-t2", quote="甲<乙")
OTHER = Link(
    text="《示例法》第二条", start=9, end=17, title="示例法", locator="第二条", clause_id="d2-t2", quote="丙"
)
GONE = Link(text="第九十条", start=20, end=24, title=None, locator="第九十条", clause_id=None, quote="")


def test_the_panel_opens_what_is_meant_and_says_what_is_missing() -> None:
    html = panel_links_html([OWN, OTHER, GONE, OWN])
    assert html.count("<button") == 2
    assert 'data-tk-clause="d1-t2" title="甲&lt;乙">前款</button>' in html
    assert "《示例法》第二条</button>" in html
    assert "第九十条（未找到）" in html


def test_the_tree_stays_in_the_document_for_its_own_clauses_only() -> None:
    html = tree_links_html([OWN, OTHER], lambda clause_id: f"./?clause={clause_id}")
    assert '<a href="./?clause=d1-t2" data-tk-goto="d1-t2"' in html
    assert '<a href="./?clause=d2-t2" title=' in html


def test_nothing_is_shown_where_nothing_is_referred_to() -> None:
    assert panel_links_html([]) == ""

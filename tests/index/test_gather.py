"""A section that gathers several of the first hits is offered whole: once, in their place, and only where none stands out."""

from __future__ import annotations

import pytest

from index.clauses import parse
from index.clauses.document import Document
from index.read import read
from index.search.gather import LARGEST, gathered
from index.search.hit import Hit

TEXT = """示范区低空经济管理办法
第一章 航线
第一条 新开通低空物流航线的，应当向交通局备案。
第二条 航线停止运营的，应当提前三十日告知交通局。
第三条 航线备案的有效期为三年。
第二章 奖励
第四条 对新开通的低空物流航线，每条奖励30万元。
第五条 奖励资金由财政局列入预算。
"""


def document(text: str = TEXT) -> Document:
    name = "示范区低空经济管理办法.txt"
    return parse(read(name, text.encode()), name, "", "低空")


def ranked(held: Document, *scored: tuple[str, float]) -> list[Hit]:
    by = {str(c.locator): c for c in held.clauses}
    clauses = [by[label] for label, _ in scored]
    return [
        Hit(held, c, c.start, held.end_of(c), n, score, 0.8)
        for n, (c, (_, score)) in enumerate(zip(clauses, scored, strict=True), start=1)
    ]


def shown(hits: list[Hit]) -> list[tuple[int, str]]:
    return [(h.rank, str(h.clause.locator)) for h in hits]


def test_two_articles_of_a_short_chapter_are_offered_as_the_chapter() -> None:
    held = document()
    found = gathered(ranked(held, ("第二条", 5.0), ("第四条", 4.5), ("第一条", 4.0), ("第三条", 1.0)))
    assert shown(found) == [(1, "第一章"), (2, "第四条")]
    assert held.quote(found[0].start, found[0].end).startswith("第一章 航线")
    assert "第三条" in held.quote(found[0].start, found[0].end)
    assert "第二章" not in held.quote(found[0].start, found[0].end)


def test_an_article_that_stands_out_is_offered_by_itself() -> None:
    found = gathered(ranked(document(), ("第二条", 9.0), ("第一条", 5.0)))
    assert shown(found) == [(1, "第二条"), (2, "第一条")]


def test_what_the_hits_hold_less_than_half_of_is_not_offered_whole() -> None:
    more = "".join(
        f"第{n}条 与所问的航线无关的另一项规定，写在同一章里。\n" for n in ("四", "五", "六", "七")
    )
    text = TEXT.split("第二章")[0] + more
    found = gathered(ranked(document(text), ("第二条", 5.0), ("第三条", 4.5)))
    assert shown(found) == [(1, "第二条"), (2, "第三条")]


def test_a_long_section_is_not_offered_whole() -> None:
    text = TEXT.replace("应当向交通局备案", "应当向交通局备案" + "并说明理由" * (LARGEST // 5))
    found = gathered(ranked(document(text), ("第一条", 5.0), ("第二条", 4.5)))
    assert shown(found) == [(1, "第一条"), (2, "第二条")]


@pytest.mark.parametrize("labels", [("第一条",), ()])
def test_fewer_than_two_hits_stay_as_they_are(labels: tuple[str, ...]) -> None:
    hits = ranked(document(), *((label, 3.0) for label in labels))
    assert gathered(hits) == hits

"""Behind the first five hits: short ones, of the documents that many hits come from, and what stands next to the best."""

from __future__ import annotations

from index.clauses import parse
from index.clauses.document import Document
from index.search.hit import Hit
from index.search.reading import FIRST, for_reading


def document(name: str, *sizes: int) -> Document:
    """An article a size, of about so many characters."""
    lines = [f"第{'一二三四五六七八九'[n]}条 {'应当备案' * (size // 4)}。" for n, size in enumerate(sizes)]
    return parse("\n".join([name, *lines]), f"{name}.txt")


def ranked(*scored: tuple[Document, str, float]) -> list[Hit]:
    hits = []
    for n, (held, label, score) in enumerate(scored, start=1):
        clause = next(c for c in held.clauses if str(c.locator) == label)
        hits.append(Hit(held, clause, clause.start, held.end_of(clause), n, score, 0.8))
    return hits


def shown(hits: list[Hit]) -> list[str]:
    return [f"{h.document.title}{h.clause.locator}" for h in hits]


def first_five() -> list[tuple[Document, str, float]]:
    return [(document(f"第{n}号办法", 40), "第一条", 9.0 - n / 10) for n in range(FIRST)]


def test_the_first_five_stay_however_long_they_are() -> None:
    hits = ranked(*((document(f"第{n}号办法", 40 * (5 - n)), "第一条", 9.0 - n) for n in range(FIRST)))
    assert shown(for_reading(hits)) == shown(hits)


def test_of_two_about_equally_good_the_short_one_is_read_first() -> None:
    long, short = document("长办法", 900), document("短办法", 60)
    found = for_reading(ranked(*first_five(), (long, "第一条", 5.0), (short, "第一条", 4.5)))
    assert shown(found)[FIRST:] == ["短办法第一条", "长办法第一条"]
    assert [h.rank for h in found] == [1, 2, 3, 4, 5, 6, 7]


def test_a_much_better_one_is_read_first_though_it_is_long() -> None:
    long, short = document("长办法", 400), document("短办法", 60)
    found = for_reading(ranked(*first_five(), (long, "第一条", 8.0), (short, "第一条", 3.0)))
    assert shown(found)[FIRST:] == ["长办法第一条", "短办法第一条"]


def test_what_stands_next_to_the_best_hit_is_read_on() -> None:
    held, other = document("正办法", 60, 60, 60, 60), document("另办法", 60)
    first = first_five()
    first[0] = (held, "第二条", 9.0)
    tail = [(other, "第一条", 5.0), (held, "第四条", 4.9), (held, "第三条", 4.9)]
    assert shown(for_reading(ranked(*first, *tail)))[FIRST:] == [
        "正办法第三条",
        "正办法第四条",
        "另办法第一条",
    ]

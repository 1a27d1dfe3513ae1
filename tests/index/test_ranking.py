"""From a question to ranked hits on a real library: the clause in front, odd questions harmless, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from index.search import snapshot
from index.search.builtin import BuiltinEncoder
from index.search.hit import Hit
from index.search.mirror import View
from index.search.retriever import ClauseRetriever, rank

POLICY = "示范区低空若干措施.txt"
TEXT = """示范区促进低空经济高质量发展若干措施
第一条 对新开通低空物流航线的企业，每条给予30万元补助。
第二条 对首次认定的高新技术企业，给予20万元奖励。
第三条 本措施由示范区交通局负责解释，自2024年5月1日起施行，有效期三年。
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The plan and the policy under the built-in encoder, for which the weights were fitted."""
    held = Library(tmp_path_factory.mktemp("ranking") / "home", BuiltinEncoder())
    held.add_files([(POLICY, TEXT.encode())], collection="区级")
    return held


def hits(library: Library, question: str, k: int = 5, documents: list[str] | None = None) -> list[Hit]:
    retriever = ClauseRetriever(snapshot=library.snapshot, encoder=library.encoder, k=k)
    return retriever.hits(question, documents=documents)


@pytest.mark.parametrize(
    ("question", "locator"),
    [
        ("低空物流航线每条补助多少", "第一条"),
        ("首次认定高新技术企业奖励多少", "第二条"),
        ("《示范区促进低空经济高质量发展若干措施》有效期多久", "第三条"),
        ("示範區低空經濟措施由哪個局負責解釋", "第三条"),
    ],
)
def test_the_clause_that_answers_comes_first(library: Library, question: str, locator: str) -> None:
    first = hits(library, question)[0]
    assert first.document.source == POLICY
    assert str(first.clause.locator) == locator


@pytest.mark.parametrize("question", ["低", "？", "。。。", "a", "7", "７", "低空" * 2500, "\u3000", "龘"])
def test_odd_questions_rank_something_or_nothing_and_never_twice(library: Library, question: str) -> None:
    found = hits(library, question, k=50)
    assert len({h.id for h in found}) == len(found) > 0
    assert [h.rank for h in found] == list(range(1, len(found) + 1))
    assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)


def test_hits_never_overlap(library: Library) -> None:
    found = hits(library, "未来产业的支持措施有哪些", k=50)
    for one in found:
        for other in found:
            if one.id != other.id and one.document.id == other.document.id:
                assert one.end <= other.start or other.end <= one.start


def test_a_restricted_question_stays_inside(library: Library) -> None:
    (inside,) = library.snapshot().collection_ids("区级")
    assert {h.document.id for h in hits(library, "低空经济由谁牵头", 50, [inside])} == {inside}
    assert hits(library, "低空经济由谁牵头", 50, []) == []


def test_the_same_question_gives_the_same_ranking(library: Library) -> None:
    held, vector = library.snapshot(), library.encoder.embed_query("低空经济")
    assert rank(held, vector, "低空经济", 20) == rank(held, vector, "低空经济", 20)


def test_an_empty_library_has_no_hits(tmp_path: Path, seeded: Library) -> None:
    empty = Library(tmp_path / "home", seeded.encoder, seed=False)
    assert hits(empty, "低空经济") == []


def test_a_larger_library_is_searched_by_chroma_s_index(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = hits(library, "低空物流航线每条补助多少")
    monkeypatch.setattr(snapshot, "EXACT", 0)
    monkeypatch.setattr(View, "nearest", lambda *_: pytest.fail("all passages were compared"))
    assert hits(library, "低空物流航线每条补助多少")[0] == small[0]

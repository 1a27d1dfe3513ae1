"""The drafter's desk: a locator, a phrase or a heading → verbatim places, ready to paste."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from index.errors import InputError
from tests.assistant.citing import NUMBER, TITLE, bare, check_citations


@pytest.mark.parametrize(
    ("query", "locator"),
    [
        ("第三部分第（五）项", "三、（五）"),
        ("三（五）", "三、（五）"),
        ("三、（五）", "三、（五）"),
        ("第（25）条", "二、（一）6.（25）"),
        ("（25）", "二、（一）6.（25）"),
        ("保障措施第二条", "四、（二）"),
        ("低空经济", "二、（一）6."),
        ("先进飞行装备", "二、（一）6.（25）"),
        ("实施应用场景牵引行动", "三、（五）"),
        ("“白名单”制度", "三、（三）"),
        ("对未来产业领域重点应用场景依法依规给予奖励", "三、（五）"),
        ("带动作用强的骨干企业", "一、"),
        ("发展耐心资本,完善长期资本投早、投小", "四、（三）"),
        ("cAR-t 细胞", "二、（一）2.（11）"),
    ],
)
def test_the_first_match(assistant: Assistant, source: str, query: str, locator: str) -> None:
    result = assistant.cite(query)
    assert result.matches[0].locator == locator
    assert result.nearest == ()
    check_citations(result.matches, source)


def test_a_locator_brings_everything_under_it(assistant: Assistant) -> None:
    (match,) = assistant.cite("二、（一）6.").matches
    assert match.quote.startswith("6. 低空经济")
    assert "（26）低空保障" in match.quote
    assert match.quote.endswith("民航重庆监管局等）")


def test_a_phrase_brings_its_whole_sentence_over_a_page_break(assistant: Assistant) -> None:
    (match,) = assistant.cite("智能空机一体化管理系统").matches
    assert match.quote.startswith("重点推进空中交通管理服务")
    assert match.quote.endswith("设备等发展。")
    assert "\n" not in match.quote


def test_every_place_of_a_phrase(assistant: Assistant) -> None:
    matches = assistant.cite("“依法依规给予支持”").matches
    assert {m.locator for m in matches} == {"三、（一）", "三、（五）"}
    assert [m.n for m in matches] == list(range(1, len(matches) + 1))


def test_the_official_form(assistant: Assistant) -> None:
    (match,) = assistant.cite("三、（五）").matches
    assert match.formatted == f"《{TITLE}》（{NUMBER}）三、（五）"
    forms = assistant.clause(match.clause_id).formats
    official = f"《{TITLE}》（{NUMBER}）第三部分第（五）项"
    assert set(forms) == {"text", "official", "markdown", "gbt7714"}
    assert forms["official"].startswith(f"{official}规定：“（五）实施应用场景牵引行动。")
    assert forms["text"].endswith(f"——{match.formatted}")
    assert forms["markdown"].startswith("> （五）实施应用场景牵引行动。")
    assert forms["markdown"].endswith(official)
    assert forms["gbt7714"].startswith(f"重庆市人民政府办公厅. {TITLE}：{NUMBER}[Z]. 2024-09-27：三、（五）")
    for form in forms.values():
        assert bare(match.quote) in bare(form.replace("> ", ""))


@pytest.mark.parametrize(
    ("query", "nearest"),
    [("（39）", "二、（二）3.（38）"), ("三（七）", "三、（六）"), ("第五部分", "四、")],
)
def test_a_locator_that_does_not_exist_brings_the_nearest(
    assistant: Assistant, source: str, query: str, nearest: str
) -> None:
    result = assistant.cite(query)
    assert result.matches == ()
    assert result.nearest[0].locator == nearest
    check_citations(result.nearest, source)


def test_words_that_do_not_occur_bring_the_nearest_clauses(assistant: Assistant, source: str) -> None:
    result = assistant.cite("为博士后提供购房补贴")
    assert result.matches == ()
    assert "三、（六）" in {c.locator for c in result.nearest}
    check_citations(result.nearest, source)


@pytest.mark.parametrize("query", ["", "  ", "？！"])
def test_an_empty_query_is_refused(assistant: Assistant, query: str) -> None:
    with pytest.raises(InputError, match="query"):
        assistant.cite(query)

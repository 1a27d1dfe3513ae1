"""Each measure against numbers worked out by hand."""

from __future__ import annotations

import pytest

from evals.brevity import brief, own_characters
from evals.citation import invented, satisfies, uncited, verbatim
from evals.folding import fold, squeeze
from evals.interval import mean, share, wilson
from evals.judge import judge
from evals.numbers import numbers, unsupported
from evals.refusal import bare, silent
from tests.evals.builders import CLAUSES, answer, case, citation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("（以下任务均需区县落实，不再列出）", "(以下任务均需区县落实,不再列出)"),
        ("2024—2027年", "2024－2027 年"),
        ("〔牵头单位〕", "[牵头单位)"),
        ("eVTOL", "ＥＶＴＯＬ"),
        ("骨干企\n\n\n业", "骨干企业"),
    ],
)
def test_same_when_folded(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_squeezing_changes_nothing_but_white_space() -> None:
    assert squeeze("（ａ）\u3000b\n—") == "（ａ）b—"


def test_wilson_interval() -> None:
    estimate = wilson(85, 100)
    assert (round(estimate.low, 4), round(estimate.high, 4)) == (0.7672, 0.9069)
    assert wilson(0, 10).low == 0.0
    assert wilson(10, 10).high == pytest.approx(1.0)
    assert share([True, False]).value == 0.5
    with pytest.raises(ValueError, match="in 0"):
        wilson(0, 0)


def test_mean_interval() -> None:
    estimate = mean([0.6, 0.5, 0.4])
    assert estimate.value == pytest.approx(0.5)
    assert estimate.high - 0.5 == pytest.approx(1.959964 * 0.1 / 3**0.5)
    assert mean([1.0, 0.0]).high == 1.0


@pytest.mark.parametrize(
    ("gold", "cited", "right"),
    [
        (("二", "（一）", "6"), ("二", "（一）", "6"), True),
        (("二", "（一）", "6"), ("二", "(一)", "６", "第一款"), True),
        (("二", "（一）", "6"), ("二", "（一）", "6", "（25）"), False),
        (("二", "（一）", "6"), ("二", "（一）"), False),
        ((), (), True),
        ((), ("第一款",), True),
    ],
)
def test_paths(gold: tuple[str, ...], cited: tuple[str, ...], right: bool) -> None:
    assert satisfies(gold, cited) is right


def test_of_all_each_is_wanted_and_of_any_one() -> None:
    both = case(cite_all=[["一"], ["一", "（一）"]])
    assert uncited(both, [citation()]) == (("一",),)
    either = case(cite_any=[["一"], ["一", "（一）"]])
    assert uncited(either, [citation()]) == ()
    assert uncited(either, [citation(path=("二",))]) == (("一",), ("一", "（一）"))


@pytest.mark.parametrize(
    ("quote", "start", "end", "clause_id", "right"),
    [
        ("（一）奖励100万元。", 4, 16, "c2", True),
        ("（一）奖励\n100万元。", 4, 16, "c2", True),
        ("100万元", 10, 15, "c2", True),
        ("一、甲（一）奖励", 0, 9, "c1", True),
        ("100万", 10, 12, "c2", False),
        ("一、甲", 4, 16, "c2", False),
        ("奖励200万元", 4, 16, "c2", False),
        ("（一）奖励……元", 4, 16, "c2", False),
        ("(一)奖励", 4, 16, "c2", False),
        ("100万元", 10, 15, "c1", False),
        ("", 4, 16, "c2", False),
    ],
)
def test_verbatim(quote: str, start: int, end: int, clause_id: str, right: bool) -> None:
    quoted = citation(quote=quote, start=start, end=end, clause_id=clause_id)
    assert verbatim(quoted, CLAUSES) is right


def test_a_quoted_passage_of_the_answer_has_a_source() -> None:
    assert invented(answer("文件规定“奖励100万元”。", [citation()]), ["奖励100 万元"]) == ()
    assert invented(answer("文件规定“奖励200万元”。", [citation()]), ["奖励100万元"]) == ("奖励200万元",)


def test_numbers() -> None:
    assert numbers("2024—2027年、2.5％") == {"2024", "2027", "2.5%"}
    assert unsupported(answer("奖励100万元。", [citation()])) == frozenset()
    assert unsupported(answer("奖励300万元。", [citation()])) == {"300"}
    assert unsupported(answer("共3项，奖励100万元。", [citation()])) == frozenset()
    assert unsupported(answer("不是300万元。", [citation()], question="是300万元吗？")) == frozenset()


def test_silence_and_bare_refusals() -> None:
    assert silent(answer(outcome="refused"))
    assert silent(answer(outcome="unspecified"))
    assert not silent(answer())
    assert bare(answer(outcome="refused"))
    assert not bare(answer(citations=[citation()], outcome="refused"))
    assert bare(answer(citations=[citation()], outcome="unspecified"))


def test_brief_counts_only_the_words_that_are_not_quoted() -> None:
    assert own_characters(answer("奖励100万元。", [citation()])) == 0
    assert own_characters(answer("可得奖励。", [citation()])) == 5
    assert brief(answer("可得奖励。", [citation()] * 3))
    assert not brief(answer("可得奖励。", [citation()] * 4))
    assert not brief(answer("可" * 201, [citation()]))


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({}, ""),
        ({"say": ["200万元|100万元"]}, ""),
        ({"words": ["（一）奖励"]}, ""),
        ({"say": ["（一）奖励"]}, "答语缺“（一）奖励”"),
        ({"words": ["截止日期"]}, "答语与引文缺“截止日期”"),
        ({"absent": ["100万元"]}, "答语不应有“100万元”"),
        ({"cite_all": [["二"]]}, "未引二"),
        ({"outcome": "unspecified"}, "应为 unspecified，得到 answered"),
    ],
)
def test_judgement(fields: dict[str, object], fault: str) -> None:
    verdict = judge(case(**fields), answer(citations=[citation()]))
    assert "；".join(verdict.faults) == fault


def test_markers_do_not_split_words() -> None:
    said = answer("奖励", [citation()]).model_copy(update={"answer": "奖励[1]**100**万元"})
    assert judge(case(say=["奖励100万元"]), said).right

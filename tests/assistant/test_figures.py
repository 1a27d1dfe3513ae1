"""Figures read from two passages, and what may be said of them."""

from __future__ import annotations

import pytest

from assistant.answer.compose.figures import Side, alike, figures, granted, highest, same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("最高给予300万元奖励", ["300万元"]),
        ("最高额度从60万元提高至80万元", ["80万元"]),
        ("有效期至2021年12月31日", ["2021年12月31日"]),
        ("服务满5年，按20%的比例退还", ["5年", "20%"]),
        ("每平方米补助200元/平方米", ["200元/平方米"]),
        ("3个工作日内办结", ["3个工作日"]),
        ("没有数字", []),
    ],
)
def test_figures_in_a_text(text: str, found: list[str]) -> None:
    assert [f.text for f in figures(text)] == found


@pytest.mark.parametrize(
    ("matter", "one", "other", "says"),
    [
        ("奖励", "给予奖励50万元", "给予奖励0.01亿元", "数额上乙较高：甲为50万元，乙为0.01亿元；"),
        ("补贴", "补贴5000元", "补贴3000元", "数额上甲较高：甲为5000元，乙为3000元；"),
        ("最高奖励", "最高奖励10万元、20万元", "最高奖励15万元", "数额上甲较高：甲为20万元，乙为15万元；"),
        ("目标数量", "突破30项技术", "打造30个场景", "数额相同：甲为30项，乙为30个。"),
        ("奖励", "分别奖励10万元、5万元", "奖励8万元", ""),
        ("奖励", "依法给予奖励", "奖励8万元", ""),
        ("费率", "不超过1%", "不超过1.5%", "数额上乙较高：甲为1%，乙为1.5%；"),
    ],
)
def test_which_is_higher_or_nothing(matter: str, one: str, other: str, says: str) -> None:
    assert highest(matter, [Side("甲", one), Side("乙", other)]).startswith(says)
    assert bool(highest(matter, [Side("甲", one), Side("乙", other)])) == bool(says)


@pytest.mark.parametrize(
    ("matter", "one", "other", "says"),
    [
        ("服务年限", "服务满5年", "应当服务5年以上", "一样：写明的都是5年。"),
        ("奖励", "奖励10万元", "奖励20万元", "不一样：甲写有10万元，乙写有20万元。"),
        (
            "奖励",
            "奖励10万元、5万元",
            "奖励5万元",
            "不完全一样：都写有5万元；甲写有10万元、5万元，乙写有5万元。",
        ),
        ("奖励", "依法给予奖励", "奖励5万元", ""),
    ],
)
def test_whether_they_are_the_same(matter: str, one: str, other: str, says: str) -> None:
    assert same(matter, [Side("甲", one), Side("乙", other)]) == says


def test_without_figures_the_words_are_compared() -> None:
    assert granted([Side("甲", "依法依规给予支持"), Side("乙", "依法依规给予奖励")]).startswith("写法不一样")
    assert alike([Side("甲", "欠费不停水、不停电。"), Side("乙", "欠费不停水，不停电")]) == "写法一样。"
    assert alike([Side("甲", "免收租金"), Side("乙", "提供岗位")]) == "写法不同，请对照原文。"

"""The enterprise's desk: a description → measures sorted by whether they apply; what is unknown stays unknown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from assistant.answer.model import Measure
from assistant.desks.match import match_measures
from assistant.service import Assistant
from index.clauses import Document, parse
from index.errors import InputError
from tests.assistant.citing import check_citation, paths
from tests.index.conftest import DATA

ORDER = ["applicable", "direction", "conditional", "not_applicable"]


def found(assistant: Assistant, text: str, words: str) -> Measure:
    return next(m for m in assistant.match(text).measures if words in m.measure)


@pytest.mark.parametrize(
    ("profile", "words", "path", "kind"),
    [
        ("我们是做首版次软件的企业", "首版次软件", "三 （五）", "支持"),
        ("我公司牵头制修订了一项未来产业领域国家标准", "制修订", "三 （二）", "奖励"),
        ("我们建设了未来产业领域重点应用场景", "重点应用场景", "三 （五）", "奖励"),
        ("我校设有未来产业领域的博士后工作站", "博士后", "三 （六）", "补助"),
        ("我们是一家研发飞行汽车的初创企业", "初创期企业", "四 （三）", "支持"),
    ],
)
def test_what_applies(assistant: Assistant, profile: str, words: str, path: str, kind: str) -> None:
    measure = found(assistant, profile, words)
    assert (measure.verdict, measure.kind, measure.amount) == ("applicable", kind, None)
    assert any(c.met for c in measure.conditions)
    assert paths(measure.citations) == {path}


def test_the_direction_of_the_industry_is_named_with_its_agencies(assistant: Assistant) -> None:
    measure = found(assistant, "我们是一家研发飞行汽车的初创企业", "先进飞行装备")
    assert measure.verdict == "direction"
    assert paths(measure.citations) == {"二 （一） 6 （25）"}
    assert measure.agencies[:2] == ("市经济信息委", "市委军民融合办")


def test_what_the_profile_does_not_say_is_unknown(assistant: Assistant) -> None:
    measure = found(assistant, "我们是做首版次软件的企业", "专利转化")
    assert measure.verdict == "conditional"
    assert [c.met for c in measure.conditions] == [None]
    assert measure.agencies == ("市经济信息委", "市发展改革委", "市科技局", "市知识产权局")


@pytest.mark.parametrize(
    "profile", ["我们是一家研发飞行汽车的初创企业", "我们建设了未来产业领域重点应用场景"]
)
def test_every_measure_is_quoted_and_sorted(assistant: Assistant, source: str, profile: str) -> None:
    measures = assistant.match(profile).measures
    places = [ORDER.index(m.verdict) for m in measures]
    assert places == sorted(places)
    for measure in measures:
        (citation,) = measure.citations
        check_citation(citation, source)
        if measure.verdict != "direction":
            assert re.sub(r"\s", "", measure.measure) == re.sub(r"\s", "", citation.quote)
    assert {m.amount for m in measures} == {None}, "the plan names no amounts"


def test_who_has_nothing_to_do_with_it_gets_nothing(assistant: Assistant) -> None:
    assert assistant.match("我开了一家理发店").measures == ()


@pytest.mark.parametrize(
    ("profile", "described"),
    [
        ({"行业": "首版次软件"}, "首版次软件"),
        ({"行业": "软件", "产品": ["首批次材料", "首版次软件"]}, "首版次软件"),
    ],
)
def test_a_profile_of_fields(assistant: Assistant, profile: dict[str, Any], described: str) -> None:
    result = assistant.match(profile=profile)
    applicable = [m for m in result.measures if m.verdict == "applicable"]
    assert result.profile == profile
    assert any(described in m.measure for m in applicable)


@pytest.mark.parametrize(
    "arguments",
    [{}, {"text": ""}, {"text": "  "}, {"profile": {}}, {"text": "甲", "profile": {"行业": "乙"}}],
)
def test_without_a_description_it_is_refused(assistant: Assistant, arguments: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        assistant.match(**arguments)


# a document with amounts, without any index


@pytest.fixture(scope="module")
def policy() -> Document:
    name = "示例若干措施.txt"
    return parse((DATA / name).read_text(encoding="utf-8"), name)


@pytest.fixture
def even() -> Callable[[str], float]:
    """Every pair of characters weighs the same."""
    return lambda token: 0.5


def test_amounts_are_read_and_kept_apart(policy: Document, even: Callable[[str], float]) -> None:
    matched = match_measures("首次采购本区机器人产品的单位", [policy], even)
    assert matched[0].verdict == "applicable"
    assert matched[0].amount
    assert {key: said for key, said in matched[0].amount.items() if said} == {
        "text": "采购额5%、最高50万元", "cap": "最高50万元", "rate": "5%", "base": "采购额", "unit": "元",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("profile", "verdict"),
    [
        ("我公司年度研发投入800万元", "applicable"),
        ("我公司年度研发投入0.2亿元", "applicable"),
        ("我公司年度研发投入300万元", "not_applicable"),
        ("我公司有研发投入", "conditional"),
    ],
)
def test_a_threshold_is_met_by_a_figure(
    policy: Document, even: Callable[[str], float], profile: str, verdict: str
) -> None:
    (measure,) = [m for m in match_measures(profile, [policy], even) if "研发投入超过" in m.text]
    assert measure.verdict == verdict
    assert [c.text for c in measure.conditions] == ["年度研发投入超过500万元"]


def test_to_be_an_enterprise_is_not_to_meet_the_conditions(even: Callable[[str], float]) -> None:
    text = (
        "关于若干措施的通知\n\n一、对首次纳入规模以上统计范围且按时缴纳社会保险的工业企业，给予10万元奖励。\n"
    )
    document = parse(text, "规上奖励.txt")
    (measure,) = match_measures("我们是首次纳入规模以上统计范围的工业企业", [document], even)
    assert measure.verdict == "conditional"
    assert [(c.text, c.met) for c in measure.conditions] == [
        ("首次纳入规模以上统计范围", True), ("按时缴纳社会保险", None), ("工业企业", True),
    ]  # fmt: skip


def test_no_document_no_measure(even: Callable[[str], float]) -> None:
    assert match_measures("首次采购机器人产品的单位", [], even) == []

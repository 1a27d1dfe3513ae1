"""Names of agencies as people say them ↔ as the plan writes them."""

from __future__ import annotations

import pytest

from assistant.agencies import agencies_named, same_agency

KNOWN = [
    "市发展改革委",
    "市经济信息委",
    "市委军民融合办",
    "市教委",
    "市科技局",
    "重庆通信管理局",
    "市农业农村委",
    "市卫生健康委",
    "市能源局",
    "市大数据发展局",
    "市公安局",
    "民航重庆监管局",
    "市知识产权局",
    "市国资委",
    "市委组织部",
    "市人力社保局",
]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("发改委", "市发展改革委"),
        ("市发改委", "市发展改革委"),
        ("发展改革委", "市发展改革委"),
        ("重庆市发展和改革委员会", "市发展改革委"),
        ("经信委", "市经济信息委"),
        ("重庆市经济和信息化委员会", "市经济信息委"),
        ("卫健委", "市卫生健康委"),
        ("市卫生健康委员会", "市卫生健康委"),
        ("市教育委员会", "市教委"),
        ("科技局", "市科技局"),
        ("重庆市科学技术局", "市科技局"),
        ("人社局", "市人力社保局"),
        ("国资委", "市国资委"),
        ("组织部", "市委组织部"),
        ("通信管理局", "重庆通信管理局"),
        ("大数据局", "市大数据发展局"),
        ("农业农村委", "市农业农村委"),
        ("民航监管局", "民航重庆监管局"),
        ("知识产权局", "市知识产权局"),
    ],
)
def test_what_people_say(said: str, name: str) -> None:
    for question in (f"{said}牵头哪些产业？", f"空天信息是由{said}负责吗"):
        assert [n.name for n in agencies_named(question, KNOWN)] == [name]


@pytest.mark.parametrize("said", ["市住房城乡建委", "市交通运输委", "市气象局"])
def test_an_agency_that_no_document_knows(said: str) -> None:
    (named,) = agencies_named(f"{said}负责什么？", KNOWN)
    assert (named.mention, named.name) == (said, None)


def test_several_in_the_order_of_the_question() -> None:
    found = agencies_named("发改委和经信委分别牵头什么？", KNOWN)
    assert [n.name for n in found] == ["市发展改革委", "市经济信息委"]


@pytest.mark.parametrize(
    ("question", "known", "named"),
    [
        ("国办对扶贫怎么要求", ["国务院扶贫办"], []),
        ("关于房地产的措施，市城管局负责什么", [*KNOWN, "市城管局"], ["市城管局"]),
        ("郑州海关负责什么", ["郑州海关", "市公安局"], ["郑州海关"]),
    ],
)
def test_no_letters_of_others_make_an_agency(
    question: str, known: list[str], named: list[str | None]
) -> None:
    assert [n.name for n in agencies_named(question, known)] == named


@pytest.mark.parametrize("question", ["低空经济要发展什么？", "对企业有哪些支持", "", "飞行汽车"])
def test_no_agency(question: str) -> None:
    assert agencies_named(question, KNOWN) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("发改委", "市发展改革委", True),
        ("教委", "市教委", True),
        ("科技局", "市科技局", True),
        ("市教委", "市科技局", False),
        ("市公安局", "市能源局", False),
        ("农委", "市教委", False),
    ],
)
def test_pairs(one: str, other: str, same: bool) -> None:
    assert same_agency(one, other) is same

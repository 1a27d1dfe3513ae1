"""Which documents a question names, and what is left of it without their titles."""

from __future__ import annotations

import json

import pytest

from index.search.named import Titles

RECORDS = {
    "hukou": {
        "titles": json.dumps(["广州市人民政府办公厅关于重新发布广州市积分制入户管理办法的通知", "广州市积分制入户管理办法"]),
        "number": "穗府办规〔2020〕24号", "source": "a.txt",
    },
    "loan": {"titles": json.dumps(["广州住房公积金个人住房贷款实施办法"]), "number": "", "source": "b.txt"},
    "fees": {"titles": json.dumps([]), "number": "", "source": "城镇垃圾处理收费办法.docx"},
    "future": {
        "titles": json.dumps(["重庆市未来产业培育行动计划（2024—2027年）"]),
        "number": "渝府办发〔2024〕75号", "source": "d.txt",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def titles() -> Titles:
    return Titles(RECORDS)


@pytest.mark.parametrize(
    ("question", "document", "rest"),
    [
        ("《广州市积分制入户管理办法》的有效期是几年", "hukou", "《 》的有效期是几年"),
        ("重庆市未来产业培育行动计划（2024-2027年）由谁印发", "future", ""),
        ("渝府办发〔2024〕75号第三部分讲什么", "future", ""),
        ("渝府办发[2024]75号里的牵头单位", "future", ""),
        ("城镇垃圾处理收费办法什么时候施行", "fees", " 什么时候施行"),
    ],
)
def test_a_document_named_by_title_number_or_file(
    titles: Titles, question: str, document: str, rest: str
) -> None:
    named = titles.named(question)
    assert named.documents == [document]
    if rest:
        assert named.rest == rest


@pytest.mark.parametrize("question", ["积分入户要多少分", "公积金能贷多少", "今天天气", "", "？"])
def test_a_question_that_names_none_stays_whole(titles: Titles, question: str) -> None:
    named = titles.named(question)
    assert named.documents == []
    assert named.rest == question


def test_part_of_a_title_lifts_its_document_above_the_others(titles: Titles) -> None:
    share = titles.named("住房公积金贷款的额度").share
    assert max(share, key=lambda i: share[i]) == "loan"
    assert 0 < share["loan"] < 1


def test_a_question_that_is_a_title_and_nothing_else_stays_whole(titles: Titles) -> None:
    assert titles.named("广州住房公积金个人住房贷款实施办法").rest == "广州住房公积金个人住房贷款实施办法"

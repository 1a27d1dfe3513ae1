"""A conversation in a library of several documents stays with the document that the last answer was from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings

EAST = """东江市人才安居办法

东府发〔2025〕3号

第一条　引进的博士给予30万元购房补贴，硕士给予15万元购房补贴。

第二条　夫妻双方均符合条件的，购房补贴不叠加享受。

第三条　申请截止日期为2026年8月31日，由市人力资源社会保障局受理。

第四条　本办法自2025年3月1日起施行，有效期3年。
"""
WEST = """西河市旅游奖励办法

西府发〔2024〕8号

第一条　新评定为五星级的酒店奖励100万元，新评定为四星级的酒店奖励50万元。

第二条　奖励申请截止日期为2025年6月30日，由市文化旅游局受理，咨询电话：0123-4567890。

第三条　本办法自2024年5月1日起施行，有效期2年。
"""
NORTH = """北山市住房公积金提取细则

北公积金〔2024〕1号

第一条　购买新建商品房的，应当在两年内申请提取住房公积金。

第二条　老旧小区加装电梯的，应当在一年内申请提取住房公积金。

第三条　骗取提取住房公积金的，5年内不得再申请提取。
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("cities")
    for name, text in (("东江.txt", EAST), ("西河.txt", WEST), ("北山.txt", NORTH)):
        (folder / name).write_text(text, encoding="utf-8")
    opened = open_assistant(Settings(home=tmp_path_factory.mktemp("following") / "home"))
    opened.add_paths([folder])
    assert len(opened.list_documents().documents) == 4
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("turns", "title", "said"),
    [
        ("引进的博士购房补贴多少｜硕士呢", "东江市人才安居办法", "15万元"),
        ("引进的博士购房补贴多少｜硕士呢｜申请截止到哪天", "东江市人才安居办法", "2026年8月31日"),
        ("引进的博士购房补贴多少｜夫妻两个都符合能叠加吗", "东江市人才安居办法", "不叠加"),
        ("新评五星级酒店奖多少｜那四星级的呢", "西河市旅游奖励办法", "50万元"),
        ("新评五星级酒店奖多少｜申请截止到哪天", "西河市旅游奖励办法", "2025年6月30日"),
        ("新评五星级酒店奖多少｜电话呢", "西河市旅游奖励办法", "0123-4567890"),
        ("新评五星级酒店奖多少｜这个办法管几年", "西河市旅游奖励办法", "2年"),
        ("购买新建商品房多久内可以提取公积金｜加装电梯的呢", "北山市住房公积金提取细则", "一年内"),
        # it names another one
        ("新评五星级酒店奖多少｜东江的申请截止到哪天", "东江市人才安居办法", "2026年8月31日"),
        ("引进的博士购房补贴多少｜新评四星级酒店奖励多少", "西河市旅游奖励办法", "50万元"),
    ],
)
def test_the_document_is_kept(library: Assistant, turns: str, title: str, said: str) -> None:
    answer = library.ask(turns=turns.split("｜"))
    assert (answer.outcome, said in answer.answer) == ("answered", True), (
        answer.standalone_question,
        answer.answer,
    )
    assert {c.document.title for c in answer.citations} == {title}


def test_what_no_document_speaks_of_is_refused_after_any_question(library: Assistant) -> None:
    assert library.ask(turns=["引进的博士购房补贴多少", "今天天气怎么样"]).outcome == "refused"
    assert library.ask(turns=["引进的博士购房补贴多少", "上海呢"]).outcome != "answered"

"""A library of several places' policies: the place that is named answers, and a detail is given only where it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer.model import Answer
from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings

POLICIES = {
    "兰州市支持低空经济发展若干措施.txt": """兰州市支持低空经济发展若干措施
第一章 奖励
第一条 对新开通低空物流航线的企业，每条给予30万元奖励；同一企业每年最高不超过90万元。
第二条 申请航线奖励的企业应当符合下列条件：
（一）在兰州市登记注册；
（二）航线运营满十二个月。
第三条 有下列情形之一的，不予奖励：
（一）弄虚作假的；
（二）航线停止运营的。
第二章 附则
第四条 奖励资金由市财政局在审核通过后三个月内拨付。
第五条 企业应当在每年九月底前向市交通运输委提交申请表和营业执照复印件。
第六条 本措施自2025年1月1日起施行，有效期至2030年12月31日。
""",
    "天水市低空经济奖励办法.txt": """天水市低空经济奖励办法
第一条 对新开通低空物流航线的企业，每条给予10万元奖励。
第二条 本办法自2020年1月1日起施行，有效期至2022年12月31日。
""",
}


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    opened = open_assistant(Settings(home=tmp_path_factory.mktemp("several") / "home", today="2026-03-01"))
    folder = tmp_path_factory.mktemp("files")
    for name, text in POLICIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    opened.add_paths([folder])
    return opened


def first(answer: Answer) -> tuple[str, str]:
    return answer.citations[0].document.title[:3], answer.citations[0].locator


@pytest.mark.parametrize(
    ("question", "place", "locator", "words"),
    [
        ("兰州新开低空物流航线每条奖多少钱", "兰州市", "第一条", "30万元"),
        ("天水新开低空物流航线每条奖多少钱", "天水市", "第一条", "10万元"),
        ("兰州航线奖励几个月内拨付", "兰州市", "第四条", "三个月"),
        ("兰州申请航线奖励要交哪些材料", "兰州市", "第五条", "营业执照复印件"),
        ("兰州航线奖励几月份申请", "兰州市", "第五条", "九月底前"),
        ("兰州哪个部门拨付奖励资金", "兰州市", "第四条", "市财政局"),
    ],
)
def test_the_place_named_answers(
    several: Assistant, question: str, place: str, locator: str, words: str
) -> None:
    answer = several.ask(question)
    assert answer.outcome == "answered"
    assert {c.document.title[:3] for c in answer.citations} == {place}
    assert locator in {c.locator for c in answer.citations}
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    ["兰州低空经济奖励的联系电话是多少", "兰州航线奖励的利率是多少", "兰州航线奖励发给几家企业"],
)
def test_what_is_not_said_is_not_answered(several: Assistant, question: str) -> None:
    assert several.ask(question).outcome != "answered"


def test_a_place_without_documents_is_refused_by_name(several: Assistant) -> None:
    answer = several.ask("成都新开低空物流航线每条奖多少钱")
    assert answer.outcome == "refused"
    assert "成都" in answer.answer
    assert not answer.citations


def test_a_sentence_says_which_document_it_is_from_and_those_in_force_come_first(several: Assistant) -> None:
    answer = several.ask("新开低空物流航线每条奖励多少钱")
    assert first(answer) == ("兰州市", "第一条")
    assert "《兰州市支持低空经济发展若干措施》" in answer.statements[0].text


def test_an_expired_document_is_marked(several: Assistant) -> None:
    answer = several.ask("天水新开低空物流航线每条奖多少钱")
    assert any("已过有效期" in notice for notice in answer.notices)


def test_a_limit_behind_a_semicolon_is_not_cut_off(several: Assistant) -> None:
    answer = several.ask("兰州新开低空物流航线每条奖多少钱")
    assert "同一企业每年最高不超过90万元" in answer.answer


def test_an_item_comes_with_its_lead_in(several: Assistant) -> None:
    answer = several.ask("兰州航线停止运营的还给奖励吗")
    assert "不予奖励" in answer.answer


def test_a_follow_up_stays_with_the_place(several: Assistant) -> None:
    answer = several.ask(turns=["兰州新开低空物流航线每条奖多少钱", "那天水呢？"])
    assert first(answer)[0] == "天水市"
    later = several.ask(turns=["兰州新开低空物流航线每条奖多少钱", "要交哪些材料"])
    assert first(later) == ("兰州市", "第五条")


def test_what_two_documents_say_in_the_same_words_is_said_once(several: Assistant, tmp_path: Path) -> None:
    text = "第一条 对组织农产品直播的合作社，每场给予2000元补贴。\n第二条 本办法自2025年1月1日起施行。\n"
    for name in ("酒泉市农产品直播补贴办法", "酒泉市农产品直播补贴办法（重发）"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n{text}", encoding="utf-8")
    several.add_paths([tmp_path])
    answer = several.ask("酒泉组织农产品直播每场补贴多少钱")
    assert answer.answer.count("每场给予2000元补贴") == 1


def test_the_tiers_of_a_measure_are_not_cut_off(several: Assistant, tmp_path: Path) -> None:
    text = (
        "嘉峪关市种粮奖励办法\n一、支持规模种粮。种粮大户持有规范的土地流转合同，且当年水稻种植面积100-200亩的，奖励1万元，"
        "200至300亩的奖励2万元，300亩以上的奖励3万元。\n二、其他。本办法自2025年1月1日起施行。\n"
    )
    (tmp_path / "嘉峪关市种粮奖励办法.txt").write_text(text, encoding="utf-8")
    several.add_paths([tmp_path])
    answer = several.ask("嘉峪关种水稻250亩，奖励多少")
    assert "200至300亩的奖励2万元" in answer.answer


def test_a_place_without_documents_is_answered_from_one_that_names_it(
    several: Assistant, tmp_path: Path
) -> None:
    text = (
        "低空物流试点方案\n一、试点城市。选择北京、银川、西宁3个城市开展低空物流试点。\n"
        "二、组织。由银川市物流研究院承担试点的日常工作。\n三、其他。试点为期两年。\n"
    )
    (tmp_path / "低空物流试点方案.txt").write_text(text, encoding="utf-8")
    several.add_paths([tmp_path])
    answer = several.ask("西宁是低空物流的试点城市吗")
    assert answer.outcome == "answered"
    assert "北京、银川、西宁" in answer.citations[0].quote
    assert several.ask("拉萨是低空物流的试点城市吗").outcome == "refused"
    assert several.ask("西宁的公积金怎么提取").outcome == "refused"

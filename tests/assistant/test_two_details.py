"""Two details in one question, from one rule; who is charged; tiers with two bounds; whence somebody comes; matters that no
text names."""

from __future__ import annotations

import pytest

from assistant.answer.compose.tiers import lower_bound
from assistant.question.details import detail_of
from assistant.question.limits import unit_asked
from assistant.question.matters import matters_named
from assistant.question.understand import understand
from assistant.service import Assistant
from tests.assistant.conftest import library_of

GRAIN = """丰乐市储备粮管理办法
第一条 储备粮轮换架空期不得超过4个月。因客观原因需要延长的，经市粮食局批准，最多可延长2个月。
第二条 举报人应当在收到领取奖励通知之日起30个工作日内领取奖励。逾期未领取奖励的，视为主动放弃。联名举报的，推举一名代表领取。
第三条 举报奖励根据查实违法行为的罚款金额，按照以下标准给予：
（一）罚款金额在15万元以上的，50万元以下的，按罚款金额的1%奖励；
（二）罚款金额在50万元以上的，200万元以下的，按罚款金额的2%奖励；
（三）罚款金额在200万元以上的，按5万元奖励。
第四条 储粮单位应当自行负责库存粮食的安全，并对粮食数量负责。
第五条 市粮食局负责储备粮的监督管理工作。
第六条 对不符合受理条件的举报，应当在2个工作日内告知；对符合受理条件的，应当在三十日内处理完毕。
第七条 两人以上分别举报同一事项的，奖励最先举报人。
第八条 损耗补偿目录由市粮食局制定，报市政府批准后公布。
"""
YOUTH = """丰乐市花溪区支持青年创业办法
第一条 香港青年在本区创业的，给予5万元一次性补贴。
第二条 各项目牵头单位应当于2026年10月底前制定实施细则。
第三条 年度名额由市政府确定，公示期不少于5个工作日。
"""
HEALTH = """关于灵活就业人员参加医疗保险的处理意见
各经办机构：
为开展武汉市灵活就业人员医疗保险工作，根据《武汉市灵活就业人员医疗保险办法》，提出如下意见。
一、参保时间
从2005年2月1日起，接受灵活就业人员参加医疗保险。
二、转入续保
从外地转入6个月后续保的，从第7个月开始享受统筹待遇。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"储备粮.txt": GRAIN, "青年创业.txt": YOUTH, "灵活就业.txt": HEALTH}
    return library_of(tmp_path_factory.mktemp("two"), texts)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("丰乐市储备粮轮换架空期最长多久，确有困难能再延多长？", ("不得超过4个月", "最多可延长2个月")),
        ("领取举报奖励通知收到后多长时间内要去领？不去领会怎样？", ("30个工作日", "视为主动放弃")),
        ("丰乐市举报粮食违法，罚款80万元的，能按百分之几拿奖？", ("按罚款金额的2%奖励",)),
        ("丰乐市储备粮的监督管理由谁负责？", ("市粮食局负责储备粮的监督管理工作",)),
        ("丰乐市举报粮食违法，受理后多少天处理完？", ("三十日内处理完毕",)),
        ("香港来的青年在花溪区创业补贴多少？", ("5万元",)),
        ("花溪区各项目牵头单位什么时候之前制定实施细则？", ("2026年10月底前",)),
        ("武汉灵活就业人员从哪一天起可以参加医疗保险？", ("2005年2月1日",)),
    ],
)
def test_answered_with(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered", answer.answer
    for words in said:
        assert words in answer.answer


def test_of_a_short_rule_only_what_is_asked_is_added(assistant: Assistant) -> None:
    answer = assistant.ask("领取举报奖励通知收到后多长时间内要去领？不去领会怎样？")
    assert "推举一名代表" not in answer.answer


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("丰乐市高新技术企业首次认定奖励多少万元？", "高新技术企业"),
        ("花溪区新能源车充电桩补贴多少？", "充电桩"),
    ],
)
def test_a_matter_that_no_text_names_is_refused_by_name(
    assistant: Assistant, question: str, name: str
) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "refused"
    assert name in answer.answer
    assert answer.citations == ()


@pytest.mark.parametrize(
    "question", ["丰乐市花溪区青年创业的年度名额一共有多少个？", "丰乐市损耗补偿目录里具体有哪些东西？"]
)
def test_left_open(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "unspecified", answer.answer
    assert answer.answer


def test_the_thing_behind_a_region_is_no_district(assistant: Assistant) -> None:
    assert "没有涉及的小区" not in assistant.ask("武汉的小区有医疗保险吗？").answer


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("罚款金额在50万元以上的，200万元以下的，按2%奖励", 500_000),
        ("50万元以上不足200万元的", 500_000),
        ("200万元以上的，500万元以下的，按3%奖励", None),
    ],
)
def test_a_tier_has_two_bounds(text: str, bound: float | None) -> None:
    assert lower_bound("被罚了80万元能拿几成", text) == bound


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("牵头单位什么时候之前制定细则", None),
        ("牵头单位是谁，什么时候制定细则", "lead"),
        ("低空经济的牵头单位", "lead"),
        ("低空经济有几个配合单位", "support"),
    ],
)
def test_an_agency_that_is_not_asked_for(question: str, role: str | None) -> None:
    assert understand(question).role == role


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("奖金给谁", None),
        ("奖金算谁的", None),
        ("给谁，奖金多少", "amount"),
        ("收入不超过低保线的几倍", "amount"),
    ],
)
def test_to_whom_is_no_amount(question: str, detail: str | None) -> None:
    assert detail_of(question) == detail


def test_the_longest_name_of_a_matter_counts() -> None:
    assert [name for name, _ in matters_named("退休金和养老金")] == ["退休金", "养老金"]
    assert "养老" not in dict(matters_named("退休金怎么算"))["退休金"]


@pytest.mark.parametrize(
    ("question", "detail", "text", "says"),
    [
        ("名单公示多久", "deadline", "公示期不少于10 个工作日。", True),
        ("系统到哪天几点关", "deadline", "6月27日10:00至7月1日15:00填报志愿。", True),
        ("平时最长隔几小时", "deadline", "间隔时间不得超过四十八小时。", True),
        ("在非机动车道最高能骑多快", "size", "最高时速不得超过十五公里。", True),
        ("每年拿300万支持，第一名能分到多少钱", "amount", "每年安排300万元资金予以支持。", False),
        ("每年拿300万支持，第一名能分到多少钱", "amount", "每年安排300万元，第一名奖励20万元。", True),
        ("一届最多评出几个金奖", "quantity", "金奖不超过4项。", True),
    ],
)
def test_how_a_detail_is_said(question: str, detail: str, text: str, says: bool) -> None:
    asked = understand(question)
    assert asked.detail == detail
    assert asked.says(detail, text) is says


def test_the_unit_asked_in_decides_between_two_spans() -> None:
    said = unit_asked("挂临时牌能骑几年")
    assert said is not None
    assert said.search("有效期为五年")
    assert not said.search("三个月内申请")
    assert unit_asked("是哪几天") is None


@pytest.mark.parametrize(
    "second", ["今天天气怎么样？", "写首诗怎么样？", "公积金能贷多少？", "北京人口有多少？"]
)
def test_a_second_question_of_something_else_is_not_answered_from_the_rule(
    assistant: Assistant, second: str
) -> None:
    answer = assistant.ask(f"丰乐市储备粮轮换架空期最长多久？{second}")
    assert len(answer.citations) == 1
    assert "其中有一问，库中的文件没有涉及。" in answer.notices

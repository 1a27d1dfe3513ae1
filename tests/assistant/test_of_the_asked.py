"""An answer is of what is asked: the row of a table that the question names, the count of that thing and year, the time of that
act, the member of that kind; names that stand across other words name nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.question.apart import parts
from assistant.question.kinds import kind_of
from assistant.question.things import abridged
from assistant.question.understand import understand
from assistant.question.wordings import plainly
from assistant.service import Assistant
from index.clauses import parse
from index.search.regions import regions_in
from tests.assistant.conftest import library_of

PLAN = """遵义市数字经济突破发展行动计划
遵义市人民政府办公室
一、主要目标
到2027年，引育数字人才3000人，建设数字茶园20个，打造行业平台8个，形成标志性产品50个。
二、重点任务
（一）设备改造。企业年节能量达到500吨标准煤以上的，按每吨300元奖励；年节能量在3000吨标准煤以上的，标准提高到每吨400元。
（二）绿色工厂。对新认定的国家级专精特新“小巨人”企业奖励50万元。奖励资金由市与区县按5:5比例分担，沂源县按7:3比例分担。
（三）发挥“产业大脑”作用，强化“四链”融合，建立精准招商、精准培育体系。
（四）平台管理。市级平台称号有效期三年。平台工程竣工后剩余3%作为质量保证金，缺陷责任期满后退还。
（五）低空服务。2025年底前建成市级飞行服务站，实现一站式申报。航线运营给予补贴。
附件
任务分解表
序号\t任务\t牵头单位\t配合单位\t完成时限
1\t建成新蒲数据中心二期\t新蒲新区管委会\t市大数据局\t2024年6月
2\t建设白酒工业互联网平台\t仁怀市人民政府\t市工业和能源局\t2024年12月
3\t建成辣椒交易大数据中心\t播州区人民政府\t市农业农村局\t2023年11月
"""
TRAINING = """广州市新型农民培训实施方案
广州市农业局
一、培训目标
每年培训7000人，培训对象为50岁以下有一定文化基础的农业经营者。
二、培训安排
（一）课程设置。开设作物栽培、果树栽培、畜牧养殖等课程，可根据报名情况调整。
（二）学时要求。每个培训班的总学时不少于100学时，每天按6个学时计算。
（三）报名。本批培训的申请时间为每年9月1日至10月31日，由所在村集中报名。
（四）设备登记上牌实行实名制。登记不收取任何费用。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("asked"), {"遵义.txt": PLAN, "广州.txt": TRAINING})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("遵义 辣椒交易大数据中心 牵头单位 完成时限", "播州区人民政府", "仁怀"),
        ("遵义新蒲数据中心二期由谁牵头", "新蒲新区管委会", "播州"),
        ("遵义任务分解表里各项任务的牵头单位分别是谁", "仁怀市人民政府", "市大数据局"),
        ("遵义一个项目一年省3500吨标煤，每吨奖多少", "每吨400元", "每吨300元"),
        ("我厂在沂源，小巨人那奖励市里掏几成县里掏几成", "7:3", "300元"),
        ("遵义市级平台称号 有效期 几年", "三年", "没有规定"),
        ("遵义平台 质保金 比例", "3%", "50万元"),
        ("我都55了，种了一辈子荔枝，广州那个农民培训班收我这岁数的不", "50岁以下", "没有规定"),
        ("广州新型农民培训 申请时间", "9月1日至10月31日", "没有规定"),
        ("广州 设备上牌 收费吗", "不收取任何费用", "没有规定"),
    ],
)
def test_what_is_asked_is_what_is_said(assistant: Assistant, question: str, said: str, unsaid: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer
    assert unsaid not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "遵义 智慧医院 建设 牵头单位",
        "遵义到2027年要新建多少个创新中心",
        "遵义到2026年要建设多少个数字茶园",
        "遵义的“四链”融合具体是指哪四条链",
        "遵义 创新型中小企业 首次认定 奖励金额",
        "遵义 低空航线运营补贴 每年申报截止日期",
        "遵义的小巨人评定被评为第一名的是哪家",
    ],
)
def test_what_is_said_of_another_leaves_it_open(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome != "answered"


def test_each_word_of_several_is_looked_for(assistant: Assistant) -> None:
    answer = assistant.ask("遵义的计划里有没有提到数字茶园、元宇宙小镇")
    assert "数字茶园" in answer.answer
    assert any("元宇宙小镇" in notice for notice in answer.notices)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("元宵期间举办重大庆典要向谁申请", []),
        ("大庆的企业能拿多少", ["大庆"]),
        ("推广安全技术有奖吗", []),
        ("人均不少于四平方米", []),
        ("四平有没有补贴", ["四平"]),
        ("复合肥补贴", []),
        ("药品开封后能放几天", []),
        ("江河源头保护", []),
    ],
)
def test_a_city_by_chance_is_none(question: str, named: list[str]) -> None:
    assert regions_in(question) == named


def test_every_counter_is_looked_for_with_its_number() -> None:
    for counter in "项家名人件所座台套批次种户层间辆条类张级份篇只头株页站期届轮门节遍趟栋幢处位回":
        said, _ = kind_of("quantity", f"一年要上几{counter}")
        assert said.search(f"不少于8{counter}")
        assert not said.search("每年组织实施")
    assert kind_of("quantity", "一学年上几节")[0].search("每学年不少于6课时")


def test_whether_the_text_says_so_is_no_second_question() -> None:
    text = "加装电梯要几成业主同意？方案里有讲吗"
    assert parts(text) == (text,)
    assert understand(text).detail == "amount"
    assert understand(text).yes_no is False


def test_figures_and_persons_told_are_not_asked_for() -> None:
    assert understand(plainly("公积金额度几项一起算，封顶是多少")).detail == "amount"
    assert understand("今年48了，F类还评得上吗").detail == "age"
    assert understand("有中介打电话说要收服务费，真的假的").detail is None
    assert understand("我公司牵头改了个标准，有没有奖").role is None
    assert understand("这件事由哪个单位牵头").role == "lead"


def test_a_short_name_is_its_characters_close_together() -> None:
    assert abridged("个贷率", "个人住房贷款率在95%以上")
    assert not abridged("个贷率", "个人贷款的还款利率")


def test_a_first_sentence_with_a_figure_is_no_heading() -> None:
    text = (
        "示例办法\n一、管理\n（一）称号有效期三年。期满复核。\n（二）复核程序。由市局组织复核，结果公示。\n"
    )
    clauses = {str(c.locator): c for c in parse(text, "示例办法.txt").clauses}
    assert clauses["一、（一）"].heading == ""
    assert clauses["一、（二）"].heading == "复核程序"


def test_a_grant_of_the_year_before_is_paid_by_this_years_notice(tmp_path: Path) -> None:
    notice = (
        "南海区关于申报2025年度知识产权资助的通知\n南海区市场监督管理局\n"
        "一、标准\n美国专利局授权的发明专利，每件资助2万元。\n二、其他\n本通知自2025年1月1日起施行。\n"
    )
    opened = library_of(tmp_path, {"南海.txt": notice})
    answer = opened.ask("南海一家公司2024年拿到美国专利局授权的发明专利，一件补多少？")
    assert "2万元" in answer.answer
    assert opened.ask("南海2019年的发明专利资助标准是多少").outcome != "answered"

"""Items are of what they are called and of what leads in to them, with and without numbers; what is only told asks nothing."""

from __future__ import annotations

import pytest

from assistant.question.orders import only_orders
from assistant.service import Assistant
from tests.assistant.conftest import library_of

STATIONS = """西原自治区充换电站奖补实施细则
第一条 本细则由自治区交通运输厅负责解释。
第二条 建设补贴标准
1.公交专用充电站建设补贴。直流充电桩、无线充电设施，以实际运行功率计算，按照100元/千瓦的标准给予补贴，一个充电站最高补贴不超过30万元。
2.公交专用换电站建设补贴。以实际运行功率计算，按照800元/千瓦的标准一次性给予补贴。
3.已建成但不符合条件的充换电站，改造后可按相应标准享受建设补贴。
第三条 充换电站运营企业在获得建设补贴前3年退出运行的，按以下标准退回补贴资金：
第1年退出运行的，退还100%补贴资金。
第2年退出运行的，退还70%补贴资金。
第3年退出运行的，退还40%补贴资金。
第四条 充换电站总功率累计超过四分之一的天数少于获得建设补贴的功率的，由主管部门核查。
第五条 申报奖补资金提供以下材料：
（一）车辆购置补贴
除附件1外均为复印件：
1.购置补贴资金申请表。
2.购车方为企业的提供营业执照，购车方为个人的提供身份证。
3.机动车统一销售发票、行驶证。
第六条 由交通运输厅根据各盟市的发展计划，确定年度重点推广地区。
"""
ENERGY = """东海市新能源专项资金扶持办法
第一条（奖励标准）
（一）深远海海上风电项目奖励标准为500元/千瓦。单个项目年度奖励金额不超过5000万元。
（二）常规光伏项目，光伏电站奖励标准0.1元/千瓦时，执行居民用户电价的学校光伏奖励标准0.12元/千瓦时。
（三）光伏建筑一体化项目奖励标准0.3元/千瓦时。
第二条（支持方式）对企业投资的光伏项目，根据发电量给予度电奖励。
第三条（目录公示）市发展改革委在门户网站对拟新增奖励项目目录予以公示。列入目录的项目，奖励电量的起始时间以列入目录的当季度第一天为准。
第四条 申报主体应为项目的运营单位，不支持多个运营主体联合申报。
第五条 对工程研究中心、技术创新中心等重点平台给予一定补贴。企业通过“随申办”平台提交申报材料。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("items"), {"充换电.txt": STATIONS, "新能源.txt": ENERGY})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("公交专用换电站的建设补贴是怎么算的？", "800元/千瓦"),
        ("充换电站拿了建设补贴，干到第二年就停了，补贴要退几成？", "退还70%"),
        ("个人买了车，申领购置补贴要准备哪些材料？", "身份证"),
        ("深远海风电项目一年最多能领多少奖励资金？", "5000万元"),
        ("学校屋顶装的光伏，用的居民电价，每度电奖励多少？", "0.12元"),
        ("几家公司能不能合起来联合申报？", "不支持多个运营主体联合申报"),
        ("哪些平台能拿到一定补贴？", "工程研究中心"),
        ("在哪个平台提交申报材料？", "随申办"),
    ],
)
def test_answered_with(rules: Assistant, question: str, words: str) -> None:
    answer = rules.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("公交专用换电站的建设补贴是怎么算的？", "100元"),
        ("充换电站拿了建设补贴，干到第二年就停了，补贴要退几成？", "40%"),
        ("学校屋顶装的光伏，用的居民电价，每度电奖励多少？", "0.3元"),
    ],
)
def test_not_with_the_figure_of_another_item(rules: Assistant, question: str, figure: str) -> None:
    assert figure not in rules.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "拟新增的奖励项目目录要公示几天？",  # 「第一天」 is no span
        "年度重点推广地区是哪几个盟市？",
    ],
)
def test_left_open(rules: Assistant, question: str) -> None:
    assert rules.ask(question).outcome == "unspecified"


@pytest.mark.parametrize(
    "question",
    [
        "帮我起草一份光伏奖励申报书。",
        "请帮我写一份申报先导区的请示",
        "把这份办法改写成一篇给领导的讲话稿",
    ],
)
def test_writing_something_is_not_asking(rules: Assistant, question: str) -> None:
    assert only_orders(question.rstrip("。"))
    answer = rules.ask(question)
    assert (answer.outcome, answer.citations) == ("refused", ())


def test_a_question_on_a_paper_is_no_order() -> None:
    assert not only_orders("申报书由谁起草一份")
    assert not only_orders("请问写一份申报书要几天")


def test_all_the_lines_under_a_lead_in_are_shown_together(rules: Assistant) -> None:
    answer = rules.ask("充换电站提前退出运行的，补贴资金按什么标准退回？")
    assert all(figure in answer.answer for figure in ("100%", "70%", "40%")), answer.answer

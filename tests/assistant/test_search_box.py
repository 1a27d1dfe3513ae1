"""What people type and tell: words with blanks between them, places that no document is of, members of a kind that a rule leaves
out, lists and cases that run on in one paragraph."""

from __future__ import annotations

import pytest

from assistant.answer.compose.tiers import in_tier
from assistant.question.alike import missed, opposed
from assistant.question.told import without_some
from assistant.question.typed import typed_apart
from assistant.question.understand import understand
from assistant.service import Assistant
from index.clauses.metadata.counties import counties_in
from tests.assistant.conftest import library_of

MEASURES = """佛山市南海区促进会展和制造业发展若干措施
佛山市南海区人民政府
第一条 企业参加展会的，给予展位费补助：境内展会按50%补助，每个展会最高2万元；境外展会按70%补助，每个展会最高5万元。
第二条 近三年车间数字化改造投入不低于300万元；食品、纺织服装行业不低于150万元。
第三条 对新评定为国家3A、4A、5A级的旅游景区，分别给予10万元、50万元、100万元奖励。
第四条 工艺制程28纳米及以下的，按流片费用的40%给予补助；28纳米以上、90纳米及以下的，补助比例30%。
第五条 申报主体存在下列情形之一的，不予奖励：（一）发生安全责任事故；（二）组织“不合理低价游”；（三）被列入失信名单。
第六条 对符合第四代住宅建筑标准的房地产项目，可按一级企业资质标准办理预售许可。
第七条 专利2019年4月30日前获得授权的，每件给予资助1万元；2019年4月30日后获得授权的，每件给予资助2万元。
第八条 用人单位缴费总费率按1%执行。其中，单位为0.5%，个人为0.5%。
第九条 本措施自2024年1月1日起施行，有效期至2026年12月31日。
"""
LOANS = """咸阳市住房公积金贷款管理办法
咸阳市住房公积金管理中心
第一条 首套住房和第二套住房的最低首付款比例均为20%。
第二条 单缴存职工家庭最高贷款额度为65万元。
第三条 审查意见自出具之日起一年内未开工的，自行失效；因特殊原因可以申请延期一次，延期不超过六个月。
第四条 本办法自2024年1月1日起施行。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("typed"), {"南海.txt": MEASURES, "咸阳.txt": LOANS})


@pytest.mark.parametrize(
    ("question", "said", "locator"),
    [
        ("南海 境外展会 展位费补助", "境外展会按70%补助", "第一条"),
        ("我们是南海做服装的，车间数字化改造得投多少", "食品、纺织服装行业不低于150万元", "第二条"),
        ("南海的厂做了一版65nm的流片，能补几成", "补助比例30%", "第四条"),
        ("南海 展会奖励 不予奖励 情形", "组织“不合理低价游”", "第五条"),
        ("我南海的公司2021年拿到一件专利，能补多少", "每件给予资助2万元", "第七条"),
        ("南海 缴费费率 单位 个人", "个人为0.5%", "第八条"),
        ("咸阳的审查意见多久不开工就失效，能不能延长", "延期不超过六个月", "第三条"),
    ],
)
def test_the_case_that_is_meant(assistant: Assistant, question: str, said: str, locator: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer
    assert all(c.locator.startswith(locator) for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "咸阳 公积金贷款 利率 首套",
        "南海 企业所得税 优惠 条件",
        "南海 展位费补助 拨付时间",
        "南海 第四代住宅 建筑标准 具体要求",
        "南海新评2A级景区奖多少",
        "我们厂在顺德，参加展会能补多少",
        "佛山市三水区参加展会补多少",
        "南海 2023年 展位费 补助标准 包月卡",
    ],
)
def test_what_is_typed_and_not_said_is_not_answered(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome != "answered"


def test_a_missing_county_is_refused_by_name(assistant: Assistant) -> None:
    answer = assistant.ask("我们厂在顺德，参加展会能补多少")
    assert (answer.outcome, answer.citations) == ("refused", ())
    assert "顺德" in answer.answer


def test_a_district_has_its_city_s_documents(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Not those of another district in it."""
    city = "佛山市促进消费若干措施\n佛山市人民政府\n一、参加展会的企业，每家补助3万元。\n二、本措施自2024年1月1日起施行。\n"
    home = tmp_path_factory.mktemp("city")
    answer = library_of(home, {"南海.txt": MEASURES, "佛山.txt": city}).ask("顺德区的企业参加展会补助多少")
    assert "每家补助3万元" in answer.answer
    assert {c.document.source for c in answer.citations} == {"佛山.txt"}


def test_the_left_out_member_of_a_kind_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("南海新评2A级景区奖多少")
    assert answer.outcome == "unspecified"
    assert "2A级的情形" in answer.answer


def test_typed_words_leave_out_what_only_asks() -> None:
    named = dict(typed_apart(understand("柯桥 升规奖励 拨付时间")))
    assert "拨付" in named["拨付时间"]
    assert not typed_apart(understand("升规奖励什么时候拨付"))
    assert "每吨" not in dict(typed_apart(understand("安顺 保管费 每吨")))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("泉州鲤城区小学哪天报名", ["鲤城区"]),
        ("顺德那边的厂能补多少", ["顺德"]),
        ("城区居民怎么申请", []),
        ("在高新区开店有补贴吗", []),
        ("我和平时一样交社保", []),
    ],
)
def test_counties_are_found_where_they_are_places(question: str, found: list[str]) -> None:
    assert [county.name for county in counties_in(question)] == found


def test_tiers_in_other_units() -> None:
    assert in_tier("75马力的拖拉机", ["20（含）—50马力 3500元", "50（含）—80马力 5500元"]) == [False, True]
    assert in_tier("我爸今年72", ["70周岁以下每月85元", "70周岁（含）以上每月100元"]) == [False, True]
    assert in_tier("花了1200万", ["1.200万元至500万元的，补8%", "2.500万元至2000万元的，补10%"]) == [
        False,
        True,
    ]


def test_home_and_abroad_are_opposed() -> None:
    assert opposed("境外展会补多少", "境内展会按50%补助")
    assert not opposed("境外展会补多少", "参加境内外展会的企业")


@pytest.mark.parametrize(
    ("asked", "said", "member"),
    [
        ("拿了二等奖奖多少", "一、二、三等奖分别奖励3万元、2万元、1万元", ""),
        ("拿了二等奖奖多少", "三等奖奖励1万元", "二等奖"),
        ("第二套房首付几成", "首套住房首付比例20%", "第二套房"),
        ("四星级饭店奖多少", "三星级及以上饭店奖励5万元", ""),
        ("五星级酒店奖多少", "对新评定为三星级、四星级、五星级的酒店", ""),
    ],
)
def test_the_member_of_a_kind_that_a_rule_leaves_out(asked: str, said: str, member: str) -> None:
    assert missed(asked, said) == member


def test_what_is_told_is_not_asked() -> None:
    assert "数家" in without_some("今年跟几家小厂买了6000万的配套件，能给补多少")


OTHERS = """三明市促进人才安居若干措施
三明市人民政府
第一条 鼓励租赁企业提供人才住房，市财政给予补贴。
第二条 对租赁企业经营租赁住房500套以上的，减按4%征收房产税。
第三条 公务员及其配偶介绍项目的，不得领取引荐奖金；其他引荐人由市商务局核发奖金，每个项目5万元。
第四条 2023年城市特困人员供养标准为每人每年11232元。
第五条 参加展会的企业，给予展位费补助。
第六条 本措施自2023年1月1日起施行，有效期至2027年12月31日。
"""


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("homes"), {"三明.txt": OTHERS})


@pytest.mark.parametrize(
    "question",
    [
        "三明市提供人才住房的租赁企业，每套补贴多少",
        "三明2024年城市特困人员供养标准是多少",
        "三明的展会办公室主任由谁担任",
        "三明 展位费 标准",
        "三明参加展会收多少费用",
    ],
)
def test_what_another_clause_says_is_no_answer(homes: Assistant, question: str) -> None:
    assert homes.ask(question).outcome != "answered"


def test_a_rule_is_asked_for_and_not_a_sum(homes: Assistant) -> None:
    answer = homes.ask("三明市公务员的爱人介绍项目，能不能领奖金")
    assert answer.outcome == "answered"
    assert "不得领取引荐奖金" in answer.answer


def test_a_year_that_is_told_is_not_asked_about(homes: Assistant) -> None:
    assert homes.ask("我2019年注册的公司，在三明参加展会有补助吗").outcome == "answered"


def test_a_list_in_one_paragraph_is_not_broken_off(assistant: Assistant) -> None:
    answer = assistant.ask("南海的措施里哪些情形不予奖励")
    assert all(item in answer.answer for item in ("安全责任事故", "不合理低价游", "失信名单"))

"""Questions in the asker's own words: where they do not tell which sentence is meant, the nearest in meaning is; a case's figures
fall into tiers, and what a document does not say is not answered by what is merely near."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer.compose.periods import of_its_period
from assistant.answer.compose.tiers import in_tier
from assistant.question.details import detail_of
from assistant.question.told import without_some
from assistant.question.understand import understand
from assistant.service import Assistant
from index.search.builtin import BuiltinEncoder
from tests.assistant.conftest import library_of

DOCUMENTS = Path(__file__).parent.parent / "data" / "documents"
REAL = (
    "兰州市助企纾困激发市场主体活力若干措施.txt",
    "温州市鹿城区促进开放型经济发展的若干政策意见（试行）.txt",
    "苏州市发展保障性租赁住房实施办法.txt",
    "重庆市人民政府关于修改个人住房征收房产税改革试点暂行办法和征收管理实施细则的决定.txt",
    "重庆市关于发挥政策集成效应稳定房地产市场的通知.txt",
)
HERBS = """北河县支持重点产业发展实施意见
第一条 对企业新建中药材种植基地面积在100亩及以上至500亩的，给予企业100元/亩奖励；对新建面积在500亩以上的，给予企业200元/亩奖励。
第二条 高管子女公办小学入学，上一年度入库税收500万元以上的企业安排不超过2名，300万元以上不足500万元的企业安排不超过1名。
第三条 长期处方的处方量一般在4周内；病情稳定的患者适当延长，最长不超过12周。
第四条 举报属实的，罚款50万元以上、200万元以下的，按罚款金额的2%奖励；罚款200万元以上、500万元以下的，按3%奖励。
"""
AID = """南江市临时救助实施细则
第一条 遭遇火灾、交通事故、工伤等意外伤害的家庭，可以申请临时救助。
第二条 申请急难型临时救助的事由应当发生在申请日前1个月内。
第三条 救助站的受助人员由民政部门所属的救助管理机构照料。
"""
ENTRY = """南江市积分制入户管理办法
第一条 在南江市就业并缴存住房公积金，每满1年计2分。
第二条 区行政服务中心一楼设积分入户窗口，负责受理申请。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {name: (DOCUMENTS / name).read_text(encoding="utf-8") for name in REAL}
    texts |= {"药材.txt": HERBS, "救助.txt": AID, "入户.txt": ENTRY}
    return library_of(tmp_path_factory.mktemp("meant"), texts)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("我外地的，在重庆买第二套被收了房产税，下半年到这上班了，钱能退不", "退还当年已缴税款"),
        ("我在兰州租的公家门面做小买卖，房租前后加起来最多能免几个月", "合计减免不超过6个月"),
        ("我鹿城的小外贸公司去泰国参展 派人去的费用给补多少", "0.8万元人员费补助"),
        ("我在苏州有个旅馆空着，改成保障房出租要不要补地钱", "不补缴土地价款"),
        ("2026年在重庆买间门面做生意，找银行贷款头款最少要几成", "最低首付款比例调整为不低于30%"),
        ("我在北河县种了六百亩药材，一亩能给补多少钱", "给予企业200元/亩奖励"),
        ("我是北河县一个厂的老板，去年交税三百多万，孩子上公办小学能照顾几个", "安排不超过1名"),
        ("长期处方最长开几周", "最长不超过12周"),
        ("家里着火啥都烧没了，在南江申请救急的钱，过了多久就不能申请了", "申请日前1个月内"),
    ],
)
def test_a_case_told_in_other_words_is_answered(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert said in "".join(c.quote for c in answer.citations), answer.answer


def test_the_tier_that_a_question_names_itself_is_the_one(assistant: Assistant) -> None:
    answer = assistant.ask("北河县举报属实，罚款50万元以上、200万元以下的，按多少比例奖励？")
    assert "2%" in answer.answer
    assert "3%" not in answer.answer


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("南江市失业保险金每月领多少", "refused"),  # 「每满1年计2分」 is near, and speaks of none
        ("南江市工伤认定，单位应在事故后多少日内申请", "unspecified"),
        ("南江积分入户窗口 营业时间", "unspecified"),
        ("南江积分入户窗口礼拜六有人上班吗", "unspecified"),
        ("南江市积分入户窗口的投诉该打哪个号码", "unspecified"),
        ("南江积分入户窗口能带宠物吗", "refused"),
        ("南江积分入户服务费", "unspecified"),
        ("苏州保障性租赁住房宽带费", "refused"),
        ("北河县中药材基地企业名单", "unspecified"),
        ("帮我写一首夸药材的诗", "refused"),
    ],
)
def test_what_is_merely_near_is_no_answer(assistant: Assistant, question: str, outcome: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == outcome, answer.answer


@pytest.mark.parametrize(
    ("question", "texts", "meant"),
    [
        ("去年交税三百多万", ["税收500万元以上2名", "税收300万元以上1名"], [False, True]),
        ("种了六百亩", ["面积在100亩及以上至500亩的", "面积在500亩以上的"], [False, True]),
        ("连我就七八个人", ["10人以上50人以下", "10人以下企业"], [False, True]),
        ("签了一套118平的", ["90平方米以下户型", "90平方米以上(含90平方米)至144平方米以下户型"], [False, True]),
        ("罚款50万元以上、200万元以下的", ["200万元以上的，500万元以下的", "50万元以上的，200万元以下的"], [False, True]),
        ("贷三百万", ["占比达到80%以上", "单户500万元以下的"], [False, True]),
        ("第三条说什么", ["3人以下"], [False]),
    ],
)  # fmt: skip
def test_a_figure_falls_into_its_tier(question: str, texts: list[str], meant: list[bool]) -> None:
    assert in_tier(question, texts) == meant


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("云南可制毒化学品许可收费", "amount"),
        ("广西粮食风险基金总额", "amount"),
        ("长者饭堂 午餐套餐价格", "amount"),
        ("余江区 三孩家庭购房补贴 最高", "amount"),
        ("服务费率由买卖双方按何比例负担", "amount"),
        ("储备粮的总储备规模是多少万吨", "size"),
        ("二手房交易大厅 营业时间", "deadline"),
        ("该打哪个号码投诉", "contact"),
        ("请人上门照顾一天最多按多少算", "amount"),
    ],
)
def test_the_detail_is_told_by_the_last_word_too(question: str, detail: str) -> None:
    assert detail_of(question) == detail


def test_what_stands_before_a_question_for_yes_or_no_is_told() -> None:
    assert without_some("给几家医院送口罩，属不属于能办证的企业") == "给数家医院送口罩，属不属于能办证的企业"
    assert without_some("企业所得税免几年，还能不能继续免").count("几") == 1


@pytest.mark.parametrize(
    ("question", "said", "its"),
    [
        ("我2023年3月中旬交的契税", "2023年3月1日至3月31日缴纳的", 1),
        ("我2023年3月20日交的", "2023年2月1日至2月28日缴纳的", -1),
        ("25年5月在镇上买的房", "自2025年3月1日起至2025年12月31日", 1),
        ("什么时候交的都行吗", "2023年3月1日至3月31日", 0),
        ("2023年3月交的", "自印发之日起施行", 0),
        ("2023年13月交的", "2023年3月1日至3月31日", 0),
    ],
)
def test_a_day_falls_into_its_period(question: str, said: str, its: int) -> None:
    assert of_its_period(question, said) == its


@pytest.mark.parametrize(
    "question", ["钱能退不", "国家准不准", "算不算连着交", "能拿现金出来不", "通行费收不收"]
)
def test_questions_for_yes_or_no_in_their_spoken_forms(question: str) -> None:
    assert understand(question).yes_no


def test_nearness_is_that_of_meaning_and_of_the_first_few() -> None:
    encoder = BuiltinEncoder()
    texts = ["免收联合收割机车辆的通行费。", "本办法由市财政局负责解释。"] + ["其他规定。"] * 20
    near = encoder.nearness("我开收割机跨省帮人割麦子，高速过路费收不收", texts)
    assert len(near) == encoder.at_once
    assert near[0] > max(near[1:]) + 0.02
    assert near == encoder.nearness("我开收割机跨省帮人割麦子，高速过路费收不收", texts)

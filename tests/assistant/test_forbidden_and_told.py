"""What follows from a prohibition, what may not be paid, of whom a county's text speaks, and claims that a text does not deny."""

from __future__ import annotations

import pytest

from assistant.question.misspelt import respelt
from assistant.service import Assistant
from tests.assistant.conftest import library_of

HEATING = """北江市供热条例
第一条 采暖期为当年11月10日至次年3月20日。
第二条 用户应当妥善使用自有供热设施，并不得有下列妨碍供热设施正常运行的行为：
（一）擅自在室内供热设施上安装放水阀、排气阀；
（二）擅自改动供热管道。
第三条 申请用热户数达到总户数百分之五十以上的，供热企业应当供热。
第四条 违反本条例规定，用户有妨碍供热设施正常运行行为的，由供热主管部门责令改正，逾期不改正的，对个人处二百元以上一千元以下罚款。
第五条 规模在五百张床位以上的养老机构应当设立医疗机构。
第六条 在未取得使用权的停车泊位上设置地锁的，由公安机关责令改正；拒不改正的，处五百元罚款。
第七条 小型犬只用长度不超过两米的犬绳牵引，大型犬只用长度不超过一点五米的犬绳牵引。
第八条 五千居民以上规模的住宅区，配套建设小学。
第九条 制订服务领域、服务内容、场景应用、配套政策的“四张清单”，向社会公布。
第十条 同时符合下列条件的本市户籍非从业居民，可在户籍所在区自愿参加居民养老保险。
（一）年满16周岁；
（二）未参加其他社会养老保险。
"""
INSURANCE = """南江市职工医疗保险办法
第一条 用人单位缴费费率为5.6%，个人缴费费率为2%。
第二条 下列医疗费用，职工医保基金不予支付：
（一）自购药品的费用；
（二）应当由第三人负担的费用；
（三）在境外就医的费用。
第三条 职工享受生育保险待遇的，享受生育津贴；职工享受生育医疗待遇的，享受生育保险基金支付。享受生育待遇的职工，应当办理登记。
第四条 补助经费不得用于发放教职工工资，不得用于基建开支。
第五条 惩戒委员会委员由法官、检察官推选产生。
"""
DISTRICT = """昌平区就业创业及积分落户政策问答
本市积分落户申报资格条件：申请人需持有本市居住证、在京连续缴纳社会保险7年及以上。
昌平区内企业每招用1名失业人员，奖励2000元。
"""
KINDERGARTENS = """东海市学前教育行动计划
一、发展现状
“十一五”期间，全市新增幼儿园近400所。
二、发展目标
三年新增民办三级园205所，规范320个学前看护点。
三、学习减分
驾驶人参加学习的，一个记分周期内最高扣减6分。驾驶人在一个记分周期内累积记分满12分的，应当参加学习。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"供热.txt": HEATING, "医保.txt": INSURANCE, "问答.txt": DISTRICT, "学前.txt": KINDERGARTENS}
    return library_of(tmp_path_factory.mktemp("forbidden"), texts)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("北江居民自己装放水阀，让改又拖着不改，个人会被罚多少", "二百元以上一千元以下"),
        ("北江每年几号开始供暖", "11月10日"),
        ("北江小区里要有多少户报名，供热企业就必须给供暖？", "百分之五十以上"),
        ("多大规模的养老院必须自己设医疗机构", "五百张床位"),
        ("北江有人在没产权的车位上装地锁，让他拆还不拆，罚多少钱？", "五百元"),
        ("北江遛小型犬和大型犬，犬绳最长各是多少", "一点五米"),
        ("北江的住宅区达到多少居民就得配一所小学？", "五千居民"),
        ("北江要制订的“四张清单”是哪四张", "场景应用"),
        ("北江没工作的居民，要符合哪些条件才能参加居民养老保险？", "未参加其他社会养老保险"),
        ("哪些费用南江职工医保基金是不给报的？", "自购药品"),
        ("南江的补助经费，规定哪些地方不能花", "基建开支"),
        ("惩戒委员会的委员怎么选出来的", "推选产生"),
        ("南江职工医保单位交百分之几，个人交百分之几", "2%"),
        ("北京积分落户社保要连着缴几年才够资格", "7年"),
        ("东海三年要新增民办三级园320所，这数对不对？", "205所"),
    ],
)
def test_answered_with(rules: Assistant, question: str, words: str) -> None:
    answer = rules.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer


def test_a_county_s_own_rule_is_none_of_its_city(rules: Assistant) -> None:
    assert rules.ask("上海积分落户社保要连着缴几年").outcome == "refused"


def test_a_figure_of_which_something_else_is_done_confirms_nothing(rules: Assistant) -> None:
    assert "是的" not in rules.ask("听说东海学习减分一个记分周期最多能减12分，对吗？").answer


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("单位欠缴生育险", "享受生育享受生育享受生育享受生育享受生育享受"),
        ("住政府的房", "承租政府承租政府承租政府"),
    ],
)
def test_a_piece_of_a_longer_word_is_no_correction(typed: str, text: str) -> None:
    known = {text[i : i + 2] for i in range(len(text) - 1)}
    found, notices = respelt(
        typed, lambda pair: 0.5 if pair in known or pair in "政府" else 1.0, lambda: [text]
    )
    assert (found, notices) == (typed, ())

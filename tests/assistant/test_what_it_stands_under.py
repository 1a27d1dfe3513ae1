"""A sentence is read with what it stands under: a heading that forbids, the lead-in of several cases, the question that it
answers; and a grant is the one that is called so."""

from __future__ import annotations

import pytest

from assistant.question.misspelt import respelt
from assistant.question.understand import flatten, understand
from assistant.service import Assistant
from tests.assistant.conftest import library_of

NOTICE = """赣州市人民政府关于加强电动自行车停放充电安全管理的通告
为加强电动自行车安全管理，现通告如下：
一、本通告适用于中心城区。
二、禁止下列行为：
（一）在楼梯间停放电动自行车；
（二）在居民住宅室内为电动自行车蓄电池充电。
三、违反第二条规定的，由消防救援机构对个人处500元以上1000元以下罚款。
"""
HOUSING = """常州市青年人才安居实施细则
第一条 为吸引青年人才，制定本细则。
第二条 人才公寓租金按照市场评估租金的一定比例收取：博士研究生三年免收租金；硕士研究生按50%收取；本科毕业生按60%收取。
第三条 夫妻双方均符合条件的，购房补贴由一方申请，租房补贴可以分别申请。
第四条 租房补贴标准：硕士研究生每月1000元，本科毕业生每月600元。
第五条 享受购房补贴购买的住房，自取得不动产权证书之日起5年内不得上市交易；确需转让的，应当先退还已领取的全部补贴。
第六条 大专毕业生不享受购房补贴。
第七条 人才购房补贴具体以市住房城乡建设局制定的实施细则为准。
第八条 申请材料按顺序装订成册，一式3份。材料审核不收取任何费用。
第九条 本细则所称“以上”包含本数。申请人对审核结果有异议的，向市住房城乡建设局反映。
"""
ANSWERS = """平湖市大学生租房补贴政策问答
平湖市住房和城乡建设局
问：哪些人可以申请租房补贴？
答：毕业5年内在本市就业并缴纳社会保险的大学生。
问：租房补贴标准是多少？
答：按学历层次发放：博士研究生每月1500元，硕士研究生每月1000元。
问：租房合同有什么要求？
答：租赁合同须经住建部门备案，租期不少于6个月。
"""
TEA = """遵义市茶产业发展专项资金管理办法
第一条 市财政每年安排专项资金6000万元。
第二条 茶园提质。对集中连片200亩以上的低产茶园改造，每亩补助400元。
第三条 在省外开设茶叶品牌专卖店的，每店一次性补助8万元，单个企业每年不超过5个店。
第四条 绩效评价结果为“差”的县，下一年度专项资金安排规模扣减20%。
第五条 到2027年，全市茶产业产值突破300亿元；到2030年，全市茶产业产值达到500亿元。
第六条 茶企获评国家级龙头企业的，奖励50万元；合格率保持100%。
"""
TABLE = """寿光市优化营商环境任务分工方案
一、重点任务
序号|任务名称|牵头单位|完成时限
1|企业开办提速|市行政审批服务局|2025年3月底
2|拖欠企业账款清理|市工业和信息化局|2025年12月底
3|不动产登记提速|市自然资源和规划局|2025年6月底
二、保障
（一）自2025年2月1日起施行，有效期三年。
（二）设立监督热线0536-5221111，接受投诉。
（三）网上填报于2025年7月31日17:00前完成，逾期不予受理。
（四）对连续从事窗口工作满2年的人员，每人每月给予200元岗位补贴。
"""
INN = """雷山县促进乡村民宿发展实施意见
一、外立面不得使用瓷砖，改造方案须经县住房城乡建设局审查同意。
二、投诉电话0855-3331209。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {
        "赣州.txt": NOTICE,
        "常州.txt": HOUSING,
        "平湖.txt": ANSWERS,
        "遵义.txt": TEA,
        "寿光.txt": TABLE,
        "雷山.txt": INN,
    }
    return library_of(tmp_path_factory.mktemp("under"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("把电瓶拎回家里充电，在赣州城区让不让？", "禁止下列行为", "500元"),
        ("常州 人才公寓 本科 租金 比例", "一定比例收取：本科毕业生按60%收取", "50%"),
        ("我和老公都在常州上班，租房补贴能不能两个人都领", "租房补贴可以分别申请", "不享受"),
        (
            "在常州领完购房补贴，房产证才三年就要卖房，应当怎么处理补贴？",
            "应当先退还已领取的全部补贴",
            "没有规定",
        ),
        ("常州青年人才安居的申请材料要准备几份？", "一式3份", "没有规定"),
        ("常州青年人才安居的材料审核收费吗", "不收取任何费用", "没有规定"),
        ("硕士毕业来平湖上班，租房补帖一个月发多少？", "硕士研究生每月1000元", "没有规定"),
        ("我有150亩连片的老茶园，产量低想改造，遵义那个专项资金给补吗", "200亩以上", "6000万元"),
        ("遵义一家茶企在外省开了6家专卖店，最多几家店能拿补助", "不超过5个店", "没有规定"),
        ("遵义 茶产业专项资金 每年 规模", "6000万元", "20%"),
        ("遵义到2030年把茶产业产值做到多少", "500亿元", "没有涉及"),
        ("寿光 拖欠企业账款清理 牵头单位 完成时限", "市工业和信息化局", "市行政审批服务局"),
        ("寿光 网上填报 截止时间", "7月31日17:00前", "没有规定"),
        ("寿光企业开办归谁牵头？打哪个电话投诉", "0536-5221111", "0855"),
    ],
)
def test_read_with_what_it_stands_under(assistant: Assistant, question: str, said: str, unsaid: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer
    assert unsaid not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "常州硕士研究生的人才购房补贴具体是多少万元？",
        "平湖大学生购买首套住房，购房补贴的标准是多少？",
        "常州青年人才安居的审核结论不服，可以在多少日内申请复核？",
        "遵义茶企获评国家级龙头企业的，建一个展示中心能拿多少补助？",
        "寿光 窗口人员 岗位补贴 最长发几年",
        "寿光窗口人员一年能休几天假",
    ],
)
def test_what_is_granted_for_something_else_leaves_it_open(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome != "answered"


def test_a_caption_in_front_of_a_rule_is_no_sentence_of_the_answer(assistant: Assistant) -> None:
    assert not any(s.text == "茶园提质。" for s in assistant.ask("遵义低产茶园改造补多少").statements)


def test_half_width_commas_are_commas() -> None:
    assert flatten("收费,不收费; 1,000元") == "收费，不收费；1,000元"


def test_what_is_told_of_a_document_asks_nothing_of_its_head() -> None:
    assert understand("二孩补贴的有效期限").head_fields == ("period",)
    assert understand("改造项目的施工期限").head_fields == ()


TEXT = "推动脑机接口产品研发，提取公积金，缴纳的增值税和房屋租赁，加计分"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("脑机借口由谁管", "脑机接口由谁管"),
        ("卖房时交的增殖税", "卖房时交的增值税"),
        ("脑机接口由谁管", "脑机接口由谁管"),
        ("房屋租子怎么交", "房屋租子怎么交"),
        ("今天天气怎么样", "今天天气怎么样"),
        ("退役军人加几分", "退役军人加几分"),
    ],
)
def test_a_character_of_the_same_sound(typed: str, meant: str) -> None:
    pairs = {TEXT[i : i + 2] for i in range(len(TEXT) - 1)} | {*TEXT}
    text, notices = respelt(typed, lambda token: 0.5 if token in pairs else 1.0, lambda: [TEXT])
    assert text == meant
    assert len(notices) == (typed != meant)

"""Terms that lapse, what 以下 includes, places abroad and in a clause, terms set against each other, and who bears what."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

TALENT = """北江市人才引进办法
第一条 引进人员年龄在45周岁以下，具有本科以上学历。
第二条 有档案保管权的单位自行办理档案商调手续，无档案保管权的单位应委托市人事档案管理机构办理档案商调手续。
第三条 录取名单于7月13日至17日在申报学校公示。
第四条 对获奖的企业给予一次性10万元的落户奖金，每年获支持企业数量最多不超过10个。
第五条 扶持对象违反承诺的，应将所获扶持资金予以退回。
第六条 在基地企业实习的在读港澳青年，给予每人每月3000元实习补贴。
第八条 申请小学一年级的必须是当年8月31日（含8月31日）前年满6周岁的儿童。
第九条 申请时间：6月27日至7月1日，由监护人在网上申报。
第十条 本办法所称“以下”不包含本数，“以上”包含本数。
"""
TRADE = """家电以旧换新补贴实施细则
第一条 消费者领取补贴资格，补贴资格须在2个自然日（即至第二日的23:59）内使用，未使用的自动失效。
第二条 采取支付立减方式补贴消费者，补贴资金由销售企业先行垫付。
第三条 两个以上举报人联名举报的，奖励资金由举报人自行协商分配。
第四条 举报奖励资金应当使用非现金的方式兑付。
第五条 对举报作出处理决定后30个工作日内，由主管部门启动奖励程序。
第六条 实际响应量的补贴系数见下表。
表1 需求响应补贴系数
响应量与申报量的比值k	补贴系数
k<80%	0.2
80%≤k≤120%	1
"""
FINANCE = """关于金融支持陆海通道建设的意见
一、资金供给
在重庆设立陆海通道基金，支持沿线园区建设。
二、数字金融
推动与泰国、香港、阿联酋等跨境支付使用央行数字货币。
三、合作机制
支持广西打造东盟金融城、成都搭建跨境投融资数字平台。
四、政策配套
沿线政府建立重大项目库、重点企业名录库、通道企业清单等"两库一清单"，支持银企对接。
中国人民银行
2025年11月26日
"""
HOUSING = """南江市廉租住房管理办法
第一条 本办法所称租赁住房补贴（以下简称租房补贴）方式，是指住房部门按照规定的标准发放租金补贴，由家庭到市场上租赁住房。
第二条 本办法所称实物配租方式，是指住房部门提供住房，并按照家庭收入的一定比例收取租金。
第三条 对申请家庭实行分类轮候，通过摇号方式确定排序。
第四条 居住证每年签注1次。
第五条 对超过400万元的工程采购项目，预留预算总额的40%以上面向中小企业采购。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"人才.txt": TALENT, "换新.txt": TRADE, "金融.txt": FINANCE, "廉租.txt": HOUSING}
    return library_of(tmp_path_factory.mktemp("bounds"), texts)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("人才引进办法里写的“45周岁以下”，刚好满45岁的人算不算在内？", "不包含本数"),
        ("没有档案保管权的公司，档案商调找谁办？", "市人事档案管理机构"),
        ("录取名单公示到哪天为止？", "13日至17日"),
        ("获奖企业的落户奖金，每年最多给多少家企业？", "10个"),
        ("拿了扶持资金后来违反了承诺，会有什么后果？", "退回"),
        ("申请读一年级，要在几月几号前满六岁？", "8月31日"),
        ("香港在读大学生到基地企业实习，一个月能领多少实习补贴", "3000元"),
        ("抢到的家电补贴资格，几天内不用就作废了？", "2个自然日"),
        ("以旧换新立减的那部分钱先由谁垫？", "销售企业"),
        ("几个人一起联名举报，奖金怎么分？", "自行协商"),
        ("举报的奖金是发现金的吗？", "非现金"),
        ("响应量不到申报量的80%，补贴系数是多少？", "0.2"),
        ("陆海通道基金准备设在哪个城市？", "重庆"),
        ("跨境支付使用央行数字货币，点了哪几个国家和地区？", "阿联酋"),
        ("陆海通道的意见里，成都要打造什么？", "跨境投融资数字平台"),
        ("“两库一清单”指的是哪些？", "重点企业名录库"),
        ("租房补贴和实物配租这两种方式有什么区别？", "家庭收入的一定比例"),
        ("廉租房排队的先后是怎么定的？", "摇号"),
        ("政府采购超过400万元的工程项目，要给中小企业留多少份额？", "40%"),
    ],
)
def test_answered_with(rules: Assistant, question: str, words: str) -> None:
    answer = rules.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer


def test_both_terms_are_shown_where_their_difference_is_asked(rules: Assistant) -> None:
    answer = rules.ask("租房补贴和实物配租这两种方式有什么区别？")
    assert [citation.locator for citation in answer.citations] == ["第一条", "第二条"]


@pytest.mark.parametrize("question", ["接到举报后要在多少天内查完？", "家电以旧换新的补贴总预算是多少？"])
def test_left_open(rules: Assistant, question: str) -> None:
    assert rules.ask(question).outcome != "answered"


def test_how_often_is_no_yes_to_a_sum(rules: Assistant) -> None:
    assert "是的" not in rules.ask("听说居住证每年签注都要交20块钱，是不是？").answer
    assert rules.ask("听说居住证每年签注一次，是不是？").answer.startswith("是的")

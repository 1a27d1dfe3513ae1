"""Rules of other forms: labels that end in 、, a table with a cell a line, an order below the title, two instruments in one file,
charges, terms under a heading of their own, acts on a paper, branches of insurance, a document of another place."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

FREIGHT = """东海省网络货运管理办法
东海省人民政府令
第88号
《东海省网络货运管理办法》已经省政府常务会议通过，现予公布。
省长 王某
2023年5月4日
东海省网络货运管理办法
第一章、总则
第一条、为了规范网络货运经营，制定本办法。
第二章、经营管理
第二条、经营者应当在许可的范围内从事经营，不得承运危险货物(符合豁免要求的除外)。
第三条、订单日志保存时间自交易完成之日起不少于三年。
第四条、首次申领经营证，免收证件工本费。换领、补领经营证，应当缴纳工本费。
第五条、经营证每年签注1次。持证人应当在每满1年之日前1个月内办理签注手续。
第六条、经营者遗失经营证的，持证明材料向所在地的道路运输管理机构为本单位及其分支机构、受托承运人申请补发。
第七条、财政贴息的金额，最高不得超过经营者当年的利息费用。
"""
TARGETS = """南岭市农业转移人口市民化实施方案
一、主要目标
主要指标表
序号
主要指标
2022年
2027年
1
全市常住人口城镇化率(%)
73.4
76
2
全市建设筹集保障性租赁住房数(万套)
36.3
[120]
二、职责分工
市发展改革部门负责统筹年度指标。市公安部门负责户籍登记。
三、报名时间
2025年12月24日至2026年9月30日。
四、职工生育保险
为减轻负担，生育保险缴费比例下调至0.46%。
五、稳岗措施
对春节期间在岗的一线员工，每人每天补贴100元。鼓励员工尽早返岗，出台返岗交通费补贴政策。
六、新进企业奖励
对新进规上企业(不含国有企业)每家奖励5万元。
"""
TWO = """西河市促进建筑业发展若干措施
一、奖励资质升级。对晋升一级的施工企业奖励10万元。
本措施自印发之日起施行，有效期3年。
西河市人民政府办公室
2022年4月20日
西河市促进房地产市场平稳发展若干措施（试行）
一、购房补贴。对首次购房的，每平方米补贴100元。
本措施自印发之日起施行，有效期至2023年12月31日止。
"""
SCHOOLS = """深圳市小学招生办法
第一条 为做好招生工作，制定本办法。
第二条 小学一年级新生报名时间为5月23日上午。
第三条 城乡居民医保住院费用支付比例保持在75%左右。逐步提高门诊保障水平。
第四条 本办法自2020年1月1日起施行，有效期5年。
"""


@pytest.fixture(scope="module")
def further(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"货运.txt": FREIGHT, "方案.txt": TARGETS, "西河.txt": TWO, "招生.txt": SCHOOLS}
    return library_of(tmp_path_factory.mktemp("further"), texts)


@pytest.mark.parametrize(
    ("question", "locator", "words"),
    [
        ("东海的网货平台能不能接危险品的单子", "第二条", "不得承运危险货物"),
        ("东海网络货运的订单日志要留多久", "第三条", "不少于三年"),
        ("东海头一回办经营证要交多少工本费", "第四条", "免收证件工本费"),
        ("东海经营证多久签注一回，得提前多久去办", "第五条", "前1个月内"),
        ("东海网络货运财政贴息封顶是多少", "第七条", "利息费用"),
        ("南岭2027年城镇化率要到多少", "一、表1第1行", "76"),
        ("南岭到2027年累计要筹多少保障性租赁住房", "一、表1第2行", "[120]"),
        ("南岭市民化方案里，市发改委管啥", "二、", "统筹年度指标"),
        ("南岭市民化最晚哪天还能报名", "三、", "2026年9月30日"),
        ("南岭生育保险费率降到了百分之几", "四、", "0.46%"),
        ("我在南岭开的厂是民营的，新进规上能奖励多少", "六、", "5万元"),
        ("西河市促进房地产市场那个试行措施管到哪天", "文末", "2023年12月31日"),
    ],
)
def test_it_is_answered(further: Assistant, question: str, locator: str, words: str) -> None:
    answer = further.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer
    assert any(locator in c.locator for c in answer.citations), [c.locator for c in answer.citations]


def test_cells_that_stand_on_lines_of_their_own_do_not_run_together(further: Assistant) -> None:
    answer = further.ask("南岭2027年城镇化率要到多少")
    assert "73.476" not in answer.answer + "".join(c.quote for c in answer.citations)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("东海经营证丢了补一张，工本费收多少", "具体金额或标准"),
        ("南岭职工养老保险单位要缴百分之几", ""),
        ("南岭的返岗交通费补贴一个人补多少", "具体金额或标准"),
        ("深圳居民医保门诊看病报销比例是多少", "具体比例"),
        ("深圳初一新生哪天报名", "初中"),
        ("广州市小学招生办法有效期是几年", "广州"),
    ],
)
def test_another_case_is_no_answer(further: Assistant, question: str, missing: str) -> None:
    answer = further.ask(question)
    assert answer.outcome != "answered", answer.answer
    assert missing in answer.answer


def test_an_order_below_the_title_is_the_number(further: Assistant) -> None:
    assert "东海省人民政府令第88号" in further.ask("东海省网络货运管理办法是第几号令").answer


def test_what_another_year_issued_is_refused(further: Assistant) -> None:
    answer = further.ask("西河市2015年印发的促进建筑业发展措施，文号是多少")
    assert answer.outcome == "refused"
    assert "2015年" in answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("6G写在哪儿的？算哪个产业下面的第几项", "二、（二）3.（38）“6G”（属于沉浸技术）"),
        ("钙钛矿叠层电池归在前沿新材料的哪一小类", "“新型能源材料”（属于前沿新材料）"),
        ("脑机接口谁牵头，卫健委在里面是什么角色", "牵头单位是市经济信息委"),
        ("氢能谁牵头，教委在里面是什么角色", "市教委是氢能核能及新型储能的责任单位"),
        ("市农委在这份计划里参与哪个产业？", "生物制造"),
        ("高潜力的三个产业列一下", "脑机接口及脑科学、光子与量子技术、沉浸技术"),
        ("2027年前高企和专精特新各要孵化出多少家来着？", "百家专精特新企业"),
        ("6G是写在人工智能下面的吧？我没翻到", "6G属于沉浸技术，不属于人工智能"),
        ("我们是苏州一家做基因疗法的公司，想落到重庆，合成生物这块主抓的是哪个委？", "市发展改革委"),
        ("飞行汽车、直升机这一摊子在重庆是哪个部门挑头？", "市委军民融合办"),
        ("eVTOL中文全称怎么写", "电动垂直起降航空器"),
        ("军民融合办在空天信息和低空经济里扮的角色一样不？", "不一样"),
        ("伦理治理的那个一体化机制分哪几个环节？", "鉴别—评估—防御—治理"),
        ("写材料要引“白名单”制度那句，在工作举措第几个行动", "三、（三）“实施优质企业主体培育行动”"),
        ("我公司做导航芯片和惯性测量单元，对应哪个发展重点？", "“北斗应用”"),
        ("做CAR-T的，计划有没有把这类列进去，在哪条", "二、（一）2.（11）“细胞和基因技术”"),
    ],
)
def test_answered_of_the_plan(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer


@pytest.mark.parametrize(
    ("question", "outcome", "words"),
    [
        ("硅光芯片归哪个方向研究", "refused", "硅光芯片"),
        ("氢能重卡跑高速怎么减免过路费", "refused", "过路费"),
        ("先导区“发展成效较好”拿什么指标来衡量？", "unspecified", "衡量的指标"),
        ("用大企业的试验场地，一天收费怎么定？", "unspecified", "收费的办法"),
        ("区县未来产业招商榜单是按哪些指标打分排名的？", "unspecified", "每季度发布区县未来产业招商榜单"),
    ],
)
def test_left_open_by_the_plan(assistant: Assistant, question: str, outcome: str, words: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == outcome, answer.answer
    assert words in answer.answer

"""What each has of a sum, what follows one sentence in several ways, what is forbidden as a list; what is of others: another
document's part, another school, another county's own plan, a share for each."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

HOMES = """云州市云东区人民政府办公室关于印发《云州市云东区人才公寓与入园办法》的通知
云东府办〔2025〕12号
各镇人民政府：
现将《云州市云东区人才公寓与入园办法》印发给你们，请遵照执行。
云州市云东区人才公寓与入园办法
第一条 本批人才公寓共60套，分别位于甲苑、乙苑。具体房源如下：
（一）甲苑40套，位于云东一路8号。
（二）乙苑20套，位于云东二路16号。
第二条 存量房屋改建原则上不得改变相邻关系，可以利用闲置的商业办公、旅馆等存量房屋改建为租赁住房。
以下情形不得改建为租赁住房：
（一）违法存量房屋；
（二）列入征收计划的存量房屋。
第三条 双胞胎参加公办幼儿园电脑派位，可在以下两种方式中任选其一，一经选定不得更改。\
第一种方式为“一号同园”，一个号派中即全部录取。第二种方式为“多号分派”，各按各的号录取。
第四条 公办幼儿园网上报名时间为5月19日至5月22日。
第五条 申请人按分值从高到低排名，分值相同时，按照缴纳社会保险时长排名。如再相同，按照居住时长排名。
第六条 资金流动性预警分为一级预警和二级预警。
一级预警：贷款率在85%至90%之间。
二级预警：贷款率在90%至95%之间。
第七条 购买人才公寓后5年内不得上市交易、转让。弄虚作假的，3年内不得申请各类人才公寓。
第八条 引进人才中，博士、硕士、本科分别给予10万元、5万元、3万元安家补贴。
第九条 综合评价为D类的企业，不得享受有关奖励政策。
第十条 同一项目符合多项奖励的，就高享受，不重复奖励。
第十一条 按照“三个一批”要求谋划项目，给予前期经费。
第十二条 市场租金补贴的计算公式为：
补贴金额＝家庭人口×每人标准×区域系数。
第十三条 各镇要在本办法印发之日起30日内，制定具体操作规程。
第十四条 区民政部门在室外醒目位置悬挂统一标识。
"""


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("shares"), {"公寓办法.txt": HOMES})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云东区这批人才公寓总共几套，两个小区各几套？", ("共60套", "甲苑40套", "乙苑20套")),
        ("云东区哪些存量房屋不得改建成租赁住房？", ("违法存量房屋", "列入征收计划")),
        ("云东区双胞胎报公办园电脑派位有哪两种方式？", ("一号同园", "多号分派")),
        ("云东区排名时分数一样的话怎么排？", ("社会保险时长", "居住时长")),
        ("云东区流动性二级预警的认定标准原文是什么？", ("90%至95%",)),
        ("云东区综合评价评了D类的企业，还能享受奖励政策吗", ("不得享受",)),
        ("云东区租金补贴的计算公式请给我原文", ("家庭人口×每人标准×区域系数",)),
        ("云东府办12号文要求各镇60天内出操作规程，是吧？", ("不是。", "30日内")),
    ],
)
def test_all_of_it_is_told(homes: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = homes.ask(question)
    assert answer.outcome == "answered"
    assert [one for one in said if one not in answer.answer] == []


@pytest.mark.parametrize(
    "question",
    [
        "云东区小学一年级什么时候报名？",
        "云东区谋划项目说的“三个一批”具体是哪三个？",
        "云东区人才公寓标识牌的尺寸和颜色是怎么规定的？",
        "云府办发〔2016〕82号第十条的原文是什么？",
    ],
)
def test_what_is_of_another_or_only_named_is_left_open(homes: Assistant, question: str) -> None:
    assert homes.ask(question).outcome != "answered"


def test_what_is_forbidden_does_not_confirm_what_is_taken_to_be_allowed(homes: Assistant) -> None:
    assert "是的" not in homes.ask("云东区人才公寓买了3年就能卖，是吧").answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("生物制造谁牵头，农业农村委参不参加？", "市农业农村委是生物制造的责任单位"),
        ("生物制造是谁牵头，市公安局有没有参与", "这里没有列市公安局"),
        ("重庆通信管理局在空天信息之外还参与哪些产业？", "人工智能、沉浸技术，共2项"),
        ("数据开放写在哪一条", "四、（三）"),
        ("“区县”包括哪些地方", "万盛经开区"),
        ("市公安局和市能源局各参与哪些产业", "市能源局作为责任单位参与的有生物制造"),
        ("市经济信息委牵头的和市发展改革委牵头的分别有哪些", "市发展改革委牵头的有空天信息、生物制造，共2项"),
        ("脑机接口那边有卫健委吗", "市卫生健康委是脑机接口及脑科学的责任单位"),
        ("产业报告多久发", "定期发布产业报告"),
        ("哪些任务没有牵头单位", "没有牵头单位的有6项"),
        ("未来产业专班在哪个单位", "成立未来产业发展工作专班"),
        ("量子技术算高成长还是高潜力？", "高潜力未来产业"),
        ("做CAR-T细胞治疗的药企，重庆有没有把我们列为发展重点", "CAR-T 细胞"),
        ("我们有一批无人机，想做应用示范，市里鼓励哪些场景？", "物流配送"),
        ("我们公司建了一个未来产业的应用场静，政府有奖励么", "重点应用场景依法依规给予奖励"),
        ("起草稿子要引“耐心资本”，请给出完整句子。", "发展耐心资本"),
        ("关于容错的条款怎么写的，要准确措辞", "完善容错机制"),
        ("工作举措一共六个行动，给我列全", "实施高端创新人才汇聚行动"),
        ("重庆这个未来产业的扶持计划管到哪一年？", "2024—2027年"),
        ("这份计划现在还在执行吗", "2024—2027年"),
        ("支持哪些高校建实验室", "重庆大学、西南大学"),
        ("企业搞研发花的钱，税收方面能享受什么优慧？", "税前加计扣除"),
        ("计划正文有几大部分，标题分别是什么", "分为4部分"),
    ],
)
def test_asked_of_the_plan(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "工信部等七部门关于推动未来产业创新发展的实施意见，第三部分标题怎么写？",
        "万州区自己出的未来产业方案提了几个重点产业？",
        "30个典型应用场景怎么分到各个区县的，每个区县几个？",
        "小微企业社保缓缴政策还能不能申请？",
        "市级先导区目前批了哪几个区县？",
        "首批市级先导区花落哪些区县了，名单有吗？",
        "“新型研发机构”的认定条件在哪一款？",
        "“416”科技创新布局中的16个重要战略领域，文中是怎么列的？",
        "区县牵头组建的未来产业基金规模要多大？",
        "2028到2030年的未来产业目标是什么，有没有定？",
        "2024年重庆引进了多少独角兽企业？",
        "企业进白名单有什么好处",
        "有哪些金融支持措施",
        "“渝跃行动”的印发文号是多少？",
        "30个典型应用场景中每年建成几个，有没有年度分解？",
        "中试平台对外服务怎么收费？中小企业有折扣没",
    ],
)
def test_not_said_by_the_plan(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome != "answered"


def test_that_an_agency_has_no_part_stands_on_all_the_lists(assistant: Assistant) -> None:
    answer = assistant.ask("生物制造是谁牵头，市公安局有没有参与")
    assert any("责任单位" in c.quote and "市科技局" in c.quote for c in answer.citations)


def test_a_car_is_no_bureau(homes: Assistant) -> None:
    assert homes.ask("云东区买新能源车补多少").notices == ()

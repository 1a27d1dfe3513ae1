"""Questions on the built-in plan as its users put them: where a word stands, who is bound by all tasks, what belongs where, what
is listed, what is misspelt, and what the plan leaves open."""

from __future__ import annotations

import pytest

from assistant.service import Assistant


@pytest.mark.parametrize(
    ("question", "said", "locators"),
    [
        ("固态电池在哪几条里提到", "新型能源材料", ("二、（一）3.（14）", "二、（一）4.（19）")),
        ("钠/镁离子电池 哪几处提到", "新型储能", ("二、（一）3.（14）", "二、（一）4.（19）")),
        ("哪些条款提到“白名单”", "白名单", ("三、（三）",)),
        ("万盛经开区要不要落实", "“区县”包括万盛经开区", ("二、（一）1.",)),
        ("责任单位里没写区县，是不是区县就不用落实", "以下任务均需区县落实", ("二、（一）1.",)),
        ("万盛经开区算不算计划里讲的“区县”？", "是的", ("二、（一）1.",)),
        ("低空经济牵头单位只有市经济信息委一个吗", "不是", ("二、（一）6.",)),
        ("空天信息牵头单位只有市发展改革委吗", "是的", ("二、（一）1.",)),
        ("计划公开吗", "此件公开发布", ("文末",)),
        ("九个未来产业分别是什么", "3个高潜力未来产业", ("二、",)),
        ("高潜力的未来产业有哪几个哦？", "沉浸技术", ("二、",)),
        ("氢能算高潜力那一类的不？", "属于高成长未来产业", ()),
        ("6G是放在哪个产业下面的？我翻了人工智能那块没找到", "属于沉浸技术", ()),
        ("从规下走到上市，计划要建立的培育机制叫什么？", "小升规、规改股、股上市", ("三、（三）",)),
        ("工作专班设在哪个领导小组的框架之下？", "市制造强市建设领导小组", ("四、（一）",)),
        ("中试平台和基地打算布局在哪些创新资源集聚区？", "广阳湾智创生态城", ("三、（二）",)),
        ("细分领域的未来产业基金鼓励由谁牵头组建？", "区县政府", ("四、（三）",)),
        ("由市发展改革委担任牵头单位的有哪些？", "空天信息、生物制造", ()),
        ("搞生物制造，农委那边（市农业农村委）也要参加不？", "市农业农村委是生物制造的责任单位", ()),
        ("市国资委在工作举措里要参与哪几项行动？", "高端创新人才汇聚", ("三、（三）", "三、（六）")),
        ("V2V视联网协议 哪一条", "新型算力", ("二、（一）5.（23）",)),
        ("行动计划对接的国家未来产业六大方向是怎么表述的？", "未来健康等重点方向", ("二、",)),
        ("国家层面的未来产业重点方向有哪些？", "未来健康等重点方向", ("二、",)),
        ("准备以哪些区域为依托去争创国家级先导区？", "西部科学城重庆高新区等区域", ("三、（四）",)),
        ("高成长的是哪六个", "低空经济", ()),
        ("光子量子这类属于高成长还是高潜力？", "属于高潜力未来产业", ()),
        ("这文是哪天出的？", "2024年9月27日", ()),
        ("计划由谁印发，什么时候", "重庆市人民政府办公厅", ()),
        ("该行动计划的通知以哪个机关的名义印发？", "重庆市人民政府办公厅", ()),
        ("这文件是内部的还是可以公开的？", "此件公开发布", ("文末",)),
        ("产业报告多久发一次", "定期发布产业报告", ("四、（四）",)),
        ("谁来发布技术需求清单", "市科技局、市经济信息委", ("三、（一）",)),
        ("先导区谁管", "市经济信息委、市发展改革委、市科技局等", ("三、（四）",)),
        ("哪些任务涉及重庆通信管理局", "空天信息、人工智能、沉浸技术，共3项", ()),
        ("市卫生健康委列入了哪些产业和行动的责任单位？", "高端创新人才汇聚", ("三、（六）",)),
        ("钠镁离子电池 出现在哪些条款", "新型储能", ("二、（一）3.（14）", "二、（一）4.（19）")),
        ("eVTOL 中文 什么意思", "电动垂直起降航空器", ()),
        ("通用航空要往哪些场景拓展示范应用？", "应急救援", ("二、（一）6.（24）",)),
        ("计划对6G明确聚焦的是哪些领域？", "通感算一体化网络等领域", ("二、（二）3.（38）",)),
        ("6G要做哪些关键技术", "太赫兹通信", ("二、（二）3.（38）",)),
        ("第四代半导体 材料 有哪些", "氧化镓", ("二、（一）3.（15）",)),
        ("第四代半导体方面点名研究哪些材料的制备技术？", "氧化镓", ("二、（一）3.（15）",)),
    ],
)
def test_answered(assistant: Assistant, question: str, said: str, locators: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer
    assert {*locators} <= {c.locator for c in answer.citations}


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("工作专班由谁组成", "由哪些单位组成"),
        ("企业申请进先导区找谁", "申请办理的程序和材料"),
        ("想进未来产业“白名单”，要找哪个窗口交资料？", "申请办理的程序和材料"),
        ("市级未来产业先导区 申报条件", "具体条件或标准"),
        ("前沿技术应用推广目录好久发布嘛？", "时间或期限"),
        ("计划期内准备发射多少颗低轨卫星？", "具体数量"),
        ("长江“氢走廊”要修好多座加氢站？", "具体数量"),
        ("计划要求到2027年培育多少家独角兽企业？", "具体数量"),
        ("到2027年全市未来产业的产值规模要达到多少亿元？", "具体金额"),
        ("“33618”里的几个数字分别代表哪些产业？", "“33618”的含义"),
        ("416科技创新布局 具体含义", "“416科技创新布局”的含义"),
        ("已经认定的先导区有哪几个，名单能否提供？", "具体有哪些"),
        ("统计体系这块是市统计局在弄吗？", "责任单位"),
        ("市级先导区如果考核不合格，会不会被摘牌退出？", "退出或撤销的情形"),
        ("涪陵区被安排主攻哪些未来产业？", "涪陵区的安排"),
        ("工作专班由哪位市领导担任组长？", "具体人员"),
    ],
)
def test_left_open(assistant: Assistant, question: str, missing: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "unspecified"
    assert f"没有规定{missing}" in answer.answer or f"没有规定所问的{missing}" in answer.answer


@pytest.mark.parametrize("question", ["智能算力 规模目标 EFLOPS", "量子计算原型机 比特数 指标"])
def test_what_is_typed_and_stands_nowhere_is_refused_by_name(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "refused"
    assert any(word in answer.answer for word in question.split())


@pytest.mark.parametrize(
    ("question", "meant", "said"),
    [
        ("脑机借口这一块，卫健委有没有份？", "“机接口”", "市卫生健康委是脑机接口及脑科学的责任单位"),
        ("低空径济由谁牵头", "“空经济”", "市经济信息委、市委军民融合办"),
    ],
)
def test_a_misspelt_character_is_understood_and_told(
    assistant: Assistant, question: str, meant: str, said: str
) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer
    assert any(meant in notice for notice in answer.notices)


def test_a_list_of_what_stands_under_a_heading_quotes_the_sentence_that_counts_it(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("高潜力未来产业包括哪些")
    assert "脑机接口及脑科学、光子与量子技术、沉浸技术" in answer.answer
    assert any("等3个高潜力未来产业" in c.quote for c in answer.citations)
    assert sum(c.locator.startswith("二、（二）") for c in answer.citations) == 3


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("2027年典型应用场景的数量指标是多少", "30个典型应用场景"),
        ("第四代半导体点名了哪些材料", "氧化镓"),
        ("计划里写的AIE材料全称叫什么", "聚集诱导发光材料"),
        ("未来产业典型应用场景，全市目标是打造几个？", "30个典型应用场景"),
        ("市级未来产业先导区到2027年一共要建几个？", "8—10个"),
        ("渝府办发〔2024〕75号里，未来产业领域的高企和专精特新各要培育多少家？", "百家专精特新企业"),
        ("2027年的量化目标，领军人才、标志性产品、市级先导区各是多少？", "50个标志性产品"),
        ("什么样的企业可以牵头组建创新综合体搞攻关？", "有条件的企业"),
        ("未来产业科研攻关，什么样的项目可以得到支持？", "纳入市级科技创新重大研发项目"),
        ("未来产业先导区要满足啥条件才能拿到要素支持", "发展成效较好"),
        ("产业报告多久发一回？", "定期发布产业报告"),
        ("“取得实质性突破”定的是哪一年的目标", "2027年"),
        ("应用场景清单是不定期还是定期公布，包括哪几类清单？", "智慧城市"),
        ("飞行汽车是放在哪个细分方向里说的", "先进飞行装备"),
        ("天使引导基金主要投哪个阶段的未来产业公司", "种子期、初创期"),
        ("智算芯片里说的DSV是啥意思", "存算一体"),
        ("大数据局要参与的产业和工作举措都有哪些", "沉浸技术"),
        ("市国资委参与的是六大行动中的哪两个？", "高端创新人才汇聚"),
        ("民航重庆监管局在未来产业行动计划里参与哪一块", "低空经济"),
        ("《重庆未来产业行动计划》里，低空经济写在哪一部分？", "高成长未来产业"),
    ],
)
def test_asked_of_the_plan_in_passing(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "万州区要在2027年前引进多少个领军人才团队",  # the city's target is none of a county
        "每个区县最多可以报几个先导区",
        "未来产业独角兽企业到2027年的培育目标是几家？",  # 「6个产业」 are no companies
        "市级未来产业先导区申报材料最晚哪天交",  # until when something is to be reached
        "车路云一体化试点放在重庆哪几个区、哪些路段？",
        "区县组建的未来产业基金，规模最少要多大？",
        "纳米时栅重大科技项目由哪家单位承担、经费多少？",
        "国家层面关于推动未来产业创新发展的实施意见是哪几个部委联合发的？",
        "大模型上线前要去哪个部门做生成式AI备案？",
    ],
)
def test_not_in_the_plan(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome != "answered"

"""What stands under a heading or beside a place in a list; texts and editions that are only cited; questions behind the
first; the tier of an age; what a list leads to; what is sought in other words."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

RULES = """云州市快件服务与长护保障条例
2012年7月27日云州市第十届人民代表大会常务委员会第三次会议通过
2020年9月24日云州市第十一届人民代表大会常务委员会第八次会议修订
第一章 总则
第一条 为了规范快件服务，根据《中华人民共和国邮政法》，制定本条例。
第二条 本条例所称可能危及人身安全的机械，包括拖拉机、收割机、脱粒机。
本条例所称商业秘密，是指不为公众所知悉的技术信息和经营信息。
本条例所称经营信息，包括客户名单、货源情报、标底。
第二章 服务
第三条 本市对寄递服务实行“好差评”制度，评价结果纳入考核。
第四条 普惠性民办园按照公办园生均拨款标准的一定比例拨付经费，逐步提高。\
区财政性学前教育经费占同级财政性教育经费的比例不低于百分之八。
第五条 快件公司未按要求上门投递的，由邮政管理机构责令改正，可以处五百元以下罚款；\
情节严重的，处五百元以上二千元以下罚款。
第六条 专用电动三轮车应当符合下列条件：
（一）最高时速不超过二十公里；
（二）整车质量不超过三百五十公斤，载货质量不超过二百公斤。
第七条 长护保险基金不支付下列费用：
（一）由第三人负担的费用；
（二）超出支付范围的长护费用；
（三）住院期间的费用。
第八条 长护保险个人缴费标准如下：
（一）未满35周岁的参保人员个人不缴费；
（二）满35周岁至未满45周岁的参保人员为0.02%；
（三）居民参保人员个人缴费为0.15%。
第九条 教育行政部门应当自受理办园申请之日起二十个工作日内作出是否批准的书面决定。
第三章 附则
第十条 有下列情形之一的，不得担任押运员：
（一）曾因故意犯罪受过刑事处罚的；
（二）被吊销押运证未满三年的。
第十一条 押运员应当年满十八周岁。
第十二条 申请处理资格，应当具备下列条件：
（一）有处理设施；
（二）有处置方案；
（三）有专业人员。
第十三条 本条例自2012年10月1日起施行。
"""
PRAISED = """云州省人民政府办公厅关于对第五次大督查发现的典型做法给予表扬的通报
云政办发〔2024〕18号
各市人民政府：
现将典型做法通报如下。
附件
第五次大督查发现的典型做法
1.云州省甲山市优化政务服务。
2.云州省甲山市东区推行一窗办理。
3.云州省乙水市推进医疗联合体建设。
4.重庆市统筹治理河流水环境。
5.重庆市忠县推进公立医院改革。
6.云州省丙河市开展土地改革。
"""
MEASURES = """东江市2023年提振消费若干措施
为落实《关于印发 L型 B型机动车目录的通知》，制定以下措施。
一、促进住房消费
采取“先征后补”的方式进行契税补贴。2023年2月1日至2月28日期间缴纳商品房契税的，按照契税总额的30%给予补贴。\
2023年3月1日至3月31日缴纳，给予20%补贴。2023年4月1日至4月30日缴纳，给予10%补贴。
二、推进旧房改造
加快开展征收拆迁工作，大力推行“房票”安置方式。商业用地出让价款应当在一年内缴清。
三、支持居家养老
服务覆盖率=服务人数/常住人口数*100%。到2035年服务覆盖率达到75%。对服务达到1000人次（每次不低于30分钟）、评为五星级的居家养老组织给予10万元补贴。
对村户型“农家乐”评为三、四、五星级的，分别奖励1万元、2万元、4万元。对获得“广厦奖”的开发项目奖励100万元。
四、评选文明商户
定期评选文明商户，由市商务局书面通知结果。
五、整治市场秩序
可以当场整改的，检查人员应当记录整改情况；需要限期整改的，主管部门应当书面提出整改要求和时限。\
未取得许可证销售的，依照有关法规予以处罚。
六、执行措施
可以查封三十日；案情复杂的，可以延长至六十日；仍不能查清的，可以延长至九十日。
七、支持境外参展
参展为亚洲地区的，每家企业给予1万元补助；亚洲以外地区的，每家企业给予2万元补助。
八、附则
本措施自2023年2月1日起施行，有效期至2027年12月31日。
"""


@pytest.fixture(scope="module")
def wider(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(
        tmp_path_factory.mktemp("wider"), {"条例.txt": RULES, "通报.txt": PRAISED, "措施.txt": MEASURES}
    )


def test_such_things_under_a_heading_are_all_listed(assistant: Assistant) -> None:
    answer = assistant.ask("沉浸技术里提到哪些终端设备？")
    assert [c.locator for c in answer.citations] == ["二、（二）3.（37）", "二、（二）3.（38）"]
    assert "可穿戴设备" in answer.answer


def test_headings_are_no_things_of_another_name(assistant: Assistant) -> None:
    answer = assistant.ask("沉浸技术里提到哪些应用场景？")
    assert answer.outcome == "unspecified"
    assert "6项" not in answer.answer
    assert "6项" in assistant.ask("沉浸技术有哪些方向").answer


def test_the_items_of_a_place_are_all_listed(wider: Assistant) -> None:
    answer = wider.ask("第五次大督查表扬了重庆哪几项做法")
    assert "列有重庆的共2项" in answer.answer
    assert [c.quote for c in answer.citations] == [
        "重庆市统筹治理河流水环境。", "重庆市忠县推进公立医院改革。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("查一下《中华人民共和国邮政法》关于邮件赔偿的条款原文", "邮政法"),
        ("邮政法里对邮件赔偿是怎么规定的", "邮政法"),
        ("云州快件条例2012年原版第五条罚款是多少", "2012年的版本"),
        ("川菜发展促进条例里川菜是怎么界定的", "川菜发展促进条例"),
    ],
)
def test_what_is_only_cited_is_not_held(wider: Assistant, question: str, missing: str) -> None:
    answer = wider.ask(question)
    assert answer.outcome == "refused"
    assert missing in answer.answer
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "locator", "words"),
    [
        ("没按要求上门投递怎么罚", "第五条", "二千元以下罚款"),
        ("专用电动三轮车的载货重量上限是多少", "第六条第（二）项", "二百公斤"),
        ("哪些费用长护保险基金不支付？列全", "第七条", "住院期间的费用"),
        ("我32岁，长护保险个人要交多少钱", "第八条第（一）项", "个人不缴费"),
        ("我40岁，长护保险个人要交多少钱", "第八条第（二）项", "0.02%"),
        ("办园申请受理后多久给批不批的答复", "第九条", "二十个工作日"),
        ("哪些机械算“可能危及人身安全的机械”", "第二条第一款", "脱粒机"),
        ("标底算不算商业秘密里的经营信息", "第二条第三款", "标底"),
        ("哪些人不能当押运员", "第十条", "故意犯罪"),
        ("申请处理资格应具备的条件，条例列了几项？原文列一下", "第十二条", "列有3项"),
        ("上门投递的罚款规定放在条例哪一章", "第五条", "第二章“服务”"),
    ],
)  # fmt: skip
def test_answered_from_the_rule(wider: Assistant, question: str, locator: str, words: str) -> None:
    answer = wider.ask(question)
    assert answer.outcome == "answered"
    assert locator in [c.locator for c in answer.citations]
    assert words in answer.answer


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("普惠民办园的拨款是按公办生均标准的百分之几拨", "没有规定具体比例"),
        ("“好差评”分哪几个等次", "没有规定具体的等次"),
        ("押运员年龄有没有上限", "年龄上限"),
        ("押运员要持什么资格证书", "证书要求"),
    ],
)
def test_left_open_by_the_rule(wider: Assistant, question: str, missing: str) -> None:
    answer = wider.ask(question)
    assert answer.outcome == "unspecified"
    assert missing in answer.answer


def test_what_hangs_on_a_refused_question_is_not_answered(wider: Assistant) -> None:
    answer = wider.ask("《中华人民共和国邮政法》第几条管赔偿？罚多少？")
    assert answer.outcome == "refused"
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("写材料要引“先行区”那句定位，准确措辞是什么？", "国家未来产业创新发展先行区"),
        ("我们企业牵头起草了一项未来产业方面的国家标准，市里有奖励吗？", "行业标准的企业依法依规给予奖励"),
        ("搞研发花了不少钱，税收上能享受什么优惠？", "加计扣除"),
        ("市里会办什么比赛之类的活动让颠覆性技术项目参加吗？", "前沿颠覆性技术创新大赛"),
        ("“416”科技创新布局这个提法在哪个行动里？", "前沿技术创新策源行动"),
        ("要引国家提出的六个未来产业重点方向，原文顺序是怎样的？", "未来空间和未来健康"),
        ("先导区最多建几个，最少建几个？", "8—10个特色鲜明的市级未来产业先导区"),
        ("写一段话总结保障措施，带条款号", "“保障措施”列有4项"),
        ("前沿新材料和氢能核能储能的责任单位有啥不一样", "氢能核能及新型储能另有市能源局"),
    ],
)
def test_answered_of_the_plan(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert words in answer.answer


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("eVTOL取得适航证的时间节点，计划是怎么规定的？", "时间或期限"),
        ("市级未来产业先导区怎么评，认定要走哪些程序？", "程序"),
        ("这个计划跟科技部的未来产业政策冲突吗？", "不一致"),
    ],
)
def test_left_open_by_the_plan(assistant: Assistant, question: str, missing: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "unspecified"
    assert missing in answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("东江市3月15号交的商品房契税，能补百分之几？", "给予20%补贴"),
        ("4月10日交的契税，东江市补多少？", "给予10%补贴"),
        ("2023年2月20日交契税，东江市补几成？", "契税总额的30%"),
        ("案情复杂的查封最长能延长到多久？", "仍不能查清的，可以延长至九十日"),
        ("我们企业去德国参展补助多少？", "亚洲以外地区的，每家企业给予2万元补助"),
        ("农家乐评上四星奖几万", "分别奖励1万元、2万元、4万元"),
        (
            "拿了广厦奖的楼盘奖50万，对吗？",
            "不是。《东江市2023年提振消费若干措施》的表述是：三、“支持居家养老”：对获得“广厦奖”",
        ),
        ("东江市提振消费的措施一共分哪几大块？", "分为8部分：促进住房消费、推进旧房改造、"),
        (
            "云州市快件服务与长护保障条例是哪天通过的",
            "2012年7月27日云州市第十届人民代表大会常务委员会第三次会议通过",
        ),
        ("东江市2035年上门服务覆盖率", "2035年服务覆盖率达到75%"),
        ("云州市快件服务与长护保障条例分几章", "分为3章：总则、服务、附则"),
    ],
)
def test_the_one_that_is_meant_is_told(wider: Assistant, question: str, words: str) -> None:
    answer = wider.ask(question)
    assert answer.outcome == "answered"
    assert words in answer.answer
    assert len({word for word in ("30%", "20%", "10%") if word in answer.answer}) <= 1


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("东江市“房票”的有效期是怎么规定的？", "有效期"),
        ("居家养老组织五星级要达到多少分？", "具体数量"),
        ("东江市的文明商户几年评一次？", "频次"),
        ("“限期整改”最长不得超过多少日？引原文。", "时间或期限"),
        ("未取得许可证销售，罚款数额的区间是多少，原文？", "具体金额"),
    ],
)
def test_another_thing_s_figure_is_none(wider: Assistant, question: str, missing: str) -> None:
    answer = wider.ask(question)
    assert answer.outcome == "unspecified"
    assert missing in answer.answer

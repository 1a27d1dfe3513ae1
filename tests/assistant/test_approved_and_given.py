"""Who approves is not who answers for it; what one gets is not what is encouraged; what forwards a document is
no answer."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

SCHEME = """云州市人民政府关于印发《云州市药品集中采购试点方案》的通知
云政发〔2024〕8号
各区人民政府，市政府各部门：
《云州市药品集中采购试点方案》已经市人民政府同意，现印发给你们，请认真贯彻执行。
各试点医院要按照方案要求，压实责任，做好宣传引导和风险防范。
云州市药品集中采购试点方案
第一条 试点药品从通过一致性评价的通用名药品中遴选。
第二条 公立医院医疗服务收支形成结余的，可按照“两个突破”（突破工资调控水平，突破奖励总额）的要求统筹用于薪酬。
改革医保支付方式，降低医院运行成本。
第三条 失能评估结果有效期内需调整护理项目的，由护理机构调整。
第四条 以下情形不得参加采购：
（一）被责令停产的；
（二）提供虚假材料的。
对一直不停产的企业，可返还其上年度实际缴纳保证金的50%。
第五条 本方案自印发之日起施行，有效期3年。
"""


@pytest.fixture(scope="module")
def scheme(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("approved"), {"方案.txt": SCHEME})


def test_words_in_quotation_marks_lead_to_their_sentence(scheme: Assistant) -> None:
    answer = scheme.ask("云州药品集采试点方案中“两个突破”的完整表述是什么")
    assert [(c.locator, "突破奖励总额" in c.quote) for c in answer.citations] == [("第二条第一款", True)]


def test_what_forwards_a_document_is_no_answer(scheme: Assistant) -> None:
    answer = scheme.ask("云州药品集中采购试点第一次中选了哪些药？有名单没")
    assert answer.outcome != "answered"
    assert "现印发给你们" not in answer.answer


def test_who_agreed_is_said_by_what_forwards_it(scheme: Assistant) -> None:
    assert "已经市人民政府同意" in scheme.ask("云州药品集中采购试点方案是谁同意的").answer


def test_the_term_of_a_result_is_not_that_of_the_document(scheme: Assistant) -> None:
    assert scheme.ask("云州失能评估结果的有效期是几年，方案里哪一条写明了？").outcome == "unspecified"
    assert "有效期3年" in scheme.ask("云州药品集中采购试点方案的有效期是几年").answer


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("先导区由谁批准", "unspecified"),
        ("国家未来产业先导区是哪个部委批的？", "unspecified"),
        ("未来产业工作专班的组长是谁，有多少人？", "unspecified"),
        ("沙盒监管 牵头部门", "unspecified"),
        ("这个文件废止了哪一份旧文件？需要文号", "refused"),
        ("领军人才引育多少人", "answered"),
        ("氢走廊是什么意思", "unspecified"),
        ("人工智能这块到2027年要培育多少家企业", "unspecified"),
        ("容错机制里可以免责的具体情形，请引原文", "unspecified"),
        ("独角兽企业的估值标准，文件中如何界定？", "unspecified"),
        ("企业研发准备金制度 责任部门 牵头", "unspecified"),
        ("做中试验证服务要交多少费用啊？收费标准有吗", "unspecified"),
    ],
)
def test_what_the_plan_does_not_say_of_it(assistant: Assistant, question: str, outcome: str) -> None:
    assert assistant.ask(question).outcome == outcome


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("保障措施写了哪几条？", "列有4项：强化统筹协调、推进科学治理、建立投入增长机制、加强监测评估"),
        ("伦理规范那句里的一体化机制包括哪几个环节？给原文", "鉴别—评估—防御—治理"),
        ("前沿技术策源行动里点了名的新型研发机构有哪几家？要全称", "哈尔滨工业大学重庆研究院"),
        ("园区要是建成了市级未来产业先导区，发展得好能得到什么支持？", "给予要素支持"),
        ("我们公司牵头编了一个未来产业方面的行业标准，市里给奖厉吗？", "依法依规给予奖励"),
        ("我们搞脑机接口的初创公司，能拿到哪些支持", "文件把这一领域列在二、（二）1."),
        ("做低空经济的有什么补贴", "重点平台依法依规给予一定补贴"),
        ("AR眼镜归哪个方向", "可穿戴设备"),
        ("我们公司做CAR-T的，重庆鼓不鼓励搞这个", "加快 CAR-T 细胞"),
        ("国家未来产业的六大方向，文件是怎么并列的？", "聚焦国家未来制造"),
        ("用地和数据方面的保障，原文是哪一句？", "四、（三）"),
        ("高端人才那个行动由哪些部门负责？", "实施高端创新人才汇聚行动由市委组织部"),
        ("培育优质企业那块，市国资委有没有责任？", "是的，市国资委是"),
        ("低空经济是哪两家迁头？", "牵头单位是市经济信息委、市委军民融合办"),
        ("我单位是工程研究中心，能拿到补贴么？还有哪些平台也有", "重点平台依法依规给予一定补贴"),
        ("引用这个行动计划要写文号，发文字号是多少？", "渝府办发〔2024〕75号"),
    ],
)
def test_what_the_plan_says_of_it(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer


def test_a_word_of_asking_that_is_mistyped_is_put_right_and_said_so(assistant: Assistant) -> None:
    assert "问题中的“奖厉”按“奖励”理解。" in assistant.ask("牵头编了行业标准，市里给奖厉吗？").notices


def test_both_roles_that_are_told_are_cited(assistant: Assistant) -> None:
    answer = assistant.ask("氢能核能是市能源局牵头吧")
    assert "市能源局在这里是责任单位" in answer.answer
    assert any("市能源局" in c.quote for c in answer.citations)


def test_situations_are_listed_as_a_whole(scheme: Assistant) -> None:
    answer = scheme.ask("云州药品集中采购方案关于不得参加采购的几种情形，请把条文列全。")
    assert "提供虚假材料的" in answer.answer


def test_a_refund_is_given_as_a_share(scheme: Assistant) -> None:
    assert "50%" in scheme.ask("云州药品集采，我们厂一直没停产，能退回来多少保证金？").answer

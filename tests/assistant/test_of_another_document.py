"""What a question names must be what the text speaks of: its year, its plan, its number, its row, its list; and what stands
under a heading that stands alone, or is counted in no sentence, is found."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

PLAN = """中共云州省委关于制定第十五个五年规划的建议
一、“十五五”时期的形势
1.“十四五”时期我省发展取得重大成就。高新技术企业达到3.5万家，经济总量跨过5万亿元台阶。
2.“十五五”时期呈现“三期叠加”的特征。我省处于战略地位跃升期、发展质量转型期、综合优势重塑期。
二、主要目标
（一）发展目标。
到2028年，云江沿线建成清洁能源走廊。
到二〇三〇年，农产品加工业产值与农业总产值之比达到3:1。
三、加快建设现代化产业体系
推动文化旅游、现代商贸、现代金融、现代物流、科技服务五大现代服务业产业集群发展壮大。
"""
INSURANCE = """云州市长期护理保险试行办法
云州市医疗保障局
云医保规字〔2024〕3号
第一条 为健全社会保障体系，按照《云州省护理保险指导意见》（云医保发〔2020〕9号）的要求，制定本办法。
第二条 长期护理保险缴费标准如下：
（一）职工参保人员个人缴费费率为0.08%。
（二）居民参保人员个人缴费费率为0.15%。
第三条 享受2级待遇的失能人员，机构护理费用限额标准为每人每天30元。
第四条 护理服务采取以下模式提供：
（一）机构护理模式。由定点机构提供。
（二）居家护理模式。由护理员上门提供。
（三）亲情护理模式。由家属培训后提供。
第五条 经办机构对需出具评估意见的申请，自受理之日起7个工作日（不含补正时间）办结。
第六条 患者须在指定医院就诊，指定医院名单由经办机构另行公布。
附件1
门诊病种限额表
| 序号 | 病种名称 | 最高支付限额 | 审核有效期 |
|---|---|---|---|
| 1 | 慢性乙型肝炎 | 600元/月 | 两年 |
| 2 | 慢性丙型肝炎 | 3500元/月 | 6个月 |
| 3 | 血友病 | 无 | 长期 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("other"), {"建议.txt": PLAN, "护理保险.md": INSURANCE})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云州省到2030年农产品加工业产值与农业总产值之比要达到多少？", "3:1"),
        ("云州省委建议里说的“三期叠加”是哪三期？", "发展质量转型期"),
        ("云州的五大现代服务业产业集群，具体是哪五个？要按建议里的规范表述。", "科技服务五大"),
        ("云州省2028年目标", "清洁能源走廊"),
        ("云州长期护理保险职工的缴费标准是多少", "0.08%"),
        ("云州护理服务有几种模式，分别叫什么", "列有3项：机构护理模式、居家护理模式、亲情护理模式"),
        ("云州护理保险需出具评估意见的，受理后几个工作日内办结？", "7个工作日"),
        ("云州附件1里慢性丙型肝炎的最高支付限额和审核有效期各是怎么写的？", "3500元/月"),
        ("云州慢性丙型肝炎的审核有效期多久", "6个月"),
    ],
)
def test_answered(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "云州省2030年高新技术企业要达到多少万家？",
        "云医保发〔2020〕9号对护理保险的筹资是如何规定的？",
        "云州市第一人民医院是不是护理保险的指定医院？",
        "云州省“十三五”时期建成了多少走廊？",
        "高新技术企业认定办法里研发人员占比的要求是第几条？",
    ],
)
def test_of_another(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome != "answered"


def test_a_row_of_another_name_is_no_answer(assistant: Assistant) -> None:
    answer = assistant.ask("云州附件1里慢性丙型肝炎的最高支付限额是多少")
    assert [c.quote for c in answer.citations if "乙型" in c.quote] == []


def test_quotation_marks_inside_a_heading_are_the_inner_ones(assistant: Assistant) -> None:
    answer = assistant.ask("“十四五”时期高新技术企业达到多少家？")
    assert "““" not in answer.answer


def test_a_phrase_with_other_quotation_marks_is_found(assistant: Assistant) -> None:
    answer = assistant.ask("“呈现‘三期叠加’的特征”出自哪一条")
    assert answer.outcome == "answered"
    assert answer.citations[0].locator == "一、2."

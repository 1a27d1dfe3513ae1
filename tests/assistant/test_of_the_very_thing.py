"""A figure, a part of a sentence or an answered question must be of the very thing that is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.question.understand import understand
from assistant.question.wordings import plainly
from assistant.service import Assistant
from index.clauses import parse
from tests.assistant.conftest import library_of

BENEFITS = """遵义市失业保险待遇实施细则
遵义市人力资源和社会保障局
第一条 为规范失业保险待遇，制定本细则。
第二条 失业保险金标准按照失业人员参保地最低工资标准的85%确定。
第三条 失业人员领取期间死亡的，其遗属可以一次性领取丧葬补助金和抚恤金。丧葬补助金为3000元；抚恤金为死亡当月失业保险金标准的10倍。
第四条 自理能力评估结论为“能力完好”的，认定为全自理；评定为“轻度失能、中度失能”的，认定为半自理。
第五条 护理员取得高级工证书的，每月发放200元岗位津贴。
第六条 每个社区食堂按照建设规模给予一次性建设补助，面积100平方米以上的补助10万元。
第七条 2025年提高居民医保财政补助标准至人均730元。
第八条 普惠性民办园保教费每生每月最高不超过：一级园1180元、二级园980元。
第九条 补贴资金由市、区财政按照4:6比例分担，播州区自行承担。
第十条 停业6个月以上的，应当向所在地派出所报备。
"""
LODGING = """安吉县民宿开办办事指南
一、受理条件
经营场所应当符合消防要求，建筑层数不超过5层。
二、办理时限
承诺时限为12个工作日。
三、常见问题
问：城镇小区里的房子可以办民宿吗？
答：应当经本栋楼有利害关系的业主一致同意。
问：只提供住宿，不提供餐饮，还要办食品经营许可证吗？
答：不需要。仅提供预包装食品的，办理备案即可。
问：可以委托他人代办吗？
答：可以，受托人须携带委托书。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("thing"), {"待遇.txt": BENEFITS, "民宿.txt": LODGING})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("遵义领失业金期间去世，家属能拿到多少丧葬补助和抚恤金？", "10倍"),
        ("遵义评定为中度失能的，自理能力认定为哪一档？", "半自理"),
        ("遵义补贴资金由市、区两级按什么比例承担？", "4:6"),
    ],
)
def test_the_part_that_the_question_names_is_shown(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "遵义现在最低工资一个月是多少",  # 85 % of it is another thing
        "遵义每个月能拿多少高龄津贴？",  # 岗位津贴
        "遵义社区食堂每餐补贴多少钱",  # for each 平方米
        "遵义2027年的居民医保财政补助标准定为人均多少元？",
        "遵义公办园一级园每月保教费的标准是多少？",  # 民办
        "遵义停业大半年忘了去报备，会罚钱不？",
    ],
)
def test_a_figure_of_another_thing_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome != "answered"


def test_of_several_questions_answered_the_one_that_is_meant(assistant: Assistant) -> None:
    answer = assistant.ask("安吉开民宿只给住不管饭，还得办食品证不？")
    assert "不需要" in answer.answer
    assert "一致同意" not in answer.answer
    assert answer.citations[0].quote.startswith("问：只提供住宿")


def test_a_colon_between_figures_ends_no_heading() -> None:
    document = parse(
        "办法\n一、补贴资金由市、区财政按照4:6比例分担，播州区自行承担。（责任单位：市财政局）\n", "x.txt"
    )
    (clause,) = [c for c in document.clauses if c.path]
    assert not clause.heading.endswith("按照4")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("转手卖咗畀人会点样", "转售卖了给人会怎么"),
        ("会咋样？", "会怎么样？"),
        ("有冇补贴嘅", "有没有补贴的"),
        ("受疫情影响的楼盘", "受疫情影响的楼盘"),
    ],
)
def test_as_people_say_it(typed: str, plain: str) -> None:
    assert plainly(typed) == plain


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("我们公司去年牵头弄了个行业标准，政府有什么表示？", None),
        ("由哪个部门牵头，又有哪些部门配合负责？", "any"),
        ("培育龙头企业这个事，是哪几个委局在管？", "any"),
        ("评估结果有争议，可以提交给谁来评议？", None),
    ],
)
def test_whose_role_is_asked(question: str, role: str | None) -> None:
    assert understand(question).role == role


def test_who_owns_the_matter_comes_before_a_refusal(tmp_path: Path) -> None:
    other = (
        "广州市住房保障通知\n一、公共租赁住房租金按照家庭月收入的20%收取。\n二、住房登记由市住建局办理。\n"
    )
    homes = "广州市登记惠企措施\n一、存量房买卖暂不具备转移登记条件的，可以先行办理存量房预告登记。\n"
    assistant = library_of(tmp_path, {"通知.txt": other, "措施.txt": homes})
    answer = assistant.ask("广州买二手房签了合同过不了户，能去办个啥登记？")
    assert "预告登记" in answer.answer

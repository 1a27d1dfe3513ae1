"""Questions on the built-in plan that staff, enterprises and drafters put in passing: in which clause something stands, what is
told beside what is asked, and what the plan only names."""

from __future__ import annotations

import pytest

from assistant.question.apart import parts
from assistant.question.told import without_instructions
from assistant.question.typed import typed_apart
from assistant.question.understand import understand
from assistant.service import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("6G写在哪一条", "二、（二）3.（38）“6G”：开展太赫兹通信"),
        ("6G是第几条", "二、（二）3.（38）“6G”"),
        ("引用容错机制应该写第几条", "四、（二）“推进科学治理”：完善容错机制"),
        ("想引用容错方面的提法，文件是怎么表述的，归在什么标题下？", "四、（二）“推进科学治理”"),
        ("博士后资助是哪个行动里的", "三、（六）“实施高端创新人才汇聚行动”：对创建"),
        ("无人机属于哪个产业", "（24）“通用航空”（属于低空经济）"),
        ("量子通信属于哪个方向", "（32）“量子技术”，属于光子与量子技术"),
        ("脑机接口是高成长还是高潜力", "脑机接口及脑科学属于高潜力未来产业"),
        ("生物制造归哪个方向，谁牵头", "生物制造属于高成长未来产业"),
        ("做固态电池和钠离子电池的企业，在这个计划里能对上哪几个细分方向？", "“新型能源材料”"),
    ],
)
def test_where_it_stands_is_told_in_words(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("市经济信息委牵头的方向一共有多少个", "共7项"),
        ("市人力社保局的职责", "实施高端创新人才汇聚行动"),
        ("市农业农村委呢", "生物制造"),
        ("卫星互联网归哪个部门管", "北斗应用（涉及卫星互联网）（属于空天信息）的牵头单位是市发展改革委"),
        ("北斗由哪个部门牵头", "的牵头单位是市发展改革委"),
        ("低空经济有没有市公安局的事？", "市公安局是低空经济的责任单位"),
        ("重庆市这个未来产业培育行动计划是几号文", "渝府办发〔2024〕75号"),
        ("这份通知的落款日期是哪一天？引用要写准。", "2024年9月27日"),
        ("标志性产品 要做出 几个 重庆", "50个标志性产品"),
        ("市级未来产业先导去的目标是打造15个，对不对？", "8—10个"),
        ("计划提到设立基金吗", "细分领域未来产业基金"),
        ("企业搞研发花了不少钱，计划里提了哪个税收优惠和哪个准备金制度？", "加计扣除"),
        ("首版次软件有什么支持，找哪个部门", "首版次软件依法依规给予支持"),
        ("企业研发准备金是哪一条规定的", "四、（三）“建立投入增长机制”：建立企业研发准备金制度"),
        ("6G 攻关 技术 列表", "太赫兹"),
        ("通航 用在哪些领域 示范", "农林作业"),
        ("金凤实验室 同类 研发机构 还有哪些", "哈尔滨工业大学重庆研究院"),
    ],
)
def test_answered(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "我们在园区搞了一个人工智能的应用场景，这种有没有奖励，什么样的场景能奖？",
            "重点应用场景依法依规给予奖励",
        ),
        ("刚起步的种子期创业团队，做量子的，想融资，靠哪些基金来支持我们？", "天使投资引导基金"),
        ("手里有几项量子测量的专利想做转化，什么样的项目才能拿到资金支持？", "专利转化专项计划"),
        ("我们企业技术底子不错，想牵头拉几家一起搞关键核心技术攻关，文件支持用什么组织形式？", "创新综合体"),
    ],
)
def test_what_one_tells_of_oneself_is_not_what_is_asked(
    assistant: Assistant, question: str, said: str
) -> None:
    """The direction that an enterprise is in gives no grant; the clause that gives it is meant."""
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "33618里的3、3、6、18分别是指哪些集群？",
        "“416”科技创新布局里4、1、6各指什么，文中有没有注释？",
        "“四侧”贯通、“四链”融合，四侧和四链分别是什么？",
        "渝跃行动都包含哪些具体人才待遇？",
        "未来产业急需紧缺人才目录里列了哪些岗位？请摘原文。",
        "技术经理人队伍要培养多少名？",
        "“百万人才兴重庆”今年已经办了几场了？",
        "未来产业科技园要建几个",
        "未来产业孵化器要建几个",
        "研发费用加计扣除的比例是百分之多少，文件写了吗？",
        "市级未来产业先导区的评审打分标准在哪一条？",
        "工信部等七部门推动未来产业创新发展的实施意见，文号是多少？",
        "前沿技术应用推广目录首批收录了哪些技术，计划于何时公布？",
        "我们要进沙盒监管试点，向哪个部门交申请，多少个工作日能批下来？",
    ],
)
def test_what_the_plan_only_names_is_left_open(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome != "answered"


def test_how_the_answer_is_to_be_given_is_not_asked() -> None:
    assert without_instructions("先导区建几个？引用要写准。") == "先导区建几个？"
    assert without_instructions("我在写汇报稿，先导区建几个？") == "先导区建几个？"
    assert (
        without_instructions("五大产业集群，具体是哪五个？要按建议里的规范表述。")
        == "五大产业集群，具体是哪五个？"
    )
    assert (
        without_instructions("8到10个先导区定在哪些区县？给个名单") == "8到10个先导区定在哪些区县？给个名单"
    )
    assert without_instructions("要引用") == "要引用"


def test_a_word_of_asking_that_is_typed_tells_by_itself() -> None:
    """「按人头」 need not stand in a document that says the sum; what is only named must."""
    assert typed_apart(understand("见习基地 奖补 按人头 多少")) == []
    named = typed_apart(understand("广元 文旅消费券 领取平台 面额"))
    assert [word for word, _ in named] == ["广元", "文旅消费券", "领取平台", "面额"]


def test_a_premise_and_a_question_behind_it_are_two() -> None:
    assert len(parts("公示期是5个工作日，没错吧？有人提异议的话多长时间内要查清楚？")) == 2

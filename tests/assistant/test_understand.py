"""What a question asks for, from its words alone."""

from __future__ import annotations

import pytest

from assistant.question.everyday import EVERYDAY
from assistant.question.understand import flatten, understand


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("空天信息产业由谁牵头？", "lead"),
        ("低空经济的牵头单位是哪几家？", "lead"),
        ("前沿新材料由谁抓总？", "lead"),
        ("低空经济的责任单位有哪些？", "responsible"),
        ("人工智能谁负责？", "any"),
        ("人才行动归哪个部门管", "any"),
        ("应用场景行动的牵头单位和责任单位分别是谁？", "any"),
        ("先导区由哪些企业牵头组建？", None),
        ("支持企业牵头制定标准吗？", None),
        ("低空经济要发展什么？", None),
    ],
)
def test_roles(question: str, role: str | None) -> None:
    assert understand(question).role == role


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("最高补贴多少万元？", "amount"),
        ("奖励标准是什么", "amount"),
        ("贷款利率上限", "amount"),
        ("申报截止时间是什么时候？", "deadline"),
        ("多久能到账", "deadline"),
        ("怎么申请？需要什么材料？", "procedure"),
        ("在哪里办理？", "procedure"),
        ("联系电话是多少？", "contact"),
        ("违反规定怎么处罚？", "penalty"),
        ("要符合什么条件？", "condition"),
        ("工作专班的组长是谁", "person"),
        ("空天信息产业由谁牵头？", None),
        ("低空经济要发展什么？", None),
    ],
)
def test_details(question: str, detail: str | None) -> None:
    assert understand(question).detail == detail


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("文号是什么？", ("number",)),
        ("什么时候印发的？", ("issued",)),
        ("谁印发的？", ("issuers",)),
        ("文件全称是什么？", ("title",)),
        ("主送哪些单位？", ("addressees",)),
        ("低空经济要发展什么？", ()),
    ],
)
def test_what_is_asked_of_the_document_s_head(question: str, fields: tuple[str, ...]) -> None:
    assert understand(question).head_fields == fields


@pytest.mark.parametrize(
    ("question", "flag"),
    [
        ("要突破多少项关键核心技术？", "how_many"),
        ("保障措施有哪几条？", "which"),
        ("eVTOL是什么意思？", "definition"),
        ("生物制造是市科技局牵头吗？", "yes_no"),
        ("到2027年建成100个典型应用场景，对不对", "yes_no"),
        ("我们公司能享受哪些补贴？", "benefit"),
        ("这份文件管到哪年？", "names_document"),
    ],
)
def test_flags(question: str, flag: str) -> None:
    assert getattr(understand(question), flag) is True
    assert getattr(understand("低空保障"), flag) is False


@pytest.mark.parametrize("question", ["要什么", "怎么办", "这么多"])
def test_a_question_word_is_no_yes_or_no(question: str) -> None:
    assert not understand(question).yes_no


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("文件提到区块链吗？", "区块链"),
        ("计划有没有提到“元宇宙”？", "元宇宙"),
        ("是否涉及房地产", "房地产"),
        ("低空经济要发展什么？", None),
    ],
)
def test_whether_something_occurs(question: str, term: str | None) -> None:
    assert understand(question).occurs == term


def test_where_something_belongs() -> None:
    assert understand("空天信息属于高潜力产业吗？").belongs == ("空天信息", "高潜力产业")


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("到2027年建成100个典型应用场景，对吗？", ((100, 100, "个"),)),
        ("是打造8—10个先导区吗", ((8, 10, "个"),)),
        ("每家补贴200万元吗", ((200, 200, "万元"),)),
        ("培育百家高新技术企业，对吗", ((100, 100, "家"),)),
        ("2027年的目标是什么", ()),
    ],
)
def test_numbers_in_the_question(question: str, numbers: tuple[tuple[float, float, str], ...]) -> None:
    assert understand(question).numbers == numbers


def test_quotes_titles_regions_and_years() -> None:
    asked = understand("《深圳市低空经济促进条例》里的“白名单”从2025年起在成都也用吗？")
    assert (asked.titles, asked.quoted) == (("深圳市低空经济促进条例",), ("白名单",))
    assert (asked.regions, asked.years) == (("深圳", "成都"), (2025,))


def test_content_leaves_out_how_one_asks() -> None:
    assert understand("请问低空经济要发展什么？").content == "低空经济要发展"
    terms = [(t.text, bool(t.alternatives)) for t in understand("首版次软件有什么补贴").terms]
    assert ("补贴", True) in terms, "补贴 is also said as 补助, 资助 …"


def test_flat_text_has_no_spaces_and_half_width_digits() -> None:
    assert flatten("到 ２０２７ 年\n") == "到2027年"


@pytest.mark.parametrize(
    ("question", "around"),
    [
        ("公积金贷款最长能贷多少年", "金贷贷"),
        ("生育家庭购房补贴最晚哪天申报", "房补贴申报"),
        ("材料交上去，几天能批复？", "批复"),
        ("这些政策到什么时候为止", ""),
        ("低空经济怎么发展", ""),
    ],
)
def test_what_a_detail_is_of_stands_next_to_the_words_of_asking(question: str, around: str) -> None:
    assert understand(question).around == around


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("补贴最晚什么时候申报", "补贴申报时间截止于2026年6月30日", "二孩为2013年12月28日及以后出生"),
        ("方案哪天前要报上来", "于2019年2月底前报送", "自2019年2月1日起施行"),
        ("离职提取要等多久", "账户连续封存满半年的", "按月提取"),
        ("企业稳岗返还比例", "返还比例为60%", "返还失业保险费"),
        ("三孩家庭贷款额度上浮多少", "最高贷款额度上浮50%", "三孩家庭按套给予补贴"),
    ],
)
def test_the_latest_day_is_no_other_day(question: str, said: str, not_said: str) -> None:
    asked = understand(question)
    assert asked.detail
    assert asked.said_by(asked.detail).search(said)
    assert not asked.said_by(asked.detail).search(not_said)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("公司开除员工要提前几天通知", "用人单位提前三十日书面通知劳动者，可以解除劳动合同"),
        ("网吧能让小孩进去吗", "互联网上网服务营业场所不得接纳未成年人"),
        ("房产证多久能拿到", "不动产权证书自受理之日起五日内核发"),
        ("高企奖励多少", "对认定的高新技术企业给予奖励"),
    ],
)
def test_everyday_words_count_as_the_words_of_documents(asked: str, said: str) -> None:
    everyday = [t for t in understand(asked).terms if t.text in EVERYDAY]
    assert everyday
    assert all(any(word in said for word in term.alternatives) for term in everyday)


def test_an_everyday_word_stands_under_one_official_word_at_least() -> None:
    assert all(others and others[0] for others in EVERYDAY.values())
    assert {word for word in EVERYDAY if len(word) == 1} == {"狗"}  # a character that stands in no other word


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("发现安全隐患怎么办", None),
        ("不良事件怎么报告", None),
        ("营业执照怎么办理", "procedure"),
        ("执照去哪里办证", "procedure"),
    ],
)
def test_what_to_do_is_not_how_to_apply(question: str, detail: str | None) -> None:
    assert understand(question).detail == detail

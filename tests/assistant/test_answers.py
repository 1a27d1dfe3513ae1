"""Questions on the plan → outcome, the clause that must be cited, the words that must appear."""

from __future__ import annotations

import pytest

from assistant.answer.model import Answer
from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from index.errors import InputError, NotFoundError
from tests.assistant.citing import bare, check_answer, paths

ANSWERED = [
    # who leads, who is responsible
    ("空天信息产业由谁牵头？", "二 （一） 1", "市发展改革委"),
    ("低空经济的责任单位有哪些？", "二 （一） 6", "市发展改革委 市教委 市科技局 市公安局 民航重庆监管局"),
    ("（25）的牵头单位是谁？", "二 （一） 6", "市经济信息委 市委军民融合办"),
    ("6G由哪个部门牵头？", "二 （二） 3", "市经济信息委"),
    (
        "应用场景牵引行动由哪些部门负责？",
        "三 （五）",
        "市经济信息委 市发展改革委 市科技局 市大数据发展局 分工负责",
    ),
    ("发改委牵头哪些产业？", "二 （一） 1", "空天信息 生物制造"),
    ("市公安局负责哪些产业？", "二 （一） 6", "低空经济"),
    ("生物制造是由市科技局牵头吗？", "二 （一） 2", "不是 市发展改革委"),
    # targets
    ("到2027年要突破多少项前沿关键核心技术？", "一", "2027年 30项"),
    ("要引育多少未来产业领军人才（团队）？", "一", "30个"),
    ("打造多少个市级未来产业先导区？", "一", "8—10个"),
    ("到2027年要打造100个典型应用场景，对吗？", "一", "不是 30个"),
    # terms
    ("eVTOL是什么意思？", "二 （一） 6 （25）", "电动垂直起降航空器"),
    ("GNSS的全称是什么？", "二 （一） 1 （5）", "全球卫星导航系统"),
    # what a clause covers
    ("具身智能机器人方向要发展什么？", "二 （一） 5 （22）", "无框力矩电机 仿真训练系统"),
    ("保障措施有哪几条？", "四 （二）", "强化统筹协调 推进科学治理 建立投入增长机制 加强监测评估"),
    ("工作举措包括哪些行动？", "三 （六）", "创新策源 成果转化 主体培育 先导区建设 应用场景 人才汇聚"),
    ("空天信息属于高潜力未来产业吗？", "二 （一） 1", "不是 高成长未来产业"),
    ("文件提到区块链吗？", "二 （一） 5 （23）", "区块链"),
    # look-ups
    ("第三部分第（五）项", "三 （五）", "实施应用场景牵引行动 对未来产业领域重点应用场景依法依规给予奖励"),
    ("“白名单”", "三 （三）", "完善未来产业“白名单”制度"),
    ("“产业大脑”出自哪一条？", "三 （三）", "发挥“产业大脑”作用"),
    # the document itself
    ("文件的文号是什么？", "", "渝府办发〔2024〕75号"),
    ("这份文件是哪天印发的？", "", "2024年9月27日"),
    ("谁印发的这份文件？", "", "重庆市人民政府办公厅"),
    ("文件主送哪些单位？", "", "各区县（自治县）人民政府 市政府各部门 有关单位"),
    ("文件的有效期到什么时候？", "", "2027年"),
    # support
    ("我们是一家做首版次软件的企业，能申请什么支持？", "三 （五）", "首版次软件依法依规给予支持"),
]
UNSPECIFIED = [
    ("低空经济补贴每家企业最高多少万元？", "二 （一） 6", "没有规定 金额"),
    ("首台套装备的奖励金额是多少？", "三 （五）", "首台（套）装备 没有规定 金额"),
    ("博士后资助怎么申请？", "三 （六）", "博士后 没有规定 申请"),
    ("申请应用场景奖励的截止日期是什么时候？", "三 （五）", "应用场景 没有规定 期限"),
    ("保障措施有牵头单位吗？", "四", "没有规定 牵头单位"),
]
REFUSED = [
    "北京市的低空经济政策是什么？",
    "怎么办理护照？",
    "今天天气怎么样？",
    "红烧肉怎么做？",
    "公积金贷款利率是多少？",
    "《深圳市低空经济促进条例》第五条规定了什么？",
    "（39）是什么内容？",
]


@pytest.mark.parametrize(("question", "path", "words"), ANSWERED)
def test_what_the_plan_says(assistant: Assistant, source: str, question: str, path: str, words: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert path in paths(answer.citations)
    assert [w for w in words.split() if w not in bare(answer.answer)] == []
    assert all(statement.citations for statement in answer.statements)
    check(answer, source)


@pytest.mark.parametrize(("question", "path", "words"), UNSPECIFIED)
def test_what_the_plan_leaves_open(
    assistant: Assistant, source: str, question: str, path: str, words: str
) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "unspecified"
    assert path in paths(answer.citations)
    assert [w for w in words.split() if w not in answer.answer] == []
    assert answer.closest, "the nearest clauses stand beside it"
    check(answer, source)


@pytest.mark.parametrize("question", REFUSED)
def test_what_the_plan_does_not_speak_of(assistant: Assistant, source: str, question: str) -> None:
    answer = assistant.ask(question)
    assert (answer.outcome, answer.grounding) == ("refused", "none")
    assert answer.citations == ()
    assert "[1]" not in answer.answer
    assert answer.answer.startswith(("库中", "文件中没有"))
    check(answer, source)


def check(answer: Answer, source: str) -> None:
    assert (answer.mode, answer.dropped) == ("extractive", 0)
    assert answer.grounding == ("none" if answer.outcome == "refused" else "full")
    check_answer(answer, source)


def test_a_word_that_does_not_occur_is_an_answer_without_a_citation(assistant: Assistant) -> None:
    answer = assistant.ask("文件提到房地产吗？")
    assert (answer.outcome, answer.citations) == ("answered", ())
    assert answer.answer.startswith("没有")


def test_an_agency_that_does_not_occur_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("市住房城乡建委负责什么？")
    assert (answer.outcome, answer.citations) == ("unspecified", ())
    assert "市住房城乡建委" in answer.answer


@pytest.mark.parametrize(
    "question", ["空天信息产业由谁牵头？", "首台套装备的奖励金额是多少？", "低空保障有什么？"]
)
def test_a_fact_is_short(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert len(answer.citations) <= 3
    assert len(answer.answer) <= 200


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    first, second = (assistant.ask("低空经济的责任单位有哪些？") for _ in range(2))
    assert first.id != second.id
    left_out = {"id", "timings_ms"}
    assert first.model_dump(exclude=left_out) == second.model_dump(exclude=left_out)


def test_a_stream_ends_with_the_answer_it_told(assistant: Assistant) -> None:
    events = list(assistant.stream("工作举措包括哪些行动？"))
    assert events[0].kind == "status"
    assert events[-1].kind == "answer"
    answer = events[-1].answer
    assert answer is not None
    assert "\n\n".join(e.text for e in events if e.kind == "delta") == answer.answer


def test_turns_are_asked_in_order(assistant: Assistant) -> None:
    answer = assistant.ask(turns=["空天信息产业由谁牵头？", "那责任单位呢？"])
    assert answer.question == "那责任单位呢？"
    assert "空天信息" in answer.standalone_question
    assert "市委军民融合办" in answer.answer
    assert "二 （一） 1" in paths(answer.citations)


def test_question_and_turns_exclude_each_other(assistant: Assistant) -> None:
    with pytest.raises(InputError, match="只能给一个"):
        assistant.ask("甲是什么？", turns=["乙是什么？"])


def test_documents_and_collections_restrict(assistant: Assistant) -> None:
    question = "空天信息产业由谁牵头？"
    assert (
        assistant.ask(question, documents=["渝府办发〔2024〕75号"], collection="default").outcome
        == "answered"
    )
    with pytest.raises(NotFoundError, match="没有的文件"):
        assistant.ask(question, documents=["没有的文件"])
    with pytest.raises(NotFoundError, match="没有的集"):
        assistant.ask(question, collection="没有的集")


def test_an_expired_plan_is_said_to_be(assistant: Assistant) -> None:
    settings = Settings(home=assistant.settings.home, today="2028-01-01")  # type: ignore[arg-type]
    answer = open_assistant(settings).ask("空天信息产业由谁牵头？")
    assert answer.citations[0].document.status == "expired"
    assert any("有效期" in notice for notice in answer.notices)


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("飞行汽车", "二 （一） 6 （25）"),
        ("固态电池", "二 （一） 4 （19）"),
        ("量子密钥", "二 （二） 2 （32）"),
        ("给博士后的资助", "三 （六）"),
        ("容错机制", "四 （二）"),
        ("对专利的支持", "三 （二）"),
    ],
)
def test_search(assistant: Assistant, source: str, question: str, path: str) -> None:
    hits = assistant.search(question, 5).hits
    assert [h.rank for h in hits] == [1, 2, 3, 4, 5]
    assert path in paths(h.citation for h in hits[:3])
    for hit in hits:
        assert bare(hit.citation.quote) == bare(source[hit.citation.start : hit.citation.end])


@pytest.mark.parametrize("k", [0, -1, 51])
def test_search_within_bounds(assistant: Assistant, k: int) -> None:
    with pytest.raises(InputError, match="1 到 50"):
        assistant.search("低空", k)


@pytest.mark.parametrize("question", ["要引育多少名领军人才", "未来产业行动计划里的领军人才引育多少名"])
def test_a_name_in_brackets_is_not_needed_to_name_what_is_counted(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert "领军人才（团队）30个" in answer.answer


def test_a_number_that_is_not_there_is_not_answered_with_words(assistant: Assistant) -> None:
    answer = assistant.ask("未来产业行动计划里的科技型企业培育目标是多少")
    assert answer.outcome == "unspecified"
    assert "没有规定具体数值" in answer.answer


def test_who_supports_is_said_to_be_missing(assistant: Assistant) -> None:
    answer = assistant.ask("光子与量子技术的配合单位有哪些")
    assert answer.outcome == "unspecified"
    assert answer.answer.count("没有列出配合单位") == 1

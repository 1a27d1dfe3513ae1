"""Who is in charge of the matter of a whole document, and whether an agency is the one."""

from __future__ import annotations

import pytest

from assistant.answer.sentences import sentences
from assistant.question.understand import understand
from assistant.service import Assistant
from index.clauses import parse
from index.read import read
from tests.assistant.conftest import library_of

BURIAL = """云山省殡葬管理办法
第一章 总则
第一条 为了加强殡葬管理，制定本办法。
第二条 镇人民政府应当指定人员负责本辖区的殡葬管理工作。
第三条 省民政部门负责全省的殡葬管理工作。市、县民政部门负责本行政区域内的殡葬管理工作。
公安、卫生等有关部门应当按照各自职责，配合民政部门做好殡葬管理工作。
第二章 火葬
第四条 火化证明由殡仪馆出具，公安机关负责查验。
第五条 殡葬事业单位应当对其工作人员进行管理和监督。
第六条 本办法由省民政部门负责解释。
"""
MEALS = """海湾市老年人助餐服务办法
第一条 老年人助餐采取以下方式：由政府出资，利用社区设施自建厨房。
第二条 市、区民政部门负责老年人助餐服务的统筹规划、监督管理。市场监督管理部门负责食品安全日常监管。
街道办事处负责具体实施老年人助餐服务。
第三条 整个申请的办理时限为42个工作日（形式审查5个工作日；实质审查24个工作日）。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("charge"), {"殡葬.txt": BURIAL, "助餐.txt": MEALS})


@pytest.mark.parametrize(
    ("question", "locator", "said"),
    [
        (
            "云山省殡葬归谁管？",
            "第三条",
            ("省民政部门负责全省的殡葬管理工作", "配合民政部门"),
        ),
        ("殡葬管理由哪个部门负责？", "第三条", ("省民政部门负责全省",)),
        ("海湾市老年人助餐由谁负责？", "第二条", ("市、区民政部门负责", "市场监督管理部门", "街道办事处")),
        ("老年人助餐服务归民政局管吗？", "第二条", ("市、区民政部门负责",)),
        ("火化证明由谁负责查验？", "第四条", ("公安机关负责查验",)),
    ],
)
def test_who_is_in_charge(assistant: Assistant, question: str, locator: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert {c.locator.split("第二款")[0].split("第一款")[0] for c in answer.citations} == {locator}
    for words in said:
        assert words in answer.answer


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("生物制造由市卫生健康委负责吗？", "any"),
        ("平台不能提供销售者地址的，要承担责任吗？", None),
        ("出了问题由谁承担责任？", "any"),
    ],
)
def test_whether_an_agency_is_asked_for(question: str, role: str | None) -> None:
    assert understand(question).role == role


def test_a_sentence_is_not_cut_inside_a_bracket() -> None:
    document = parse(read("助餐.txt", MEALS.encode()), "助餐.txt", "", "助餐")
    article = next(c for c in document.clauses if c.path == ("第三条",))
    found = [one.text for one in sentences(document, article, article.start, article.end)]
    assert found == ["整个申请的办理时限为42个工作日（形式审查5个工作日；实质审查24个工作日）。"]

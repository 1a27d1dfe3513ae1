"""「什么是…」 is answered by the words that say it, wherever a document has them."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

STATUTE = """保安管理条例

第一条　为了规范保安服务，制定本条例。

第二条　本条例所称保安服务是指：

（一）保安公司派出人员提供的门卫、巡逻服务；

（二）单位招用人员从事的守护工作。

第三条　本条例所称商业特许经营（以下简称特许经营），是指以合同形式许可他人使用经营资源的经营活动。

第四条　竞买人之间不得有下列恶意串通行为：

（一）相互约定一致压低应价的；

（二）相互约定轮流应价的。

第五条　采购的服务，是指货物和工程以外的采购对象。

第六条　网络平台应当协助保安公司公示收费标准。
"""
STANDARD = """日期规范

1　范围　　本规范规定了日期的标示方法，日历年可为平年或是闰年。

2　术语

2. 1　平年

含有365天的年。

2. 2　闰年

含有366天的年。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(
        tmp_path_factory.mktemp("definitions"), {"保安条例.txt": STATUTE, "日期规范.txt": STANDARD}
    )


@pytest.mark.parametrize(
    ("question", "locator", "words"),
    [
        ("什么是保安服务", "第二条", "守护工作"),
        ("什么是特许经营", "第三条", "许可他人使用经营资源"),
        ("恶意串通行为指什么", "第四条", "轮流应价"),
        ("什么是平年", "2.1", "365天"),
    ],
)
def test_a_term_is_explained_by_the_words_that_say_it(
    assistant: Assistant, question: str, locator: str, words: str
) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert answer.citations[0].locator.startswith(locator)
    assert words in answer.answer


def test_a_term_that_is_only_mentioned_is_not_explained(assistant: Assistant) -> None:
    assert assistant.ask("什么是网络平台").outcome == "unspecified"

"""「…了怎么办」: what happened must stand in what is cited; a clause on the thing it happened to is no answer."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

RULES = """东海市家电以旧换新与人才公寓管理办法
第一条 购买1级能效空调、冰箱的个人消费者，按销售价格的20%给予补贴。
第二条 鼓励发展自行车赛事，建设城市绿道。
第三条 承租人死亡的，共同居住的家庭成员可以在三十日内申请变更承租人。
第四条 承租人应当按月缴纳租金。
第五条 租赁合同期满需要续租的，承租人应当在期满前三个月提出申请。
第六条 申请材料不齐全的，受理机构应当一次性告知需要补正的全部材料。
第七条 承租人与单位解除劳动关系的，应当在六十日内腾退人才公寓。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("befallen"), {"rules.txt": RULES})


@pytest.mark.parametrize(
    "question",
    ["空调漏水了怎么办", "空调漏水怎么办", "自行车被偷了咋办", "承租人摔倒了怎么办", "租赁合同丢了怎么补"],
)
def test_a_mishap_that_no_clause_speaks_of_is_refused(rules: Assistant, question: str) -> None:
    answer = rules.ask(question)
    assert answer.outcome == "refused", answer.answer


@pytest.mark.parametrize(
    ("question", "locator"),
    [
        ("承租人去世了怎么办", "第三条"),
        ("人才公寓承租人离职了怎么办", "第七条"),
        ("申请材料不全怎么办", "第六条"),
        ("租赁合同期满了怎么办", "第五条"),
        ("租赁合同过期了怎么续", "第五条"),
    ],
)
def test_a_mishap_is_answered_from_the_clause_that_speaks_of_it(
    rules: Assistant, question: str, locator: str
) -> None:
    answer = rules.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert locator in {c.locator for c in answer.citations}

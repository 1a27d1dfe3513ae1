"""Sentences that are about as likely to answer as those chosen are shown beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer.compose.likely import COMPARED, likely
from assistant.service import Assistant
from tests.assistant.conftest import library_of

FIREWORKS = """东海市烟花爆竹经营燃放管理规定
第一条 为了加强烟花爆竹安全管理，保障公共安全，制定本规定。
第二条 任何单位和个人燃放烟花爆竹的，应当从具有烟花爆竹经营许可证的零售网点购买，并遵守下列规定：
（一）不得向人群、车辆、建筑物抛掷点燃的烟花爆竹；
（二）不得妨碍行人、车辆安全通行。
第三条 在禁止经营烟花爆竹区域外，零售网点的布设，由应急管理部门征求街道办事处的意见后确定，并向社会公布。
第四条 烟花爆竹零售经营者应当在经营场所显著位置悬挂许可证。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(tmp_path_factory.mktemp("likely"), {"烟花.txt": FIREWORKS})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("我们公司正牵头筹建制造业创新中心，建成了市里给不给钱？", "给予一定补贴"),
        ("我司牵头起草了一项脑机接口的国家标准，在重庆能得到奖励吗？", "依法依规给予奖励"),
        ("哪两类科研攻关项目能按规定拿到支持？", "解决未来产业关键核心技术难题"),
    ],
)
def test_what_is_likely_to_answer_is_shown(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert any(words in citation.quote for citation in answer.citations), answer.answer


def test_the_likeliest_come_first_with_odds_against_it(rules: Assistant) -> None:
    found = likely(rules.evidence("零售网点布设由哪个部门确定"))
    assert "应急管理部门" in found[0].sentence.text
    assert found[0].odds == 1.0
    found = likely(rules.evidence("在哪里不能放烟花爆竹"))
    assert 1 < len(found) <= COMPARED
    odds = [n.odds for n in found]
    assert odds == sorted(odds, reverse=True)
    assert odds[-1] > 0


def test_nothing_is_likely_without_an_encoder_that_compares(rules: Assistant) -> None:
    assert likely(replace(rules.evidence("零售网点布设由哪个部门确定"), near=None)) == []


def test_a_clause_far_less_likely_is_left_out(rules: Assistant) -> None:
    answer = rules.ask("烟花爆竹零售经营者应当在哪里悬挂许可证")
    assert [citation.locator for citation in answer.citations] == ["第四条"], answer.answer

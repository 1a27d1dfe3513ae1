"""An answer that defers to another clause shows that clause too; one that says enough by itself stays short."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings

STATUTE = """示例市公共停车场管理条例

第一条　为了规范停车场管理，制定本条例。

第二条　经营性停车场每年由市城市管理局组织安全检查，检查不合格的应当限期整改。

第三条　利用地下空间建设的停车场，安全检查按照本条例第二条执行。

第四条　新能源汽车在公共停车场停放的，前两小时免收停车费。

前款规定的优惠，由停车场经营者在入口公示。
"""


@pytest.fixture(scope="module")
def assistant(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("referred")
    (folder / "停车场条例.txt").write_text(STATUTE, encoding="utf-8")
    shutil.copytree(home, folder / "home")
    opened = open_assistant(Settings(home=folder / "home"))
    opened.add_paths([folder / "停车场条例.txt"])
    return opened


def cited(assistant: Assistant, question: str) -> list[str]:
    answer = assistant.ask(question, documents=["停车场条例"])
    return [c.locator for c in answer.citations]


@pytest.mark.parametrize(
    ("question", "locators"),
    [
        ("利用地下空间建设的停车场怎么进行安全检查", ["第三条", "第二条"]),
        ("经营性停车场每年由谁组织安全检查", ["第二条"]),
        ("第三条是什么", ["第三条", "第二条"]),
    ],
)
def test_what_the_answer_points_to(assistant: Assistant, question: str, locators: list[str]) -> None:
    assert cited(assistant, question) == locators

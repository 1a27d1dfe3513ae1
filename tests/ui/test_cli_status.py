"""``tiaokuan index status``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.fakes import DOCUMENT
from tests.ui.fake_assistant import FakeDesk
from ui.cli.entry import main
from ui.cli.runtime import Runtime

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments), Runtime(FakeDesk))
        return status, *capsys.readouterr()

    return call


def test_set_a_status(run: Run) -> None:
    status, out, _ = run("index", "status", DOCUMENT.id, "expired")
    assert status == 0
    assert "已失效（由使用者设定）" in out


def test_as_json(run: Run) -> None:
    status, out, _ = run("index", "status", DOCUMENT.id, "superseded", "--json")
    report: dict[str, Any] = json.loads(out)
    assert (status, report["documents"][0]["status"]) == (0, "superseded")


def test_an_unknown_document_is_one_line(run: Run) -> None:
    status, out, error = run("index", "status", "没有的文件", "expired")
    assert (status, out, error.count("\n")) == (1, "", 1)
    assert "没有的文件" in error

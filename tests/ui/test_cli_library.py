"""What the terminal shows of the library: a line a file, a total, a tree; and a Ctrl-C that ends without a trace-back."""

from __future__ import annotations

import json
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from chromadb.api.shared_system_client import SharedSystemClient

from assistant.views import CellView, IndexRow, IndexStep, OutlineEntry, OutlineView
from index.search.vectors import VectorStore
from ui.cli.adding import duration, line, state_of, total
from ui.cli.outline import show_outline

TIAOKUAN = Path(sys.executable).with_name("tiaokuan")


def row(**values: object) -> IndexRow:
    return IndexRow(**({"id": "d1", "title": "甲市办法", "source": "a.txt", "state": "added"} | values))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {
                "number": "甲府规〔2024〕3号", "issuers": ("甲市人民政府", "甲市财政局"), "issued": "2024-04-01",
                "effective": "2024-05-01", "expires": "2029-04-30", "clauses": 25, "path": "下级/a.txt",
            },
            "已加入：下级/a.txt 《甲市办法》，甲府规〔2024〕3号，甲市人民政府、甲市财政局，2024-04-01 成文，"
            "2024-05-01 施行，2029-04-30 到期，25 条",
        ),
        ({"clauses": 3, "doubts": 2, "remarks": ("一幅图没有读",)}, "已加入：a.txt 《甲市办法》，3 条，存疑 2 处，一幅图没有读"),
        ({"expires": "2023-12-31", "status": "expired"}, "已加入：a.txt 《甲市办法》，2023-12-31 到期，已失效，0 条"),
        ({"state": "unchanged", "clauses": 3}, "没有变化：a.txt"),
        ({"state": "duplicate", "reason": "内容与「b.txt」相同"}, "内容重复：a.txt 《甲市办法》（内容与「b.txt」相同）"),
        ({"state": "failed", "title": "", "reason": "空文件"}, "失败：a.txt（空文件）"),
        ({"state": "skipped", "title": "", "reason": "格式暂不支持"}, "跳过：a.txt（格式暂不支持）"),
    ],
)  # fmt: skip
def test_a_line_a_file(values: dict[str, object], said: str) -> None:
    assert line(row(**values)) == said


def test_the_total() -> None:
    rows = [row(clauses=10), row(clauses=5, state="unchanged"), row(state="failed"), row(state="skipped")]
    assert total(rows, 133) == "4 份：新增 1、未变 1、失败 1、跳过 1；共 15 条；用时 2 分 13 秒"


@pytest.mark.parametrize(("seconds", "said"), [(3.21, " 3.2 秒"), (59, " 59 秒"), (3900, " 1 小时 5 分")])
def test_durations(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_the_estimate_waits_until_there_is_something_to_judge_by() -> None:
    early = IndexStep(done=1, files=84, clauses=20, share=0.01)
    later = IndexStep(done=20, files=84, clauses=400, share=0.25)
    assert state_of(early, 60) == "1/84 份，已编入 20 条"
    assert state_of(later, 60) == "20/84 份，已编入 400 条，约剩 3 分 0 秒"


def test_a_table_is_shown_by_its_column_heads_and_doubts_at_the_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    cells = tuple(
        CellView(text=text, heads=(head,), start=0, end=2, column=n, width=1)
        for n, (head, text) in enumerate([("事项", "设备购置"), ("标准", "最高300万元")])
    )
    entries = (
        entry("一", "一、支持研发", "支持研发", 1),
        entry("（一）", "（一）对新认定的企业给予奖励。", "", 2),
        entry("表1第1行", "设备购置\t最高300万元", "", 2).model_copy(update={"kind": "row", "cells": cells}),
    )
    document = {
        "title": "甲市办法",
        "number": "甲府规〔2024〕3号",
        "doubts": [{"text": "缺（二）"}],
        "remarks": ["一幅图"],
    }
    view = OutlineView(document=document, entries=entries)
    show_outline(view, tree=True)
    assert capsys.readouterr().out.splitlines() == [
        "《甲市办法》（甲府规〔2024〕3号）",
        "  一 支持研发",
        "    （一） 对新认定的企业给予奖励。",
        "    表1第1行 事项：设备购置；标准：最高300万元",
        "",
        "存疑：缺（二）",
        "备注：一幅图",
    ]
    show_outline(view, tree=False)
    assert "    （一）对新认定的企业给予奖励。" in capsys.readouterr().out.splitlines()


def entry(label: str, text: str, heading: str, depth: int) -> OutlineEntry:
    return OutlineEntry(
        id=label, depth=depth, locator=label, label=label, heading=heading, text=text, part="", facts=()
    )


STARTED = "import sys; from ui.cli import main; print('started', flush=True); sys.exit(main(sys.argv[1:]))"


@pytest.mark.parametrize("after", [0.0, 0.3, 2.0])
def test_a_ctrl_c_ends_without_a_trace_back(own_home: Path, tmp_path: Path, after: float) -> None:
    """Whether the program still loads or is at work: status 130 and a word about it."""
    for n in range(40):
        text = "\n".join(f"第{i}条 第{n}项工作由市发展改革委负责第{i}个环节。" for i in range(1, 60))
        (tmp_path / f"{n}.txt").write_text(f"第{n}号办法\n{text}\n", "utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", STARTED, "index", "add", str(tmp_path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stdout.readline() == "started\n"
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert "已停止" in errors


def test_the_doctor_s_command_mends_what_it_found(own_home: Path) -> None:
    def said(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([str(TIAOKUAN), *words], capture_output=True, text=True, check=False)

    store = VectorStore(own_home / "chroma")
    store.shelf({"passages": "tiaokuan-passages-9", "documents": "tiaokuan-documents-9"})
    SharedSystemClient.clear_system_cache()
    sick = said("doctor", "--json")
    assert sick.returncode == 1
    (finding,) = json.loads(sick.stdout)["findings"]
    assert said(*shlex.split(finding["mend"])[1:]).returncode == 0
    well = said("doctor")
    assert (well.returncode, well.stdout.splitlines()[-1]) == (0, "没有发现问题")


def test_the_cells_of_a_table_row_stay_apart_on_the_terminal() -> None:
    from ui.cli.terminal import plain

    assert plain("维持费\t300\t8220\x1b[2J").plain == "维持费　300　8220[2J"

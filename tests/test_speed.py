"""What must not be loaded where it is not needed, and how soon an answer is there; generous on a busy machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from assistant.service import Assistant
from evals.case import datasets, load_cases

HEAVY = ("torch", "sentence_transformers", "transformers", "gradio", "fastapi", "uvicorn", "langchain_openai")
ASK = """
import sys
from ui.cli import main
status = main(["ask", "空天信息产业由谁牵头？", "--json"])
print(*(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
sys.exit(status)
"""


def test_a_question_on_the_command_line_loads_nothing_heavy(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK.format(heavy=HEAVY)],
        env={**os.environ, "TIAOKUAN_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.split() == []


def test_a_question_on_the_command_line_is_answered_soon(home: Path) -> None:
    begun = time.perf_counter()
    tiaokuan = Path(sys.executable).with_name("tiaokuan")
    subprocess.run(
        [str(tiaokuan), "ask", "空天信息产业由谁牵头？"],
        env={**os.environ, "TIAOKUAN_HOME": str(home)},
        capture_output=True,
        check=True,
    )
    assert time.perf_counter() - begun < 8  # 4 s on a machine that does nothing else


def test_a_warm_answer_takes_milliseconds(assistant: Assistant) -> None:
    questions = [case.question for case in load_cases(datasets()["plan"]) if case.question][::4]
    assistant.ask(questions[0])
    times = []
    for question in questions:
        begun = time.perf_counter()
        assistant.ask(question)
        times.append(time.perf_counter() - begun)
    assert median(times) < 0.12  # 40 ms on a machine that does nothing else

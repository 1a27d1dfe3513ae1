"""What must not be loaded where it is not needed, and how much work an answer costs.

Limits are in processor time, so that a busy machine changes little, or against other work, so that a slow one does not;
``make bench`` measures what a user waits.
"""

from __future__ import annotations

import os
import resource
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


def test_a_question_on_the_command_line_costs_little(home: Path) -> None:
    """Against what the libraries cost that it cannot do without, 2 to 3.5 s by the machine: about twice as much."""
    environment = {**os.environ, "TIAOKUAN_HOME": str(home)}
    tiaokuan = Path(sys.executable).with_name("tiaokuan")
    needed = spent_on([sys.executable, "-c", "import chromadb, langchain_chroma, onnxruntime"], environment)
    assert spent_on([str(tiaokuan), "ask", "空天信息产业由谁牵头？"], environment) < 3 * needed


def spent_on(command: list[str], environment: dict[str, str]) -> float:
    before = processor_seconds()
    subprocess.run(command, env=environment, capture_output=True, check=True)
    return processor_seconds() - before


def processor_seconds() -> float:
    """What the processes that this one started have used so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_warm_answer_costs_milliseconds(assistant: Assistant) -> None:
    questions = [case.question for case in load_cases(datasets()["plan"]) if case.question][::4]
    assistant.ask(questions[0])
    times = []
    for question in questions:
        begun = time.process_time()
        assistant.ask(question)
        times.append(time.process_time() - begun)
    assert median(times) < 0.1

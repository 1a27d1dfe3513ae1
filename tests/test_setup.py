"""The Makefile: set-up once, one clear line when something is missing, no stamp after a failure."""

from __future__ import annotations

import os
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
make = shutil.which("make")
pytestmark = pytest.mark.skipif(make is None, reason="make is not installed")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with what the set-up reads, and nothing else."""
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def script(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def run_make(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """``make`` without the variables that an outer ``make`` hands down."""
    env = {k: v for k, v in os.environ.items() if k not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "CI"}}
    return subprocess.run(
        [str(make), *args], cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60
    )


def fake_venv(folder: Path, install: str) -> None:
    """A venv whose ``pip install`` does ``install``; the interpreter's version is fine."""
    script(folder / ".venv/bin/python", f'case "$*" in *"pip install"*) {install};; esac')
    script(folder / ".venv/bin/tiaokuan", 'echo "tiaokuan $*"')


def test_a_missing_python_is_named(clone: Path) -> None:
    done = run_make(clone, "run", "PYTHON=python-that-is-not-there")
    assert done.returncode != 0
    assert "找不到 python-that-is-not-there" in done.stderr


def test_an_old_python_is_refused_with_its_version(clone: Path) -> None:
    old = script(clone / "old", '[ "$1" = -V ] && echo "Python 3.9.2" || exit 1')
    done = run_make(clone, "run", f"PYTHON={old}")
    assert done.returncode != 0
    assert "Python 3.9.2，需要 Python 3.11" in done.stderr


def test_the_second_run_does_no_set_up(clone: Path) -> None:
    fake_venv(clone, "echo installing >> log")
    first, second = run_make(clone, "run", "PORT=8123"), run_make(clone, "run", "PORT=8123")
    assert "tiaokuan serve --host 127.0.0.1 --port 8123" in first.stdout
    assert second.stdout.strip() == "tiaokuan serve --host 127.0.0.1 --port 8123"
    assert (clone / "log").read_text().count("installing") == 1


def test_tests_need_more_than_a_run_and_a_run_no_more_than_tests(clone: Path) -> None:
    fake_venv(clone, 'echo "$*" >> log')
    run_make(clone, "setup")
    run_make(clone, "test")
    run_make(clone, "setup")
    installs = (clone / "log").read_text().splitlines()
    assert [".[dev" in line for line in installs] == [False, True]


def test_changed_requirements_are_installed(clone: Path) -> None:
    fake_venv(clone, "echo installing >> log")
    run_make(clone, "setup")
    with (clone / "constraints.txt").open("a", encoding="utf-8") as constraints:
        constraints.write("# changed\n")
    run_make(clone, "setup")
    assert (clone / "log").read_text().count("installing") == 2


def test_a_failed_installation_is_tried_again(clone: Path) -> None:
    fake_venv(clone, "exit 1")
    failed = run_make(clone, "run")
    assert failed.returncode != 0
    assert "安装失败" in failed.stderr
    assert not list((clone / ".venv").glob(".ready*"))


def test_every_requirement_has_its_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {
        line.split("==")[0].lower().replace("_", "-")
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {requirement.split(">")[0].split("[")[0].lower() for requirement in wanted}
    assert names <= pinned

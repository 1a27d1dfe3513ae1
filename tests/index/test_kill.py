"""`tiaokuan index add` killed thirty times at staggered moments: nothing is lost, nothing doubled, nothing half there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.index.killing import TRADES

ROOT = Path(__file__).parent.parent.parent
KILLS = 30
Tell = Callable[[str], Any]


def text(n: int, version: int) -> str:
    """The ``n``th policy, of which each version has other amounts and another number of clauses."""
    items = "\n".join(
        f"（{'一二三四五六'[i]}）{TRADES[n]}企业{'首次' if i == 1 else '再次'}认定的，给予最高{100 * version + i}万元的奖励。"
        for i in range(3 + version)
    )
    return (
        f"某市支持{TRADES[n]}产业发展的若干措施\n\n一、总体要求\n面向{TRADES[n]}企业。\n"
        f"二、支持措施\n{items}\n三、附则\n本措施自印发之日起施行。\n"
    )


def write(folder: Path, version: int) -> None:
    """Every second file changes from version to version."""
    for n in range(len(TRADES)):
        written = text(n, version if n % 2 else 0)
        path = folder / f"{'甲乙'[n % 2]}/措施{n // 2}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != written:
            path.write_text(written, "utf-8")


@contextmanager
def adding(home: Path, folder: Path) -> Iterator[Tell]:
    """A process that runs and kills additions: a command in, the answer out."""
    command = [sys.executable, "-m", "tests.index.killing", str(home), str(folder)]
    environment = os.environ | {"TIAOKUAN_HOME": str(home)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        assert process.stderr

        def tell(line: str) -> Any:
            process.stdin.write(line + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
            if not answer:
                raise AssertionError(process.stderr.read()[-3000:])
            return json.loads(answer)

        yield tell
        process.stdin.close()


def test_thirty_kills_leave_the_library_as_an_undisturbed_run_would(tmp_path: Path) -> None:
    folder = tmp_path / "文件"
    write(folder, 1)
    with adding(tmp_path / "whole", folder) as tell:
        assert tell("run")["status"] == 0
        write(folder, 2)
        usual = tell("run")["seconds"]
        expected = tell("look")

    killed = 0
    with adding(tmp_path / "killed", folder) as tell:
        for n in range(KILLS):
            write(folder, 1 + n % 2)
            killed += tell(f"run {usual * 1.1 * (n * 7 % KILLS + 1) / KILLS:.3f}")["killed"]
            if n % 3 == 2:
                tell("look")  # a reader at any moment finds whole documents only
        write(folder, 2)
        assert tell("run")["status"] == 0
        found = tell("look")
        assert tell("run")["status"] == 0
        assert tell("look") == found, "a run that has nothing to do changes nothing"

    assert killed >= KILLS // 2, "most runs were still at work when they were killed"
    assert found == expected

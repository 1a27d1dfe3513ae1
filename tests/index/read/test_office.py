"""Old office formats go through LibreOffice; a script of a few lines stands in for it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from index.errors import ReadError
from index.read.office import Finder, libreoffice, read_old_office
from index.read.reading import Reading
from tests.index.read.word_files import docx, par

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le")

CONVERTS = """
import pathlib, sys
out, source = pathlib.Path(sys.argv[-2]), pathlib.Path(sys.argv[-1])
profile = next(a for a in sys.argv if a.startswith("-env:UserInstallation=file://")).partition("file://")[2]
assert "DisableMacrosExecution" in (pathlib.Path(profile) / "user/registrymodifications.xcu").read_text()
assert "--headless" in sys.argv and source.suffix == {suffix!r} and source.read_bytes() == {data!r}
out.mkdir()
(out / (source.stem + ".docx")).write_bytes(pathlib.Path({docx!r}).read_bytes())
"""
HANGS = """
import pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path({note!r}).write_text(str(child.pid))
time.sleep(60)
"""


def program(folder: Path, text: str) -> Finder:
    script = folder / "soffice.py"
    script.write_text(text, encoding="utf-8")
    return lambda: [sys.executable, str(script)]


def lines(reading: Reading) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks]


@pytest.mark.parametrize(("data", "suffix"), [(OLE, ".doc"), (b"{\\rtf1 x}", ".rtf"), (b"?", ".doc")])
def test_a_file_is_converted_in_a_folder_of_its_own_and_read_as_word(tmp_path, data, suffix):
    made = tmp_path / "made.docx"
    made.write_bytes(docx(par("第一条　本办法自印发之日起施行。")))
    reading = read_old_office(
        "甲.wps", data, program(tmp_path, CONVERTS.format(suffix=suffix, data=data, docx=str(made)))
    )
    assert lines(reading) == ["第一条　本办法自印发之日起施行。"]
    assert reading.remarks == ("经 LibreOffice 转换后读取",)


def test_where_libreoffice_is_missing_one_line_says_how_to_get_on():
    with pytest.raises(ReadError) as caught:
        read_old_office("甲.doc", OLE, lambda: None)
    assert str(caught.value) == (
        "「甲.doc」是旧版格式，读取它需要 LibreOffice，本机没有安装；"
        "请安装 LibreOffice（如 apt install libreoffice-writer）后再添加，或用 Word、WPS 另存为 .docx"
    )


def test_a_file_that_libreoffice_refuses_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"「甲\.doc」LibreOffice 打不开；文件可能已损坏或加了密码"):
        read_old_office("甲.doc", OLE, program(tmp_path, "raise SystemExit(1)"))


def test_a_program_that_does_not_start_is_named():
    with pytest.raises(ReadError, match=r"「甲\.doc」读取时 LibreOffice 无法启动：不存在；"):
        read_old_office("甲.doc", OLE, lambda: ["/nowhere/soffice"])


def test_when_the_time_is_up_the_program_ends_with_its_children(tmp_path):
    note = tmp_path / "child"
    with pytest.raises(ReadError, match="超过 1 秒，已中止；请用 Word、WPS 打开后另存为"):
        read_old_office("甲.doc", OLE, program(tmp_path, HANGS.format(note=str(note))), timeout_s=1)
    child = Path("/proc") / note.read_text()
    until = time.monotonic() + 5
    while _runs(child) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _runs(child)


def _runs(process: Path) -> bool:
    """A process that has ended may wait for its parent to take notice."""
    status = process / "status"
    return status.exists() and "State:\tZ" not in status.read_text()


@pytest.mark.skipif(libreoffice() is None, reason="LibreOffice 没有安装")
def test_the_real_thing_reads_rtf():
    text = "".join(f"\\u{ord(c)}?" if not c.isascii() else c for c in "第一条　本办法自2024年起施行。")
    reading = read_old_office("甲.rtf", ("{\\rtf1\\ansi\\uc1 " + text + "\\par}").encode())
    assert lines(reading) == ["第一条　本办法自2024年起施行。"]

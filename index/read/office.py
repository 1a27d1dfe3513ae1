"""Old office formats (.doc, .wps, .rtf, .odt) through LibreOffice, where it is installed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from index.errors import ReadError, os_reason
from index.read.reading import Reading
from index.read.sniff import sniff
from index.read.word import read_word

TIMEOUT = 180.0
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""  # noqa: E501
"""No macro of a stranger's document is run, and nothing that it links to is fetched."""

Finder = Callable[[], Sequence[str] | None]


def libreoffice() -> Sequence[str] | None:
    """The command that starts LibreOffice, None where it is not installed."""
    for command in ("soffice", "libreoffice", *_PLACES):
        found = shutil.which(command)
        if found:
            return [found]
    return None


def read_old_office(
    name: str, data: bytes, find: Finder = libreoffice, timeout_s: float = TIMEOUT
) -> Reading:
    """ReadError where LibreOffice is missing, refuses the file or does not end in time."""
    command = find()
    if command is None:
        raise ReadError(
            f"「{name}」是旧版格式，读取它需要 LibreOffice，本机没有安装",
            "请安装 LibreOffice（如 apt install libreoffice-writer）后再添加，或用 Word、WPS 另存为 .docx",
        )
    with tempfile.TemporaryDirectory(prefix="tiaokuan-", ignore_cleanup_errors=True) as folder:
        converted = _convert(name, data, command, Path(folder), timeout_s)
    reading = read_word(name, converted)
    return replace(reading, remarks=("经 LibreOffice 转换后读取", *reading.remarks))


def _convert(name: str, data: bytes, command: Sequence[str], folder: Path, timeout_s: float) -> bytes:
    source, out, profile = folder / f"in{_suffix(data)}", folder / "out", folder / "profile"
    source.write_bytes(data)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    options = ["--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}"]
    _run(
        name,
        [*command, *options, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source)],
        folder,
        timeout_s,
    )
    made = out / "in.docx"
    if not made.is_file():
        raise ReadError(
            f"「{name}」LibreOffice 打不开", "文件可能已损坏或加了密码；请用 Word、WPS 打开后另存为 .docx"
        )
    return made.read_bytes()


def _suffix(data: bytes) -> str:
    """By the content: LibreOffice is led astray by a wrong one."""
    kind = sniff(data)
    return kind if kind in (".rtf", ".odt") else ".doc"


def _run(name: str, command: Sequence[str], folder: Path, timeout_s: float) -> None:
    """Ends with all of its children when the time is up."""
    try:
        process = subprocess.Popen(
            command, cwd=folder, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise ReadError(
            f"「{name}」读取时 LibreOffice 无法启动：{os_reason(error)}",
            "请重新安装 LibreOffice，或另存为 .docx",
        ) from error
    try:
        process.wait(timeout_s)
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            f"「{name}」用 LibreOffice 转换超过 {timeout_s:g} 秒，已中止",
            "请用 Word、WPS 打开后另存为 .docx",
        ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """The launcher's own end does not always end the program that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

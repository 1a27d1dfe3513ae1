"""A folder of bad input through the command line: each file gets its row with cause and mend, and the good ones are read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from index.clauses.parse import UNNUMBERED
from tests.index.read.ofd_files import document, lines, ofd, page, zipped
from tests.index.read.test_bad_input import ERROR_PAGE, bomb, encrypted_pdf
from tests.index.read.word_files import docx, par
from ui.cli import main

GOOD = (
    "某市促进软件产业发展若干措施\n\n一、支持研发\n对年度研发费用超过500万元的企业，给予最高100万元的补助。\n"
    "二、附则\n本措施自印发之日起施行。\n"
)
RULES = [par("第一条　为了规范某项工作，制定本办法。"), par("第二条　本办法自2024年5月1日起施行。")]
NOTICE = "关于召开座谈会的通知\n请各有关单位派员参加，并提前准备发言材料。会议时间和地点另行通知。\n"
WORD = docx("".join(RULES))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """All kinds of bad input among three good files and one in which nothing is numbered."""
    (tmp_path / "外").mkdir()
    (tmp_path / "外" / "外面.txt").write_text(GOOD, encoding="utf-8")
    inside = tmp_path / "库"
    (inside / "下级").mkdir(parents=True)
    contents: dict[str, bytes] = {
        "00损坏.docx": WORD[:-300],
        "01空.txt": b"",
        "02加密.pdf": encrypted_pdf(),
        "04炸弹.ofd": bomb("Doc_0/a.xml", {"OFD.xml": "<OFD/>"}),
        "06名不副实.doc": WORD,
        "07下载失败.pdf": ERROR_PAGE,
        "08好.txt": GOOD.encode("gb18030"),
        "09没有编号.txt": NOTICE.encode(),
        "10包.zip": zipped({"甲.txt": GOOD}),
        "11表.xlsx": b"x",
        "12版式.ofd": ofd(document("Doc_0", [page(lines(["　　第一条　本规定适用于某市。", "　　第二条　本规定由某局解释。"]))])),
        "13也空.docx": b"",
        "~$08好.docx": b"x",
        "下级/同一份.txt": GOOD.encode("gb18030"),
    }  # fmt: skip
    for name, data in contents.items():
        (inside / name).write_bytes(data)
    (inside / "03大.txt").touch()
    os.truncate(inside / "03大.txt", 300 * 1024 * 1024)
    (inside / "05链接.txt").symlink_to(tmp_path / "外" / "外面.txt")
    return inside


def added(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, dict[str, Any]]]:
    status = main(["index", "add", str(folder), "--json"])
    report = json.loads(capsys.readouterr().out)
    return status, {row["path"]: row for row in report["documents"]}


def shown_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines for people when the folder is added once more."""
    assert main(["index", "add", str(folder)]) == 0
    return capsys.readouterr().out.splitlines()


EXPECTED = {
    "00损坏.docx": ("failed", "「00损坏.docx」"),
    "01空.txt": ("failed", "「01空.txt」是空文件；可能没有下载或保存完整，请重新取得后再添加"),
    "02加密.pdf": ("failed", "「02加密.pdf」加了密"),
    "03大.txt": ("failed", "「03大.txt」有 300 MB，超过上限 100 MB；请拆分后再添加"),
    "04炸弹.ofd": ("failed", "「04炸弹.ofd」解压后异常庞大"),
    "05链接.txt": ("skipped", "链接指向文件夹之外；如需添加，请把原文件复制进来"),
    "06名不副实.doc": ("added", None),
    "07下载失败.pdf": ("failed", "「07下载失败.pdf」其实是网页，不是 PDF，内容只有「404 Not Found」；多半是下载失败"),
    "08好.txt": ("added", None),
    "09没有编号.txt": ("added", None),
    "10包.zip": ("skipped", "压缩包不直接读取；请先解压，再添加其中的文件"),
    "11表.xlsx": ("skipped", ".xlsx 格式暂不支持；请把需要的内容另存为 .docx 或 PDF"),
    "13也空.docx": ("failed", "「13也空.docx」是空文件；"),
    "~$08好.docx": ("skipped", "Office 打开文件时留下的锁文件，不是正文"),
    "12版式.ofd": ("added", None),
    "下级/同一份.txt": ("duplicate", "「08好.txt」相同"),
}  # fmt: skip


def test_each_file_has_its_row_and_the_good_ones_are_read(own_home, folder, capsys):
    status, rows = added(folder, capsys)
    assert status == 0
    assert {name: row["state"] for name, row in rows.items()} == {
        n: state for n, (state, _) in EXPECTED.items()
    }
    for name, (state, reason) in EXPECTED.items():
        assert (reason or "") in (rows[name]["reason"] or ""), rows[name]
        if state == "failed":
            assert "；" in rows[name]["reason"], "no mend"
    assert rows["08好.txt"]["title"] == "某市促进软件产业发展若干措施"
    remark = "扩展名是 .doc，内容其实是 Word 文档，已按 Word 文档读取"
    assert remark in rows["06名不副实.doc"]["remarks"]
    assert rows["09没有编号.txt"]["remarks"] == [UNNUMBERED]
    assert main(["search", "座谈会 发言材料", "-k", "1", "--json"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)["hits"]
    assert "提前准备发言材料" in hit["citation"]["quote"]
    shown = shown_again(folder, capsys)
    for name, (_, reason) in EXPECTED.items():
        (line,) = [line for line in shown if f"：{name}" in line]
        assert (reason or "") in line
    assert not any("外面.txt" in line for line in shown)


@pytest.mark.parametrize("name", ["01空.txt", "02加密.pdf", "03大.txt", "04炸弹.ofd"])
def test_a_bad_file_alone_is_an_error_in_one_line(own_home, folder, capsys, name):
    assert main(["index", "add", str(folder / name), "--json"]) == 1
    done = capsys.readouterr()
    assert done.err.count("\n") == 1
    assert done.err.startswith(f"错误：没有加入任何文件：{name}")
    assert "；" in done.err
    assert json.loads(done.out)["documents"][0]["state"] == "failed"

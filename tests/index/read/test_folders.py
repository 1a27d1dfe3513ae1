"""Which files a list of paths means, and what is passed over with which reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.read.folders import files_below, find_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """库 with files at two depths, beside it a file and a folder outside."""
    for name in ("库/乙.md", "库/下级/甲.txt", "库/下级/更下/丙.docx", "外/外.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path / "库"


def found(*paths: Path) -> dict[str, str | None]:
    return {f.name: f.reason for f in find_files(paths)}


def test_folders_are_read_to_the_bottom_under_names_relative_to_them(folder):
    assert [f.name for f in find_files([folder])] == ["下级/更下/丙.docx", "下级/甲.txt", "乙.md"]
    assert [f.path for f in find_files([folder])][1] == folder / "下级" / "甲.txt"
    assert files_below([folder])[2] == ("乙.md", folder / "乙.md")


def test_what_is_hidden_comes_with_a_reason_and_what_file_managers_leave_in_silence(folder):
    for name in (".隐藏.txt", "~$乙.docx", "Thumbs.db", ".DS_Store", ".git/config.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    lock = "Office 打开文件时留下的锁文件，不是正文"
    passed_over = {".git": "隐藏的文件夹", ".隐藏.txt": "隐藏的文件", "~$乙.docx": lock}
    read = dict.fromkeys(("下级/更下/丙.docx", "下级/甲.txt", "乙.md"))
    assert found(folder) == read | passed_over
    assert found(folder / "~$乙.docx") == {"~$乙.docx": lock}
    assert {name for name, _ in files_below([folder])} == set(read)


def test_a_link_out_of_the_folder_is_named_and_not_followed(folder):
    (folder / "链接.txt").symlink_to(folder.parent / "外" / "外.txt")
    (folder / "链接夹").symlink_to(folder.parent / "外")
    rows = found(folder)
    assert rows["链接.txt"] == rows["链接夹"] == "链接指向文件夹之外；如需添加，请把原文件复制进来"
    assert not any("外.txt" in name for name in rows)
    assert {name for name, _ in files_below([folder])} == {"下级/更下/丙.docx", "下级/甲.txt", "乙.md"}


def test_links_inside_count_once_and_loops_end(folder):
    (folder / "下级" / "同一份.txt").symlink_to(folder / "下级" / "甲.txt")
    (folder / "下级" / "上级").symlink_to(folder)
    (folder / "自己").symlink_to(folder / "自己")
    (folder / "断了.txt").symlink_to(folder / "没有.txt")
    rows = found(folder)
    broken = "链接的目标不存在或指向自己"
    assert (rows.pop("自己"), rows.pop("断了.txt")) == (broken, broken)
    assert rows == {"下级/更下/丙.docx": None, "下级/同一份.txt": None, "乙.md": None}


def test_a_folder_that_cannot_be_listed_is_named_and_the_rest_is_read(folder):
    def listing(path: Path) -> list[str]:
        if path.name == "下级":
            raise PermissionError(13, "denied")
        return [inner.name for inner in path.iterdir()]

    assert {f.name: f.reason for f in find_files([folder], listing)} == {
        "下级": "文件夹读不到：没有读写权限",
        "乙.md": None,
    }


@pytest.mark.parametrize("name", ["包.zip", "包.RAR", "包.7z", "包.tar.gz"])
def test_archives_are_to_be_unpacked_first(folder, name):
    (folder / name).write_bytes(b"x")
    assert found(folder)[name] == "压缩包不直接读取；请先解压，再添加其中的文件"
    assert found(folder / name) == {name: "压缩包不直接读取；请先解压，再添加其中的文件"}


def test_what_is_no_file_is_named_and_never_opened(folder):
    os.mkfifo(folder / "管道.txt")
    assert found(folder)["管道.txt"] == "不是普通文件"


def test_a_path_given_twice_counts_once(folder):
    assert len(find_files([folder, folder / "乙.md", folder, folder / "下级" / ".." / "乙.md"])) == 3
    (folder / "包.zip").write_bytes(b"x")
    assert len(find_files([folder, folder])) == 4


def test_a_path_that_does_not_exist_is_left_to_the_reader(folder):
    assert found(folder / "没有.txt") == {"没有.txt": None}

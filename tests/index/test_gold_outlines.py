"""Trees of the carried documents against outlines written by hand (form: tests/data/outlines/README.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.outlines import SUFFIX, compare, differences, outline_files, read_outline
from index.clauses.parse import parse

DATA = Path(__file__).parents[1] / "data"
FOLDERS = [DATA / "documents", Path(__file__).parents[2] / "index" / "corpus"]
OUTLINES = outline_files(DATA / "outlines")
CARRIED = [
    f for f in OUTLINES if any((d / read_outline(f.read_text("utf-8")).file).exists() for d in FOLDERS)
]


@pytest.mark.parametrize("file", CARRIED, ids=[f.name.removesuffix(SUFFIX)[:24] for f in CARRIED])
def test_the_tree_is_the_one_a_reader_sees(file: Path) -> None:
    found = compare(file, FOLDERS)
    assert not found, "\n" + "\n".join(found or [])


def test_at_least_21_outlines_are_kept() -> None:
    assert len(OUTLINES) >= 21
    assert len(CARRIED) >= 16


TEXT = """示例办法
第一章　总则
第一条　为了示例，制定本办法。
第二条　有下列情形的，给予补助：
（一）设备购置；
（二）租金减免。
申请材料应当真实。
"""
RIGHT = """# 文件 示例办法.txt
第一章	总则
    第一条	为了示例，制定…
    第二条	有下列情形的…
        （一）	设备购置…
        （二）	租金减免…
        第二款	申请材料应当…
"""


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("", "", None),
        ("        第二款	申请材料应当…\n", "", "多：第一章/第二条/第二款"),
        ("        （一）", "        （三）", "缺：第一章/第二条/（三）"),
        ("总则", "附则", "标题应为「附则」"),
        ("设备购置", "机器购置", "文字应始于「机器购置」"),
        (
            "        （一）	设备购置…\n        （二）	租金减免…\n        第二款	申请材料应当…\n",
            "        …\n",
            None,
        ),
        ("        第二款	申", "※	申", None),
        ("# 文件", "= 甲\n= 乙\n# 文件", "文件的组成"),
    ],
)
def test_a_difference_is_told_in_one_sentence(old: str, new: str, complaint: str | None) -> None:
    found = list(differences(read_outline(RIGHT.replace(old, new)), parse(TEXT, "示例办法.txt")))
    assert not found if complaint is None else any(complaint in sentence for sentence in found), found

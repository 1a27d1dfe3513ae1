"""One question with what a right answer must show, and the files that hold them."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from evals.folding import fold
from index.errors import InputError

Labels = tuple[str, ...]
Expected = Literal["answered", "unspecified", "refused"]
Half = Literal["tune", "hold"]

KINDS = {
    "head": "文件信息",
    "target": "目标数字",
    "agency": "牵头与责任单位",
    "reverse": "单位反查",
    "direction": "内容范围",
    "overview": "概览列举",
    "comparison": "并列比较",
    "measure": "支持措施",
    "definition": "定义缩写",
    "lookup": "条款查引",
    "followup": "追问",
    "premise": "是非与错误前提",
    "occurrence": "是否提及",
    "amount": "金额标准",
    "condition": "条件范围",
    "deadline": "期限",
    "procedure": "程序材料",
    "unspecified": "文件未规定",
    "refused": "库外问题",
}


class Case(BaseModel):
    """A question, or the user's turns of which the last is judged.

    ``cite_all``: every path must be cited; ``cite_any``: at least one of them.
    ``say``: words that the answer itself must use; ``words``: words of the answer or of a cited quotation;
    in both every item must appear and ``a|b`` accepts either. ``absent``: words the answer must not use.
    ``document`` (file name) restricts the question to one document.
    ``half``: failures of ``tune`` may be looked at when answers are mended, ``hold`` only gives figures.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    half: Half | None = None
    kind: str
    question: str | None = None
    turns: tuple[str, ...] = ()
    document: str | None = None
    outcome: Expected
    cite_any: tuple[Labels, ...] = ()
    cite_all: tuple[Labels, ...] = ()
    say: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _consistent(self) -> Case:
        if self.kind not in KINDS:
            raise ValueError(f"kind “{self.kind}” 不在 {'、'.join(KINDS)} 之列")
        if (self.question is None) == (not self.turns):
            raise ValueError("question 与 turns 须且只须填写一项")
        if not all(fold(text) for text in (*self.turns, *self.say, *self.words, *self.absent)):
            raise ValueError("turns、say、words、absent 中有空白项")
        if self.outcome == "refused" and self.paths:
            raise ValueError("refused 的题目不应有须引条款")
        if self.outcome == "answered" and not (self.paths or self.say or self.words):
            raise ValueError("answered 的题目须写明条款或用语")
        return self

    @property
    def paths(self) -> tuple[Labels, ...]:
        return self.cite_all + self.cite_any

    @property
    def asked(self) -> str:
        """The question as printed in reports: turns joined by an arrow."""
        return self.question if self.question is not None else " → ".join(self.turns)


def load_cases(file: Path | Traversable) -> tuple[Case, ...]:
    """The cases in file order; raises InputError that names the file, the line and the field."""
    cases = []
    for number, line in enumerate(_read(file).splitlines(), start=1):
        if line.strip():
            cases.append(_parse(line, f"{file.name} 第 {number} 行"))
    doubled = [name for name, count in Counter(case.id for case in cases).items() if count > 1]
    if doubled:
        raise InputError(f"{file.name} 中题号重复：{'、'.join(doubled)}", "请改为互不相同的 id")
    if not cases:
        raise InputError(f"{file.name} 中没有题目", "每行写一道题，格式见 evals/case.py")
    return tuple(cases)


def datasets() -> dict[str, Traversable]:
    """Suite name → its file, in alphabetical order."""
    folder = files("evals") / "datasets"
    found = {
        entry.name.removesuffix(".jsonl"): entry
        for entry in folder.iterdir()
        if entry.name.endswith(".jsonl")
    }
    return dict(sorted(found.items()))


def _read(file: Path | Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"读不出题库 {file.name}：{error}", "请检查路径，文件须为 UTF-8 的 JSONL") from error


def _parse(line: str, place: str) -> Case:
    try:
        return Case.model_validate_json(line)
    except ValidationError as error:
        raise InputError(f"{place}有误：{_first(error.errors()[0])}", "格式见 evals/case.py") from error


def _first(detail: Any) -> str:
    where = ".".join(str(part) for part in detail["loc"])
    return f"{where} {detail['msg']}".strip()

"""``tiaokuan ask``: one question, or a file of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from index.errors import InputError, ReadError
from ui.cli.arguments import AsJson, Documents, InCollection
from ui.cli.runtime import Desk, desk_of, readable
from ui.cli.sources import show_answer
from ui.cli.terminal import note, show, show_json
from ui.problems import COULD_NOT, text_for_terminal

Scope = tuple[list[str], str | None]


def ask(
    ctx: typer.Context,
    question: Annotated[str | None, typer.Argument(metavar="问题", help="要问的问题，加引号")] = None,
    as_json: AsJson = False,
    document: Documents = None,
    collection: InCollection = None,
    batch: Annotated[
        Path | None,
        typer.Option("--batch", metavar="IN.jsonl", help='逐行提问：{"id", "question"} 或 {"id", "turns"}'),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="OUT.jsonl", help="--batch 的结果")] = None,
) -> None:
    """提问，得到注明条款的回答。"""
    scope = (document or [], collection)
    if batch is not None:
        if question is not None or out is None:
            raise InputError(
                "--batch 要与 --out 同用，且不再写问题", "例如 --batch 问题.jsonl --out 回答.jsonl"
            )
        _ask_file(ctx, batch, out, scope, as_json)
        return
    if question is None or out is not None:
        raise InputError(
            "缺少问题" if question is None else "--out 只与 --batch 同用", "用法见 tiaokuan ask --help"
        )
    with desk_of(ctx) as desk:
        answer = desk.ask(readable(question), documents=scope[0], collection=scope[1])
        if as_json:
            show_json(answer)
        else:
            show_answer(answer)


def _ask_file(ctx: typer.Context, source: Path, out: Path, scope: Scope, as_json: bool) -> None:
    lines = _read_lines(source)
    if out.exists() and out.samefile(source):
        raise InputError(f"--out 与 --batch 是同一个文件：{out}", "换一个文件名，免得覆盖问题")
    done = failed = 0
    with desk_of(ctx) as desk, _writer(out) as results:
        for done, result in enumerate(_results(desk, lines, scope), start=1):
            results.write(json.dumps(result, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            results.flush()
            failed += "error" in result
            note(f"{done}/{len(lines)}")
    if as_json:
        show_json({"n": done, "failed": failed, "out": str(out)})
    else:
        show(f"已答 {done - failed} 题，失败 {failed} 题，结果在 {out}")
    if failed:
        raise typer.Exit(COULD_NOT)


def _read_lines(source: Path) -> list[tuple[int, str]]:
    """(line number, line) of every line that is not blank."""
    try:
        text = source.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ReadError(f"{source} 不是 UTF-8 编码", "请另存为 UTF-8") from None
    except OSError as error:
        raise ReadError(f"读不了 {source}：{_reason(error)}", "请检查文件名与权限") from error
    return [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]


def _writer(out: Path) -> Any:
    try:
        return out.open("wb")
    except OSError as error:
        raise ReadError(f"写不了 {out}：{_reason(error)}", "请检查文件夹与权限") from error


def _reason(error: OSError) -> str:
    known = {
        FileNotFoundError: "没有这个文件或文件夹",
        PermissionError: "没有权限",
        IsADirectoryError: "这是一个文件夹",
    }
    return known.get(type(error), error.strerror or type(error).__name__)


def _results(desk: Desk, lines: list[tuple[int, str]], scope: Scope) -> Iterator[dict[str, Any]]:
    """A result a line, in order; one that fails becomes its id and error, and the next is asked."""
    for number, line in lines:
        name: Any = None
        try:
            row = _row(number, line)
            name = row.get("id")
            yield _answered(desk, number, row, scope)
        except Exception as error:  # whatever is wrong with one line, the others are answered
            yield {"id": name, "error": text_for_terminal(error)}


def _row(number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(f"第 {number} 行不是合法的 JSON", '每行写一个 {"id", "question"}') from None
    if not isinstance(row, dict):
        raise InputError(f"第 {number} 行不是 JSON 对象", '每行写一个 {"id", "question"}')
    return row


def _answered(desk: Desk, number: int, row: dict[str, Any], scope: Scope) -> dict[str, Any]:
    name, question, turns = row.get("id"), row.get("question"), row.get("turns")
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise InputError(f"第 {number} 行缺少 id", "id 应是文字或整数")
    if (question is None) == (turns is None):
        raise InputError(f"第 {number} 行要有 question 或 turns 之一", "两者给且只给一个")
    said = [question] if turns is None else turns
    if not isinstance(said, list) or not said or not all(isinstance(turn, str) for turn in said):
        raise InputError(f"第 {number} 行的问题不是文字", "question 应是文字，turns 应是文字的列表")
    documents, collection = scope
    if turns is None:
        answer = desk.ask(said[0], documents=documents, collection=collection)
    else:
        answer = desk.ask(turns=said, documents=documents, collection=collection)
    return answer.model_dump(mode="json") | {"id": name}

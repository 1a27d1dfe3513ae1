"""``tiaokuan search``, ``cite`` and ``match``."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.answer.model import Citation, Measure
from index.errors import InputError, ReadError
from ui.cli.arguments import AsJson, Documents, InCollection
from ui.cli.runtime import Desk, desk_of, readable
from ui.cli.sources import FAINT, named, show_citation, show_notices, show_version, version_words
from ui.cli.terminal import complain, plain, show, show_json
from ui.problems import COULD_NOT
from ui.render.tables import quote_lines
from ui.render.words import DISCLAIMER, MET, NO_AMOUNT, VERDICTS


class Format(StrEnum):
    """The forms of ``ClauseView.formats``."""

    TEXT = "text"
    MARKDOWN = "markdown"
    GBT7714 = "gbt7714"
    OFFICIAL = "official"


def search(
    ctx: typer.Context,
    question: Annotated[str, typer.Argument(metavar="问题", help="问题或关键词")],
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, max=100, help="最多几条")] = 10,
    as_json: AsJson = False,
    document: Documents = None,
    collection: InCollection = None,
) -> None:
    """检索条款，按相关程度排列。"""
    with desk_of(ctx) as desk:
        found = desk.search(readable(question), k, document or [], collection)
    if as_json:
        show_json(found)
        return
    show_notices(found.notices)
    for hit in found.hits:
        show_citation(hit.citation, f"{hit.rank}. ")
    if not found.hits:
        show("没有检索到条款。")
    show_version(found.library)


def cite(
    ctx: typer.Context,
    query: Annotated[str, typer.Argument(metavar="条款号或语句", help="如 三（五）、（25），或原文中的一句")],
    document: Documents = None,
    form: Annotated[
        Format, typer.Option("--format", metavar="格式", help="text、markdown、gbt7714，或 official（公文）")
    ] = Format.TEXT,
    as_json: AsJson = False,
    collection: InCollection = None,
) -> None:
    """按条款号或原文语句查引，逐字给出原文与出处。"""
    with desk_of(ctx) as desk:
        found = desk.cite(readable(query), document or [], collection)
        if as_json:
            show_json(found)
        elif found.matches:
            show_notices(found.notices)
            show("\n\n".join(_formatted(desk, citation, form) for citation in found.matches), "")
            show_version(found.library)
    if not found.matches:
        near = "，".join(dict.fromkeys(f"{c.locator} {c.heading}".strip() for c in found.nearest))
        complain(
            f"没有找到“{found.query}”；" + (f"相近的有：{near}" if near else "请换一个条款号或原文中的语句")
        )
        raise typer.Exit(COULD_NOT)


def match(
    ctx: typer.Context,
    text: Annotated[str | None, typer.Argument(metavar="企业情况", help="一句话：行业、类型、产品等")] = None,
    profile: Annotated[
        Path | None, typer.Option("--profile", metavar="FILE.json", help="企业情况的 JSON 文件")
    ] = None,
    as_json: AsJson = False,
    document: Documents = None,
    collection: InCollection = None,
) -> None:
    """查一家企业适用哪些支持政策。"""
    if text is None and profile is None:
        raise InputError("缺少企业情况", "写一句话，或用 --profile 给一个 JSON 文件")
    known = _read_profile(profile) if profile else None
    with desk_of(ctx) as desk:
        found = desk.match(readable(text) if text is not None else None, known, document or [], collection)
    if as_json:
        show_json(found)
        return
    said = [
        _value(value) if key == "text" else f"{key}：{_value(value)}" for key, value in found.profile.items()
    ]
    show(f"按以下情况查找：{'；'.join(said)}", "")
    show_notices(found.notices)
    for verdict, (title, meaning) in VERDICTS.items():
        measures = [measure for measure in found.measures if measure.verdict == verdict]
        if measures:
            show(plain(f"{title}（{meaning}）", "bold"))
            for measure in measures:
                _show_measure(measure)
    if not found.measures:
        show("没有找到与所述情况有关的支持措施。")
    show(plain(f"{DISCLAIMER} · {version_words(found.library)}", FAINT))


def _formatted(desk: Desk, citation: Citation, form: Format) -> str:
    """The clause in the form asked for, with the words that were looked up in the place of its whole text; as text, table
    rows stand under their heads."""
    if citation.rows and form is Format.TEXT:
        return "\n".join([*quote_lines(citation), f"——{citation.formatted}"])
    view = desk.clause(citation.clause_id)
    return view.formats[form.value].replace(view.citation.quote, citation.quote)


def _show_measure(measure: Measure) -> None:
    show(f"  · {measure.measure}")
    for condition in measure.conditions:
        sign, word = MET[condition.met]
        show(f"      {sign} {condition.text}（{word}）")
    agencies = "、".join(measure.agencies) or "文件未写明"
    show(f"      {measure.amount.text if measure.amount else NO_AMOUNT}；{measure.kind}；单位：{agencies}")
    show(*(plain(f"      {named(citation)}", FAINT) for citation in measure.citations))


def _value(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _read_profile(path: Path) -> dict[str, Any]:
    mend = '应是 UTF-8 的 JSON 对象，如 {"行业": "低空经济"}'
    try:
        profile = json.loads(path.read_text("utf-8-sig"))
    except OSError:
        raise ReadError(f"读不了 {path}", "请检查文件名与权限") from None
    except (ValueError, RecursionError):
        raise ReadError(f"{path} 不是合法的 JSON", mend) from None
    if not isinstance(profile, dict):
        raise ReadError(f"{path} 里不是一个 JSON 对象", mend)
    return profile

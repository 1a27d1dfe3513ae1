"""Matched measures in four groups, each with its conditions as a check-list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.answer.model import Amount, Condition, MatchResult, Measure
from ui.render.answer import shipped_html
from ui.render.evidence import Evidence, notices_html, version_html
from ui.render.marks import safe
from ui.render.words import MET, NO_AMOUNT, VERDICTS


def match_html(result: MatchResult, evidence: Sequence[Sequence[Evidence]]) -> str:
    """``evidence`` runs parallel to ``result.measures``."""
    pairs = list(zip(result.measures, evidence, strict=True))
    if not pairs:
        return (
            '<div class="tk-empty" data-state="done"><p>库里的文件没有与所述情况相符的支持措施。</p>'
            "<p>可以写明所属产业、企业类型，或正在做的事（如牵头制定标准、建设应用场景）。</p></div>"
        )
    groups = "".join(_group(verdict, pairs) for verdict in VERDICTS)
    held = "".join(
        shipped_html(item, _key(row, item)) for row, (_, found) in enumerate(pairs) for item in found
    )
    return (
        f'<div class="tk-match" data-state="done" data-announce="找到 {len(pairs)} 项措施">'
        f"{_profile(result.profile)}{notices_html(result.notices)}{groups}{version_html(result.library)}{held}</div>"
    )


def _profile(profile: dict[str, Any]) -> str:
    shown = "".join(
        f'<span class="tk-tag">{safe(str(name))}：{safe(_value(value))}</span>'
        for name, value in profile.items()
        if name != "text" and _value(value)
    )
    return f'<p class="tk-profile"><span>按此理解</span>{shown}</p>' if shown else ""


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (list, tuple, set)):
        return "、".join(str(item) for item in value)
    return "" if value is None else str(value)


def _group(verdict: str, pairs: Sequence[tuple[Measure, Sequence[Evidence]]]) -> str:
    rows = [(row, *pair) for row, pair in enumerate(pairs) if pair[0].verdict == verdict]
    if not rows:
        return ""
    name, meaning = VERDICTS[verdict]
    cards = "".join(_card(row, measure, found) for row, measure, found in rows)
    title = f"{name}<small>{len(rows)} 项 · {meaning}</small>"
    if verdict == "not_applicable":
        return f'<details class="tk-group {verdict}"><summary>{title}</summary>{cards}</details>'
    return f'<section class="tk-group {verdict}"><h3>{title}</h3>{cards}</section>'


def _card(row: int, measure: Measure, found: Sequence[Evidence]) -> str:
    clauses = "".join(
        f'<button type="button" class="tk-near" data-tk-ev="{_key(row, item)}">'
        f"<b>{safe(item.citation.locator)}</b>{safe(item.citation.heading)}</button>"
        for item in found
    )
    agencies = "、".join(measure.agencies) or "文件未写明"
    return (
        f'<article class="tk-measure"><p class="original">{safe(measure.measure)}</p>'
        f"{_conditions(measure.conditions)}<dl>"
        f"<div><dt>方式</dt><dd>{safe(measure.kind)}</dd></div>"
        f"<div><dt>金额</dt><dd>{_amount(measure.amount)}</dd></div>"
        f"<div><dt>负责</dt><dd>{safe(agencies)}</dd></div></dl>"
        f'<p class="tk-clauses">{clauses}</p></article>'
    )


def _conditions(conditions: Sequence[Condition]) -> str:
    items = "".join(
        f'<li class="{_met_class(c.met)}"><span aria-hidden="true">{MET[c.met][0]}</span>'
        f"{safe(c.text)}<small>{MET[c.met][1]}</small></li>"
        for c in conditions
    )
    return f'<ul class="tk-conditions">{items}</ul>' if items else ""


def _met_class(met: bool | None) -> str:
    return {True: "yes", None: "open", False: "no"}[met]


def _amount(amount: Amount | None) -> str:
    return safe(amount.text) if amount else f'<span class="tk-unsaid">{NO_AMOUNT}</span>'


def _browsed(item: Evidence) -> Evidence:
    """Without the number, which counts measures and not the evidence of an answer."""
    return Evidence(item.citation.model_copy(update={"n": 0}), item.view)


def _key(row: int, item: Evidence) -> str:
    return f"m{row}-{item.citation.n}-{safe(item.citation.clause_id)}"

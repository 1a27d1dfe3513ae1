"""Numbers with a unit and what they count: 「引育未来产业领军人才（团队）30个」, 「打造8—10个…先导区」, 「百家高新技术企业」."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from index.clauses.facts.clause_text import ClauseText
from index.clauses.numerals import CHINESE, to_int

if TYPE_CHECKING:
    from index.clauses.document import Fact

UNITS = (
    "个百分点|个工作日|个月|个|项|家|人次|人|名|件|台|套|万亿元|亿元|万元|千元|元|平方米|平方公里|公里|公顷|亩|万户|万人|万吨|万辆"
    "|万亿|亿|万|倍|年|天|日|次|所|条|吨|辆|座|种|期|批|户|支|艘|架|公斤|小时|分钟|岁|[%％‰]"
)
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
QUANTITY = re.compile(
    rf"(?P<low>{_NUMBER})(?:(?:{UNITS})?\s*[—–\-－~～至]+\s*(?P<high>{_NUMBER}))?\s*(?P<unit>{UNITS})"
    rf"|(?P<cn>(?<![若数几第])(?:(?:百|千|万)(?!元|亿)|[{CHINESE}]{{1,6}}(?<![百千万])|[{CHINESE}]{{2,6}}))(?P<cn_unit>个(?!人|性)|家|项|名|亿元|万元|元|件|次|年(?!度|代)|天|个月|个工作日)(?!步|起|性)"
)
_SEGMENT = re.compile(r"[^，。；：！？\n]+")
_VERBS = "引育|突破|形成|打造|建成|建设|培育|孵化培育|孵化|达到|实现|新增|力争|完成|发展|组建|布局|引进|培养|超过|突破"


def targets(reading: ClauseText) -> Iterator[Fact]:
    """Facts with ``value``, ``value_max``, ``unit``, ``object`` (what is counted), ``deadline`` and its span where one
    is named."""
    for start, end in _clauses_with_items(reading.text):
        segment = reading.text[start:end]
        for match in QUANTITY.finditer(segment):
            data = _value(match)
            if data is None or _is_date(segment, match):
                continue
            data["object"] = _object(segment, match)
            data.update(_deadline(reading, start))
            yield reading.fact("target", start, end, **data)


def _clauses_with_items(text: str) -> Iterator[tuple[int, int]]:
    """Segments between commas; an enumeration of several quantities is cut at 、 as well."""
    for match in _SEGMENT.finditer(text):
        quantities = len(QUANTITY.findall(match.group()))
        if quantities < 2 or "、" not in match.group():
            yield match.span()
            continue
        at = match.start()
        for part in match.group().split("、"):
            if part.strip():
                yield at, at + len(part)
            at += len(part) + 1


def _value(match: re.Match[str]) -> dict[str, Any] | None:
    if match.group("low"):
        low = float(match.group("low").replace(",", ""))
        high = float(match.group("high").replace(",", "")) if match.group("high") else low
        return {"value": _tidy(low), "value_max": _tidy(high), "unit": match.group("unit")}
    try:
        value = {"百": 100, "千": 1000, "万": 10000}.get(match.group("cn")) or to_int(match.group("cn"))
    except ValueError:
        return None
    return {"value": value, "value_max": value, "unit": match.group("cn_unit")}


def _tidy(number: float) -> int | float:
    return int(number) if number == int(number) else number


def _is_date(segment: str, match: re.Match[str]) -> bool:
    """Years and days of the calendar are not quantities."""
    unit = match.group("unit") or match.group("cn_unit")
    after = segment[match.end() :]
    low = match.group("low") or ""
    if unit == "年" and (len(low) == 4 or after[:1].isdigit() or after.startswith("度")):
        return True
    if unit == "日":
        return bool(re.search(r"月\s*$", segment[: match.start()]))
    return bool(re.search(r"[〔第（(A-Za-z]\s*$", segment[: match.start()]))


def _object(segment: str, match: re.Match[str]) -> str:
    """What is counted: behind the number, else before it without its verb."""
    after = re.split(r"[、（(的]", segment[match.end() :])[0].strip()
    if len(segment[match.end() :].strip()) >= 2:
        return segment[match.end() :].strip() if after else ""
    before = segment[: match.start()].strip()
    return re.sub(rf"^.*?(?:重点|力争)?(?:{_VERBS})", "", before) or before


def _deadline(reading: ClauseText, start: int) -> dict[str, Any]:
    """「到2027年」 of the same paragraph, before the number."""
    paragraph = reading.text.rfind("\n", 0, start) + 1
    found = None
    for match in re.finditer(
        r"(?:到|至|截至)\s*(?:19|20)\d\d\s*年(?:底|末|前)?", reading.text[paragraph:start]
    ):
        found = match
    if not found:
        return {"deadline": None}
    return {
        "deadline": re.sub(r"\s", "", found.group()),
        "deadline_span": reading.span(paragraph + found.start(), paragraph + found.end()),
    }

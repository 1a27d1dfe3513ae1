"""Figures with a unit, and how they are compared: 「不少于30个」, 「8—10个」, 「百家」, 「翻一番」, 「10%以上」."""

from __future__ import annotations

import re
from typing import Any, Literal

from index.clauses.numerals import CHINESE, to_int
from index.wording import either

Comparator = Literal["=", "≥", "≤", ">", "<", "≈", "range"]
UNITS = (
    "个百分点|个工作日|个月|个|项|家|人次|人|名|件|台|套|万亿元|亿元|万元|千元|元|平方米|平方公里|公里|公顷|亩|万户|万人|万吨|万辆"
    "|万亿|亿|万|倍|年|天|日|次|所|条|吨|辆|座|种|期|批|户|支|艘|架|公斤|小时|分钟|岁|[%％‰]"
)
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_MORE = either(
    r"亿千瓦时|万千瓦时|千瓦时|亿千瓦|万千瓦|千瓦|吉瓦时|吉瓦|兆瓦|亿公斤|万公斤|亿斤|万斤",
    r"亿美元|万美元|亿立方米|万立方米|立方米|万平方米|亿平方米|亿亩|万亩|万公里|万人次",
    r"亿人次|万个|万套|万台|万件|万张|万头|万只|万名|万家|万间|万床|张|间|头|只|株|床|栋",
    r"处|片|村|门|场|班|列|户次|例次|例|度",
)
QUANTITY = re.compile(
    either(
        (
            rf"(?P<low>{_NUMBER})(?:(?:{_MORE}|{UNITS})?\s*[—–\-－~～至]+\s*(?P<high>{_NUMBER}))?\s*"
            rf"(?P<unit>{_MORE}|{UNITS})"
        ),
        (
            rf"(?P<cn>(?<![若数几第每{CHINESE}“])(?:(?:百|千|万)(?!元|亿)|[{CHINESE}]{{1,6}}(?<![百千万])"
            rf"|[{CHINESE}]{{2,6}}))(?P<cn_unit>个百分点|个(?!人|性)|家|项|名|亿元|万元|元|件|次|年(?!度"
            r"|代)|天|个月|个工作日|倍)(?!步|起|性)"
        ),
        r"(?P<doubled>翻(?P<times>[一两二]?)番)",
    )
)
_LEAST = re.compile(
    r"(?:不低于|不少于|不小于|至少|不得少于|不得低于|达到|达|稳定在|保持在)[^，。；\d一二三四五六七八九十百千]{0,6}$"
)
_MOST = re.compile(
    r"(?:不超过|不高于|不大于|不多于|至多|最多|控制在|压缩至|压减至|缩短至|降至|(?<!不)(?<!不得)(?:低于|少于))[^，。；\d一二三四五六七八九十百千]{0,6}$"
)
_OVER = re.compile(r"(?:超过|超|大于|高于|多于|逾|突破)[^，。；\d一二三四五六七八九十百千]{0,4}$")
_ABOUT = re.compile(r"(?:约|大约|近|接近|将近)\s*$")
_WORDS = re.compile(r"^(?P<word>左右|上下|及?以上|（含）以上|以下|以内|之内|内)")


def value_of(match: re.Match[str]) -> dict[str, Any] | None:
    """``value``, ``value_max`` and ``unit`` of a match of QUANTITY."""
    if match.group("doubled"):
        times = {"一": 2, "": 2, "两": 4, "二": 4}[match.group("times")]
        return {"value": times, "value_max": times, "unit": "倍"}
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


def is_quantity(flat: str, start: int, match: re.Match[str]) -> bool:
    """Years and days of the calendar, numbers of documents, sizes of a plan and places in an order are none."""
    unit = match.group("unit") or match.group("cn_unit")
    before, after = flat[start : match.start()], flat[match.end() :]
    if unit == "年" or unit in {"天", "日", "小时", "分钟", "岁", "次", "期", "个月", "个工作日"}:
        return False
    if after.startswith(("人口", "口")):
        return False
    if match.group("cn") and re.match(
        r"是|要|方面|环节|结合|坚持|统一|不|清单|张网|流|线|级|类|体|批|步|规定|占比|制度|改革|层|带|区|轴|极",
        after,
    ):
        return False
    if match.group("cn") in {"一", "两"} and unit in {
        "个",
        "项",
        "批",
        "家",
        "名",
        "条",
        "次",
        "件",
        "座",
        "所",
    }:
        return False
    return not re.search(r"(?:[〔第A-Za-z./“×＝=*]|由|从|含)\s*$", before) and before.count(
        "（"
    ) <= before.count("）")


def _counts_behind(flat: str, at: int, end: int) -> bool:
    """「突破30项关键技术」 breaks through 30 of them, 「突破1000亿元」 passes a mark."""
    return len(flat[at:end].strip()) >= 2


def comparator(flat: str, start: int, end: int, match: re.Match[str], data: dict[str, Any]) -> Comparator:
    """From the words before and behind the figure; = where there are none."""
    if data["value"] != data["value_max"]:
        return "range"
    before = flat[start : match.start()]
    word = _WORDS.match(flat[match.end() : end])
    said = word.group("word") if word else ""
    if said in {"左右", "上下"} or _ABOUT.search(before):
        return "≈"
    if said.endswith("以上"):
        return "≥"
    if said in {"以下", "以内", "之内", "内"} or _MOST.search(before):
        return "≤"
    if _OVER.search(before) and not (
        before.rstrip().endswith("突破") and _counts_behind(flat, match.end(), end)
    ):
        return ">"
    return "≥" if _LEAST.search(before) else "="

"""One word for what clauses and sentences call by several: short names of bodies and things, brackets inside of words."""

from __future__ import annotations

import re
from collections.abc import Callable

_DIGITS = "零一二三四五六七八九十"


def _fraction(match: re.Match[str]) -> str:
    """「2/3」."""
    upper, lower = int(match[1]), int(match[2])
    return f"{_DIGITS[lower]}分之{_DIGITS[upper]}" if lower <= 10 else match.group()


_OFFICIAL: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"村（居）(?:民委员会|委会)|村居?、居委会|村居委会", "村民委员会、居民委员会"),
    (r"村委会?(?!员)", "村民委员会"),
    (r"居委会?(?!员)", "居民委员会"),
    (r"业委会", "业主委员会"),
    (r"街道办(?!事|法|理)", "街道办事处"),
    (r"人民政府", "政府"),
    (r"政府(?:及其|和)(?:政府)?(?=部门)", "政府及其"),
    (r"听从(?=劝)", "听"),
    (r"经(审[查核]|核查|评估|检[查验]|验收)，(?=符合|合格)", r"经\1"),
    (r"(?<![\d/])([1-9])/([1-9]\d?)(?![\d/])", _fraction),
    (r"投诉[、和及]举报|举报[、和及]投诉", "投诉举报"),
    (r"政府的(?=[\u4e00-\u9fff]{2,8}部门)", "政府"),
    (r"(?<!公安)交管(?=部门|机关|局)", "交通管理"),
    (r"公安(?:机关)?交管(?=部门|机关|局)?", "公安机关交通管理"),
    (r"安监(?=部门|局|机关)", "安全生产监督管理"),
    (r"(?:(?<![\u4e00-\u9fff])|(?<=[条由向]))(生产|经营|销售|使用)(?!的)([\u4e00-\u9fff]{2,8})的(?=企业|单位)", r"\2\1"),
    (r"县[（、]?市[、]?区）?(?=级|政府|[\u4e00-\u9fff]{2,8}(?:部门|机构|局))", "县级"),
    (r"(?:区、?县（市）|区县（自治县）|县（区）|区（县）|区县)(?=政府|[\u4e00-\u9fff]{2,8}(?:部门|机构|局))", "县级"),
    (r"(?<=[市州]、)县(?=政府)", "县级"),
    (r"县级级", "县级"),
    (r"乡[（、]镇）?(?=政府)", "乡镇"),
    (r"(?<!住房)公积金", "住房公积金"),
    (r"低保(?!险|障|证|值)", "最低生活保障"),
    (r"(?<=跨境)电商", "电子商务"),
    (r"公租房", "公共租赁住房"),
    (r"廉租房", "廉租住房"),
    (r"经济适用房|经适房", "经济适用住房"),
    (r"社保(?!障|险|局|部)", "社会保险"),
    (r"小微(?=企|型|主)", "小型微型"),
    (r"文旅(?=局|部门|主管)", "文化和旅游"),
)  # fmt: skip
_RULES = tuple((re.compile(pattern), word) for pattern, word in _OFFICIAL)
_BRACKET = re.compile(r"(?<=[\u4e00-\u9fff])（(?P<in>[\u4e00-\u9fff])）(?=[\u4e00-\u9fff、，。；的])")
_NO_WORD = frozenset("一二三四五六七八九十含不下元套款项条甲乙丙丁")
_LEVEL = frozenset("省市州县区乡镇村街居国")


def official(text: str) -> str:
    """「县（市、区）人民政府」 and 「县级政府」, 「村委会」 and 「村民委员会」, 「景区（点）」 and 「景区」 are one."""
    for pattern, word in _RULES:
        text = pattern.sub(word, text)
    return _BRACKET.sub(_unfolded, text)


def _unfolded(match: re.Match[str]) -> str:
    inner = match["in"]
    if inner in _NO_WORD:
        return match.group()
    return inner if inner in _LEVEL else ""

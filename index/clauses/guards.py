"""Guards of the numbering families: may what stands at the beginning of a line be its label, seen what follows on the line?

``sure``: it is the usual reading; ``doubtful``: label or running text, which the numbering around it decides; ``no``: never.
"""

from __future__ import annotations

import re
from typing import Literal

from index.clauses.numerals import CHINESE, half_width_digits

Guard = Literal["sure", "doubtful", "no"]
_CN = f"[{CHINESE}]"

RUN_IN = re.compile(r"^(?P<heading>[^\s。；;：:，！？]{2,20})[ \u3000\xa0]{2,}(?=\S.*[。；：:]$)")
"""「范围　　本规范规定…。」: heading and text on one line, a gap between them."""


def always(_rest: str) -> Guard:
    return "sure"


_REFERENCE = re.compile(
    r"^(第|所称|所列|所规定|规定|的|、|，|,|和|至|到|或|及|以及|或者|中|之规定|项(?!目)|[（(]?以下)"
)
_LISTED = re.compile(r"^(项(?!目)|[、至和])")


def is_article(rest: str) -> Guard:
    """「第二条所称…」 without a gap is rather a reference than a heading; 「第三条、第四条」 is one for sure."""
    if rest[:1].isspace() or not _REFERENCE.match(rest):
        return "sure"
    return "no" if re.match(r"[、，,和至到或及]", rest) else "doubtful"


def is_chapter(rest: str) -> Guard:
    text = rest.strip()
    fits = len(text) <= 40 and not re.search(r"[。；，：]$", text) and not re.match(r"^[、，的第]", text)
    return "sure" if fits else "no"


_YEAR = re.compile(r"^(19|20)\d\d年")
_UNIT = re.compile(
    r"^\s*([%％‰亿万元倍米吨亩年月日号度℃]|个百分点|千克|公斤|克|毫|平方|立方|公里|公顷|小时|分钟|个月)"
)


_TERM = re.compile(r"^\d{1,2}\s*(年|个月|月|日|天)")


def is_numbered_item(rest: str) -> Guard:
    """「17.2025年…」 is item 17; 「2.5亿元」 is an amount; 「1.80周岁」 and 「2.3年内」 may be items."""
    if rest[:1].isspace():
        return "sure"
    rest = half_width_digits(rest)
    if not rest[:1].isdigit() or _YEAR.match(rest):
        return "sure"
    if _TERM.match(rest):
        return "doubtful"
    return (
        "no"
        if _UNIT.match(re.sub(r"^[\d.．]+", "", rest)) or not re.search(r"[^\d.．\s]", rest)
        else "doubtful"
    )


def is_decimal(rest: str) -> Guard:
    if _UNIT.match(rest) or re.match(r"^\s*[—\-~～至、，,)）/]", rest):
        return "no"
    return "sure" if rest[:1].isspace() and rest.strip() else "doubtful"


def is_spaced_decimal(rest: str) -> Guard:
    """「2. 1　公历」: with a space behind the dot it may as well be an item 2. that begins with a number."""
    return "doubtful" if re.match(r"\s+[\u4e00-\u9fff]", rest) else "no"


def is_bare_number(rest: str) -> Guard:
    """「4 代码规则」「3术语和定义」「1　范围　　本规范规定…」: a heading of a standard, the text perhaps behind a gap."""
    text = rest.strip()
    if behind_gap := RUN_IN.match(text):
        text = behind_gap["heading"].replace("、", "")
    fits = (
        2 <= len(text) <= 40 and re.match(r"[\u4e00-\u9fff]", text) and not re.search(r"[。；，、：\t]", text)
    )
    counted = re.match(r"(个|家|人|名|次|种|类|项|条|年|月|日|天|周|岁|元|万|亿|号|楼|层|度|倍|年度)", text)
    return "doubtful" if fits and not counted and not _UNIT.match(text) else "no"


def is_bare_chinese(rest: str) -> Guard:
    text = rest.strip()
    return "doubtful" if 2 <= len(text) <= 30 and not re.search(r"[。；，、：\t]", text) else "no"


def is_item(rest: str) -> Guard:
    """「（一）至（三）项」 is a reference."""
    return "doubtful" if _LISTED.match(rest) or re.match(r"^[（(]", rest) else "sure"


def is_top(rest: str) -> Guard:
    """「二、三季度」 is running text."""
    return "doubtful" if re.match(rf"^{_CN}", rest) else "sure"


def is_attachment(rest: str) -> Guard:
    return "doubtful" if rest.strip() else "sure"


def is_short(rest: str) -> Guard:
    return "sure" if len(rest.strip()) <= 40 and not re.search(r"[。；]$", rest.strip()) else "no"


def is_letter(_rest: str) -> Guard:
    return "doubtful"

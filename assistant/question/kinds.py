"""How a sentence says a detail as a question asks for it: in its unit, for each, in a share."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question.counters import units_of
from assistant.question.details import COUNTED, MISSING, SAID_BY
from assistant.question.said_as import COPIES, NUMBER, RATIO
from assistant.question.within import WITHIN

_NO_TIME = r"(?<!个(?=工作日|自然日|交易日|月|小时|年|季度|星期|百分点))"
_PEOPLE_ASKED = re.compile(r"多少(学生|老人|职工|员工|居民|孩子|老师|教师|病人|患者|村民|农民)")
_NUMBER_OF = re.compile(r"([人户家次件])数|名额[？?]?$")


_PAPERS_IN_SETS = re.compile(r"(?:材料|资料|文件|证件|复印件)[^，。？]{0,8}(?:几|多少)套")
_DIVIDED = re.compile(r"分(?:为|成)?(?:哪?几|多少)[种类档级][\u4e00-\u9fff]{0,4}[？?]?$")
"""「居住证分几种年限」, which 「分为1年、3年、5年」 says."""
FOR_EACH = re.compile(
    r"每个?(?:区县?|县|市|街道|镇|家|人|户|园区|企业|方向|产业)[^，。？]{0,6}(?:几|多少)|各分(?:几|多少)|各(?:产业|区县|方向|行业|地)[^，。？]{0,4}(?:怎么|如何|怎样)分"
)
"""「每个区县几个」, which a sum of all does not say."""


@lru_cache(256)  # asked of every sentence that is read
def kind_of(detail: str, flat: str) -> tuple[re.Pattern[str], str]:
    """How a sentence says such a detail as ``flat`` asks for it, and what is missing in words where none does."""
    counted = COUNTED.search(flat) if detail in {"quantity", "yearly"} else None
    found = counted or (_NUMBER_OF.search(flat) if detail == "quantity" else None)
    if detail == "quantity" and not found and (people := _PEOPLE_ASKED.search(flat)):
        return _counts(detail, f"[名人]|{people[1]}", bool(FOR_EACH.search(flat))), MISSING[detail]
    if found and detail == "quantity" and (found[1] == "份" or _PAPERS_IN_SETS.search(flat)):
        return re.compile(COPIES), "具体份数"
    if found:
        if detail == "quantity" and _DIVIDED.search(flat):
            return re.compile(
                r"分(?:为|成)?[^，。；、]{1,12}、|" + _counts(detail, "[种类档级]", False).pattern
            ), MISSING[detail]
        units = units_of(found[1] or "名", flat[found.end() :].rstrip("？?。"), flat)
        return _counts(detail, units, bool(FOR_EACH.search(flat))), MISSING[detail]
    fitting = ((said, missing) for asked, said, missing in WITHIN.get(detail, ()) if asked.search(flat))
    return next(fitting, (SAID_BY[detail], MISSING[detail]))


def _counts(detail: str, units: str, for_each: bool) -> re.Pattern[str]:
    number = rf"(?<!最近)(?<!上)(?<!每)(?<!首)(?!一[个项家]){NUMBER}"  # 「只能申请一个学校」 counts nothing
    if detail == "yearly":
        return re.compile(rf"(?:每年|年度|逐年|当年)[^，。；]{{0,20}}{NUMBER}余?(?:{units}){_NO_TIME}")
    if for_each:
        return re.compile(rf"(?:每|各|平均)[^，。；]{{0,16}}{number}余?(?:{units}){_NO_TIME}")
    share = rf"|户数[^，。；]{{0,8}}(?:{RATIO})" if "户" in units else ""
    crowd = rf"|{NUMBER}[百千]?[万亿](?:左右|以上|余)?[^，。；\d]{{0,12}}人口" if "人" in units else ""
    return re.compile(rf"{number}(?:\.\d+)?[百千万亿]*余?多?(?:{units})(?<!人(?=才)){_NO_TIME}{crowd}{share}")

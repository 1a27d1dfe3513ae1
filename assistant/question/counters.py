"""Counters of the same things: a text that counts in one of them says what is asked for in another."""

from __future__ import annotations

import re

_COUNTERS = ("名人位", "家户", "个项", "只条头匹尾", "次回")
"""Counters of the same things."""
_ALLOTTED = re.compile(r"推荐|推几|能推|名额|限报|限额")


_PEOPLE = re.compile(r"娃|孩子|学生|小孩|人(?!才)|老人|职工|员工|居民|新生|子女")
_OF_PLACES = r"(?:试点|示范)?(?:城市|省份?|省市|区县|县市|市州|地级市?|街道|乡镇|国家)"
_AREA = re.compile(r"省|[市县区](?!级|属|直)|乡镇|街道|村|社区|国家|城市")


_ALSO_COUNTED_IN = {
    "条": "[条项个只头匹尾]",  # 「130项经验做法」
    "种": "[种类]|大类|个[\u4e00-\u9fff]{1,3}种",  # 「3个病种」, 「两大类」
    "台": "[台件]",
    "分": "分(?![钟之店支类级局])",
    "节": "[节课]",  # 「8课时」
    "次": "[次回](?!审批|性|分配|办[理结]|告知|门)",  # 「一次审批」
    "回": "[次回](?!审批|性|分配|办[理结]|告知|门)",
}


def units_of(counter: str, behind: str, flat: str) -> str:
    """The pattern of the units that count the same things; ``behind`` is what the question says behind its counter."""
    if counter in _ALSO_COUNTED_IN:
        return _ALSO_COUNTED_IN[counter]
    if counter == "个" and (area := _AREA.match(behind)):
        return f"个[^，。；]{{0,20}}{area.group()}"  # 「全国能评上几个县」
    if counter == "个" and _PEOPLE.match(behind):
        return "[个名人]"  # 「收多少个娃」
    alike = next((some for some in _COUNTERS if counter in some), counter)
    if alike == "个项" and not behind:
        return "[个项名人家户种所座]"  # 「能照顾几个」 counts what has been said before
    if counter == "家" and _ALLOTTED.search(flat):
        return "[家户个]"  # 「各市推荐名额15个」
    if alike == "个项":
        return rf"[个项](?!{_OF_PLACES})"  # no 「11个城市」 for 「多少个品种」
    if counter == "家":  # 「5个店」, 「获支持企业数量不超过10个」
        noun = re.match(r"[店厂馆园]", behind)
        alone = r"个(?![\u4e00-\u9fff])"
        return f"[{alike}]|{alone}|个{noun.group()}" if noun else f"[{alike}]|{alone}"
    return f"[{alike}]"

"""The kinds of detail that people ask for: which of them a question asks for."""

from __future__ import annotations

import re

from assistant.question.detail_tables import figures, money, people, places, terms, times
from assistant.question.detail_tables.detail import Detail
from assistant.question.said_as import FEW

DETAILS: tuple[Detail, ...] = (
    people.CONTACT,
    people.PERSON,
    places.PLACE,
    places.PLACE_NAMES,
    figures.AGE,
    figures.SIZE,
    figures.YEARLY,
    people.OPERATOR,
    terms.PENALTY,
    times.DEADLINE,
    money.AMOUNT,
    terms.PROCEDURE,
    terms.CONDITION,
    figures.HOW_MANY,
    figures.ANY_OTHER,
)
"""Of two that fit alike the earlier one counts."""
FIGURE = figures.ANY_OTHER.name

ASKED_BY = {name: asked for name, asked, _, _ in DETAILS}
SAID_BY = {name: said for name, _, said, _ in DETAILS}
MISSING = {name: missing for name, _, _, missing in DETAILS}

COUNTED = re.compile(rf"(?:多少|{FEW})[十百千万亿]?({figures.COUNTERS}|倍)")


def detail_of(bare: str) -> str | None:
    """The detail that a question asks for: the first that is in the words of asking themselves, 「带多少人能奖3万」 → 多少人;
    else the first at all."""
    named = next((name for name in _found(bare) if _is_asked_about(name, bare)), None)
    given = _WHETHER_GIVEN.search(bare) or _GIVEN_OR_NOT.search(bare)
    whether = next((name for name, words in _GIVEN_SO.items() if given and given[1] in words), None)
    if given and whether:
        return asked_for(bare) or whether
    return asked_for(bare) or _by_unit(bare) or named


def asks_whether_given(bare: str) -> bool:
    """「年龄有没有上限」 asks for the detail, not for yes or no."""
    return bool(_WHETHER_GIVEN.search(bare) or _GIVEN_OR_NOT.search(bare))


_WHETHER_GIVEN = re.compile(
    r"(?:有没有|是否|有无|没有)(?:规定|写明|明确|说明|限定|设定|给出|公布|提到)[^，。？?]{0,24}?(年限|期限|时限|比例|金额|数额|额度|罚则|电话|联系方式|年龄)(?:吗|呢|的要求)?(?:[，,？?]|$)"
)
"""「有没有规定最长持有年限」: whether a detail is given asks for it."""
_GIVEN_OR_NOT = re.compile(
    r"(年限|期限|时限|比例|金额|数额|额度|年龄)(?:有没有|有无|是否有?)(?:统一|明确|具体)?的?(?:规定|要求|标准|限制|上限|下限)"
)
"""「出资比例有无统一要求」."""
_GIVEN_SO = {
    "deadline": ("年限", "期限", "时限"),
    "amount": ("比例", "金额", "数额", "额度"),
    "penalty": ("罚则",),
    "contact": ("电话", "联系方式"),
    "age": ("年龄",),
}
_UNITS = (
    (
        "amount",
        re.compile(
            rf"^(?!.*罚).*(?:[百千万]分之(?:多少|几)|(?:多少|{FEW})(?:成|折|倍|[十百千万亿]*(?:元|块钱?)))"
        ),
    ),
    ("deadline", re.compile(rf"(?:多少|{FEW})个?(?:周(?!岁)|星期|季度|分钟|秒)")),
)


def _by_unit(bare: str) -> str | None:
    """The detail that is asked for in its unit, whatever else stands around it."""
    return next((name for name, asked in _UNITS if asked.search(bare)), None)


def _is_asked_about(name: str, bare: str) -> bool:
    """A question without words of asking, 「首台套的补贴标准」, or one that asks of the word itself, 「补贴标准是怎样的」: not
    「有效期内坏了，有什么权利」."""
    if not _ASKING.search(bare) or re.search(r"吗|么[？?]?$|呢", bare):
        return True
    return any(
        _ASKED_OF_IT.match(bare, m.end()) or _ASKING_FOR_IT.search(bare[: m.start()])
        for m in ASKED_BY[name].finditer(bare)
    )


_ASKING_FOR_IT = re.compile(
    r"(?:多少|几|哪|什么|何|怎[么样]|如何|谁)[个些条种家类样处的]{0,2}[\u4e00-\u9fff]{0,4}$"
)
_ASKED_OF_IT = re.compile(
    r"(?:[和与及、][\u4e00-\u9fff]{2,6})?[，,](?:[\u4e00-\u9fff]{2,4}(?:里|中|上))?(?:条例|办法|规定"
    r"|细则|意见|计划|方案|措施|通知)?(?:的?原文|原句|条文|文件|条例)?(?:里|中)?(?:是|又)?"
    r"(?:哪一?[句条]|什么|怎么|如何|怎样)|(?:[和与及、][\u4e00-\u9fff]{2,8})?(?:[，,](?:这份)?(?:文件"
    r"|计划|政策|办法|方案)(?:里|中)?)?[\u4e00-\u9fff]{0,3}?(?:是|为|有|由|都|分别|大概|应该?|需要?|要"
    r"|可以?|能|该|和|及|、|方面)*(?:多少|几|哪|什么|何|怎|如何|谁|多[久大长高远])"
)


def asked_for(bare: str) -> str | None:
    """The detail that stands in the words of asking themselves, of several the one asked for first; None where the question only
    names one."""
    asking = [(at, name) for name in _found(bare) if (at := _asked_at(name, bare)) is not None]
    return min(asking, key=lambda item: item[0])[1] if asking else None


def _asked_at(name: str, bare: str) -> tuple[int, int, int] | None:
    """Where the first word of asking stands in what asks for the detail, what goes on farther first, then what begins earlier:
    「多少天」 before 「费多少」, 「达到什么标准」 before 「什么标准」."""
    found = ((m, _ASKING.search(m.group())) for m in ASKED_BY[name].finditer(bare))
    return min(((m.start() + word.start(), -m.end(), m.start()) for m, word in found if word), default=None)


def figure_asked(bare: str) -> str | None:
    return FIGURE if ASKED_BY[FIGURE].search(bare) else None


def _found(bare: str) -> list[str]:
    if _TO_WHOM.search(bare):
        return []
    counted = [m for m in COUNTED.finditer(bare) if m.group(1) != "倍"]  # 「多少万家」
    return [
        name
        for name, asked, _, _ in DETAILS
        if name != FIGURE
        and (m := asked.search(bare))
        and not (name == "amount" and any(c.start() < m.end() <= c.end() for c in counted))
    ]


_TO_WHOM = re.compile(r"(?:(?<![交报递送])给|归|发给|奖给|补给|算)谁的?(?!.*(?:多少|几))")
OF_A_TASK = ("deadline", "amount", "procedure", "size", "age")
"""Details of what an agency does, where the agency itself is not asked for."""


_ASKING = re.compile(r"多少|几|哪|什么|何|怎|谁|多[久大长高远快宽重深]")

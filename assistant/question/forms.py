"""The kinds of article that questions ask for by the words of drafting: purpose, scope, principles, duties, rights, what is
forbidden. Patterns are searched in the question with white space removed, and in a sentence as it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ACT = r"本(?:法|条例|办法|规定|细则|规则|规范|标准|措施|政策|通知|意见|方案|决定|实施)"
_WHICH = r"(?:什么|哪些?|哪几|何|啥|谁|怎样的|几)"


@dataclass(frozen=True)
class Form:
    """``asked`` is how a question asks for such an article, ``said`` how its sentence reads; ``of_whole``: a document has one of
    it, for all of it."""

    name: str
    asked: re.Pattern[str]
    said: re.Pattern[str]
    of_whole: bool = False


FORMS: tuple[Form, ...] = (
    Form(
        "purpose",
        re.compile(
            rf"(?:目的|宗旨|初衷)(?:主要)?(?:是|为|在于)?{_WHICH}|(?:》|法|条例|办法|规定|细则|规则|决定)(?:制定|出台)?的?(?:主要)?目标(?:是|为){_WHICH}"
            rf"|为(?:什么|何|啥)(?:要)?(?:制定|出台|颁布|发布|印发)|出于{_WHICH}(?:目的|考虑)"
        ),
        re.compile(
            rf"为了?.{{6,}}(?:制定|出台|发布|作出|提出|印发).{{0,12}}(?:{_ACT}|如下|计划)|为了?.{{6,}}作.{{0,3}}如下|^为(?:了|进一步|深入|贯彻|加快|规范|促进|推[进动]|加强|落实)[^。]{{10,}}"
        ),
        of_whole=True,
    ),
    Form(
        "basis",
        re.compile(
            rf"(?:制定|立法|出台|法律|政策|法规|上位法?)(?:的)?依据|(?:根据|依据|按照){_WHICH}[^，。]{{0,12}}(?:制定|出台|发布)"
        ),
        re.compile(r"(?:根据|依据|依照|按照).{2,}(?:制定|结合|现就|出台|提出)"),
        of_whole=True,
    ),
    Form(
        "scope",
        re.compile(
            rf"适用(?:的)?(?:范围|对象|主体)|适用(?:于)?{_WHICH}|{_WHICH}[^，。]{{0,14}}适用(?:{_ACT}|这|该|于)|适用于[^，。]{{1,20}}[吗么]|(?:对)?{_WHICH}[^，。]{{0,6}}不?适用$"
        ),
        re.compile(rf"适用(?:于)?{_ACT}|{_ACT}.{{0,8}}?适用(?:于)?|(?:遵守|按照|依照|参照|执行){_ACT}"),
        of_whole=True,
    ),
    Form("principle", re.compile(r"原则"), re.compile(r"原则|遵循|坚持")),
    Form(
        "duties",
        re.compile(
            rf"{_WHICH}(?:主要|具体|工作|法定)?(?:职责|职权|职能|权限)|(?:职责|职权|职能|权限)(?:有|是|包括|为)?{_WHICH}"
        ),
        re.compile(r"职责|职权|职能|权限|有权"),
    ),
    Form("rights", re.compile(rf"{_WHICH}(?:合法|基本)?权(?:利|益)"), re.compile(r"权利|有权|权益")),
    Form("obligations", re.compile(rf"{_WHICH}(?:法定|基本)?义务"), re.compile(r"义务")),
    Form(
        "forbidden",
        re.compile(
            rf"(?:禁止|不得|不能|不可以?|不准|严禁|不允许)(?:从事|做|有|的)?[^，。]{{0,10}}{_WHICH}|{_WHICH}[^，。]{{0,14}}(?:禁止|不得|不能|不可以|不准|严禁|不允许)"
        ),
        re.compile(r"不得|禁止|严禁|不准"),
    ),
    Form(
        "cases",
        re.compile(r"(?:什么|哪些|哪几种|何种)(?:样的)?(?:情况|情形|场合)"),
        re.compile(r"(?:下列|以下|有下).{0,12}(?:情形|情况|场合|之一|人士|人员|行为)"),
    ),
    Form(
        "kinds",
        re.compile(
            rf"(?:分为|分成|划分为|包括|有)(?:哪|几)(?:些|几)?(?:大|个)?(?:类|种|部分|等级)|哪几(?:类|种|个等级)|哪些(?:类型|种类|类别)|由{_WHICH}[^，。]{{0,6}}(?:组成|构成)|(?:包括|包含|涵盖)了?(?:哪些|什么)[？?]?$"
        ),
        re.compile(r"分为|分成|划分|包括|包含|由.{2,}(?:组成|构成)"),
    ),
)


def form_of(flat: str) -> Form | None:
    """The first that the question asks for."""
    return next((form for form in FORMS if form.asked.search(flat)), None)

"""The kinds of article that questions ask for by the words of drafting: purpose, scope, principles, duties, rights, what is
forbidden. Patterns are searched in the question with white space removed, and in a sentence as it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.wording import either

_ACT = r"本(?:法|条例|办法|规定|细则|规则|规范|标准|措施|政策|通知|意见|方案|决定|实施)"
_WHICH = r"(?:什么|哪些?|哪几|何|啥|谁|怎样的|几)"
_WHEN = r"何时|什么时[候间]|什么日期|哪一?[天年日]|[何几]年|几[号月]|多会儿"
_BEGINS = r"施行|实施|执行|生效|启用"


@dataclass(frozen=True)
class Form:
    """``asked`` is how a question asks for such an article, ``said`` how its sentence reads. ``of_whole``: a document has one of
    it, for all of it; ``closing``: among its last articles, and ``missing`` says what it lacks where it has none. Of several
    sentences the one that holds ``best`` is meant."""

    name: str
    asked: re.Pattern[str]
    said: re.Pattern[str]
    of_whole: bool = False
    closing: bool = False
    missing: str = ""
    best: re.Pattern[str] | None = None


FORMS: tuple[Form, ...] = (
    Form(
        "purpose",
        re.compile(
            either(
                rf"(?:目的|宗旨|初衷)(?:主要)?(?:是|为|在于)?{_WHICH}",  # 目的是什么
                rf"(?:》|法|条例|办法|规定|细则|规则|决定)(?:制定|出台)?的?(?:主要)?目标(?:是|为){_WHICH}",
                r"什么是[^，。]{2,40}(?:法|条例|办法|规定|细则|规则|决定|》)的(?:主要|核心)?(?:目标|目的)",
                r"为(?:什么|何|啥)(?:要)?(?:制定|出台|颁布|发布|印发)",  # 为什么要制定
                rf"出于{_WHICH}(?:目的|考虑)",
            )
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
            either(
                r"适用(?:的)?(?:范围|对象|主体)",
                rf"适用(?:于)?{_WHICH}",
                rf"{_WHICH}[^，。]{{0,14}}适用(?:{_ACT}|《|这|该|于)",
                r"适用于[^，。]{1,20}[吗么]",
                rf"(?:对)?{_WHICH}[^，。]{{0,6}}不?适用$",
                # 办法管几
                (
                    rf"(?:办法|条例|规定|意见|细则|政策|措施|方案)(?:到底|究竟|主要|具体)?管(?:的是|着|到)?{_WHICH}"
                    r"(?!时)"
                ),
            )
        ),
        re.compile(rf"适用(?:于)?{_ACT}|{_ACT}.{{0,8}}?适用(?:于)?|(?:遵守|按照|依照|参照|执行){_ACT}"),
        of_whole=True,
    ),
    Form(
        "in_force",
        re.compile(
            either(
                rf"(?:{_WHEN})(?:开始|起|正式|就|会|能)*(?:{_BEGINS})",  # 几号起执行
                rf"(?:{_BEGINS})的?(?:日期|时间)(?:是|为|[？?]|$)",
                rf"(?:从|自)(?:{_WHEN})(?:开始|起|算起)(?:的|[？?]|$)",  # 从哪天开始
                rf"(?:已经|开始)(?:正式)?(?:{_BEGINS})了?[吗么没]",
            )
        ),
        re.compile(rf"(?:自|从|于).{{2,24}}[起日](?:正式)?(?:{_BEGINS})"),
        of_whole=True,
        closing=True,
        missing="从何时起施行",
    ),
    Form(
        "interpreter",
        re.compile(
            r"(?:谁|哪里|哪个?(?:部门|单位|机关|局|委)?|什么(?:部门|单位|机关))[^，。]{0,6}解释|解释(?:权|单位|部门|机关|机构)|负责解释的"
        ),
        re.compile(r"(?:由|归).{2,60}解释|.{2,40}负责解释|解释权|解释(?:工作)?由.{2,40}负责"),
        of_whole=True,
        closing=True,
        missing="由谁负责解释",
    ),
    Form(
        "authority",
        re.compile(
            r"(?:谁|(?:哪个|哪些|什么|哪一?级)(?:部门|机关|机构|单位))(?:来|具体|应当?|主要)?(?:负责|主管|监管|管理)[^，。]*(?:监督|管理|监管|工作|事务)"
            r"|(?:主管|监管|监督管理)(?:部门|机关|单位)(?:是|有)(?:谁|哪|什么)"
        ),
        re.compile(
            r"主管(?!部门)|负责.{0,80}(?:工作|管理|监督|指导|组织)|实施.{0,8}管理|由.{2,30}(?:负责|组织|主管)"
        ),
        best=re.compile(r"本行政区域|辖区|全国|统一.{0,4}管理|工作"),
    ),
    Form(
        "bounds",
        re.compile(
            r"本数|(?:以[上下内]|不满|超过)[”』」]?[^。]{0,16}(?:算不算|含不含|包不包[括含]|是否包[括含]|算在内|也算)"
        ),
        re.compile(r"本数"),
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
        re.compile(r"(?:什么|哪些|哪几种|何种)(?:样的)?(?:情况|情形|场合|问题|行为|原因)"),
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

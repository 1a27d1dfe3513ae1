"""Questions that set things side by side: 「…有何不同」, 「…一样吗」, 「哪个更高」, 「甲和乙分别…」, 「各文件…」, 「除…外还有…」.

Read from the words alone; which documents, clauses or agencies the sides are is found later (``assistant.sides``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.question.understand import flatten
from index.wording import either

Kind = Literal["differ", "same", "more", "each", "which"]


@dataclass(frozen=True)
class Contrast:
    """``each``: every document that speaks of it is meant. ``body``: what is compared, the words of comparing taken out;
    ``asked``: those words; ``least``: 哪个更低 and the like. ``readings``: ways to part the body in sides and matter."""

    kind: Kind
    each: bool
    body: str
    asked: str
    least: bool = False
    denied: bool = False
    """「哪些文件没有规定」."""

    @property
    def readings(self) -> tuple[tuple[str, str], ...]:
        return tuple(dict.fromkeys(_readings(self.body)))


_LEAD = re.compile(
    r"^(?:请问?|麻烦|帮我|帮忙|我想(?:知道|了解|问问?)?|想(?:知道|了解|问)?|能不能|能否)*"
    r"(?:比较|对比|比对|对照|比一比|说说|列出|列一下|汇总|梳理|总结)(?:一下|下)?"
)
_POLITE = re.compile(r"^(?:请问一?下?|麻烦|帮我|我想(?:知道|了解|问问?)|想(?:知道|了解|问)一?下?)+[，,]?")
_ADVERB = r"(?:[都各]|各自|分别|之间|两者|二者|上)*"

# How a comparison ends: (kind, its words).
TAILS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "differ",
        re.compile(
            _ADVERB
            + r"(?:有什么|有何|有哪些|有没有|有啥|有多大|存在(?:什么|哪些|何)|是否有|有|的)?(?:(?:规定|标准|做法"
            r"|内容|政策|要求)(?:上|中|方面)?的?)?(?:不同|区别|差别|差异|不一样|异同|(?:要求)?相?差(?:多少"
            r"|多大))(?:之处|点|的?地方)?(?:在哪里?|在什么地方|是什么|有哪些|吗|么)?$"
        ),
    ),
    (
        "same",
        re.compile(
            _ADVERB + r"(?:是不是|是否|算不算|是)?(?:完全)?"
            r"(?:一样|相同|一致|同一个?(?:部门|单位|机关|机构|标准|委|局)?|同样)(?:的|吗|么|嘛|不|呢)*$"
        ),
    ),
    (
        "more",
        re.compile(
            _ADVERB
            + r"(?:是)?(?:哪个|哪一个|哪一?[方种类项条地市边家份]|谁|哪里|哪)(?:的)?(?:更|比较|最|要)?"
            r"(?P<way>[高多大长久早晚低少短小严宽])(?:一些|一点|些)?$"
        ),
    ),
    (
        "each",
        re.compile(
            r"(?:都|各自)?分别(?:都)?(?:是|为|有|包括|包含|由|归|到|要|给|需要?|列有|涵盖|能|可以?|下设|规定了?|怎么|如何)*"
            r"[^，。]{0,6}(?:哪|什么|啥|多[少久长大高]|几|谁|何|怎)[^，。]{0,14}$"
        ),
    ),
)
_ASKS = re.compile(r"什么|哪|多少|几|谁|怎|如何|吗|是否|何时")
_MORE_LESS = frozenset("低少短小早宽")
_EACH = re.compile(
    either(
        # 各省
        (
            r"各(?:个|个?不同的?)?(?:区县|地区|地方|地级市|地市|城市|地|市|省|区|县|份?文件|份?政策"
            r"|部?法规|部?办法|项?政策)(?:之间)?(?:的|出台的|对|在)?"
        ),
        # 这些政策
        (
            r"的?(?:[这那](?:几|些|[两二三四五六七八九十\d]+)(?:份|个|部|项|篇)?|(?:几"
            r"|[两二三四五六七八九十\d]+)(?:份|部|篇))(?:文件|政策|法规|法律|规定|办法|条例|通知|意见)"
            r"(?:里|中)?(?:的)?"
        ),
        r"(?:不同|各类|所有|全部|库中|库里|已收录的?)的?(?:文件|城市|地区|地方|省市)(?:里|中)?(?:的)?",
    )
)
_EVERY = re.compile(
    r"(?:各|所有|这些|全部|每)(?:一?份|个|部|项)?(?:文件|政策文件|法规|条例)(?:里|中)?(?:的|都)?"
)
"""With a question behind it, all documents are meant even where nothing is compared."""
_WHICH = re.compile(
    r"(?:各|所有|这些|全部)(?:份|部)?(?:文件|政策)(?:当?中|里)?[，,]?(?:有)?哪(?:些|几份|几个)(?:还|也"
    r"|都)?(?P<refused>没有|没|未|并未)?(?:规定|提到|提及|涉及|写明?|写有|明确|出台)(?:到|了|过)?"
    r"(?:关于|对)?|(?:还?有|在|库中|库里)*哪(?:些|几份|几个|几部|份|个|部)(?:城市|地方|地区|省市|市"
    r"|地方的?)?(?:的)?(?:文件|政策文件|政策|办法|条例|法规|法律|城市|地方|地区)(?:里|中)?(?:还|也"
    r"|都)?(?P<denied>没有|没|未|并未|都没有)?(?:规定|提到|提及|涉及|写|有|说|明确|支持|给予?|出台|对"
    r"|在|设)(?:到|了|过|明)?(?:关于|对)?"
)
_ENDING = re.compile(
    r"(?:[，,、]|了?吗|(?:都|也)?(?:作|做)(?:了|出)?(?:明确|具体)?(?:的)?(?:规定|要求)?了?|(?<=.)有?(?:明确|具体)的?规定)+$"
)
"""What is left of the words of asking behind what is compared."""
_EXCEPT = re.compile(
    r"除了?(?P<what>[^，,]{1,40}?)(?:之外|以外|外)?[，,]|除了?(?P<near>[^，,]{1,30}?)(?:之外|以外|外)|在(?P<beside>[^，,在]{2,12}?)(?:之外|以外)还"
)


def contrasted(text: str) -> Contrast | None:
    """None where nothing is set side by side."""
    flat = re.sub(r"[？?。！!]+$", "", _POLITE.sub("", flatten(text)))
    lead = _LEAD.match(flat)
    body = flat[lead.end() :] if lead else flat
    head, comma, _ = body.partition("，")
    if comma and (match := TAILS[0][1].search(head)):  # 「甲和乙有什么不一样，分别找谁」
        return _contrast("differ", head[: match.start()], match.group(), False)
    for kind, pattern in TAILS:
        if match := pattern.search(body):
            way = match.groupdict().get("way") or ""
            return _contrast(kind, body[: match.start()], match.group(), way in _MORE_LESS and bool(way))
    if match := _WHICH.search(body):
        rest = _EXCEPT.sub("", body[: match.start()]) + body[match.end() :]
        rest = _ENDING.sub("", rest)
        return Contrast(
            "which", True, rest, match.group(), denied=bool(match.group("denied") or match.group("refused"))
        )
    if (every := _EVERY.search(body)) and _ASKS.search(body[every.end() :]):
        return Contrast("each", True, body[: every.start()] + body[every.end() :], every.group())
    compares = lead and re.search(r"比较|对比|比对|对照|比一比", lead.group())
    if lead and compares and len(pieces(body)[0]) > 1 and not _ASKS.search(body):
        return _contrast("differ", body, lead.group(), False)
    return None


def _contrast(kind: Kind, body: str, asked: str, least: bool) -> Contrast:
    each = _EACH.search(body)
    if each:
        link = "的" if each.start() and each.group().endswith("的") else ""
        body = body[: each.start()] + link + body[each.end() :]
    return Contrast(kind, bool(each), _ENDING.sub("", body), asked, least)


def excepted(text: str) -> str:
    """「市经济信息委」 in 「除市经济信息委外还有谁」; empty where nothing is excepted."""
    match = _EXCEPT.search(flatten(text))
    return (match["what"] or match["near"] or match["beside"]) if match else ""


_ABOUT = re.compile(r"(?:对于|对(?![比接照])|(?<!存)在(?![校职线])|关于|针对|就(?!业))")
MATTER = 10
"""Characters behind a comma that may be what is compared of the sides in front of it."""
_PLACE = re.compile(r"(?:方面|上面?|里面?|中|下)$")


def _readings(body: str) -> Iterator[tuple[str, str]]:
    """(sides, matter): parted at 对 or 在, at the last and the first 的, then the whole as sides. Titles are kept whole."""
    masked = re.sub(r"《[^》]*》", lambda m: "□" * len(m.group()), body)
    about = _ABOUT.search(masked, 1)
    if about:
        yield _side(body[: about.start()]), _PLACE.sub("", body[about.end() :])
    links = [m.start() for m in re.finditer("的", masked) if m.start() > 0]
    for at in dict.fromkeys([*links[:1], *links[-1:]]):
        yield _side(body[:at]), body[at + 1 :]
    if (comma := masked.rfind("，")) > 0 and len(body) - comma <= MATTER:  # 「甲跟乙，牵头部门一样吗」
        yield _side(body[:comma]), body[comma + 1 :]
    yield _side(body), ""


_BEHIND_SIDES = re.compile(
    r"(?:两者|二者|之间|两份(?:文件|政策)?|这?[两三]类(?:产业)?|(?:文件|计划|方案|意见|办法)(?:里|中)?|[，,])+$"
)


def _side(text: str) -> str:
    return _BEHIND_SIDES.sub("", text)


_TOKEN = re.compile(
    r"《[^》]*》|(?P<joint>以及|还有|[、，,和与及跟或]|(?<![合共相协])同(?![一样比时类步]))|."
)


def pieces(sides: str) -> tuple[list[str], list[str]]:
    """The pieces between 和, 与, 、 and the joints between them; a title in 《》 is one piece."""
    out, joints = [""], list[str]()
    for token in _TOKEN.finditer(sides):
        if joint := token.group("joint"):
            out.append("")
            joints.append(joint)
        else:
            out[-1] += token.group()
    return out, joints

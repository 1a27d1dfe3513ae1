"""Words that permit, demand, forbid, deny or encourage, and where they stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from index.wording import either

Kind = Literal["must", "may", "ban", "not", "free", "urge", "only", "plain"]
_OPERATOR = re.compile(
    either(
        (
            r"(?P<free>可以?不(?!超过|低于|少于)|不必|无需|无须|毋须|毋需|不需要?|不用(?!于)|不要求|免于"
            r"|免予|免除)"
        ),
        (
            r"(?P<ban>不得|禁止|严禁|不准|不许|不可以|不可(?!抗|分|或缺)|不能|不允许|不应当?|无权|不会"
            r"|不要(?!求))"
        ),
        (
            r"(?P<not>没有|不再|不予|停止|暂停|尚未|并未|未(?!来|成年|必|经济|婚)|没(?!收|人)|无(?!偿|理由"
            r"|线|人|障碍|缝|形|废|锡|论|害|力|忧|关)|并非|不是|非(?=因|本)|不(?!服(?!从|务)|断|同(?!意)"
            r"|仅|但|论|管|良|法|正当|动产|锈|变价|得不|等|只|足))"
        ),
        (
            r"(?P<must>应当|必须|务必|应(?!急|用|税|休|(?P<same>.)未(?P=same)|收|届|对|纳|聘|征|缴|付|得"
            r"|享|运|援|答|链|力|变)|(?<![必急所供刚])须|(?<![所急供刚如若确])需(?!求|方|要)"
            r"|(?<![如若确的])需要(?!.{0,3}的)|(?<![主重需首纲纪摘简必只如若想])(?<!或者)要(?!素|求|点|件"
            r"|闻|案|害|职|约|领|道|么))"
        ),
        (
            r"(?P<may>可以|有权|允许|准予|能够|(?<![许认不])可(?!持续|能|回收|靠|行|信|视|控|再生|燃|见|比"
            r"(?!照)|观|操作|支配|转|研|降解|复制|循环|追溯|移动|穿戴)|(?<![可不只职功才智效性产节储])能"
            r"(?!力|源|量|耗|效|级|手|见|动|人|否|繁|源|化)|得以)"
        ),
        r"(?P<only>(?<!不)[只仅](?:能|可以))",
        r"(?P<urge>鼓励|倡导|提倡)",
    )
)
_COMPARES = re.compile(r"超过?|突破|到\d|[高低多少大小早晚]于|足|满|够")
SOFT = re.compile(r"支持|引导|推动|促进|推进|培育|推广|允许|探索|争创|加快|发展")
DENIED = frozenset({"ban", "not", "free"})


@dataclass(frozen=True)
class Operator:
    kind: Kind
    start: int
    end: int
    word: str


@lru_cache(maxsize=2_000)
def operators(text: str) -> tuple[Operator, ...]:
    return tuple(
        Operator(match.lastgroup, match.start(), match.end(), match.group())  # type: ignore[arg-type]
        for match in _OPERATOR.finditer(text)
    )


def kind_of(words: str) -> Kind | None:
    """Of the one operator in words that say next to nothing else; 「要求」 is a duty where it stands for another one."""
    if words == "要求":
        return "must"
    found = operators(words)
    return found[0].kind if len(found) == 1 and len(words) - len(found[0].word) <= 2 else None


@lru_cache(maxsize=2_000)
def denials(text: str) -> tuple[Operator, ...]:
    """What is forbidden, denied or dispensed with, comparators aside."""
    return tuple(o for o in operators(text) if o.kind in DENIED and not limits(text, o))


def limits(text: str, one: Operator) -> bool:
    """「不超过6个月」, 「不低于成本」: a comparator, and no denial."""
    return bool(_COMPARES.match(text, one.end))

"""Support measures: who gets what, on which condition, read from sentences that grant something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from index.clauses.facts.clause_text import ClauseText

if TYPE_CHECKING:
    from index.clauses.document import Fact

KINDS = (
    ("奖励", r"奖励|奖补|奖金|表彰"),
    ("补助", r"补贴|补助|资助|补偿|资金支持"),
    ("贴息", r"贴息"),
    ("税收", r"税收|减税|免税|加计扣除|减免|免征|减征|退税"),
    ("融资", r"基金|贷款|融资|担保|投资|信贷"),
    ("用地", r"用地|土地|厂房|场地|租金"),
    ("人才", r"人才|博士后|落户|子女入学"),
    ("要素", r"要素|用能|用电|数据开放"),
    ("支持", r""),
)
_GRANT = re.compile(r"(?:给予|予以|享受|发放|提供|奖励|补贴|补助|资助|贴息|减免|免征|减按|减征|免收)")
_FOR = re.compile(
    r"(?:对|向|为(?=[^，。；]{2,30}(?:提供(?!(?:坚实|有力|强大|重要|根本)?(?:支撑|保障|保证))|发放|减免)))(?P<who>[^，。；]{2,120}?)(?P<how>(?:，|按|依法|依规|一次性|分别|最高|每年|可|由|再|另|给予|予以|实施|进行|实行|发放|提供|奖励|补贴|补助|减免|免征)[^。；]*)"
)
_INTENSIFY = re.compile(r"加大对(?P<who>[^，。；]{2,60}?)的(?P<how>支持力度|扶持力度|投入力度)")
_USE = re.compile(r"(?P<how>(?:用好|落实|享受)(?P<what>[^，。；]{2,40}?)等?(?:优惠政策|优惠|政策))")
_ENSURE = re.compile(
    r"(?P<how>(?:加强|强化|优先保障|保障)(?P<who>[^，。；]{2,10}?)(?:用地|用能|要素)(?:保障|需求))"
)
_SUPPORT = re.compile(
    r"^(?:，)?(?:积极)?(?P<verb>鼓励引导|鼓励支持|支持|鼓励)(?P<who>(?:有条件的)?[^，。；]{2,60}?)(?P<how>(?:建设|牵头|组建|主导|参与|共同|设立|开展|创建|剥离|做大|争创|向|加快|在|申报|实施|引进|购买|应用|研发)[^。；]*)"
)
AMOUNT = re.compile(
    r"(?P<cap>(?:最高|不超过|上限为?)[^，。；]{0,12}?\d[\d,.]*\s*(?:万|亿)?元(?:/[\u4e00-\u9fff])?)"
    r"|(?P<rate>\d[\d.]*\s*[%％‰])|(?P<sum>\d[\d,.]*\s*(?:万|亿)?元(?:/[\u4e00-\u9fff])?)"
)


def measures(reading: ClauseText) -> Iterator[Fact]:
    """Facts with ``beneficiary`` (or condition, as worded), ``support`` (kind), ``amount`` (verbatim or None) and
    ``strength``: ``grant`` for what is given, ``encourage`` for 支持/鼓励 somebody to do something."""
    if reading.clause.kind in {"front", "back"}:
        return
    for start, end in reading.sentences():
        for begin, stop in _statements(reading.text, start, end):
            found = _read(reading.text[begin:stop])
            if found:
                who, how, strength = found
                yield reading.fact(
                    "measure", begin, stop, beneficiary=who, support=kind_of(how), strength=strength,
                    amount=_amount(how),
                )  # fmt: skip


def _statements(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence is cut before 「，对…给予」 and 「，支持…」, so that each measure stands alone."""
    cuts = [start]
    for match in re.finditer(
        r"，(?=(?:对[^，。；]{2,120}?(?:给予|予以|奖励|补贴|补助|资助))|(?:支持|鼓励)[^，。；]{2,})",
        text[start:end],
    ):
        cuts.append(start + match.end())
    cuts.append(end)
    for begin, stop in pairwise(cuts):
        stop -= text[begin:stop].endswith("，")
        body = text[begin:stop].rstrip()
        begin += len(body) - len(body.lstrip())
        if stop > begin:
            yield begin, stop


def _read(sentence: str) -> tuple[str, str, str] | None:
    """(beneficiary or condition, wording of the support, strength)."""
    if (match := _FOR.search(sentence)) and _GRANT.search(match.group("how")):
        return match.group("who"), match.group("how"), "grant"
    if match := _INTENSIFY.search(sentence):
        return match.group("who"), match.group("how"), "grant"
    if match := _USE.search(sentence):
        return match.group("what"), match.group("how"), "grant"
    if match := _ENSURE.search(sentence):
        return match.group("who"), match.group("how"), "grant"
    if _GRANT.search(sentence) and AMOUNT.search(sentence):
        who = re.split(r"，|按|给予|奖励|补贴|补助", sentence)[0]
        return who, sentence, "grant"
    if match := _SUPPORT.search(sentence):
        return match.group("who"), match.group("how"), "encourage"
    return None


def kind_of(wording: str) -> str:
    """The first kind of KINDS whose words occur."""
    return next(name for name, pattern in KINDS if re.search(pattern, wording))


def _amount(how: str) -> dict[str, str | None] | None:
    """Rate, cap and sum of what is given, kept apart, each as written; not those that the condition names."""
    found: dict[str, str | None] = {"cap": None, "rate": None, "sum": None}
    for match in AMOUNT.finditer(how):
        for key in found:
            found[key] = found[key] or match.group(key)
    return found if any(found.values()) else None

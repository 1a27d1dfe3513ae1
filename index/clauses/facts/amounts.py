"""How much a measure gives: rate and what it is taken of, cap, fixed sum, per what, for how long, and tiers.

Offsets count characters of the flat text that is passed in; what is kept is verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.clauses.document import Span

_FIGURE = r"(?:\d[\d,.]*|[一二三四五六七八九十百千两]+)"
_PER = r"平方米|立方米|千瓦时|公里|标箱|班次|架次|学时|课时|人次"
_PER += r"|[吨亩人台辆年月天日夜晚次趟户家套间个项件度头只株床艘场门名位班座桩间栋㎡]"
_UNIT = r"\s*(?:百|千|万|亿|千万|百万|万亿)?元"
MONEY = re.compile(
    rf"{_FIGURE}(?:{_UNIT})?(?:\s*[—–\-~～至到]+\s*{_FIGURE})?{_UNIT}(?P<each>[/／](?:{_PER})(?:[·•/.](?:{_PER}))*)?"
)
RATE = re.compile(
    r"\d[\d.]*(?:\s*%?\s*[—–\-~～至到]+\s*\d[\d.]*)?\s*[%‰]|减半|全额|百分之[一二三四五六七八九十百]+|[一二三四五六七八九]折|[一二三四五六七八九]{2}折"
)
_CAP = r"最高|不超过|不高于|上限|封顶|最多|不得超过|限额|不突破|至多"
_CAPPED = re.compile(rf"(?:{_CAP})[^，。；、\d]{{0,14}}$")
_CAP_FROM = re.compile(rf"(?:(?:累计|合计|总额|最终)*(?:{_CAP})(?:可达|不超过|补助|奖励|给予|为|达)*)")
_CAP_BEHIND = re.compile(r"\s*(?:以内|以下|封顶|为限|为上限)")
_FLOOR = r"不低于|不少于|不超过|不高于|不得超过|最高|至少"
_SHARED = re.compile(r"承担|负担|分担|配套|按\d比\d|比例.{0,4}分")
_EACH_BEFORE = re.compile(
    r"(?P<each>(?:按)?每(?:[\u4e00-\u9fff]{1,6}?每[年月天日季]|(?:(?!额外)[\u4e00-\u9fff]){1,10}?))"
    r"(?:的)?(?:标准)?(?:再|另|额外|一次性|分别)*(?:给予|奖励|补贴|补助|资助|奖补|予以|兑现|最高"
    r"|不超过|可|总额|合计|支持|减税|减免)*(?:总?金?额)?(?:不超过|最高|为)*$"
)
_EACH_STEP = re.compile(
    r"(?P<each>每(?:同比|超过|新增|增加|增长|达到|完成|满|投入|实现|引进)[^，。；]{1,14}?)(?:再|另)?(?:给予|奖励|补贴|补助|资助|增加)"
)
_LASTS = re.compile(
    r"(?:连续|最长|为期|最多|(?:贴息|补贴|补助|奖励|资助)期(?:为|不超过)?|期限(?:最长)?(?:为|不超过)?|不超过|(?<=给予))\s*(?:\d+|[一二两三四五六七八九十]+)\s*(?:个月|年)(?:以内)?(?!度|内|期)"
)
_ANCHOR = re.compile(
    r"按照?|参照|以(?!上|下|内|及)|给予(?:企业|其|其所|购房者)?|予以|标准为|额度为|金额为|比例为|不超过|不低于|不高于|不少于|补贴(?:相当于)?|奖励|补助|最高(?:补助|奖励|补贴|给予)?|发放|享受|返还其?|退还其?|减免其?"
)
_BASE_TAIL = re.compile(
    rf"(?:的|(?:{_FLOOR})|给予|予以|最高|补助|奖励|资助|补贴|标准|加计|计|可|为|达|再|\d+年|分别|单独|一次性)+$"
)
_SUMS = re.compile(rf"^(?:(?:人民币)?{MONEY.pattern.replace('?P<each>', '?:')}\s*[、，和及]\s*)+")
"""「10万元、5万元、投资额的6‰」: sums in a list before the rate and its base."""
_FEE = re.compile(r"(?P<base>[^，。；的]{2,16}(?:费|税|款|金|额|价|息|成本|租金))(?:给予|予以|按|减按|享受)")
_GOAL = re.compile(
    r"(?:争取|力争|确保|撬动|推动)(?:(?!按|给予|奖励|补贴|补助)[^，。；]){0,40}$|(?:规模|总量|产值)(?:超过|达到?|突破)\s*$"
)
"""The money behind it is an aim, not what is given."""
_CHANGED = re.compile(r"\s*(?:下降|降低|下调|降|调整|提高|上调|提升)[至为到]")
"""「由5%下降为2%」: the first of the two is what was before."""
_RUN = r"\s*[、，和及]\s*"


@dataclass(frozen=True)
class Amount:
    """Verbatim pieces, each None where the wording has none; ``text`` runs from the first to the last of them."""

    text: str
    cap: str | None
    rate: str | None
    base: str | None
    sum: str | None
    unit: str
    per: str | None
    duration: str | None

    def to_data(self) -> dict[str, str | None]:
        return {
            "text": self.text, "cap": self.cap, "rate": self.rate, "base": self.base, "sum": self.sum,
            "unit": self.unit, "per": self.per, "duration": self.duration,
        }  # fmt: skip


@dataclass
class _Found:
    cap: Span | None = None
    rate: Span | None = None
    base: Span | None = None
    sum: Span | None = None
    per: Span | None = None


def read_amount(flat: str, text: str, start: int, end: int) -> Amount | None:
    """Of the support worded in ``[start:end)``; ``text`` is what is kept verbatim, ``flat`` what is matched. None where
    no money and no rate is named."""
    found = _Found()
    for begin, stop in _segments(flat, start, end):
        if _SHARED.search(flat, begin, stop):
            continue
        steps = [m.span("each") for m in _EACH_STEP.finditer(flat, begin, stop)]
        if steps and len(MONEY.findall(flat[begin:stop])) > len(MONEY.findall(flat[slice(*steps[0])])):
            found.per = found.per or steps[0]
        _read_money(flat, begin, stop, steps, found)
        _read_rate(flat, begin, stop, found)
    if not (found.cap or found.rate or found.sum):
        return None
    pieces = [p for p in (found.cap, found.rate, found.base, found.sum) if p]
    whole = (_from(flat, start, min(p[0] for p in pieces)), max(p[1] for p in pieces))
    lasts = _LASTS.search(flat, start, end)
    said = {name: text[slice(*span)].strip() if span else None for name, span in vars(found).items()}
    per = said["per"].lstrip("按") if said["per"] else None
    return Amount(
        text[slice(*whole)].strip(), said["cap"], said["rate"], said["base"], said["sum"],
        "元" if found.cap or found.sum else "%", per, lasts.group() if lasts else None,
    )  # fmt: skip


def _segments(flat: str, start: int, end: int) -> Iterator[Span]:
    """Between commas; what stands in brackets belongs to its segment."""
    for match in re.finditer(r"(?:[^，。；（]|（[^）]*）|（)+", flat[start:end]):
        yield start + match.start(), start + match.end()


def _from(flat: str, start: int, at: int) -> int:
    """「按照」 in front belongs to the wording."""
    match = re.search(
        r"(?:按照?(?:人民币)?|(?:按照?)?(?:最高|不超过|不高于|不低于|不少于)(?:补助|奖励|补贴|给予|资助)?"
        r"|每[\u4e00-\u9fff]{1,4}(?:每[年月])?(?:给予|奖励|补贴|补助)?)$",
        flat[start:at],
    )
    return start + match.start() if match else at


def _read_money(flat: str, start: int, end: int, steps: list[Span], found: _Found) -> None:
    for match in MONEY.finditer(flat, start, end):
        if any(a <= match.start() < b for a, b in steps) or _inside_brackets(flat, start, match.start()):
            continue
        if _GOAL.search(flat[start : match.start()]):
            continue
        before = flat[start : match.start()]
        capped = _CAPPED.search(before)
        listed = found.cap and re.fullmatch(_RUN, flat[found.cap[1] : match.start()])
        if listed and found.cap:
            found.cap = (found.cap[0], match.end())
        elif capped or _CAP_BEHIND.match(flat, match.end()):
            opening = list(_CAP_FROM.finditer(before))
            begin = start + opening[-1].start() if opening else match.start()
            found.cap = found.cap or (begin, match.end())
        elif found.sum is None:
            found.sum = match.span()
        elif _listed(flat, start, found.sum[1], match.start()):
            found.sum = (found.sum[0], match.end())
        found.per = found.per or _per(flat, start, match)


def _listed(flat: str, start: int, left: int, right: int) -> bool:
    """「10万元、5万元」, and behind 分别 also 「专科生2万元、本科生4万元」."""
    between = flat[left:right]
    if re.fullmatch(_RUN, between):
        return True
    return "分别" in flat[start:left] and bool(re.fullmatch(r"[、，和][^，。；、\d]{2,16}", between))


def _inside_brackets(flat: str, start: int, at: int) -> bool:
    return flat.count("（", start, at) > flat.count("）", start, at)


def _per(flat: str, start: int, match: re.Match[str]) -> Span | None:
    """「每人每月」 before the money, 「/吨」 behind it."""
    if match.group("each"):
        return match.start("each") + 1, match.end("each")
    before = _EACH_BEFORE.search(flat, start, match.start())
    return before.span("each") if before else None


def _read_rate(flat: str, start: int, end: int, found: _Found) -> None:
    for match in RATE.finditer(flat, start, end):
        beside = flat.startswith(("的出资", "以上股"), match.end()) or _CHANGED.match(flat, match.end())
        if beside or _inside_brackets(flat, start, match.start()):
            continue
        if found.rate and re.fullmatch(_RUN, flat[found.rate[1] : match.start()]):
            found.rate = (found.rate[0], match.end())
        elif found.rate is None and not (
            found.sum and re.search(r"不高于|不超过", flat[start : match.start()])
        ):
            found.rate = match.span()
            found.base = _base(flat, start, match.start()) or _fee(flat, start, match.start())


def _base(flat: str, start: int, at: int) -> Span | None:
    """What the rate is taken of: between the last 按 or 给予 and the rate."""
    anchors = [m for m in _ANCHOR.finditer(flat, start, at) if not _inside_brackets(flat, start, m.start())]
    by = [m for m in anchors if m.group().startswith("按")]
    for anchor in (by[-1:] or []) + anchors[::-1]:
        begin = anchor.end()
        for floor in re.finditer(_FLOOR, flat[begin:at]):
            if at - begin - floor.end() >= 2:
                begin += floor.end()
                break
        begin += len(flat[begin:at]) - len(_SUMS.sub("", flat[begin:at]))
        words = _BASE_TAIL.sub("", flat[begin:at]).rstrip()
        words = re.split(r"给予|予以", words)[0]
        if (
            len(words) >= 2
            and not MONEY.fullmatch(words)
            and not re.fullmatch(
                r"(?:规定|标准|比例|一定|企业).{0,3}|.*(?:企业|单位|机构|个人|家庭|人才)", words
            )
        ):
            return begin, begin + len(words)
    return None


def _fee(flat: str, start: int, at: int) -> Span | None:
    found = [match.span("base") for match in _FEE.finditer(flat, start, at)]
    return found[-1] if found else None


def has_amount(flat: str, start: int, end: int) -> bool:
    """Is money or a rate named that could be given, and is no mere aim?"""
    money = any(not _GOAL.search(flat[start : m.start()]) for m in MONEY.finditer(flat, start, end))
    return money or RATE.search(flat, start, end) is not None

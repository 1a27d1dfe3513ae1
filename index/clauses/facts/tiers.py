"""Tiers: 「对国家级、省级…的企业，分别给予50万元、20万元」, each sum bound to its condition where that is sure.

Sure is: as many sums as levels, as ranges of figures, or as members of a list that stands before 「分别」.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index.clauses.document import Span
from index.clauses.facts.amounts import MONEY, RATE
from index.wording import either

Tier = tuple[Span, Span]
_LEVEL = re.compile(
    either(
        r"世界级|国际级",
        r"国家(?:级)?(?!知识产权|标准|税务|规定)",
        r"省部级|省级",
        r"省(?=[、和及])",
        r"部级|市级",
        r"市(?=[、和及])",
        r"区级|县级|镇级",
        r"[1-5]A级?",
        r"[一二三四五](?:星级|星|级|等奖?|类)(?=[、和及级星类]|的|$|）)",
        r"(?<=[一二三四五])[、，]",
        r"特级(?:（[^）]*）)?",
        r"[一二三甲乙丙]级(?:（[^）]*）)?",
        r"金奖|银奖|铜奖|特等奖|首次|再次",
    )
)
_FIGURE = r"\d[\d,.]*\s*(?:百|千|万|亿)*(?:元|%|亩|人|平方米|家|个|名|吨|户|间|套|台|年)?"
_RANGE = re.compile(
    rf"(?:{_FIGURE}\s*[—–\-~～至到]\s*)?{_FIGURE}(?:及)?(?:（含）)?(?:以上|以下|以内)?(?:[至到—–\-]{_FIGURE}(?:以下|以内|（[^）]*）)?)?"
)


def read_tiers(flat: str, before: Span, support: Span) -> tuple[Tier, ...]:
    """(condition, amount) pairs of spans; empty where nothing is bound for sure."""
    if "分别" not in flat[before[0] : support[1]]:
        return ()
    named = _named(flat, support)
    if len(named) >= 2:
        return named
    amounts = _run(flat, support)
    if len(amounts) < 2:
        return ()
    for read in (_ranges, _levels, _members):
        found = read(flat, *before)
        if len(found) == len(amounts):
            return tuple(zip(found, amounts, strict=True))
    return ()


_NAMED = re.compile(rf"(?P<who>[^，。；、\d]{{2,16}}?)各?(?P<amount>{MONEY.pattern})")


def _named(flat: str, span: Span) -> tuple[Tier, ...]:
    """「分别给予专科生2万元、本科生4万元」: each sum stands behind its own condition."""
    gives = re.compile(r"分别(?:给予|奖励|补助|补贴|兑现|发放)").search(flat, *span)
    out: list[Tier] = []
    at = gives.end() if gives else span[1]
    while match := _NAMED.match(flat, at, span[1]):
        out.append((match.span("who"), match.span("amount")))
        joint = re.compile(r"[、，和]").match(flat, match.end())
        at = joint.end() if joint else span[1]
    return tuple(out)


def _run(flat: str, span: Span) -> list[Span]:
    """The first list of amounts of one kind."""
    for pattern in (MONEY, RATE):
        out: list[Span] = []
        for match in pattern.finditer(flat, *span):
            if out and not re.fullmatch(r"\s*[、，和及]\s*", flat[out[-1][1] : match.start()]):
                break
            out.append(match.span())
        if len(out) >= 2:
            return out
    return []


def _levels(flat: str, start: int, end: int) -> list[Span]:
    """「国家级、省级、市级」, a list without a gap that is more than brackets or a joint."""
    found = [m.span() for m in _LEVEL.finditer(flat, start, end) if m.group() not in "、，"]
    return _longest_list(flat, found)


def _ranges(flat: str, start: int, end: int) -> list[Span]:
    found = [m.span() for m in _RANGE.finditer(flat, start, end)]
    return _longest_list(flat, found)


def _longest_list(flat: str, found: list[Span]) -> list[Span]:
    """The longest run of neighbours with only a joint between; two of equal length leave it open."""
    runs: list[list[Span]] = []
    for span in found:
        if runs and re.fullmatch(r"(?:（[^）]*）)?\s*[、，和及或]\s*", flat[runs[-1][-1][1] : span[0]]):
            runs[-1].append(span)
        else:
            runs.append([span])
    runs = sorted((r for r in runs if len(r) > 1), key=len, reverse=True)
    return runs[0] if runs and (len(runs) == 1 or len(runs[0]) > len(runs[1])) else []


def _members(flat: str, start: int, end: int) -> list[Span]:
    """A list that is the whole beneficiary, its first member behind the last 的."""
    tail = flat[start:end].rstrip("，, ")
    depth, begin = 0, tail.rfind("的") + 1
    cuts = [begin - 1]
    for i in range(begin, len(tail)):
        depth += (tail[i] in "（“") - (tail[i] in "）”")
        if depth == 0 and tail[i] == "、":
            cuts.append(i)
    cuts.append(len(tail))
    return list(_between(start, cuts)) if len(cuts) > 2 else []


def _between(start: int, cuts: list[int]) -> Iterator[Span]:
    for left, right in pairwise(cuts):
        yield start + left + 1, start + right

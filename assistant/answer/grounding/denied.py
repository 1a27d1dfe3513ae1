"""A party is said to do what the clause says it does not, 「由职工个人缴纳」 for 「职工个人不缴纳」, or the other way round."""

from __future__ import annotations

import re

from assistant.answer.grounding.source import Source

_DOES = "缴纳|缴费|缴存|支付|承担|负担|收取|享受|参加|提供|办理|申报|返还|退还"
_PARTY = r"(?P<who>[\u4e00-\u9fff]{2,8}?)"
_BY = re.compile(rf"由{_PARTY}(?:自行|全部|全额|先行)?(?P<deed>{_DOES})")
_DENIES = re.compile(rf"(?:^|[，；、。]){_PARTY}(?:不予|不得|不再|不必|不用|无需|不)(?P<deed>{_DOES})")


def denied(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    told = {(m["who"], m["deed"]) for m in _DENIES.finditer(source.text)}
    faults = [
        f"“{m['who']}”不{m['deed']}"
        for m in _BY.finditer(sentence)
        if any(deed == m["deed"] and _same(who, m["who"]) for who, deed in told)
        and not re.search(
            rf"由[^，。；]{{0,6}}{re.escape(m['who'][-2:])}[^，。；不]{{0,30}}[，]?{m['deed']}", source.text
        )
    ]
    return faults + [
        f"“{m['who']}”并非不{m['deed']}"
        for m in _DENIES.finditer(sentence)
        if told
        and not any(deed == m["deed"] and _same(who, m["who"]) for who, deed in told)
        and m["who"][-2:] in source.text
    ]


def _same(one: str, other: str) -> bool:
    return one[-2:] == other[-2:]  # 基本医保基金 and 基本医疗保险基金

"""「未经批准，不得动用」 and 「动用须经批准」 say the same: two denials are a condition."""

from __future__ import annotations

import re

_UNLESS = re.compile(
    r"未(?=(?:经|取得|征得|获得?)(?P<what>[^，。；]{2,30}?)的?(?:，|(?=不))[^，。；]{0,16}?(?P<ban>不得|不能|不可|不准))"
)
_UNTRUE = re.compile(r"(?:未|不|无需|无须|免)[^，。；]{0,14}$")
_BAN = re.compile(r"不得|不能|不可|不准|禁止|严禁")
_DEMANDED = re.compile(r"(?:须|应当?|需|要|先)[^，。；不]{0,16}$")
_WAIVED = re.compile(r"(?:无需|无须|毋需|毋须|不必|不用|不需要?|免于|免予)[^，。；]{0,14}?$")


def affirmed(sentence: str, text: str) -> str:
    """The text with each such condition put the other way round that the sentence puts so."""
    for match in reversed(list(_UNLESS.finditer(text))):
        if _is_named(match["what"][-2:], sentence):
            at = match.start("ban")
            text = f"{text[: match.start()]}须{text[match.start() + 1 : at]}方可{text[at + 2 :]}"
    return text


def _is_named(what: str, sentence: str) -> bool:
    """As what must be: 「经批准，不得动用」 demands nothing."""
    places = [m.start() for m in re.finditer(re.escape(what), sentence)]
    if not places or any(_UNTRUE.search(sentence[:at]) for at in places):
        return False
    return not _BAN.search(sentence) or any(_DEMANDED.search(sentence[:at]) for at in places)


def waived(sentence: str, text: str) -> list[str]:
    """What is wrong, in words: the sentence does without what the clause makes a condition."""
    return [
        f"条款以“{match['what']}”为条件"
        for match in _UNLESS.finditer(text)
        if any(
            _WAIVED.search(sentence[: m.start()])
            for m in re.finditer(re.escape(match["what"][-2:]), sentence)
        )
    ]

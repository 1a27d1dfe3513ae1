"""Which documents a question names: by title or the better part of one, by document number, by region.

A named document's clauses are lifted; inside it they are ranked without the words of its title, which all of them share.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from index.clauses.numerals import plain
from index.search.lexical import tokens

NAMED = 0.75
"""Share of a title, weighted by rarity, from which on it counts as named."""
MOST = 200
"""Documents looked at more closely, those that share most pairs with the question."""
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}〔\d{4}〕\d+号")

_WRITTEN = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[【(（]\d{4}[〕\]】)）]\d+号(?:文件?)?(?:里|中)?")
"""The same as it is typed."""


_SHORT = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{1,6}[发规函字办])?(?P<year>\d{4}年)?第?(?P<at>\d+)号文(?:件)?"
)
"""「国发39号文」, as it is spoken of."""


def _is_short(short: re.Match[str], number: str) -> bool:
    issuer, _, rest = number.partition("〔")
    year = short["year"] is None or rest.startswith(short["year"][:4])
    said = short["issuer"] is not None and short["issuer"].endswith(issuer)
    return said and year and rest.endswith(f"〕{short['at']}号")


@dataclass(frozen=True)
class Named:
    """``share`` in [0, 1]: how much of a document's title the question says, by document id; absent is 0. ``rest`` is the
    question without the title of the document that it names, the question itself where it names none."""

    share: Mapping[str, float]
    rest: str

    @property
    def documents(self) -> list[str]:
        """Those named, by id."""
        return sorted(i for i, s in self.share.items() if s >= NAMED)


class Titles:
    """The titles, numbers and regions of a library, by the pairs of characters in them."""

    def __init__(self, records: Mapping[str, Mapping[str, Any]]) -> None:
        self._titles: dict[str, list[str]] = {i: _titles(r) for i, r in records.items()}
        self._numbers = {plain(r["number"]): i for i, r in records.items() if r.get("number")}
        self._holders: dict[str, set[str]] = defaultdict(set)
        for i, titles in self._titles.items():
            for token in {t for title in titles for t in _pairs(title)}:
                self._holders[token].add(i)
        self._weights = {
            i: [{t: self._rarity(t) for t in set(_pairs(title))} for title in titles]
            for i, titles in self._titles.items()
        }

    def named(self, question: str) -> Named:
        """Costs in proportion to the question and the documents that share a pair with it."""
        said = set(_pairs(question))
        sharing: Counter[str] = Counter()
        for token in said:
            sharing.update(self._holders.get(token, ()))
        share = {}
        for i, _ in sharing.most_common(MOST):
            share[i] = max(_share(weights, said) for weights in self._weights[i])
        rest = question
        for said in _NUMBER.findall(plain(question)):
            behind = (said[i:] for i in range(len(said)))  # 「北京市京政办发〔2020〕7号」
            number = next((n for n in behind if n in self._numbers), None)
            if number:
                share[self._numbers[number]] = 1.0
                rest = _WRITTEN.sub(" ", question)
        for short in _SHORT.finditer(plain(question)):
            meant = [d for number, d in self._numbers.items() if _is_short(short, number)]
            if len(meant) == 1:
                share[meant[0]] = 1.0
                rest = re.sub(re.escape(short.group()), " ", rest)
        best = max(share, key=lambda i: (share[i], i)) if share else ""
        named = share.get(best, 0.0) >= NAMED
        return Named(share, _without(rest, self._titles[best]) if named else question)

    def _rarity(self, token: str) -> float:
        return math.log((len(self._titles) + 1) / len(self._holders[token])) + 0.1


def _share(weights: Mapping[str, float], said: set[str]) -> float:
    total = sum(weights.values())
    return sum(w for t, w in weights.items() if t in said) / total if total else 0.0


def _titles(record: Mapping[str, Any]) -> list[str]:
    own = json.loads(record.get("titles") or "[]")
    stem = re.sub(r"\.\w{2,5}$", "", record.get("source", ""))
    return list(dict.fromkeys(t for t in [*own, stem] if t))


def _pairs(text: str) -> list[str]:
    return [t for t in tokens(text) if len(t) > 1]


def _without(question: str, titles: list[str]) -> str:
    """The question without the longest run of it that a title has too; the question where nothing would be left."""
    matches = [SequenceMatcher(None, question, t, autojunk=False).find_longest_match() for t in titles]
    match = max(matches, key=lambda m: m.size)
    longest = question[match.a : match.a + match.size]
    rest = question.replace(longest, " ", 1) if len(longest) > 3 else question
    return rest if tokens(rest) else question

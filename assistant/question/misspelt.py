"""A character that was typed for another of the same sound, 「脑机借口」, is read as the one that the library's words have."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from assistant.question.vocabulary import STOP_CHARACTERS
from index.clauses.metadata.counties import counties_in
from index.search.regions import regions_in

_RUN = re.compile(r"[\u4e00-\u9fff]{3,}")
_VARIANTS = frozenset(map(frozenset, ("交缴", "账帐", "做作", "象像", "定订", "它他", "的得", "期其")))
"""Characters of one sound that stand for one another; no mistake is told of these."""
_ENDINGS = "子儿头以于为之而则按"
"""They stand behind, or between, any words."""
_WORD_ENDINGS = {"去": "区", "们": "门"}
"""「先导去」, 「有关部们」: they stand between any words, and are typed for the end of one."""
_BEHIND_A_WORD = "由是有归的"
"""No word goes on with them: 「低空经记由谁」."""
_ASKING = "几多谁哪何啥"
_NO_WORDS = {
    "奖厉": "奖励", "奖历": "奖励", "补帖": "补贴", "申清": "申请", "申情": "申请",
    "扶侍": "扶持", "资住": "资助", "政侧": "政策",
    "措失": "措施", "标淮": "标准", "部们": "部门", "责认": "责任", "迁头": "牵头",
    "名但": "名单", "户藉": "户籍", "登计": "登记", "建义": "建议", "优慧": "优惠", "参于": "参与", "评古": "评估",
    "日其": "日期", "才料": "材料", "补铁": "补贴",
}  # fmt: skip
"""Words of asking as they are mistyped, where no text has them so."""
COMMON = 5
"""Times that three characters stand in the texts from which they are a word of theirs."""
_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ing", "in"), ("eng", "en"), ("ang", "an"))
"""Sounds that are taken for one another."""


def respelt(
    text: str, rarity: Callable[[str], float], texts: Callable[[], Sequence[str]]
) -> tuple[str, tuple[str, ...]]:
    """The text with such characters put right, and a notice for each of them. A character is one where no document has it with
    the character on either side, and one of the same sound stands there in ``texts`` with three of its neighbours."""
    notices = []
    for wrong, right in _NO_WORDS.items():
        if wrong in text and _unknown(rarity, wrong):
            notices.append(f"问题中的“{wrong}”按“{right}”理解。")
            text = text.replace(wrong, right)
    for run in _RUN.finditer(_without_places(text)):
        first = text[run.start() : run.start() + 3]
        graded = first[0] in "级类" and run.start() and text[run.start() - 1].isalnum()  # 「5A级社会组织」
        if not graded and (meant := _meant_first(first, rarity, texts)):
            notices.append(f"问题中的“{first}”按“{meant}”理解。")
            text = text[: run.start()] + meant + text[run.start() + 3 :]
        last = text[run.end() - 3 : run.end()]
        if meant := _meant_last(last, rarity, texts):
            notices.append(f"问题中的“{last}”按“{meant}”理解。")
            text = text[: run.end() - 3] + meant + text[run.end() :]
        for at in range(run.start() + 1, run.end() - 1):
            word, meant = _meant_at(text, at, run.start(), run.end(), rarity, texts)
            if meant:
                notices.append(f"问题中的“{word}”按“{word.replace(text[at], meant)}”理解。")
                text = text[:at] + meant + text[at + 1 :]
    return text, tuple(notices)


def _without_places(text: str) -> str:
    """「陕西省」 is no 「山西省」 typed wrong."""
    for name in (*regions_in(text), *(county.name for county in counties_in(text))):
        text = text.replace(name, " " * len(name))
    return text


def _meant_at(
    text: str,
    at: int,
    start: int,
    end: int,
    rarity: Callable[[str], float],
    texts: Callable[[], Sequence[str]],
) -> tuple[str, str]:
    """(the word in which a character of the run from ``start`` to ``end`` is wrong, the character that is meant); ("", "") where
    none is."""
    before, char, after = (*text[at - 1 : at + 2],)
    if char in _WORD_ENDINGS and at - start > 1:
        word = text[at - 2 : at]
        known = _common(word + _WORD_ENDINGS[char], texts())
        wrong = known and not any(word + char in t for t in texts())
        return (word + char, _WORD_ENDINGS[char]) if wrong else ("", "")
    if char in _ASKING:
        return "", ""
    if char == "到":
        meant = (c for c in _of_the_same_sound(char) if _common(before + c + after, texts()))
        known = any(before + char + after in t for t in texts()) or not _unknown(rarity, before + char)
        return (before + char + after, c) if not known and (c := next(meant, "")) else ("", "")
    if after in _BEHIND_A_WORD and at - start > 1:
        piece = text[at - 2 : at + 1]
        return piece, _meant_last(piece, rarity, texts)[-1:]
    if char in _ENDINGS or not _unknown(rarity, before + char, char + after):
        return "", ""
    around = text[max(start, at - 2) : at], text[at + 1 : min(end, at + 3)]
    known_alike = (c for c in _of_the_same_sound(char) if _known(rarity, before + c, c + after))
    likely = (
        c for c in known_alike
        if _common(before + c + after, texts())
        or (rarity(char) >= rarity(c) and _stands(around, c, texts()))
    )  # fmt: skip
    return before + char + after, next(likely, "")


def _meant_first(piece: str, rarity: Callable[[str], float], texts: Callable[[], Sequence[str]]) -> str:
    """「底空经济」: three characters that begin a run, the first of which is wrong, as the texts have them; else ""."""
    first, rest = piece[0], piece[1:]
    if first in STOP_CHARACTERS or not _unknown(rarity, piece[:2]):
        return ""
    alike = (c + rest for c in _mostly_read_so(first) if _known(rarity, c + rest[0]))
    return next(
        (m for m in alike if sum(t.count(m) for t in texts()) > 1 and not _inside(rf"(.){m}", texts())), ""
    )


def _meant_last(piece: str, rarity: Callable[[str], float], texts: Callable[[], Sequence[str]]) -> str:
    """「应用场静」: the same of the last character, where the texts often have the three as they are meant."""
    rest, last = piece[:-1], piece[-1]
    if (
        last in STOP_CHARACTERS
        or rest[0] in "的了和是在有"
        or last in _ENDINGS
        or last in _WORD_ENDINGS
        or not _unknown(rarity, piece[1:])
    ):
        return ""
    alike = (rest + c for c in _mostly_read_so(last) if _known(rarity, rest[-1] + c))
    return next((m for m in alike if _common(m, texts()) and not _inside(rf"{m}(.)", texts())), "")


ALWAYS = 0.8
"""Share of its places in which a piece has the same character beside it, from which it is no word by itself."""


def _inside(piece: str, texts: Sequence[str]) -> bool:
    """「生育享」 is a part of 「生育享受」."""
    beside = Counter(found for text in texts for found in re.findall(piece, text))
    char, times = max(beside.items(), key=lambda item: item[1], default=("", 0))
    return char.isalpha() and times >= ALWAYS * beside.total()


def _common(piece: str, texts: Sequence[str]) -> bool:
    return sum(text.count(piece) for text in texts) >= COMMON


def _stands(around: tuple[str, str], char: str, texts: Sequence[str]) -> bool:
    """With two characters before it and one behind, or the other way round."""
    before, after = around
    pieces = [before + char + after[:1]] * (len(before) == 2) + [before[-1:] + char + after] * (
        len(after) == 2
    )
    return any(piece in text for piece in pieces for text in texts)


def _unknown(rarity: Callable[[str], float], *pairs: str) -> bool:
    return all(rarity(pair) >= 1.0 for pair in pairs)


def _known(rarity: Callable[[str], float], *pairs: str) -> bool:
    return all(rarity(pair) < 1.0 for pair in pairs)


def _of_the_same_sound(char: str) -> Iterator[str]:
    sounds = _sounds()
    for sound in sounds[0].get(char, ()):
        yield from (c for c in sounds[1][sound] if c != char and {c, char} not in _VARIANTS)


def _mostly_read_so(char: str) -> Iterator[str]:
    """「局」 is none for 车, which is seldom read jū."""
    of = _sounds()[0]
    return (c for c in _of_the_same_sound(char) if of[c][0] == of[char][0])


@lru_cache(1)
def _sounds() -> tuple[dict[str, tuple[str, ...]], dict[str, list[str]]]:
    """The sounds of each character, and the characters of each sound."""
    from pypinyin.constants import PINYIN_DICT  # 40,000 characters that few questions need

    of: dict[str, tuple[str, ...]] = {}
    having: dict[str, list[str]] = {}
    for code, said in PINYIN_DICT.items():
        if 0x4E00 <= code < 0xA000:
            of[chr(code)] = tuple(dict.fromkeys(_alike(sound) for sound in said.split(",")))
            for sound in of[chr(code)]:
                having.setdefault(sound, []).append(chr(code))
    return of, having


@cache
def _alike(sound: str) -> str:
    """Without the tone, and sounds that are taken for one another as one.

    >>> _alike("zhèng"), _alike("lǜ")
    ('zen', 'lü')
    """
    bare = re.sub("[\u0300\u0301\u0304\u030c]", "", unicodedata.normalize("NFD", sound))
    bare = unicodedata.normalize("NFC", bare)
    for one, other in _ALIKE:
        bare = re.sub(f"^{one}|{one}$", other, bare)
    return bare

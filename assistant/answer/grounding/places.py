"""Where a clause says what an operator of a sentence governs."""

from __future__ import annotations

import re

from assistant.answer.grounding.operators import DENIED, Operator, operators
from assistant.answer.grounding.text import pairs, sentence_around, span_around

_NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万]")
_WORDS = 12
_GOING_BY = re.compile(r"(?:根据|依据|结合|按照|依照)[^，。；]{2,40}")
_WITH_IT = re.compile(r"[将把][^，。；]{2,14}?(?=用于|用作|纳入|移交|转让)")
"""「将采集的信息用于…」: what is done with it."""
STOPS = frozenset({"停止", "暂停"})
"""What is done where it is demanded or allowed."""


def governed(text: str, one: Operator) -> str:
    """The words behind the operator, up to the end of its part or the next one."""
    _, end = span_around(text, one.end) if one.end < len(text) else (0, one.end)
    if (
        one.kind in ("must", "may")
        and _GOING_BY.fullmatch(text, one.end, end)
        and text[end : end + 1] == "，"
    ):
        start, (_, end) = end + 1, span_around(text, end + 1)  # 「应当根据实际情况，提高…」
        return text[start:end][:_WORDS]
    following = [
        o.start
        for o in operators(text)
        if one.end <= o.start < end and o.start - one.end >= 2 and o.word not in STOPS
    ]
    if one.kind in DENIED and (case := re.search(r"(?<!目)的(?!确)", text[one.end : end])):
        end = one.end + case.start()  # 「逾期不改的吊销许可证」: the denial ends there
    if one.kind == "not" and (listed := re.match(r".{1,2}(?=、|或)", text[one.end : end])):
        end = one.end + listed.end()  # 「权属不清、有争议」, 「屡教不改或者…」
    if what := _WITH_IT.match(text, one.end, end):
        return text[what.end() : max(what.end(), min([end, *following]))][:_WORDS]
    return re.sub(
        r"^(?:一律|再|另行|擅自|及时|立即|依法|按照?规定|予以|进行|会|适当|优先|先|作(?=约定|规定|要求))+",
        "",
        text[one.end : max(one.end, min([end, *following]))],
    )[:_WORDS]


def is_whole(word: str, text: str) -> bool:
    """A predicate of one word, such as 废止, stands at the end of a part of the clause as well."""
    return bool(re.search(rf"{re.escape(word.rstrip('的'))}(?:[，。；：）]|$)", text))


def places_of(sentence: str, at: int, phrase: str, text: str, within: float = 0.15) -> list[tuple[int, int]]:
    """Where the clause says these words: the places that share most with the phrase, and then with its part of the sentence."""
    wanted = frozenset(pair for pair in pairs(phrase) if not _NUMERAL.search(pair))
    if not wanted:
        return []
    head = next(phrase[i : i + 2] for i in range(len(phrase)) if phrase[i : i + 2] in wanted)
    around = pairs(sentence[slice(*sentence_around(sentence, at))])
    beside = pairs(sentence[slice(*span_around(sentence, at))]) - wanted
    scored: list[tuple[float, int, int]] = []
    seen: set[int] = set()
    for pair in wanted:
        offset = phrase.find(pair)
        at = text.find(pair)
        while at >= 0:
            begin = max(0, at - offset)
            if begin not in seen:
                seen.add(begin)
                window = text[begin : begin + len(phrase) + 4]
                share = len(wanted & pairs(window)) / len(wanted)
                context = pairs(text[slice(*sentence_around(text, at))])
                first = min((window.find(p) for p in wanted if p in window), default=0)
                scored.append(
                    (
                        2 * share
                        + len(around & context) / max(len(around), 1)
                        + 0.5 * len(beside & context) / max(len(beside), 1)
                        + 0.5 * (head in window)
                        + 0.3 * window.startswith(phrase[:5]),
                        begin + first,
                        begin + len(phrase),
                    )
                )
            at = text.find(pair, at + 1)
    if any(text.startswith(head, begin) for _, begin, _ in scored):
        scored = [one for one in scored if text.startswith(head, one[1])]
    best = max(scored, default=None)
    if best is None or best[0] < 0.9:
        return []
    return [(begin, end) for score, begin, end in scored if score >= best[0] - within]


def best_window(phrase: str, sentence: str) -> tuple[int, float]:
    """(where the sentence says most of the phrase, share of it said there)."""
    wanted = pairs(phrase)
    best = (0, 0.0)
    head = next((phrase[i : i + 2] for i in range(len(phrase)) if phrase[i : i + 2] in wanted), None)
    for match in re.finditer(re.escape(head), sentence) if head else ():
        window = sentence[match.start() : match.start() + len(phrase) + 4]
        share = len(wanted & pairs(window)) / len(wanted)
        best = (match.start(), share) if share >= best[1] else best
    return best

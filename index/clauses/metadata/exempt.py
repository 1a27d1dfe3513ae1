"""What a document leaves out of its own term: 「除第二十三条外，自…起施行」, 「第八条自2025年1月1日起施行」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.clauses.document import Clause, Exempt
from index.clauses.metadata.dates import DAY, iso
from index.clauses.metadata.flat import Line, flat
from index.clauses.metadata.validity import SELF
from index.clauses.numerals import CHINESE, to_int

_N = rf"[\d{CHINESE}]+"
_ARTICLE = rf"(?:第（?{_N}）?[条章节款项](?:第（?{_N}）?[款项])*|（{_N}）(?:项|条|款)?)"
_ARTICLES = rf"{_ARTICLE}(?:(?:、|和|及|以及|与|至|到|—|-)+{_ARTICLE})*"
_FORCE = r"(?:施行|实施|执行|生效|试行)"
_TERM = rf"(?:有效期限?|{_FORCE}期?限?期?|期限)"
_LEFT_OUT = re.compile(
    rf"(?P<head>除(?:[^，。；外除]{{0,8}}?))(?P<what>{_ARTICLES})[^，。；]{{0,30}}?(?:以?外|的除外)"
)
_TAIL = re.compile(rf"(?:^|[，；（])(?:其中|但是?)?，?(?P<what>{_ARTICLES})[^，。；本]{{0,24}}?除外")
_START = rf"(?:自|从|于)(?P<from>{DAY})(?:起|开始)?(?:正式)?{_FORCE}"
_END = rf"(?:{_TERM}(?:为|截至|截止|延长|延续)*|{_FORCE})(?:至|到)(?P<to>{DAY})"
_OWN = re.compile(
    rf"(?:^|[，；（。])(?:其中|但是?)?，?(?:本[^，。；、除第]{{1,6}})?(?P<what>{_ARTICLES})(?P<of>[^，。；、本《》]{{0,24}}?)，?(?:{_START}|{_END})"
)
_SPEAKS = re.compile(rf"{_FORCE}|有效|期限")
_NUMBER = re.compile(
    rf"(?P<to>[至到—-])?(?:第（?(?P<n>{_N})）?(?P<unit>[条章节款项])|（(?P<b>{_N})）)(?:第（?{_N}）?[款项])*"
)
_MOST = 60


def read_exempt(lines: Sequence[Line], clauses: Sequence[Clause]) -> tuple[Exempt, ...]:
    """``clauses``: those of the instrument that the lines are of."""
    out: list[Exempt] = []
    for line in lines:
        if line.row or not _SPEAKS.search(line.raw):
            continue
        skip = len(flat(line.raw[: line.paragraph.marker.length])) if line.paragraph.marker else 0
        text = line.text
        for sentence in re.finditer(r"[^。]+", text[skip:]):
            for what, words, days in _found(sentence.group()):
                at = skip + sentence.start()
                start, end = line.span(at + words[0], at + words[1])
                out.append(
                    Exempt(
                        text[at + what[0] : at + what[1]],
                        start,
                        end,
                        _meant(sentence.group()[what[0] : what[1]], clauses),
                        *days,
                    )
                )
    return tuple(out)


_Found = tuple[tuple[int, int], tuple[int, int], tuple[str | None, str | None]]


def _found(sentence: str) -> Iterator[_Found]:
    """(what is excepted, the words that say so, its own first and last day)."""
    left_out = _LEFT_OUT.search(sentence) or _TAIL.search(sentence)
    if left_out and _is_of_term(sentence, left_out):
        yield left_out.span("what"), (0, len(sentence)), (None, None)
    for match in _OWN.finditer(sentence):
        days = match.groupdict()
        start, end = (iso(days[name]) if days[name] else None for name in ("from", "to"))
        if start or end:
            yield match.span("what"), match.span(), (start, end)


def _is_of_term(sentence: str, match: re.Match[str]) -> bool:
    """What follows, or for 「…除外」 what stands before, says of the document from or to when it is in force."""
    if not re.search(SELF, sentence[: match.start()] + "，" + sentence[match.end() :]):
        return False
    rest = sentence[match.end() :] if match.re is _LEFT_OUT else sentence[: match.start()]
    return bool(
        re.search(
            rf"(?:{DAY}|(?:印发|发布|公布|颁布|通过)之日)起?[^，。；]{{0,6}}{_FORCE}|{_TERM}[^，。；]{{0,6}}(?:{DAY}|{_N}年|{_N}个月)",
            rest,
        )
    )


def _meant(words: str, clauses: Sequence[Clause]) -> tuple[str, ...]:
    """Ids of the clauses of these numbers; none at all where one of them is not there or could be several."""
    wanted: list[tuple[int, str]] = []
    for match in _NUMBER.finditer(words):
        n, unit = to_int(match.group("n") or match.group("b")), match.group("unit") or ""
        if match.group("to") and wanted:
            wanted += [(i, unit) for i in range(wanted[-1][0] + 1, n)][:_MOST]
        wanted.append((n, unit))
    found = [_of_number(n, unit, clauses) for n, unit in wanted]
    return tuple(i for i in found if i) if all(found) else ()


def _of_number(n: int, unit: str, clauses: Sequence[Clause]) -> str | None:
    """第二十三条; where the document has no articles, （二十三） or 二十三、."""
    numbered = [
        (c, m)
        for c in clauses
        if c.path
        and c.kind == "clause"
        and (m := re.fullmatch(rf"第?（?({_N})）?([条章节]?)", flat(c.path[-1])))
    ]
    of_unit = [c for c, m in numbered if m.group(2) == unit and to_int(m.group(1)) == n]
    if not any(m.group(2) == unit for _, m in numbered) and unit in {"条", "项", "款", ""}:
        of_unit = [c for c, m in numbered if not m.group(2) and to_int(m.group(1)) == n]
    return of_unit[0].id if len(of_unit) == 1 else None

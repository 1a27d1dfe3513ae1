"""From when to when a document says that it is in force as a whole; what it says of a single measure is left alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.clauses.document import Span
from index.clauses.metadata.dates import DAY, iso, last_day
from index.clauses.metadata.flat import Line
from index.clauses.metadata.kind import NOUNS
from index.clauses.numerals import CHINESE, to_int

_LONGEST = 99
"""Years or months; more is a slip of the pen."""
_HINT = re.compile(r"施行|实施|执行|生效|试行|有效|暂定|期限")
_IN_FORCE = r"(?:施行|实施|执行|生效|试行|实行)"
_NAMED = "|".join(n for n in NOUNS.split("|") if len(n) > 1) + "|文件"
SELF = (
    r"(?:(?<![基资成日根样文版原副标剧])本(?:《[^《》]{1,20}》|[法令函](?![律院人规])|(?!条(?!例)|款"
    rf"|项(?!目)|章(?!程)|节|市|省|区|县)[^的第所有，。、；（]{{0,8}}?(?:{_NAMED}))|(?:以上"
    rf"|上述)[^的第所有，。、；（]{{0,8}}?(?:{_NAMED})|修正案)"
)
"""How a document speaks of itself: 本办法, 本《办法》, 以上政策措施."""
_OF_SELF = re.compile(
    rf"{SELF}(?!第|规定|的|所|中|有关|相关|要求|明确|施行前|实施前|印发前|印发之日|发布之日)"
)
_NOW = re.compile(
    r"现(?:予|将|决定|印发|公布|发布)|予以(?:公布|发布)|现.{0,12}(?:印发|公布|发布)|(?:公布|发布|印发|重新发布)[^。]*有效期"
)
_FROM_DAY = re.compile(
    rf"(?:自|从|于|在)?(?P<day>{DAY})(?:零时|0时)?(?:起|开始)?(?:正式|全面|统一)?{_IN_FORCE}"
)
_FROM_ISSUE = re.compile(
    r"(?:自|从|于)(?:本[\u4e00-\u9fff]{0,10}?)?(?P<act>印发|发布|公布|颁布|发文|下发|签发|公告"
    rf"|公开发布|通过|签署)(?:之)?日?(?:（(?P<day>{DAY})）)?(?:之日)?起?(?:正式)?"
    rf"(?P<after>[\d{CHINESE}]+[日天月]+[之以]?后)?(?:开始)?(?:正式)?(?P<force>{_IN_FORCE})?"
)
_TERM = r"(?:施行|实施|执行|政策)?(?:有效期|有效期限|试行期|试行期限|执行期限|执行期|实施期限|实施期|施行期限|施行期|有效期间)限?"
_SINCE = rf"(?:自?{DAY}起?|自[^，。；]{{2,14}}起)?"
_UNTIL = re.compile(
    rf"(?:{_TERM}(?:为|暂定|调整|延长|延续)?{_SINCE}(?:截止日?期?为?|截止|截至|至|到)+|(?:有效"
    rf"|{_IN_FORCE})(?:截止|截至|至|到)+|(?P<since>(?:自|从){DAY})起?(?:{_IN_FORCE})?，?(?:至|到)+)"
    rf"(?P<day>{DAY}|\d{{4}}年?年底)(?!期间|的)"
)
_YEARS = re.compile(
    rf"(?:{_TERM}{_SINCE}(?:为|是|暂定为?|定为|共)?|暂定为?|试行(?:时间为?)?)"
    rf"(?P<n>[\d{CHINESE}]+)(?P<unit>年|个月)(?!\d|[\d{CHINESE}]月)"
)
_RANGE = re.compile(rf"（?(?P<start>{DAY})(?:起)?(?:至|到|—|-|－|–|~|～)+(?P<end>{DAY})(?:止)?）?")
_SENTENCE = re.compile(r"[^。]+。?")


@dataclass
class Validity:
    """``effective`` and ``expires`` are ISO; ``at_issue``: 自印发之日起, with the act; ``years``/``months`` a term that
    begins when the document takes effect."""

    effective: str | None = None
    at_issue: str | None = None
    expires: str | None = None
    years: int = 0
    months: int = 0
    spans: dict[str, Span] = field(default_factory=dict)

    def starts(self) -> bool:
        return bool(self.effective or self.at_issue)

    def ends(self) -> bool:
        return bool(self.expires or self.years or self.months)

    def last_day(self, start: str | None) -> str | None:
        """The last day in force; None where the term's beginning is not known."""
        if self.expires or not start or not (self.years or self.months):
            return self.expires
        return last_day(start, self.years, self.months)


def read_validity(lines: Sequence[Line]) -> Validity:
    """What one instrument says of itself; of several statements the last, where the closing provisions stand."""
    out = Validity()
    for line in lines:
        if line.row or not _HINT.search(line.raw):
            continue
        before = ""
        for match in _SENTENCE.finditer(line.text):
            sentence = match.group()
            if _speaks_of_itself(sentence, before):
                _read_start(sentence, match.start(), line, out)
                _read_end(sentence, match.start(), line, out)
            before = sentence
    return out


def _speaks_of_itself(sentence: str, before: str) -> bool:
    """「本办法自…起施行」, 「现予公布，自…起施行」, or 「有效期5年」 right behind such a sentence."""
    if not _HINT.search(sentence):
        return False
    if match := _OF_SELF.search(sentence):
        return match.start() <= 40 and not re.search(r"《[^《》]*$", sentence[: match.start()])
    if _NOW.search(sentence):
        return True
    return bool(re.match(_TERM, sentence) and before and _OF_SELF.search(before) and _START.search(before))


_START = re.compile(f"{_FROM_DAY.pattern.replace('(?P<day>', '(?:')}|(?:印发|发布|公布|颁布)之日起")
_APART = re.compile(rf"(?:^|[，；：（、）]|{SELF}|{_IN_FORCE})$")


def _read_start(sentence: str, at: int, line: Line, out: Validity) -> None:
    for match in _FROM_DAY.finditer(sentence):
        if re.search(r"《[^》]*$", sentence[: match.start()]) or re.match(
            r"的|前|后|以前", sentence[match.end() :]
        ):
            continue
        if day := iso(match.group("day")):
            out.effective, out.at_issue = day, None
            out.spans["effective"] = line.span(at + match.start(), at + match.end())
            return
    issue = _FROM_ISSUE.search(sentence)
    if issue and (issue.group("force") or issue.group("day")) and not issue.group("after"):
        out.effective = iso(issue.group("day")) if issue.group("day") else None
        out.at_issue = issue.group("act")
        out.spans["effective"] = line.span(at + issue.start(), at + issue.end())


def _read_end(sentence: str, at: int, line: Line, out: Validity) -> None:
    """The end of a term that stands by itself in the sentence: 「药品有效期1年」 is a thing's."""
    if (match := _RANGE.search(sentence)) and _OF_TERM.search(sentence[: match.start()]):
        _begins(out, iso(match.group("start")), line.span(at + match.start("start"), at + match.end("start")))
        _ends(out, iso(match.group("end")), line.span(at + match.start(), at + match.end()))
    elif match := _standing_apart(_UNTIL, sentence):
        span = line.span(at + match.start(), at + match.end())
        if match.group("since"):
            _begins(out, iso(match.group("since")), span)
        day = match.group("day")
        _ends(out, f"{day[:4]}-12-31" if day.endswith("底") else iso(day), span)
    elif match := _standing_apart(_YEARS, sentence):
        n = to_int(match.group("n"))
        if 0 < n <= _LONGEST:
            out.years, out.months = (n, 0) if match.group("unit") == "年" else (0, n)
            out.expires = None
            out.spans["expires"] = line.span(at + match.start(), at + match.end())


_OF_TERM = re.compile(rf"(?:{_TERM}|暂定|有效|{_IN_FORCE})[^，。；]{{0,16}}$")


def _standing_apart(pattern: re.Pattern[str], sentence: str) -> re.Match[str] | None:
    for match in pattern.finditer(sentence):
        before = sentence[: match.start()]
        if _APART.search(before) and (not before or _OF_SELF.search(before) or _NOW.search(sentence)):
            return match
    return None


def _begins(out: Validity, day: str | None, span: Span) -> None:
    if day and not out.effective:
        out.effective = day
        out.spans["effective"] = span


def _ends(out: Validity, day: str | None, span: Span) -> None:
    if day:
        out.expires, out.years, out.months = day, 0, 0
        out.spans["expires"] = span


_PERIOD = re.compile(r"(?P<a>(?:19|20)\d\d)年?(?:—|–|-|－|―|~|～|至|到)+(?P<b>(?:19|20)\d\d)年?")


def period_end(title: str) -> str | None:
    """「2024—2027年」 in a title makes the document current to the end of 2027; the title of what it only approves or
    follows does not."""
    own = re.sub(r"《[^《》]*》", "", title)
    carries = re.search(r"(?:印发|转发|批转|发布|公布)[^《》]{0,4}《", title)
    if re.search(r"批复|复函", title):
        return None
    match = _PERIOD.search(title if carries else own)
    return f"{match.group('b')}-12-31" if match and match.group("b") > match.group("a") else None

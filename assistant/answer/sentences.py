"""Whole sentences of a clause, as spans of the source. A sentence is never cut, so that no condition is lost."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer.draft import Quote
from index.clauses import Clause, Document
from index.clauses.kept import kept
from index.clauses.paragraphs import source_map

_LIMITS = (
    r"(?:但|不过|然而|除[^，,。；;]{1,30}外|[^，,。；;]{0,8}另有|其中|[^，,。；;]{0,12}"
    r"(?:最[长高多大短低少迟]|累计|不得?超过)|(?:并|同时)?(?:负责|承担|牵头|会同|协助|配合|指导|监督)"
    r"(?![人制])|对[^，,。；;]{2,30}处|确[需有因]|否则|逾期|不足|超过|低于|高于|未达)"
)
"""What follows a semicolon and limits what stands before it: it is never cut off."""
_TEXT = r"(?:[（(][^（()）\n]{1,200}[）)]|[^。；;！？\n])+"
"""A bracket that closes on its line is never cut: 「42个工作日（形式审查5个工作日；实质审查24个工作日）」."""
_NOTE = (
    r"(?<=[。；;])（[^（）\n]{2,80}(?:指导|负责|牵头|配合|参与)[^（）\n]{0,10}）(?=[^\s。；])"
    r"|(?<=[。；;])（[+\-]?\d{1,3}(?:\.\d)?分[^（）\n]{0,6}）"
)
"""「（生态环境部指导）」, 「（20分）」 behind a sentence of a line is of the one in front of it."""
_SENTENCE = re.compile(rf"{_TEXT}(?:[；;](?={_LIMITS}){_TEXT})*[。；;！？]?[”」）)]?(?:{_NOTE})?")
_SAYS = re.compile(
    r"[，,\d]|不得|应当|只能|可以|给予|每.{0,3}[人月年天次户]|由.{2,20}负责|自[^，。]{2,24}起|免(?:门票|收|征|费)|取消|暂停|不再|延长|禁止|严禁|下列|如下|以下(?!简称)"
)
"""What a heading holds, years aside, that is the first sentence of its clause rather than a name."""
_ANSWERS = re.compile(r"答[：:]")
LEAD = 200
"""Characters up to which the text above the items of a clause is what all of them are of."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Sentence:
    """``text`` is the source's ``[start:end]`` with line wraps mended."""

    start: int
    end: int
    text: str

    def quote(self, document: Document, clause: Clause) -> Quote:
        """In the entry that the sentence stands in; with its items, in the one that it begins in."""
        entry = document.clause_at(self.start, self.end) or document.clause_at(self.start, self.start + 1)
        return Quote(document, entry or clause, self.start, self.end)


def before_on_its_line(document: Document, at: int) -> str:
    """「购房的给予补贴：90平方米以下的5000元；以上的…」: what the parts of a sentence are of."""
    return document.text[document.text.rfind("\n", 0, at) + 1 : at]


def sentences(document: Document, clause: Clause, start: int, end: int) -> Iterator[Sentence]:
    """The sentences in ``[start, end)`` in reading order; labels, headings and notes on agencies are left out, and so are
    titles and signatures."""
    for entry in document.subtree(clause):
        if entry.end <= start or entry.start >= end:
            continue
        for one in own_sentences(document, entry):
            if one.start < end and one.end > start:
                yield one


def own_sentences(document: Document, entry: Clause) -> tuple[Sentence, ...]:
    """Those of the entry's own text, without what stands under it."""
    known = _split(document)
    if entry.id not in known:
        known[entry.id] = tuple(_own(document, entry))
    return known[entry.id]


@kept
def _split(_document: Document) -> dict[str, tuple[Sentence, ...]]:
    """By entry, what has been split so far."""
    return {}


def _own(document: Document, entry: Clause) -> Iterator[Sentence]:
    places = source_map(document.text, entry.start, entry.text)
    for match in _SENTENCE.finditer(entry.text):
        lead = len(match.group()) - len(match.group().lstrip())
        if not match.group().strip():
            continue
        begin, stop = places[match.start() + lead], places[match.end() - 1] + 1
        if entry.kind == "clause":
            if stop <= entry.body and _is_name(entry.heading):
                continue
            begin = max(begin, _named(document, entry) if stop <= entry.body else entry.body)
        shown = document.quote(begin, stop)
        if answers := _ANSWERS.match(shown):
            begin, shown = begin + answers.end(), shown[answers.end() :]
        if _is_sentence(shown) and not (entry.kind in {"front", "back"} and _is_line(shown)):
            yield Sentence(begin, stop, shown)


def _is_sentence(shown: str) -> bool:
    asks = shown.endswith(("？", "?"))
    return bool(shown) and not is_agency_note(shown) and not asks and not _OF_THE_PAGE.match(shown)


_OF_THE_PAGE = re.compile(r"(?:信息|文章|稿件)?(?:来源|编辑|责任编辑|浏览次数|点击数)[:：]")
"""What a web page prints under its text."""


def _is_name(heading: str) -> bool:
    """A heading that says nothing, or asks."""
    return heading.endswith(("？", "?")) or not _SAYS.search(_YEAR.sub("", heading))


def _named(document: Document, entry: Clause) -> int:
    """Where the heading begins, behind the label."""
    at = document.text.find(entry.heading[:2], entry.start, entry.body)
    return at if at >= 0 else entry.start


def _is_line(text: str) -> bool:
    """What stands above or under a document without being a sentence: a line of its title, who signs, the day."""
    return not re.search(r"[。；;！]$", text) and not re.search(
        r"有效期|施行|实施(?!方案|办法|细则|意见|条例|规定|计划)|执行|废止|解释|电\s*话|联系", text
    )


def is_agency_note(text: str) -> bool:
    return bool(re.match(r"^[（(〔\[【].{2,300}(负责|牵头|配合|单位[:：].*)[）)〕\]】]?。?$", text, re.S))


def under_headings(document: Document, start: int, end: int, leads: bool = False) -> str:
    """The span's text and the headings that it stands under; with ``leads`` also what clauses without one say above their
    items."""
    entry = document.clause_at(start, end) or document.clause_at(start, start + 1)
    headings = (
        [c.heading or (_lead(c) if leads else "") for c in (*document.ancestors(entry), entry)]
        if entry
        else []
    )
    if entry and entry.kind == "front":
        headings.append(_line_above(document, entry, start))
    return " ".join([document.quote(start, end), *headings])


def _lead(entry: Clause) -> str:
    """What a clause without a heading says above its items."""
    return entry.text if entry.children and len(entry.text) <= LEAD else ""


def question_above(document: Document, start: int) -> str:
    """Of questions and answers without numbers the question that the sentence answers; else ""."""
    entry = document.clause_at(start, start + 1)
    line = _line_above(document, entry, start) if entry else ""
    return line if _QUESTION.match(line) else ""


_CAPTION = re.compile(r"[^，。；：:,;！？?\n]{2,20}")


_QUESTION = re.compile(r"(?:问|Q\d*)[：:.、]?[^。]{4,60}[？?]$")


@kept
def _captions(document: Document) -> list[tuple[int, str]]:
    """Where each line that asks ends, and each short one of a text without numbers but its first, a title; and its words, in
    order."""
    found = []
    for entry in (c for c in document.clauses if c.kind in {"front", "clause"}):
        end = entry.start - 1
        for n, line in enumerate(document.text[entry.start : entry.end].split("\n")):
            end += len(line) + 1
            short = entry.kind == "front" and _CAPTION.fullmatch(line.strip())
            if n and (short or _QUESTION.match(line.strip())):
                found.append((end, line.strip()))
    return found


def _line_above(document: Document, entry: Clause, start: int) -> str:
    """The nearest short line above, in a text without numbers what stands for a heading: 「就业见习补贴」."""
    captions = _captions(document)
    at = bisect_left(captions, (start, ""))
    end, line = captions[at - 1] if at else (-1, "")
    return line if end >= entry.start else ""


def sentence_holding(document: Document, start: int, end: int) -> Sentence | None:
    clause = document.clause_at(start, end)
    if clause is None:
        return None
    found = sentences(document, clause, start, end)
    return next((one for one in found if one.start <= start and end <= one.end), None)

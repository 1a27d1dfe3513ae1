"""「各区县的未来产业政策在人才上有何不同」: a row a document, each cell what the document says of the matter, or 未规定."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.across import Across
from assistant.answer.compose import figures, head, scope
from assistant.answer.compose.items import left_out
from assistant.answer.compose.matter import Matter, scored
from assistant.answer.compose.period import validity
from assistant.answer.compose.wording import closest, sentence, titled
from assistant.answer.draft import Draft, Quote, Said, quote_heading, quotes_of
from assistant.evidence import Evidence
from assistant.question import words
from assistant.question.contrast import excepted
from assistant.question.head_words import HEAD_FIELDS
from assistant.question.understand import understand
from assistant.sides import Side, documents_called
from index.clauses import Document

BESIDE = 4
"""Characters that may stand beside what asks for a field of the head."""
HEAD = 24
"""Characters of the head of a column."""
ROWS = 15
"""Rows that are shown; how many more there are is said."""
HELD = 0.7
"""Least share of the matter that a sentence with its headings must hold to speak of it."""
LOOSE = 0.5
"""The share that suffices in a document that the question names."""
CLOSE = 0.08
"""How much less than the best one a second sentence may score."""
LONG = 240
SENTENCES = 3
"""Characters and sentences of a cell beyond which no further sentence is added."""
_FIELDS = {
    "number": "文号", "title": "标题", "addressees": "主送机关", "issuers": "发文机关", "issued": "成文日期", "period": "有效期",
}  # fmt: skip
_VALUES = frozenset({"number", "issuers", "addressees"})
"""Fields whose value says all that there is."""
_GONE = {"expired": "已失效", "superseded": "已被替代"}


@dataclass(frozen=True)
class Cell:
    """``words`` is what the quotations say; ``more``: sentences that say as much and are not among them; ``short``: what the
    cell shows in place of the sentence."""

    words: str
    quotes: tuple[Quote, ...]
    more: int = 0
    short: str = ""


def compose(evidence: Evidence) -> Draft | None:
    across = evidence.across
    if across is None:
        return None
    if not across.sides and (beyond := scope.outside(evidence)):
        return beyond
    looked = [d for d in across.documents if across.limited or not across.matter or d.id in across.hits]
    cells = {d.id: cell for d in looked if (cell := _cell(evidence, across, d))}
    documents = _meant(evidence, across, looked, cells)
    cells = {d.id: cells[d.id] for d in documents if d.id in cells}
    if not cells:
        return None
    lacking = across.contrast.kind == "which" and across.contrast.denied
    ordered = sorted(documents, key=lambda d: _order(across, d))
    shown = [d for d in ordered if across.limited or d.id in cells]
    if across.contrast.kind == "which":
        shown = [d for d in ordered if (d.id in cells) is not lacking]
    rows = [_row(across, d, cells.get(d.id)) for d in shown[:ROWS]]
    verdict = _verdict(across, cells)
    said = (*([verdict] if verdict else []), *rows)
    quotes = quotes_of(said)
    notices = (*_notices(across, shown), *_more(across, cells, shown), *left_out(quotes))
    return Draft("answered", said, notices, closest(evidence, quotes))


def _meant(
    evidence: Evidence, across: Across, looked: Sequence[Document], cells: dict[str, Cell]
) -> list[Document]:
    """Those set side by side; of several with one name those that speak of the matter, if any does."""
    if not across.sides:
        without = documents_called(excepted(evidence.question.text), looked) or ()
        return [d for d in looked if d not in without]
    out: list[Document] = []
    for side in across.sides:
        out += [d for d in side.documents if d.id in cells] or side.documents
    return out


def _cell(evidence: Evidence, across: Across, document: Document) -> Cell | None:
    """What the document says of the matter; None where it says nothing of it."""
    if not across.matter:
        return _contents(document)
    if re.search(r"(?:施行|生效|实施)(?:日期|时间|日)|何时(?:施行|生效)", across.matter):
        quote = validity(document)
        return Cell(sentence(quote.text), (quote,)) if quote else None
    if fields := _head_fields(across.matter):
        draft = head.of_document(evidence, document, fields[0])
        if draft is None or draft.outcome != "answered":
            return None
        said = draft.said[0]
        value = getattr(document.metadata, fields[0]) if fields[0] in _VALUES else ""
        return Cell(said.text, said.quotes, short="、".join(value) if isinstance(value, tuple) else value)
    matter = Matter.of(across)
    hits = across.hits.get(document.id, ())
    found = [item for hit in hits for item in scored(evidence, matter, hit, HELD)]
    if across.sides and not found:  # that it says nothing of it must be surer than that it does
        found = [item for hit in hits for item in scored(evidence, matter, hit, LOOSE)]
    if not found:
        return None
    found.sort(key=lambda item: -item[0])
    best = found[0][0]
    quotes: list[Quote] = []
    more = 0
    for score, quote in found:
        if score < best - CLOSE or any(_overlap(q, quote) for q in quotes):
            continue
        if quotes and (len(quotes) == SENTENCES or sum(len(q.text) for q in (*quotes, quote)) > LONG):
            more += score == best
            continue
        quotes.append(quote)
    quotes.sort(key=lambda q: q.start)
    return Cell("".join(sentence(q.text) for q in quotes), tuple(quotes), more)


def _head_fields(matter: str) -> tuple[str, ...]:
    """The fields of a document's head that are asked for, if nothing else is."""
    fields = understand(matter).head_fields
    rest = matter
    for name, pattern in HEAD_FIELDS:
        rest = pattern.sub("", rest) if name in fields else rest
    return fields if len(words.DOCUMENT_WORDS.sub("", rest)) <= BESIDE else ()


def _contents(document: Document) -> Cell | None:
    """Where nothing in particular is asked: the headings of the first level."""
    tops = [c for c in document.clauses if len(c.path) == 1 and c.kind == "clause" and c.heading]
    if len(tops) < 2:
        return None
    quotes = tuple(quote_heading(document, c) for c in tops)
    return Cell(f"分为{len(tops)}部分：{'、'.join(c.heading for c in tops)}。", quotes)


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end


def _row(across: Across, document: Document, cell: Cell | None) -> Said:
    matter = _called(across.matter)
    label = label_of(across, document, cell)
    if cell is None:
        return Said(f"{label}未规定{matter}。", row=(("文件", label), (matter, "未规定")))
    return Said(cell.words, cell.quotes, (("文件", label), (matter, cell.short or cell.words)))


def _called(matter: str) -> str:
    """The head of the column."""
    if not matter:
        return "内容"
    if fields := _head_fields(matter):
        return _FIELDS.get(fields[0], matter)
    name = re.sub(r"[上中]?的?(?:规定|要求|标准)$", "", matter) or matter
    return name if len(name) <= HEAD else name[:HEAD] + "…"


def label_of(across: Across, document: Document, cell: Cell | None) -> str:
    """《…》（太原市，已失效）: the place where the title does not name it, and what a reader must know of its standing."""
    clause = cell.quotes[0].clause if cell else None
    title = document.part_title(clause) if clause else document.parts[document.main_part()].title
    title = title or document.title
    region = document.metadata.region or ""
    remarks = [region] if region and region[:2] not in title else []
    standing = across.standings.of(document, clause)
    remarks += [_GONE[standing.status]] if standing.status in _GONE else []
    return titled(title) + (f"（{'，'.join(remarks)}）" if remarks else "")


def _order(across: Across, document: Document) -> tuple[bool, int, str]:
    """Current before expired, newer before older; among equals by title."""
    meta = document.metadata
    day = meta.issued or meta.effective or ""
    gone = across.standings.of(document).status in _GONE
    return gone, -int(day.replace("-", "") or 0), document.title


def _verdict(across: Across, cells: dict[str, Cell]) -> Said | None:
    """For two sides: whether they are the same, which one is higher."""
    kind = across.contrast.kind
    found = [(side, cell) for side in across.sides if (cell := _of_side(side, cells))]
    if kind not in {"same", "more"} or not found or len(found) != len(across.sides):
        return None
    sides = [figures.Side(re.sub(r"^《|》$", "", side.name), cell.words) for side, cell in found]
    matter = across.matter
    text = figures.verdict(kind, matter, sides, across.contrast.least)
    quotes = tuple(q for _, cell in found for q in cell.quotes)
    return Said(text, quotes) if text else Said("两边的规定不能直接比出结果，请对照下表的原文。")


def _of_side(side: Side, cells: dict[str, Cell]) -> Cell | None:
    """What the side says, where only one document of it says anything."""
    found = [cells[d.id] for d in side.documents if d.id in cells]
    return found[0] if len(found) == 1 else None


def _more(across: Across, cells: dict[str, Cell], shown: Sequence[Document]) -> Iterator[str]:
    """Cells that do not hold all that the document says of the matter."""
    for document in shown[:ROWS]:
        cell = cells.get(document.id)
        if cell and cell.more:
            yield f"{label_of(across, document, cell)}还有{cell.more}句相关规定，表中未列。"


def _notices(across: Across, shown: Sequence[Document]) -> tuple[str, ...]:
    out = []
    if len(shown) > ROWS:
        out.append(f"另有{len(shown) - ROWS}份文件，表中没有列出；可限定文件再问。")
    if across.contrast.each and across.contrast.kind != "which" and len(shown) == 1:
        out.append("库中只有这一份文件有这方面的规定，无从比较。")
    elif not across.sides and not across.contrast.denied and across.others(shown):
        out.append(f"库中其余{across.others(shown)}份文件没有检索到这方面的规定，表中未列。")
    return tuple(out)

"""「各区县的未来产业政策在人才上有何不同」: a row a document, each cell what the document says of the matter, or 未规定."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.across import Across
from assistant.answer.compose import figures, head, scope
from assistant.answer.compose.items import left_out, with_items
from assistant.answer.compose.period import validity
from assistant.answer.compose.wording import closest, sentence
from assistant.answer.draft import Draft, Quote, Said
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence
from assistant.question.contrast import excepted
from assistant.question.understand import Term, content_of, flatten, terms_of, understand
from assistant.sides import Side, documents_called
from index.clauses import Document
from index.search.hit import Hit

ROWS = 15
"""Rows that are shown; how many more there are is said."""
HELD = 0.7
"""Least share of the matter that a sentence with its headings must hold to speak of it."""
LOOSE = 0.5
"""The share that suffices in a document that the question names."""
NEAR = 0.4
"""The share that suffices for a sentence with the figures, in a clause that holds enough as a whole."""
OWN = 0.35
"""Least share that the sentence itself must hold."""
CLOSE = 0.08
"""How much less than the best one a second sentence may score."""
LONG = 240
SHORT = 6
"""Characters of a term that a text must say as it is."""
SENTENCES = 3
"""Characters and sentences of a cell beyond which no further sentence is added."""
GRANTED = 0.1
FIGURE = 0.15
"""For a sentence that grants something where a grant is asked for; that has figures where the matter is measured in them."""
_GONE = {"expired": "已失效", "superseded": "已被替代"}
_GRANTS = re.compile(r"补贴|补助|资助|奖励|奖补|扶持|支持|优惠")
_COUNTED = re.compile(r"年限|期限|时限|数额|金额|多久|多少")
_KINDS = re.compile(r"标准|规定|要求|力度|政策|措施|做法|条款|内容|安排|方式|上$|方面")
_MEASURED = re.compile(
    r"奖|补|资助|标准|额度|金额|比例|费率|税率|利率|期限|年限|时限|时间|罚|减免|优惠|价格|多少"
)


@dataclass(frozen=True)
class Cell:
    """``words`` is what the quotations say; ``more``: sentences that say as much and are not among them."""

    words: str
    quotes: tuple[Quote, ...]
    more: int = 0


def compose(evidence: Evidence) -> Draft | None:
    across = evidence.across
    if across is None:
        return None
    if not across.sides and (beyond := scope.outside(evidence)):
        return beyond
    looked = [d for d in across.documents if across.limited or d.id in across.hits]
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
    quotes = tuple(q for s in said for q in s.quotes)
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
    if re.search(r"(?:施行|生效|实施)(?:日期|时间|日)|何时(?:施行|生效)", across.matter):
        quote = validity(document)
        return Cell(sentence(quote.text), (quote,)) if quote else None
    if fields := understand(across.matter).head_fields:
        draft = head.of_document(evidence, document, fields[0])
        if draft is None or draft.outcome != "answered":
            return None
        return Cell(draft.said[0].text, draft.said[0].quotes)
    matter = Matter.of(across)
    hits = across.hits.get(document.id, ())
    scored = [item for hit in hits for item in _scored(evidence, matter, hit, HELD)]
    if across.sides and not scored:  # that it says nothing of it must be surer than that it does
        scored = [item for hit in hits for item in _scored(evidence, matter, hit, LOOSE)]
    if not scored:
        return None
    scored.sort(key=lambda item: -item[0])
    best = scored[0][0]
    quotes: list[Quote] = []
    more = 0
    for score, quote in scored:
        if score < best - CLOSE or any(_overlap(q, quote) for q in quotes):
            continue
        if quotes and (len(quotes) == SENTENCES or sum(len(q.text) for q in (*quotes, quote)) > LONG):
            more += score == best
            continue
        quotes.append(quote)
    quotes.sort(key=lambda q: q.start)
    return Cell("".join(sentence(q.text) for q in quotes), tuple(quotes), more)


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True)
class Matter:
    """``core``: what must be spoken of; ``kind``: words of granting, any of which will do; ``measured``: in figures."""

    core: tuple[Term, ...]
    kind: tuple[Term, ...]
    units: tuple[str, ...]
    close: bool
    """What is looked for in the whole library must stand there in its own words, not in scattered characters."""
    must: bool
    """Only a sentence with such figures speaks of it: 「服务年限」 is said as 服务满5年."""

    @staticmethod
    def of(across: Across) -> Matter:
        units = figures.units_for(across.matter) if _MEASURED.search(across.matter) else ()
        content = content_of(across.matter, _KINDS) or content_of(across.matter) or across.matter
        counted = _COUNTED.sub(" ", content)
        must = bool(units) and counted != content and bool(_GRANTS.sub("", counted).strip())
        core = tuple(Term(run, ()) for run in _GRANTS.sub(" ", counted if must else content).split())
        granted = tuple(dict.fromkeys(_GRANTS.findall(content)))
        kind = terms_of(" ".join(granted))
        return Matter(core or kind, kind if core else (), units, not across.sides, must)


def _scored(evidence: Evidence, matter: Matter, hit: Hit, least: float) -> list[tuple[float, Quote]]:
    """The sentences of a hit that speak of the matter, with how well; the hit as a whole must hold ``least`` of it."""
    document = hit.document
    over = _folded("".join(c.heading for c in (*document.ancestors(hit.clause), hit.clause)))
    whole = over + _folded(document.text[hit.start : hit.end])
    if evidence.coverage(whole, matter.core) < least or (matter.close and not _stands(matter.core, whole)):
        return []
    out = []
    for one in sentences(document, hit.clause, hit.start, hit.end):
        text = _folded(one.text)
        own, held = evidence.coverage(text, matter.core), evidence.coverage(over + text, matter.core)
        granted = evidence.coverage(text, matter.kind) if matter.kind else 0.0
        measured = any(f.unit in matter.units for f in figures.figures(text))
        if matter.must and not measured:
            continue
        if (held < least or own < OWN) and not (measured and granted and held >= NEAR):
            continue
        score = (max(own, OWN) + held) / 2 + GRANTED * granted + FIGURE * measured
        out.append((score, with_items(document, one).quote(document, hit.clause)))
    return out


def _stands(core: Sequence[Term], text: str) -> bool:
    """Half of each short term stands in the text in one piece."""
    short = [flatten(t.text).lower() for t in core if len(t.text) <= SHORT]
    return all(any(t[i : i + (len(t) + 1) // 2] in text for i in range(len(t) // 2 + 1)) for t in short)


def _folded(text: str) -> str:
    """「首台（套）」 and 「首台套」 alike."""
    return re.sub(r"[（）()]", "", flatten(text)).lower()


def _row(across: Across, document: Document, cell: Cell | None) -> Said:
    matter = re.sub(r"[上中]?的?(?:规定|要求|标准)$", "", across.matter) or across.matter
    label = label_of(across, document, cell)
    if cell is None:
        return Said(f"{label}未规定{matter}。", row=(("文件", label), (matter, "未规定")))
    return Said(cell.words, cell.quotes, (("文件", label), (matter, cell.words)))


def label_of(across: Across, document: Document, cell: Cell | None) -> str:
    """《…》（太原市，已失效）: the place where the title does not name it, and what a reader must know of its standing."""
    clause = cell.quotes[0].clause if cell else None
    title = document.part_title(clause) if clause else document.parts[document.main_part()].title
    title = title or document.title
    region = document.metadata.region or ""
    remarks = [region] if region and region[:2] not in title else []
    standing = across.standings.of(document, clause)
    remarks += [_GONE[standing.status]] if standing.status in _GONE else []
    return f"《{title}》" + (f"（{'，'.join(remarks)}）" if remarks else "")


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
    if kind not in {"same", "more"} or len(found) != len(across.sides):
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
